/// Cuts Markdown into blocks, line by line, and renders each.
///
/// After CommonMark 0.31.2, sections 4 and 5, with tables after GFM 0.29, section 4.10. On purpose simpler: quotations and
/// lists leave a flat sequence of blocks; indented code and reference definitions are paragraphs; text that is indented
/// under a list item behind an empty line is a paragraph; a table ends at the first line without `|`.
struct MarkdownRenderer {
    let source: [UInt8]
    /// The lines of the body; a line in which a comment ends loses what lies before that end.
    private(set) var lines: [Range<Int>]
    var builder = PlainTextBuilder()
    var links: [InlineMarkup.Link] = []
    var unclosedFenceOffset: Int?
    /// The paragraph, quotation or list item that further lines may continue.
    private var open: OpenBlock?

    /// The line of the first `-->` behind the comment asked about last, which saves a search per comment.
    private var nextCommentEnd: Int?

    private struct OpenBlock {
        var kind: PlainText.Kind
        var lines: [Range<Int>]
    }

    init(source: [UInt8], lines: [Range<Int>]) {
        self.source = source
        self.lines = lines
    }

    /// Renders all lines.
    mutating func renderAll() {
        var index = 0
        while index < lines.count { index = renderBlock(at: index) }
        closeBlock()
    }

    /// Takes the line at the index, and further lines when they belong to it; returns the index of the next line.
    private mutating func renderBlock(at index: Int) -> Int {
        let line = ContainerLine(source, lines[index])
        guard !line.content.isEmpty else {
            closeBlock()
            return index + 1
        }
        if let end = renderLeaf(at: index, content: line.content, quoteDepth: line.quoteDepth) { return end }
        if let item = ListMarker.read(source, line.content), mayStart(item) {
            return renderListItem(item, at: index, quoteDepth: line.quoteDepth)
        }
        let isQuote = line.quoteDepth > 0
        if isQuote, open?.kind != .quote, open?.kind != nil { closeBlock() }
        if open == nil { open = OpenBlock(kind: isQuote ? .quote : .paragraph, lines: []) }
        open?.lines.append(line.content)
        return index + 1
    }

    /// Takes a block that is no running text: a code block, a heading, a comment, a rule, a table.
    private mutating func renderLeaf(at index: Int, content: Range<Int>, quoteDepth: Int) -> Int? {
        if let fence = CodeFence(opening: content, of: source, line: lines[index]) {
            closeBlock()
            return renderCode(fence, after: index, quoteDepth: quoteDepth)
        }
        if let heading = HeadingLine(content, of: source) {
            closeBlock()
            appendInline([heading.text], kind: .heading(level: heading.level))
            return index + 1
        }
        if let end = longCommentEnd(at: index, content: content) {
            closeBlock()
            cutComment(from: end)
            return end
        }
        if open?.kind == .paragraph, quoteDepth == 0, let level = HeadingLine.underlineLevel(content, of: source) {
            open?.kind = .heading(level: level)
            closeBlock()
            return index + 1
        }
        if HeadingLine.isThematicBreak(content, of: source) {
            closeBlock()
            return index + 1
        }
        return renderTable(at: index, header: content, quoteDepth: quoteDepth)
    }

    private mutating func renderListItem(_ item: ListMarker, at index: Int, quoteDepth: Int) -> Int {
        closeBlock()
        var innermost = item
        while let inner = ListMarker.read(source, innermost.content) { innermost = inner }
        if let fence = CodeFence(opening: innermost.content, of: source, line: lines[index]) {
            return renderCode(fence, after: index, quoteDepth: quoteDepth)
        }
        open = OpenBlock(kind: .listItem(ordinal: innermost.ordinal), lines: [innermost.content])
        return index + 1
    }

    /// Inside of running text only a bullet, or the number 1, with text behind it, begins a list.
    private func mayStart(_ item: ListMarker) -> Bool {
        switch open?.kind {
        case .paragraph, .quote: !item.content.isEmpty && (item.ordinal ?? 1) == 1
        default: true
        }
    }

    /// The line in which a comment ends that begins this line; comments inside of a line are inline markup.
    private mutating func longCommentEnd(at index: Int, content: Range<Int>) -> Int? {
        guard source.hasPrefix("<!--", in: content), commentEnd(in: content) == nil else { return nil }
        if nextCommentEnd.map({ $0 <= index }) ?? true {
            nextCommentEnd = lines[(index + 1)...].firstIndex { commentEnd(in: $0) != nil } ?? Int.max
        }
        return nextCommentEnd.flatMap { $0 < lines.count ? $0 : nil }
    }

    private mutating func cutComment(from index: Int) {
        guard let end = commentEnd(in: lines[index]) else { return }
        lines[index] = end..<lines[index].upperBound
    }

    /// The place behind the first `-->` of the line.
    private func commentEnd(in line: Range<Int>) -> Int? {
        line.first { source.hasPrefix("-->", in: $0..<line.upperBound) }.map { $0 + 3 }
    }

    /// Renders the open block, if there is one.
    mutating func closeBlock() {
        guard let block = open else { return }
        open = nil
        appendInline(block.lines, kind: block.kind)
    }

    private mutating func appendInline(_ lines: [Range<Int>], kind: PlainText.Kind) {
        builder.append(renderInline(lines), kind: kind)
    }

    /// Renders the inline markup of some lines and notes their links.
    mutating func renderInline(_ lines: [Range<Int>]) -> RenderedRun {
        let text = InlineText(lines: lines, of: source)
        let markup = InlineScanner.scan(text)
        links += markup.links
        return markup.render(text)
    }
}
