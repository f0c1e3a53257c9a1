public import ReplyPolicy
public import Retrieval

/// What the operator gets for a customer's message: a draft, or the reason why a person must answer alone; and the nearest articles.
public struct Suggestion: Equatable, Sendable {
    /// The two outcomes.
    public enum Outcome: Equatable, Sendable {
        /// A draft to read, edit and send.
        case draft(ReplyDraft)
        /// No draft; a person answers.
        case handoff(HandoffReason)
    }

    /// A draft or a hand-off.
    public let outcome: Outcome
    /// Why there is no draft; `nil` when there is one.
    public let noDraft: NoDraftReason?
    /// The best articles for the message, of any audience, in force or not; best first.
    ///
    /// They are no sources of the draft.
    public let articles: [RankedArticle]
    /// The questions of the message with the article that answers each best and how surely.
    public let questions: [AnsweredQuestion]
    /// What the policy decided, with its reasons.
    public let decision: PolicyDecision
    /// What the message says about a person.
    public let privacy: MessagePrivacy
    /// What the policy wants the customer to be told under the draft; `nil` for nothing, and for a hand-off.
    public let disclosure: String?
    /// The index generation that was searched.
    public let generation: UInt64
    /// Whether a language model wrote the draft, or why not.
    public let model: ModelOutcome
    /// The draft made of quotations beside one that a model wrote; `nil` when there is no other.
    public let quotations: ReplyDraft?
    /// What it took.
    public let timings: Timings

    /// Durations of the steps.
    public struct Timings: Equatable, Sendable {
        /// Search and evidence.
        public let retrieval: Duration
        /// Everything.
        public let total: Duration
    }
}

/// What a message says about a person.
public struct MessagePrivacy: Equatable, Sendable {
    /// The personal data in it, in its order; ranges count in UTF-8 bytes of the customer's unanswered messages joined by line feeds.
    public let findings: [PersonalDataFinding]
    /// The message with placeholders: the only form that may leave the company.
    public let maskedText: String
}

/// A question of a message and its best answer.
public struct AnsweredQuestion: Equatable, Sendable {
    /// The question with its surroundings, as the customer wrote it.
    public let text: String
    /// The article that answers best among those that a customer may be told.
    public let articleID: String?
    /// The probability that it answers, from 0 to 1.
    public let confidence: Float
}

/// A reply as a list of sentences, each with its sources.
public struct ReplyDraft: Equatable, Sendable {
    /// Who wrote the sentences.
    public enum Source: String, Equatable, Sendable {
        /// They are quotations.
        case extractive
        /// A language model.
        case model
        /// A person.
        case person
    }

    /// Who wrote the sentences.
    public let source: Source
    /// In the order of reading.
    ///
    /// Greeting and closing have no citations.
    public let sentences: [DraftSentence]
    /// What the policy has taken out, in the order of reading.
    public let removed: [DraftSentence]
    /// Which model wrote it; `nil` for quotations and persons.
    public let record: ModelRecord?

    /// Makes a draft that has not been reviewed.
    init(
        source: Source, sentences: [DraftSentence], removed: [DraftSentence] = [], record: ModelRecord? = nil
    ) {
        self.source = source
        self.sentences = sentences
        self.removed = removed
        self.record = record
    }

    /// The draft as one text: sentences of one paragraph on one line, list items on lines of their own.
    public var text: String {
        var text = ""
        for sentence in sentences {
            if !text.isEmpty { text += sentence.separator.rawValue }
            text += sentence.marker + sentence.text
        }
        return text
    }
}

/// A sentence of a draft.
public struct DraftSentence: Equatable, Sendable {
    /// What stands between a sentence and the one before.
    public enum Separator: String, Equatable, Sendable {
        /// The same paragraph goes on.
        case space = " "
        /// A new line, as for a list item.
        case line = "\n"
        /// A new paragraph.
        case paragraph = "\n\n"
    }

    /// The sentence, without the marker of a list item.
    public let text: String
    /// `1. ` or `— ` before a list item, else empty.
    public let marker: String
    /// What stands before it.
    public let separator: Separator
    /// Where it comes from.
    ///
    /// Empty for greeting and closing.
    public private(set) var citations: [Citation]
    /// What the review found out; `nil` before it.
    public private(set) var verdict: ReviewedReply.Verdict?
    /// A Russian sentence for the operator: what is wrong; `nil` when nothing is.
    public private(set) var note: String?

    /// Makes a sentence that has not been reviewed.
    init(text: String, marker: String, separator: Separator, citations: [Citation]) {
        self.text = text
        self.marker = marker
        self.separator = separator
        self.citations = citations
    }

    /// The sentence with what the review found out.
    func reviewed(_ sentence: ReviewedReply.Sentence, citations: [Citation]) -> DraftSentence {
        var copy = self
        copy.citations = citations
        copy.verdict = sentence.verdict
        copy.note = sentence.note
        return copy
    }
}

/// A place in an article.
public struct Citation: Equatable, Sendable {
    /// The article.
    public let article: ArticleSummary
    /// Half-open UTF-8 range in the article's source file.
    public let utf8Range: Range<Int>
    /// Half-open UTF-8 range in the article's plain text; its bytes are the quote's.
    public let textRange: Range<Int>
    /// The plain text of that range: the source without its Markdown.
    public let quote: String
}
