/// The line that opens a block of code: three or more backticks or tildes.
struct CodeFence {
    /// The place of the fence in the source.
    let offset: Int
    private let byte: UInt8
    private let count: Int
    /// The blanks before the fence, which its lines of code may have too.
    private let indentation: Int

    /// Reads the content of a line; `line` is the whole line.
    init?(opening content: Range<Int>, of source: [UInt8], line: Range<Int>) {
        guard let start = content.first, source[start] == .backtick || source[start] == .tilde else { return nil }
        byte = source[start]
        count = source.runLength(of: byte, in: content)
        guard count >= 3 else { return nil }
        if byte == .backtick, source[(start + count)..<content.upperBound].contains(.backtick) { return nil }
        offset = start
        indentation = line.prefix { source[$0].isBlank }.count
    }

    /// Whether the line, without blanks at its ends, closes the block.
    func isClosed(by content: Range<Int>, of source: [UInt8]) -> Bool {
        content.count >= count && source.runLength(of: byte, in: content) == content.count
    }

    /// The line of code without the blanks which the fence has too.
    func code(in line: Range<Int>, of source: [UInt8]) -> Range<Int> {
        let blanks = line.prefix { source[$0].isBlank }.count
        return line.dropFirst(min(blanks, indentation))
    }
}
