/// What becomes of every byte of an `InlineText`, and the links found in it.
struct InlineMarkup {
    /// What becomes of a byte.
    enum Fate: Equatable, Sendable {
        /// The byte is text.
        case kept
        /// The byte is a mark that leaves no trace, such as an asterisk.
        case dropped
        /// The byte belongs to an HTML tag or comment: spaces on its two sides become one.
        case droppedTag
    }

    /// A link as it is written.
    struct Link: Equatable, Sendable {
        /// The destination, with escapes and character references as written.
        let destination: String
        /// The place in the source of the opening bracket.
        let sourceOffset: Int
    }

    /// Text that takes the place of some bytes.
    struct Replacement {
        let range: Range<Int>
        let bytes: [UInt8]
    }

    var fates: [Fate]
    /// In ascending order, without overlaps.
    var replacements: [Replacement] = []
    var links: [Link] = []

    init(byteCount: Int) { fates = [Fate](repeating: .kept, count: byteCount) }

    mutating func drop(_ range: Range<Int>, as fate: Fate = .dropped) {
        for index in range { fates[index] = fate }
    }

    /// The text with its markup taken away: line feeds become spaces, spaces at both ends go.
    func render(_ text: InlineText) -> RenderedRun {
        var run = RenderedRun()
        var pending = replacements[...]
        var isAfterTag = false
        var index = 0
        while index < text.bytes.count {
            if let next = pending.first, next.range.lowerBound == index {
                pending.removeFirst()
                index = next.range.upperBound
                if fates[next.range.lowerBound] == .kept { Self.append(next, of: text, to: &run) }
                isAfterTag = next.bytes == [.space]
                continue
            }
            let byte = text.bytes[index]
            switch fates[index] {
            case .dropped: break
            case .droppedTag: isAfterTag = true
            case .kept:
                let isSpace = byte.isBlank || byte == .lineFeed
                let isSwallowed = isSpace && (run.bytes.isEmpty || (isAfterTag && run.bytes.last == .space))
                if !isSpace { isAfterTag = false }
                if isSwallowed { break }
                if byte == .lineFeed {
                    run.append(CollectionOfOne(UInt8.space), replacing: text.sourceRange(at: index))
                } else {
                    run.append(byte, at: text.sourceOffset(at: index))
                }
            }
            index += 1
        }
        run.trimTrailingSpaces()
        return run
    }

    private static func append(_ replacement: Replacement, of text: InlineText, to run: inout RenderedRun) {
        if replacement.bytes == [.space], run.bytes.isEmpty || run.bytes.last == .space { return }
        let start = text.sourceOffset(at: replacement.range.lowerBound)
        let end = text.sourceRange(at: replacement.range.upperBound - 1).upperBound
        run.append(replacement.bytes, replacing: start..<end)
    }
}
