/// The text of one block before its inline markup is read: the lines without their indentation, joined by line feeds.
struct InlineText {
    private(set) var bytes: [UInt8] = []
    /// For every byte its place in the source; for a line feed the end of its line.
    private var offsets: [Int] = []

    /// The text of the lines, whose blanks at both ends do not count.
    init(lines: [Range<Int>], of source: [UInt8]) {
        for line in lines.map({ source.trimmingBlanks($0) }) {
            if let last = offsets.last {
                bytes.append(.lineFeed)
                offsets.append(last + 1)
            }
            bytes.append(contentsOf: source[line])
            offsets.append(contentsOf: line)
        }
    }

    /// The place in the source of the byte at the index; the end of the text has the place behind its last byte.
    func sourceOffset(at index: Int) -> Int {
        index < offsets.count ? offsets[index] : (offsets.last.map { $0 + 1 } ?? 0)
    }

    /// The source bytes that the byte at the index stands for: for a line feed all that lies between the two lines.
    func sourceRange(at index: Int) -> Range<Int> {
        let start = sourceOffset(at: index)
        return start..<(bytes[index] == .lineFeed ? sourceOffset(at: index + 1) : start + 1)
    }

    /// The character that begins at the index, or `nil` at the end.
    func scalar(at index: Int) -> Unicode.Scalar? {
        guard index < bytes.count else { return nil }
        var end = index + 1
        while end < bytes.count, end - index < Self.maxScalarBytes, Self.isContinuation(bytes[end]) { end += 1 }
        return String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first
    }

    /// The character that ends before the index, or `nil` at the start.
    func scalar(before index: Int) -> Unicode.Scalar? {
        guard index > 0 else { return nil }
        var start = index - 1
        while start > 0, index - start < Self.maxScalarBytes, Self.isContinuation(bytes[start]) { start -= 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self).unicodeScalars.last
    }

    private static let maxScalarBytes = 4

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
