/// The way from the bytes of a rendered text back to the bytes of its source.
struct SourceMap: Equatable, Sendable {
    /// A run of rendered bytes and the source bytes which they stand for.
    struct Segment: Equatable, Sendable {
        /// The rendered bytes, half-open, never empty.
        var plain: Range<Int>
        /// The source bytes, half-open.
        var source: Range<Int>
        /// Whether the rendered bytes are the source bytes, one for one.
        let isLiteral: Bool
    }

    /// The runs in order: they tile the rendered text, and their source ranges ascend without overlap.
    let segments: [Segment]
    /// The place in the source that an empty text stands for.
    let origin: Int

    /// The smallest source range that covers the rendered bytes; see `PlainText.sourceRange(of:)`.
    func sourceRange(of plain: Range<Int>) -> Range<Int> {
        guard let end = segments.last?.plain.upperBound else { return origin..<origin }
        let range = plain.clamped(to: 0..<end)
        let lower = sourceStart(of: range.lowerBound)
        return range.isEmpty ? lower..<lower : lower..<max(lower, sourceEnd(of: range.upperBound - 1))
    }

    private func sourceStart(of offset: Int) -> Int {
        let segment = segments[index(of: offset)]
        if offset >= segment.plain.upperBound { return segment.source.upperBound }
        return segment.isLiteral
            ? segment.source.lowerBound + (offset - segment.plain.lowerBound) : segment.source.lowerBound
    }

    private func sourceEnd(of offset: Int) -> Int {
        let segment = segments[index(of: offset)]
        return segment.isLiteral
            ? segment.source.lowerBound + (offset - segment.plain.lowerBound) + 1 : segment.source.upperBound
    }

    /// The last run that starts at or before the offset.
    private func index(of offset: Int) -> Int {
        var low = 0
        var high = segments.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if segments[middle].plain.lowerBound <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
