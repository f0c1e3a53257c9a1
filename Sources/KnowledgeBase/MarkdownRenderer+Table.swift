extension MarkdownRenderer {
    /// Renders the table whose header the line is; returns the index of the line behind it, or `nil` if it is no header.
    ///
    /// A header has a `|`, and under it stands a separator with as many columns.
    mutating func renderTable(at index: Int, header: Range<Int>, quoteDepth: Int) -> Int? {
        guard index + 1 < lines.count, source[header].contains(.verticalBar) else { return nil }
        let separator = ContainerLine(source, lines[index + 1])
        guard separator.quoteDepth == quoteDepth,
            let columns = TableRow.columnCount(ofSeparator: separator.content, source)
        else { return nil }
        let row = TableRow(header, of: source)
        guard row.cells.count == columns else { return nil }
        closeBlock()
        builder.append(render(row), kind: .tableHeader)
        var next = index + 2
        while next < lines.count {
            let line = ContainerLine(source, lines[next])
            guard line.quoteDepth == quoteDepth, source[line.content].contains(.verticalBar),
                HeadingLine(line.content, of: source) == nil
            else { break }
            builder.append(render(TableRow(line.content, of: source)), kind: .tableRow)
            next += 1
        }
        return next
    }

    /// The cells, joined by ` | `; empty cells at the end are left out.
    private mutating func render(_ row: TableRow) -> RenderedRun {
        let cells = row.cells.map { renderInline([$0]) }
        guard let last = cells.lastIndex(where: { !$0.bytes.isEmpty }) else { return RenderedRun() }
        var run = RenderedRun()
        for index in 0...last {
            if index > 0 {
                let start = cells[index - 1].sourceEnd ?? row.cells[index - 1].lowerBound
                let end = cells[index].segments.first?.source.lowerBound ?? row.cells[index].lowerBound
                run.append(" | ".utf8, replacing: start..<max(start, end))
            }
            run.append(cells[index])
        }
        return run
    }
}
