/// Character references such as `&nbsp;`, `&#160;` and `&#xA0;`.
///
/// Named ones: those of XML, and the signs usual in Russian texts; other names stay as they are written.
/// Source of the names: HTML, section 13.5 "Named character references".
enum CharacterReference {
    /// Reads the reference that begins at the index with `&`.
    /// - Returns: the range of the reference, and the UTF-8 of its character; `nil` if there is no known reference.
    static func read(_ bytes: [UInt8], at start: Int) -> (range: Range<Int>, utf8: [UInt8])? {
        let limit = min(bytes.count, start + maxByteCount)
        guard start + 1 < limit, let end = bytes[(start + 1)..<limit].firstIndex(of: .semicolon) else { return nil }
        let body = bytes[(start + 1)..<end]
        guard let scalar = body.first == .hash ? numeric(body.dropFirst()) : named(body) else { return nil }
        return (start..<(end + 1), Array(String(Character(scalar)).utf8))
    }

    private static let maxByteCount = 12

    private static func named(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        switch String(decoding: name, as: UTF8.self) {
        case "nbsp": "\u{00A0}"
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        case "laquo": "«"
        case "raquo": "»"
        case "ldquo": "\u{201C}"
        case "rdquo": "\u{201D}"
        case "bdquo": "\u{201E}"
        case "ndash": "–"
        case "mdash": "—"
        case "minus": "\u{2212}"
        case "times": "×"
        case "hellip": "…"
        case "deg": "°"
        case "sect": "§"
        case "copy": "©"
        case "thinsp": "\u{2009}"
        case "shy": "\u{00AD}"
        default: nil
        }
    }

    /// A control character becomes a space, so that it cannot look like the end of a block; what is no character, U+FFFD.
    private static func numeric(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
        let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
        guard let first = text.utf8.first, first != .plus, first != .hyphen else { return nil }
        guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10) else { return nil }
        guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        return scalar.properties.generalCategory == .control ? " " : scalar
    }
}
