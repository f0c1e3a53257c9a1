/// What the Markdown of a body comes to.
struct MarkdownDocument {
    /// The text with its map to the source.
    let plainText: PlainText
    /// The links in order, images not among them.
    let links: [InlineMarkup.Link]
    /// The place in the source of a code fence that nothing closes.
    let unclosedFenceOffset: Int?

    /// Renders the body that begins at the byte offset `bodyStart` of the file; what lies before leaves no trace.
    static func render(_ source: [UInt8], lines: SourceLines, bodyStart: Int) -> MarkdownDocument {
        let first = lines.ranges.firstIndex { $0.lowerBound >= bodyStart } ?? lines.ranges.count
        var renderer = MarkdownRenderer(source: source, lines: Array(lines.ranges[first...]))
        renderer.renderAll()
        return MarkdownDocument(
            plainText: renderer.builder.build(origin: bodyStart), links: renderer.links,
            unclosedFenceOffset: renderer.unclosedFenceOffset)
    }
}
