import ReplyPolicy
public import ReplySuggestion
import Retrieval

/// The body of `POST /v1/suggestions`.
struct SuggestionRequestBody: Decodable, Sendable {
    let message: String
}

/// The answer of `POST /v1/suggestions`, also what `sufler suggest --json` prints.
///
/// Ranges are half-open, in UTF-8 bytes.
public struct SuggestionAnswer: Encodable, Equatable, Sendable {
    /// `suggestion` or `handoff`.
    public let outcome: String
    /// The draft; `null` for a hand-off.
    public let draft: Draft?
    /// Why a person must answer alone; `null` for a suggestion.
    public let handoff: Handoff?
    /// The nearest articles; no sources of the draft.
    public let articles: [NearestArticle]
    /// The questions of the message.
    public let questions: [Question]
    /// What the policy noticed.
    public let findings: [Finding]
    /// The index generation.
    public let generation: UInt64
    /// What it took.
    public let timings: Timings

    /// A reply to edit and send.
    public struct Draft: Encodable, Equatable, Sendable {
        /// The whole reply.
        public let text: String
        /// `extractive` or `model`.
        public let source: String
        /// The reply sentence by sentence.
        public let sentences: [Sentence]
    }

    /// A sentence with its sources; greeting and closing have none.
    public struct Sentence: Encodable, Equatable, Sendable {
        /// The sentence.
        public let text: String
        /// Its sources.
        public let citations: [CitationBody]
    }

    /// A place in an article.
    public struct CitationBody: Encodable, Equatable, Sendable {
        /// The article.
        public let articleID: String
        /// Its title.
        public let title: String
        /// Its section.
        public let section: String
        /// The range in the article's source file.
        public let utf8Range: [Int]
        /// The range in the article's plain text; its bytes are the quote's.
        public let textRange: [Int]
        /// The plain text of the range.
        public let quote: String
    }

    /// Why there is no draft.
    public struct Handoff: Encodable, Equatable, Sendable {
        /// A reason from a closed list.
        public let reason: String
        /// What to tell the operator.
        public let message: String
    }

    /// An article near the message.
    public struct NearestArticle: Encodable, Equatable, Sendable {
        /// The article.
        public let articleID: String
        /// Its title.
        public let title: String
        /// Its section.
        public let section: String
        /// `public` or `internal`.
        public let audience: String
        /// Whether it is in force today.
        public let isCurrent: Bool
        /// The score of its best passage.
        public let score: Float
    }

    /// A question of the message and its best answer.
    public struct Question: Encodable, Equatable, Sendable {
        /// The question with its surroundings.
        public let text: String
        /// The article that answers best; `null` when none has a word of it.
        public let articleID: String?
        /// The probability that it answers, from 0 to 1.
        public let confidence: Float
    }

    /// Something the policy noticed.
    public struct Finding: Encodable, Equatable, Sendable {
        /// A kind from a closed list.
        public let kind: String
        /// What to tell the operator.
        public let message: String
    }

    /// What it took, without HTTP and JSON.
    public struct Timings: Encodable, Equatable, Sendable {
        /// Everything.
        public let totalMicroseconds: Int
        /// Search and evidence.
        public let retrievalMicroseconds: Int
    }

    /// The answer for a suggestion.
    public init(_ suggestion: Suggestion) {
        switch suggestion.outcome {
        case .draft(let reply):
            outcome = "suggestion"
            draft = Draft(reply)
            handoff = nil
        case .handoff(let reason):
            outcome = "handoff"
            draft = nil
            handoff = Handoff(reason: reason.rawValue, message: reason.operatorMessage)
        }
        articles = suggestion.articles.map {
            NearestArticle(
                articleID: $0.article.id,
                title: $0.article.title,
                section: $0.article.section,
                audience: $0.article.audienceName,
                isCurrent: $0.article.isCurrent,
                score: $0.score
            )
        }
        questions = suggestion.questions.map {
            Question(text: $0.text, articleID: $0.articleID, confidence: $0.confidence)
        }
        findings = suggestion.findings.map { Finding(kind: $0.kind.rawValue, message: $0.message) }
        generation = suggestion.generation
        timings = Timings(
            totalMicroseconds: suggestion.timings.total.wholeMicroseconds,
            retrievalMicroseconds: suggestion.timings.retrieval.wholeMicroseconds
        )
    }

    private enum CodingKeys: String, CodingKey {
        case outcome, draft, handoff, articles, questions, findings, generation, timings
    }

    /// Encodes `draft` and `handoff` as `null` where they are absent, so that every answer has the same keys.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(outcome, forKey: .outcome)
        try container.encode(draft, forKey: .draft)
        try container.encode(handoff, forKey: .handoff)
        try container.encode(articles, forKey: .articles)
        try container.encode(questions, forKey: .questions)
        try container.encode(findings, forKey: .findings)
        try container.encode(generation, forKey: .generation)
        try container.encode(timings, forKey: .timings)
    }
}

extension SuggestionAnswer.Draft {
    init(_ reply: ReplyDraft) {
        text = reply.text
        source = reply.source.rawValue
        sentences = reply.sentences.map { sentence in
            SuggestionAnswer.Sentence(
                text: sentence.text,
                citations: sentence.citations.map {
                    SuggestionAnswer.CitationBody(
                        articleID: $0.article.id,
                        title: $0.article.title,
                        section: $0.article.section,
                        utf8Range: $0.utf8Range.pair,
                        textRange: $0.textRange.pair,
                        quote: $0.quote
                    )
                }
            )
        }
    }
}
