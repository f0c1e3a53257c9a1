/// Puts the characters of UTF-8 together that comes in pieces; what is no UTF-8 becomes U+FFFD.
struct ScalarDecoder: Sendable {
    /// The beginning of a character whose end has not come yet: at most three bytes.
    private var tail: [UInt8] = []

    /// The characters that are complete with these bytes.
    mutating func decode(_ bytes: some Sequence<UInt8>) -> String.UnicodeScalarView {
        var all = tail
        all.append(contentsOf: bytes)
        let cut = all.count - Self.openByteCount(all)
        tail = Array(all[cut...])
        return String(decoding: all[..<cut], as: UTF8.self).unicodeScalars
    }

    /// What is left when nothing follows.
    mutating func finish() -> String.UnicodeScalarView {
        defer { tail = [] }
        return String(decoding: tail, as: UTF8.self).unicodeScalars
    }

    /// Bytes at the end that may still become a character: a lead byte with fewer continuations than it announces.
    private static func openByteCount(_ bytes: [UInt8]) -> Int {
        for count in 1...3 where count <= bytes.count {
            let byte = bytes[bytes.count - count]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > count ? count : 0
        }
        return 0
    }
}
