/// Puts rendered blocks together to a `PlainText`.
struct PlainTextBuilder {
    private var run = RenderedRun()
    private var blocks: [PlainText.Block] = []

    /// Adds a block behind the others; a block without text is left out.
    mutating func append(_ block: RenderedRun, kind: PlainText.Kind) {
        guard let first = block.segments.first else { return }
        if let end = run.sourceEnd {
            run.append(CollectionOfOne(UInt8.lineFeed), replacing: end..<first.source.lowerBound)
        }
        let start = run.bytes.count
        run.append(block)
        blocks.append(PlainText.Block(kind: kind, utf8Range: start..<run.bytes.count))
    }

    /// The text so far; `origin` is the source offset at which the body begins.
    func build(origin: Int) -> PlainText {
        PlainText(
            text: String(decoding: run.bytes, as: UTF8.self), blocks: blocks,
            sourceMap: SourceMap(segments: run.segments, origin: origin))
    }
}
