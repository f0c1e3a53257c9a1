/// A line of a table, cut at its `|`; a `\|` belongs to the cell.
struct TableRow {
    /// The cells in order, without blanks at their ends.
    let cells: [Range<Int>]

    /// Cuts a line without blanks at its ends.
    init(_ content: Range<Int>, of source: [UInt8]) {
        var cells: [Range<Int>] = []
        var start = content.lowerBound
        var index = start
        if let first = content.first, source[first] == .verticalBar {
            start += 1
            index = start
        }
        while index < content.upperBound {
            if source[index] == .backslash {
                index = min(index + 2, content.upperBound)
                continue
            }
            if source[index] == .verticalBar {
                cells.append(source.trimmingBlanks(start..<index))
                start = index + 1
            }
            index += 1
        }
        if start < content.upperBound { cells.append(source.trimmingBlanks(start..<content.upperBound)) }
        self.cells = cells
    }

    /// The number of columns of a line such as `|---|:-:|`, or `nil` if it is no such line.
    static func columnCount(ofSeparator content: Range<Int>, _ source: [UInt8]) -> Int? {
        guard source[content].allSatisfy({ $0 == .hyphen || $0 == .colon || $0 == .verticalBar || $0.isBlank }) else {
            return nil
        }
        let cells = TableRow(content, of: source).cells
        guard !cells.isEmpty, cells.allSatisfy({ isSeparator(source[$0]) }) else { return nil }
        return cells.count
    }

    private static func isSeparator(_ cell: ArraySlice<UInt8>) -> Bool {
        var dashes = cell
        if dashes.first == .colon { dashes.removeFirst() }
        if dashes.last == .colon { dashes.removeLast() }
        return !dashes.isEmpty && dashes.allSatisfy { $0 == .hyphen }
    }
}
