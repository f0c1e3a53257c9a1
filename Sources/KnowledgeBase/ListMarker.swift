/// The beginning of a list item: a bullet, or a number of one to nine digits with `.` or `)`.
struct ListMarker {
    /// The number of a numbered item.
    let ordinal: Int?
    /// The text behind the marker; may be empty.
    let content: Range<Int>

    /// Reads a line without blanks at its ends.
    static func read(_ source: [UInt8], _ line: Range<Int>) -> ListMarker? {
        guard let start = line.first else { return nil }
        if [.hyphen, .asterisk, .plus].contains(source[start]) {
            return marker(ordinal: nil, end: start + 1, line, source)
        }
        var end = start
        var ordinal = 0
        while end < line.upperBound, end - start < maxDigits, source[end].isASCIIDigit {
            ordinal = ordinal * 10 + Int(source[end] - UInt8(ascii: "0"))
            end += 1
        }
        guard end > start, end < line.upperBound else { return nil }
        guard source[end] == .fullStop || source[end] == .rightParenthesis else { return nil }
        return marker(ordinal: ordinal, end: end + 1, line, source)
    }

    private static let maxDigits = 9

    private static func marker(ordinal: Int?, end: Int, _ line: Range<Int>, _ source: [UInt8]) -> ListMarker? {
        guard end == line.upperBound || source[end].isBlank else { return nil }
        return ListMarker(ordinal: ordinal, content: source.trimmingBlanks(end..<line.upperBound))
    }
}
