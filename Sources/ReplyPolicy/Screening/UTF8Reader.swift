/// Reads the characters of UTF-8 bytes with their places.
struct UTF8Reader {
    let bytes: [UInt8]
    /// Where the next character starts.
    var position = 0

    init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        position = start
    }

    /// The next character with its byte range; a byte that is no UTF-8 is U+FFFD of one byte; `nil` at the end.
    mutating func next() -> (scalar: Unicode.Scalar, range: Range<Int>)? {
        guard position < bytes.count else { return nil }
        let start = position
        let lead = bytes[start]
        guard lead >= 0x80 else {
            position = start + 1
            return (Unicode.Scalar(lead), start..<position)
        }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead < 0xF5, start + length <= bytes.count else { return invalid() }
        var value = UInt32(lead) & (0x7F &>> UInt32(length))
        for index in start + 1..<start + length {
            guard bytes[index] & 0xC0 == 0x80 else { return invalid() }
            value = value << 6 | UInt32(bytes[index] & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value) else { return invalid() }
        position = start + length
        return (scalar, start..<position)
    }

    /// The character after those read, without reading it.
    func peek() -> Unicode.Scalar? {
        var copy = self
        return copy.next()?.scalar
    }

    private mutating func invalid() -> (scalar: Unicode.Scalar, range: Range<Int>) {
        position += 1
        return ("\u{FFFD}", position - 1..<position)
    }
}
