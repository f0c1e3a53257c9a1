/// A text as a browser or a messenger reads addresses in it: small letters, plain signs, nothing that is not seen.
///
/// Full-width and styled letters and signs become plain ones, full stops of other scripts become `.`, hidden characters go, and what people
/// write to defuse an address is read as the sign it stands for: `[.]`, `(точка)`, `[dot]`, `[at]`, `[:]`, and a full stop with a space
/// before it between Latin letters and a zone.
/// - Source: UTS #46 (the four full stops of host names, the mapping of compatibility letters); UTS #39 for styled letters.
struct AddressText {
    /// What parts addresses.
    static let separator: UInt32 = 0x20

    /// The characters; ``separator`` for everything that no address has.
    private(set) var characters: [UInt32] = []
    /// Where each character starts and ends in the UTF-8 bytes.
    private(set) var starts: [Int32] = []
    private(set) var ends: [Int32] = []

    /// - Complexity: O(bytes).
    init(_ bytes: [UInt8]) {
        characters.reserveCapacity(bytes.count)
        starts.reserveCapacity(bytes.count)
        ends.reserveCapacity(bytes.count)
        var reader = UTF8Reader(bytes)
        while let (scalar, range) = reader.next() {
            if scalar.value < 0x80 {
                if let (sign, end) = Self.defused(bytes, at: range.lowerBound, after: characters.last) {
                    reader.position = end
                    add(sign, range.lowerBound..<end)
                } else {
                    add(Self.plainASCII(UInt8(scalar.value)), range)
                }
            } else if let character = Self.plain(scalar) {
                add(character, range)
            } else if !ends.isEmpty, ends[ends.count - 1] == range.lowerBound {
                // What is not seen belongs to the character before.
                ends[ends.count - 1] = Int32(range.upperBound)
            }
        }
    }

    private mutating func add(_ character: UInt32, _ range: Range<Int>) {
        characters.append(character)
        starts.append(Int32(range.lowerBound))
        ends.append(Int32(range.upperBound))
    }

    // MARK: Characters

    private static let separators = ASCIISet("<>\"'`()[]{}|,;*")

    private static func plainASCII(_ byte: UInt8) -> UInt32 {
        if byte <= 0x20 || byte == 0x7F || separators.contains(UInt32(byte)) { return separator }
        return UInt32(byte.asciiSmall)
    }

    /// `nil` for what is not seen.
    private static func plain(_ scalar: Unicode.Scalar) -> UInt32? {
        let value = scalar.value
        switch value {
        case 0x410...0x42F: return value + 0x20
        case 0x430...0x44F: return value
        case 0x3002, 0xFF61, 0x2024, 0xFE52: return 0x2E
        // Quotation marks, dashes and the ellipsis; the white space of other scripts.
        case 0x80...0xA0, 0xAB, 0xBB, 0x1680, 0x2000...0x200A, 0x2012...0x2015, 0x2018...0x201F, 0x2026...0x2029,
            0x202F,
            0x2039, 0x203A, 0x205F, 0x3000, 0x3001, 0xFF64:
            return separator
        case 0xFE55, 0xFE13: return 0x3A
        case 0x2044, 0x2215, 0x29F8: return 0x2F
        case 0xFF01...0xFF5E: return plainASCII(UInt8(value - 0xFEE0))
        default: break
        }
        if HiddenCharacter.kind(of: scalar) != nil { return nil }
        // Flags are no letters.
        if value >= 0x2100, !(0x1F1E6...0x1F1FF).contains(value), let letter = FoldedLetter(scalar), letter.code < 0x80
        {
            return UInt32(letter.code)
        }
        return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
    }

    // MARK: Defused signs

    private static let words: [(word: [UInt8], sign: UInt32)] = [
        (".", 0x2E), ("dot", 0x2E), ("точка", 0x2E), ("тчк", 0x2E), ("。", 0x2E), (":", 0x3A), ("://", 0x3A),
        ("/", 0x2F),
        ("@", 0x40), ("at", 0x40), ("собака", 0x40),
    ].map { (Array($0.0.utf8), $0.1) }

    /// The sign that a piece stands for, and where the piece ends; `nil` when it stands for itself.
    private static func defused(_ bytes: [UInt8], at start: Int, after last: UInt32?) -> (UInt32, Int)? {
        switch bytes[start] {
        case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): return bracketed(bytes, at: start)
        case 0x20, 0x09:
            guard let last, last < 0x80, last != separator else { return nil }
            var next = start
            while next < bytes.count, next - start < 3, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
            guard next < bytes.count else { return nil }
            if "[({".utf8.contains(bytes[next]) { return bracketed(bytes, at: next) }
            guard bytes[next] == UInt8(ascii: "."), UInt8(truncatingIfNeeded: last).isASCIILetterOrDigit else {
                return nil
            }
            next += 1
            if next < bytes.count, bytes[next] == 0x20 { next += 1 }
            let zone = bytes[next...].prefix(12).prefix { $0.isASCIILetter }
            let end = zone.endIndex
            guard zone.count >= 2, end == bytes.count || !bytes[end].isASCIILetterOrDigit && bytes[end] < 0x80,
                !zone.contains(where: { (0x41...0x5A).contains($0) }),
                AddressZones.known.contains(String(decoding: zone, as: UTF8.self))
            else { return nil }
            return (0x2E, next)
        default: return nil
        }
    }

    /// `[.]`, `( точка )` and the like, with the spaces after it when there were spaces inside or before.
    private static func bracketed(_ bytes: [UInt8], at open: Int) -> (UInt32, Int)? {
        let close: UInt8 = bytes[open] == UInt8(ascii: "(") ? 0x29 : bytes[open] + 2
        let inner = bytes[(open + 1)...].prefix(16).prefix { $0 != close }
        guard inner.endIndex < bytes.count, bytes[inner.endIndex] == close else { return nil }
        let word = inner.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed().map(\.asciiSmall)
        guard let sign = words.first(where: { $0.word == word })?.sign else { return nil }
        var end = inner.endIndex + 1
        if sign != 0x3A, end < bytes.count, bytes[end] == 0x20, open > 0, bytes[open - 1] == 0x20 { end += 1 }
        return (sign, end)
    }
}

extension UInt8 {
    /// An ASCII letter or digit.
    var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }
}
