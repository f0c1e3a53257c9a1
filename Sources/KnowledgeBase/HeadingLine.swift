/// A line such as `## Сроки`, and the lines that underline a heading or rule off a part.
struct HeadingLine {
    /// 1 to 6.
    let level: Int
    /// The text of the heading without the number signs at its ends; may be empty.
    let text: Range<Int>

    /// Reads a line without blanks at its ends.
    init?(_ content: Range<Int>, of source: [UInt8]) {
        level = source.runLength(of: .hash, in: content)
        guard (1...6).contains(level) else { return nil }
        let start = content.lowerBound + level
        guard start == content.upperBound || source[start].isBlank else { return nil }
        text = Self.withoutClosing(source.trimmingBlanks(start..<content.upperBound), of: source)
    }

    /// The level of the heading that a line of `=` or `-` makes of the text above it.
    static func underlineLevel(_ content: Range<Int>, of source: [UInt8]) -> Int? {
        guard let first = content.first.map({ source[$0] }), first == .equals || first == .hyphen else { return nil }
        guard source.runLength(of: first, in: content) == content.count else { return nil }
        return first == .equals ? 1 : 2
    }

    /// Whether the line is three or more `-`, `*` or `_`, with or without blanks between.
    static func isThematicBreak(_ content: Range<Int>, of source: [UInt8]) -> Bool {
        guard let first = content.first.map({ source[$0] }), [.hyphen, .asterisk, .underscore].contains(first) else {
            return false
        }
        var count = 0
        for index in content {
            if source[index] == first { count += 1 } else if !source[index].isBlank { return false }
        }
        return count >= 3
    }

    private static func withoutClosing(_ text: Range<Int>, of source: [UInt8]) -> Range<Int> {
        var end = text.upperBound
        while end > text.lowerBound, source[end - 1] == .hash { end -= 1 }
        guard end < text.upperBound, end == text.lowerBound || source[end - 1].isBlank else { return text }
        return source.trimmingBlanks(text.lowerBound..<end)
    }
}
