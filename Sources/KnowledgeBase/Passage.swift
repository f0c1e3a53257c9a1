/// A piece of an article that is found, shown and cited as a whole: the text under one heading, or a part of it.
public struct Passage: Equatable, Sendable {
    /// The article of the passage.
    public let articleID: ArticleID
    /// The place among the article's passages, from 0, without gaps.
    public let ordinal: Int
    /// The article's title, then the headings above the passage, outermost first.
    public let headingPath: [String]
    /// The passage in the UTF-8 bytes of `Article.plainText.text`, half-open, without its heading.
    public let utf8Range: Range<Int>
    /// The passage in the UTF-8 bytes of `Article.source`, half-open; markup between its first and last byte is included.
    public let sourceRange: Range<Int>
    /// The blocks of the passage in order, at least one, never headings; their ranges are those of the whole plain text.
    public let blocks: [PlainText.Block]
    /// The text of the passage: the bytes of `utf8Range`.
    public let text: String
}
