/// An article found, with its best passage.
public struct SearchHit: Equatable, Sendable {
    /// The article.
    public let article: ArticleSummary
    /// The score of the best passage; hits come in falling order.
    public let score: Float
    /// The best passage.
    public let passage: FoundPassage
    /// The part of the passage that shows best why it was found.
    public let snippet: Snippet
}

/// What a list of results says of an article.
public struct ArticleSummary: Equatable, Sendable {
    /// The stable identifier.
    public let id: String
    /// May be empty for plain documents.
    public let title: String
    /// May be empty for plain documents.
    public let section: String
    /// Whether the article is for operators only.
    public let isInternal: Bool
    /// Whether the article is in force on the day of the request.
    public let isCurrent: Bool
    /// The article that took its place, if any.
    public let replacedBy: String?
}

/// A passage of an article.
public struct FoundPassage: Equatable, Sendable {
    /// The number of the passage in its article, from 0.
    public let ordinal: Int
    /// The article's title, then the headings above the passage.
    public let headingPath: [String]
    /// The plain text.
    public let text: String
    /// Half-open UTF-8 range in the article's source file.
    public let sourceRange: Range<Int>
    /// Half-open UTF-8 range in the article's plain text.
    public let textRange: Range<Int>
}

/// A short extract with the words that were found.
///
/// A list item comes with the sentence that leads in to its list, a table row with the headers of its cells; see `docs/retrieval.md`.
public struct Snippet: Equatable, Sendable {
    /// One or more whole sentences, list items and table rows, or a part of a long one between `…`.
    public let text: String
    /// Half-open UTF-8 ranges of the found words in `text`, ascending, not overlapping.
    public let highlights: [Range<Int>]
    /// The sentences and cells that `text` is made of, in its order; between them stands what joins them.
    public let parts: [Part]

    /// A sentence or a table cell, or what is shown of it.
    public struct Part: Equatable, Sendable {
        /// Half-open UTF-8 range in the snippet's text.
        public let utf8Range: Range<Int>
        /// Half-open UTF-8 range of the whole sentence or cell in the article's source, or in a plain document's text.
        public let sourceRange: Range<Int>
    }
}

/// The answer to a request.
public struct SearchResponse: Equatable, Sendable {
    /// The generation that was searched.
    public let generation: UInt64
    /// What was searched in another way than it was typed: corrections in their order, then what was left out and added.
    public let rewrites: [QueryRewrite]
    /// The questions of the message as it was searched, each with the sentences around it; one for most messages.
    public let questions: [String]
    /// Best first; of equal scores the article that was indexed first.
    public let hits: [SearchHit]
}
