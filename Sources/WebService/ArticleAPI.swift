public import KnowledgeBase

/// The answer of `GET /v1/articles/{id}`.
public struct ArticleAnswer: Encodable, Equatable, Sendable {
    /// The stable identifier.
    public let articleID: String
    /// The title.
    public let title: String
    /// The section.
    public let section: String
    /// `public` or `internal`.
    public let audience: String
    /// Keywords.
    public let tags: [String]
    /// Customers' questions that it answers.
    public let questions: [String]
    /// The first day in force.
    public let validFrom: String
    /// The last day in force; `null` without end.
    public let validTo: String?
    /// The article it replaced.
    public let supersedes: String?
    /// The department that answers for it.
    public let owner: String
    /// The day of the last edit.
    public let updated: String
    /// The body as plain text, a block on each line.
    public let text: String
    /// The complete source file.
    public let source: String

    /// The answer for an article.
    public init(_ article: Article) {
        articleID = article.id.rawValue
        title = article.title
        section = article.section
        audience = article.audience.rawValue
        tags = article.tags
        questions = article.questions
        validFrom = article.validFrom.description
        validTo = article.validTo?.description
        supersedes = article.supersedes?.rawValue
        owner = article.owner
        updated = article.updated.description
        text = article.plainText.text
        source = article.source
    }

    private enum CodingKeys: String, CodingKey {
        case articleID, title, section, audience, tags, questions, validFrom, validTo, supersedes, owner, updated, text,
            source
    }

    /// Encodes absent values as `null`, so that every answer has the same keys.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(articleID, forKey: .articleID)
        try container.encode(title, forKey: .title)
        try container.encode(section, forKey: .section)
        try container.encode(audience, forKey: .audience)
        try container.encode(tags, forKey: .tags)
        try container.encode(questions, forKey: .questions)
        try container.encode(validFrom, forKey: .validFrom)
        try container.encode(validTo, forKey: .validTo)
        try container.encode(supersedes, forKey: .supersedes)
        try container.encode(owner, forKey: .owner)
        try container.encode(updated, forKey: .updated)
        try container.encode(text, forKey: .text)
        try container.encode(source, forKey: .source)
    }
}
