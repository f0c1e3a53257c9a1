import KnowledgeBase

/// What the index itself keeps of an article, beside its texts: identity, audience, term and what it replaces.
struct ArticleEntry: Equatable, Sendable {
    let id: String
    var isInternal = false
    /// The first day in force as ``ArticleEntry/number(_:)`` gives it; 0 for always.
    var validFrom: UInt32 = 0
    /// The first day after the article's own term; 0 for none.
    var expiredSince: UInt32 = 0
    /// The older article that this one replaces, as written in the file: it need not exist.
    var supersedes: String?
    /// The ``ContentHash`` of what was indexed; `nil` for a plain document.
    var contentHash: UInt64?
    /// Documents of the index, which follow each other; ≥ 1.
    var passageCount = 1
}

extension ArticleEntry {
    /// The entry of an article of the knowledge base.
    init(_ article: Article) {
        self.init(
            id: article.id.rawValue,
            isInternal: article.audience == .internal,
            validFrom: Self.number(article.validFrom),
            expiredSince: article.validTo.map { Self.number($0.dayAfter) } ?? 0,
            supersedes: article.supersedes?.rawValue,
            contentHash: ContentHash.hash(of: article),
            passageCount: article.passages.count
        )
    }

    /// A day as one ascending number, `year · 10000 + month · 100 + day`.
    static func number(_ day: CalendarDate) -> UInt32 {
        UInt32(day.year * 10_000 + day.month * 100 + day.day)
    }
}
