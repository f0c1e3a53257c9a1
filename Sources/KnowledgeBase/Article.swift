/// One article of the knowledge base: the fields of its front matter, its text, and the text cut into passages.
///
/// Articles come from `ArticleCollection`, which has checked every field; there is no other way to make one.
public struct Article: Equatable, Sendable {
    /// The stable identifier, unique in the knowledge base.
    public let id: ArticleID
    /// The title as shown to people, never empty.
    public let title: String
    /// The section of the knowledge base, for example «Доставка».
    public let section: String
    /// Whom the article may be shown to.
    public let audience: Audience
    /// Free keywords, in the order of the file.
    public let tags: [String]
    /// Questions in customers' own words that the article answers, in the order of the file.
    public let questions: [String]
    /// The first day on which the article is in force.
    public let validFrom: CalendarDate
    /// The last day on which the article is in force, or `nil` when it has no end.
    public let validTo: CalendarDate?
    /// The older article which this one replaces, as written in the file; it need not exist.
    public let supersedes: ArticleID?
    /// The department that answers for the text.
    public let owner: String
    /// The day of the last edit, as written in the file.
    public let updated: CalendarDate
    /// The file's path relative to the folder, with `/` between names.
    public let path: String
    /// The complete text of the file, front matter and a byte order mark included; its UTF-8 bytes are the file's.
    public let source: String
    /// The body without its Markdown, with a map back to `source`.
    public let plainText: PlainText
    /// The body cut at its headings, in order; never empty.
    public let passages: [Passage]
    /// The articles that the body links to, each once, in order of appearance; they need not exist.
    public let links: [ArticleID]
    /// The article that supersedes this one, or `nil`; of several, the one that comes into force first.
    public internal(set) var replacement: Replacement?

    /// A newer article that names this one in its `supersedes`.
    public struct Replacement: Hashable, Sendable {
        /// The newer article.
        public let articleID: ArticleID
        /// The first day on which the newer article is in force.
        public let validFrom: CalendarDate
    }

    /// Tells whether the article is in force on the day.
    ///
    /// Both ends of the term count as days in force. An article without an end, or with a later one, goes out of force on the
    /// day when its replacement comes into force. An article that has not begun is `notYetValid` even if it is replaced.
    /// - Parameter day: the day asked about, usually today in the company's time zone.
    /// - Returns: the state on that day; the replacement is named even before it comes into force.
    public func validity(on day: CalendarDate) -> Validity {
        if day < validFrom { return .notYetValid(from: validFrom) }
        let ends = [validTo?.dayAfter, replacement?.validFrom].compactMap(\.self)
        guard let since = ends.min(), since <= day else { return .current }
        return .expired(since: since, replacedBy: replacement?.articleID)
    }
}
