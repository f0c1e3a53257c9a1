/// A line without the marks of block quotations and without the blanks at its ends.
struct ContainerLine {
    /// The number of `>` before the content.
    let quoteDepth: Int
    /// The rest of the line; empty for a blank line.
    let content: Range<Int>

    /// Takes off at most `maxDepth` quotation marks.
    init(_ source: [UInt8], _ line: Range<Int>, maxDepth: Int = .max) {
        var depth = 0
        var content = source.trimmingBlanks(line)
        while depth < maxDepth, let start = content.first, source[start] == .greaterThan {
            depth += 1
            content = source.trimmingBlanks((start + 1)..<content.upperBound)
        }
        quoteDepth = depth
        self.content = content
    }
}
