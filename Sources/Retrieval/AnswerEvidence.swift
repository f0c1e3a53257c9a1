public import KnowledgeBase

/// What the knowledge base has to say to a customer's message, question by question.
public struct AnswerEvidence: Equatable, Sendable {
    /// The generation that was searched.
    public let generation: UInt64
    /// The message as it was searched: Russian typed on the wrong layout or in Latin letters is read as Russian.
    public let message: String
    /// One for each question of the message, in its order; empty when the message has no words.
    public let questions: [QuestionEvidence]
    /// The best articles for the whole message, of any audience, in force or not; best first.
    public let nearest: [RankedArticle]
}

/// An article with the score of its best passage.
public struct RankedArticle: Equatable, Sendable {
    /// The article.
    public let article: ArticleSummary
    /// The score of its best passage.
    public let score: Float
}

/// What was found for one question.
public struct QuestionEvidence: Equatable, Sendable {
    /// The question with its surroundings, as the customer wrote it.
    public let text: String
    /// Whether it asks how to do something, so that steps answer it.
    public let asksForSteps: Bool
    /// The best article that a customer may be told: public and in force.
    ///
    /// `nil` when none matches.
    public let best: PassageEvidence?
    /// The second best such article, if it scores nearly as well: what the two say can be held against each other.
    public let rival: PassageEvidence?
    /// The best article that a customer may not be told, if it clearly beats `best`: internal or out of force.
    public let withheld: WithheldEvidence?
}

/// An article that answers a question and may not be told to a customer.
public struct WithheldEvidence: Equatable, Sendable {
    /// The article.
    public let article: ArticleSummary
    /// The score of its best passage.
    public let score: Float
    /// The probability that it answers the question, from 0 to 1; see `docs/retrieval.md`.
    public let confidence: Float
}

/// A passage as evidence for an answer.
public struct PassageEvidence: Equatable, Sendable {
    /// Its article.
    public let article: ArticleSummary
    /// The whole article, as it was indexed.
    public let source: Article
    /// The number of the passage in the article.
    public let ordinal: Int
    /// The score of the passage.
    public let score: Float
    /// The probability that the article answers the question, from 0 to 1; see `docs/retrieval.md`.
    public let confidence: Float
    /// The sentences of the article, in its order.
    public let sentences: [SentenceEvidence]
}

/// A sentence of an article, a list item or a table row, as evidence.
public struct SentenceEvidence: Equatable, Sendable {
    /// The plain text; equal to the article's plain text in `utf8Range`.
    public let text: String
    /// Half-open UTF-8 range in the article's plain text.
    public let utf8Range: Range<Int>
    /// Half-open UTF-8 range in the article's source file.
    public let sourceRange: Range<Int>
    /// What block of the article it stands in.
    public let kind: PlainText.Kind
    /// The number of its block in the article.
    public let block: Int
    /// The number of its passage in the article.
    public let passage: Int
    /// The share of the question's idf mass whose words occur in it, from 0 to 1; words met only by root count half.
    public let worth: Float
}
