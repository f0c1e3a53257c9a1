import ReplyPolicy
public import ReplySuggestion
import Retrieval

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
    /// Why there is no draft, and what to do next; `null` when there is one.
    public let noDraft: NoDraft?
    /// Whether a language model wrote the draft, or why not.
    public let model: Model
    /// The draft made of quotations beside one that a model wrote; absent when there is no other.
    public let quotations: Draft?
    /// The nearest articles; no sources of the draft.
    public let articles: [NearestArticle]
    /// The questions of the message.
    public let questions: [Question]
    /// What the message says about a person.
    public let message: Message
    /// What the policy noticed.
    public let findings: [Finding]
    /// The policy and its reasons.
    public let policy: PolicyBody
    /// The index generation.
    public let generation: UInt64
    /// What it took.
    public let timings: Timings

    /// A reply to edit and send.
    public struct Draft: Encodable, Equatable, Sendable {
        /// The whole reply.
        public let text: String
        /// `extractive`, `model` or `person`.
        public let source: String
        /// The reply sentence by sentence.
        public let sentences: [Sentence]
        /// The sentences that the policy has taken out.
        public let removed: [Sentence]
        /// What the policy wants the customer to be told under the reply; absent for nothing.
        public let disclosure: String?
    }

    /// A sentence with its sources; greeting and closing have none.
    public struct Sentence: Encodable, Equatable, Sendable {
        /// The sentence.
        public let text: String
        /// Its sources.
        public let citations: [CitationBody]
        /// `courtesy`, `quotation`, `supported`, `partly` or `unsupported`.
        public let verdict: String
        /// What is wrong; `null` when nothing is.
        public let note: String?

        private enum CodingKeys: String, CodingKey { case text, citations, verdict, note }

        /// Encodes `note` as `null` where it is absent, so that every sentence has the same keys.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(text, forKey: .text)
            try container.encode(citations, forKey: .citations)
            try container.encode(verdict, forKey: .verdict)
            try container.encode(note, forKey: .note)
        }
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
        /// `urgent`, `high` or `normal`.
        public let priority: String
        /// What to tell the operator.
        public let message: String
        /// What may be written to the customer meanwhile.
        public let customerMessage: String
        /// Who should take it, in a word or two.
        public let routing: String
    }

    /// Why something is missing, and what to do about it.
    public struct NoDraft: Encodable, Equatable, Sendable {
        /// A reason from a closed list.
        public let reason: String
        /// What to tell the operator.
        public let message: String
        /// What the operator does best now.
        public let nextStep: String
    }

    /// What became of the wish for a text of a model.
    public struct Model: Encodable, Equatable, Sendable {
        /// `written` or `not_written`.
        public let status: String
        /// Why not; absent when it was written.
        public let noDraft: NoDraft?
        /// Which model answered, with what and at what cost; absent when none did.
        public let record: Record?
    }

    /// Which model answered, with what and at what cost.
    public struct Record: Encodable, Equatable, Sendable {
        /// The provider, as it is configured.
        public let provider: String
        /// The model, as the provider names it.
        public let model: String
        /// The prompt's name and version.
        public let prompt: String
        /// The hash of the prompt's file, in hexadecimal digits.
        public let promptHash: String
        /// The hash of what was sent.
        public let requestHash: String
        /// Tokens of the request.
        public let promptTokens: Int
        /// Tokens of the answer.
        public let completionTokens: Int
        /// Whether the server gave no count and this one is guessed.
        public let areTokensEstimated: Bool
        /// Millionths of the currency unit of the settings.
        public let costMillionths: Int
        /// Requests that were sent for it.
        public let attempts: Int
        /// Whether the reply was remembered from an earlier request.
        public let isCached: Bool
        /// From the request to the first words; absent for a remembered reply.
        public let firstTextMicroseconds: Int?
        /// From the request to the end.
        public let totalMicroseconds: Int
        /// The kinds of personal data that were masked.
        public let masked: [String]
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

    /// What a message says about a person.
    public struct Message: Encodable, Equatable, Sendable {
        /// The message with placeholders.
        public let masked: String
        /// What was found; the values themselves are not repeated.
        public let personalData: [PersonalData]
    }

    /// Personal data in the message.
    public struct PersonalData: Encodable, Equatable, Sendable {
        /// A kind from a closed list.
        public let kind: String
        /// Its Russian name.
        public let name: String
        /// Where it stands in the message.
        public let utf8Range: [Int]
        /// How sure it is, from 0 to 1.
        public let score: Float
        /// By what it was recognised.
        public let explanation: String
    }

    /// Something the policy noticed.
    public struct Finding: Encodable, Equatable, Sendable {
        /// A kind from a closed list.
        public let kind: String
        /// What to tell the operator.
        public let message: String
        /// The reason for a hand-off that it speaks for; absent when it is none.
        public let reason: String?
        /// `message` or `draft`: which text the range counts in; absent when there is no range.
        public let place: String?
        /// The number of the draft's sentence before the review, from 0; absent for the message.
        public let sentence: Int?
        /// Where it stands in that text.
        public let utf8Range: [Int]?
    }

    /// The policy and its reasons.
    public struct PolicyBody: Encodable, Equatable, Sendable {
        /// The version of the policy.
        public let version: String
        /// The topic that an administrator has switched on for automatic answers, if this is one; absent otherwise.
        public let automatic: Automatic?
        /// Every rule that was asked, in order.
        public let steps: [Step]
    }

    /// The rule of an automatic answer.
    public struct Automatic: Encodable, Equatable, Sendable {
        /// The section of the article.
        public let topic: String
        /// The administrator who answers for it.
        public let switchedOnBy: String
    }

    /// A rule with its reason.
    public struct Step: Encodable, Equatable, Sendable {
        /// A rule from a closed list.
        public let rule: String
        /// `pass`, `warn` or `handoff`.
        public let result: String
        /// Why.
        public let explanation: String
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
            draft = Draft(reply, suggestion.disclosure)
            handoff = nil
        case .handoff(let reason):
            outcome = "handoff"
            draft = nil
            handoff = Handoff(reason)
        }
        noDraft = suggestion.noDraft.map(NoDraft.init)
        model = Model(suggestion.model)
        quotations = suggestion.quotations.map { Draft($0, suggestion.disclosure) }
        articles = suggestion.articles.map(NearestArticle.init)
        questions = suggestion.questions.map {
            Question(text: $0.text, articleID: $0.articleID, confidence: $0.confidence)
        }
        message = Message(suggestion.privacy)
        findings = suggestion.decision.findings.map(Finding.init)
        policy = PolicyBody(suggestion.decision)
        generation = suggestion.generation
        timings = Timings(
            totalMicroseconds: suggestion.timings.total.wholeMicroseconds,
            retrievalMicroseconds: suggestion.timings.retrieval.wholeMicroseconds
        )
    }

    private enum CodingKeys: String, CodingKey {
        case outcome, draft, handoff, noDraft, model, quotations, articles, questions, message, findings, policy,
            generation, timings
    }

    /// Encodes `draft` and `handoff` as `null` where they are absent, so that every answer has the same keys.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(outcome, forKey: .outcome)
        try container.encode(draft, forKey: .draft)
        try container.encode(handoff, forKey: .handoff)
        try container.encode(noDraft, forKey: .noDraft)
        try container.encode(model, forKey: .model)
        try container.encodeIfPresent(quotations, forKey: .quotations)
        try container.encode(articles, forKey: .articles)
        try container.encode(questions, forKey: .questions)
        try container.encode(message, forKey: .message)
        try container.encode(findings, forKey: .findings)
        try container.encode(policy, forKey: .policy)
        try container.encode(generation, forKey: .generation)
        try container.encode(timings, forKey: .timings)
    }
}
