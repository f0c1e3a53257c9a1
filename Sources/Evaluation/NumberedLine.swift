/// A line of a text file with its number, for error messages that name the place.
struct NumberedLine {
    /// The number of the line, counted from 1.
    let number: Int
    /// The line without its terminator (`\n` or `\r\n`).
    let text: Substring

    /// The text cut at every tab; adjacent tabs enclose an empty column.
    var tabSeparatedColumns: [Substring] {
        text.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// The text cut at runs of spaces and tabs, as the TREC tools read it.
    var whitespaceSeparatedColumns: [Substring] {
        text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.map { Substring($0) }
    }

    /// Whether the line has nothing but spaces and tabs.
    var isBlank: Bool {
        whitespaceSeparatedColumns.isEmpty
    }

    /// The columns of a TREC line.
    ///
    /// - Parameter count: The number of columns that the format has.
    /// - Returns: Exactly `count` columns, none of them empty.
    /// - Throws: `EvaluationError.wrongColumnCount`.
    func trecColumns(count: Int) throws(EvaluationError) -> [Substring] {
        let columns = whitespaceSeparatedColumns
        guard columns.count == count else {
            throw .wrongColumnCount(line: number, expected: count, found: columns.count)
        }
        return columns
    }

    /// Cuts a text into lines, the blank ones included.
    ///
    /// It works on UTF-8 bytes because `\r\n` is a single `Character`, which a split at `"\n"` would miss.
    ///
    /// - Parameter text: The whole content of a file.
    /// - Returns: The lines in file order; an empty text has one empty line.
    static func lines(of text: String) -> [NumberedLine] {
        let slices = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return slices.enumerated().map { index, slice in
            let line = slice.last == UInt8(ascii: "\r") ? slice.dropLast() : slice
            return NumberedLine(number: index + 1, text: Substring(line))
        }
    }
}
