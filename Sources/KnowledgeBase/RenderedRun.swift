/// Rendered bytes of one block with their places in the source; offsets into the rendered bytes begin at 0.
struct RenderedRun {
    private(set) var bytes: [UInt8] = []
    private(set) var segments: [SourceMap.Segment] = []

    /// The source offset behind the last rendered byte, if there is one.
    var sourceEnd: Int? { segments.last?.source.upperBound }

    /// Adds a byte that the source has at the offset.
    mutating func append(_ byte: UInt8, at sourceOffset: Int) {
        let end = bytes.count + 1
        if let last = segments.last, last.isLiteral, last.source.upperBound == sourceOffset {
            segments[segments.count - 1].plain = last.plain.lowerBound..<end
            segments[segments.count - 1].source = last.source.lowerBound..<(sourceOffset + 1)
        } else {
            let source = sourceOffset..<(sourceOffset + 1)
            segments.append(SourceMap.Segment(plain: bytes.count..<end, source: source, isLiteral: true))
        }
        bytes.append(byte)
    }

    /// Adds bytes that stand for a range of the source.
    mutating func append(_ replacement: some Collection<UInt8>, replacing source: Range<Int>) {
        guard !replacement.isEmpty else { return }
        let plain = bytes.count..<(bytes.count + replacement.count)
        segments.append(SourceMap.Segment(plain: plain, source: source, isLiteral: false))
        bytes.append(contentsOf: replacement)
    }

    /// Adds another run behind this one.
    mutating func append(_ run: RenderedRun) {
        let shift = bytes.count
        bytes.append(contentsOf: run.bytes)
        segments.reserveCapacity(segments.count + run.segments.count)
        for segment in run.segments {
            let plain = (segment.plain.lowerBound + shift)..<(segment.plain.upperBound + shift)
            segments.append(
                SourceMap.Segment(plain: plain, source: segment.source, isLiteral: segment.isLiteral))
        }
    }

    /// Takes spaces off the end.
    mutating func trimTrailingSpaces() {
        while bytes.last == .space, let last = segments.last {
            bytes.removeLast()
            guard last.plain.count > 1 else {
                segments.removeLast()
                continue
            }
            segments[segments.count - 1].plain = last.plain.lowerBound..<bytes.count
            if last.isLiteral {
                segments[segments.count - 1].source = last.source.lowerBound..<(last.source.upperBound - 1)
            }
        }
    }
}
