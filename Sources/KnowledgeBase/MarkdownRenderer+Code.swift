extension MarkdownRenderer {
    /// Renders the lines behind the fence up to its end; returns the index of the line behind the block.
    mutating func renderCode(_ fence: CodeFence, after index: Int, quoteDepth: Int) -> Int {
        var code: [Range<Int>] = []
        var next = index + 1
        var isClosed = false
        while next < lines.count, !isClosed {
            let line = ContainerLine(source, lines[next], maxDepth: quoteDepth)
            guard line.quoteDepth == quoteDepth else {
                isClosed = true
                break
            }
            isClosed = fence.isClosed(by: line.content, of: source)
            if !isClosed { code.append(codeLine(lines[next], quoteDepth: quoteDepth, fence)) }
            next += 1
        }
        if !isClosed, unclosedFenceOffset == nil { unclosedFenceOffset = fence.offset }
        builder.append(verbatim(code), kind: .code)
        return next
    }

    private func codeLine(_ line: Range<Int>, quoteDepth: Int, _ fence: CodeFence) -> Range<Int> {
        guard quoteDepth > 0 else { return fence.code(in: line, of: source) }
        var start = line.lowerBound
        for _ in 0..<quoteDepth {
            while start < line.upperBound, source[start] != .greaterThan { start += 1 }
            start = min(start + 1, line.upperBound)
        }
        if start < line.upperBound, source[start] == .space { start += 1 }
        return start..<line.upperBound
    }

    /// The lines as they stand, joined by line feeds; nothing if all are blank.
    private func verbatim(_ code: [Range<Int>]) -> RenderedRun {
        var run = RenderedRun()
        guard code.contains(where: { !source.trimmingBlanks($0).isEmpty }) else { return run }
        var previousEnd: Int?
        for line in code {
            if let end = previousEnd {
                if end + 1 == line.lowerBound, source[end] == .lineFeed {
                    run.append(.lineFeed, at: end)
                } else {
                    run.append(CollectionOfOne(UInt8.lineFeed), replacing: end..<line.lowerBound)
                }
            }
            for index in line { run.append(source[index], at: index) }
            previousEnd = line.upperBound
        }
        return run
    }
}
