/// The body of an article without its Markdown, and the way back from every byte of it to the file.
///
/// Blocks are joined by one line feed. Emphasis marks, link destinations, HTML tags and comments, list bullets and numbers,
/// and table separators are gone; character references and backslash escapes are decoded; table cells are joined by ` | `.
public struct PlainText: Equatable, Sendable {
    /// The text that people read.
    public let text: String
    /// The blocks of the text in order; between two neighbours lies exactly one line feed.
    public let blocks: [Block]
    let sourceMap: SourceMap

    /// Finds the place of plain bytes in the file.
    ///
    /// Within a run that the file has literally, the bytes at the result equal the plain bytes. Bytes that the renderer made
    /// (a decoded character reference, a joined line, ` | `) stand for all source bytes that they replace.
    /// - Parameter utf8Range: a range of UTF-8 offsets in `text`; what lies outside of `text` is cut off.
    /// - Returns: the smallest range of UTF-8 offsets in `Article.source` that covers the bytes, half-open; for an empty
    ///   range an empty one. Both ends grow with the ends of `utf8Range`.
    /// - Complexity: O(log s), s = runs of literal text.
    public func sourceRange(of utf8Range: Range<Int>) -> Range<Int> { sourceMap.sourceRange(of: utf8Range) }

    /// Copies out a part of the text.
    /// - Parameter utf8Range: a range of UTF-8 offsets in `text`; what lies outside of `text` is cut off.
    /// - Returns: the text of the range; a character cut in two gives replacement characters.
    public func text(in utf8Range: Range<Int>) -> String {
        let bytes = text.utf8
        let range = utf8Range.clamped(to: 0..<bytes.count)
        let lower = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        let upper = bytes.index(lower, offsetBy: range.count)
        return String(decoding: bytes[lower..<upper], as: UTF8.self)
    }
}
