/// A reply before it is checked: sentences, who wrote them, and the spans of articles that they cite.
public struct DraftedReply: Equatable, Sendable {
    /// A span of an article.
    public struct Source: Equatable, Sendable {
        /// The article.
        public let articleID: String
        /// Half-open, in UTF-8 bytes of the article's plain text.
        public let utf8Range: Range<Int>
        /// The plain text of the span.
        public let text: String

        /// Makes a source.
        public init(articleID: String, utf8Range: Range<Int>, text: String) {
            self.articleID = articleID
            self.utf8Range = utf8Range
            self.text = text
        }
    }

    /// A sentence.
    public struct Sentence: Equatable, Sendable {
        /// What the customer would read, without the marker of a list item.
        public let text: String
        /// Indices of ``DraftedReply/sources``; empty for a greeting or a closing.
        public let citations: [Int]

        /// Makes a sentence.
        public init(text: String, citations: [Int]) {
            self.text = text
            self.citations = citations
        }
    }

    /// What a reply is for, which says what must be in it and how it can be checked.
    public enum Purpose: String, Equatable, Sendable {
        /// It answers: at least one claim of it must be supported.
        case answer
        /// It asks the customer back and answers nothing: questions and courtesies only.
        case clarification
        /// It is another's translation: its figures and addresses are compared, its words cannot be, and the operator is told so.
        case translation
        /// It tells a colleague what was written: its sources are messages, its figures must be theirs, its words may be others.
        case summary
    }

    /// The sentences in the order of reading.
    public let sentences: [Sentence]
    /// What they cite.
    public let sources: [Source]
    /// What it is for.
    public let purpose: Purpose

    /// Makes a draft.
    ///
    /// - Parameters:
    ///   - sentences: in the order of reading; a citation that is no index of `sources` counts as none.
    ///   - sources: what they cite.
    ///   - purpose: what it is for.
    public init(sentences: [Sentence], sources: [Source], purpose: Purpose = .answer) {
        self.sentences = sentences
        self.sources = sources
        self.purpose = purpose
    }
}

/// What the check of a draft left of it.
public struct ReviewedReply: Equatable, Sendable {
    /// What was found out about a sentence.
    public enum Verdict: String, Equatable, Sendable {
        /// It greets, closes or asks back, and claims nothing.
        case courtesy
        /// It is a quotation, letter for letter.
        case quotation
        /// Its sources say it, in other words.
        case supported
        /// Its sources say it in part.
        case partly
        /// Its sources do not say it.
        case unsupported
    }

    /// A sentence that was checked.
    public struct Sentence: Equatable, Sendable {
        /// Its index in the draft.
        public let index: Int
        /// What was found out.
        public let verdict: Verdict
        /// Indices of the sources that say it, ascending; of a quotation all that it cites.
        public let supports: [Int]
        /// A Russian sentence for the operator: what is wrong; `nil` when nothing is.
        public let note: String?

        /// Makes a sentence.
        public init(index: Int, verdict: Verdict, supports: [Int] = [], note: String? = nil) {
            self.index = index
            self.verdict = verdict
            self.supports = supports
            self.note = note
        }
    }

    /// The sentences that stay, in the order of the draft.
    public let sentences: [Sentence]
    /// The sentences that were taken out, in the order of the draft.
    public let removed: [Sentence]
}

/// What was found in the knowledge base for one question of a message.
public struct RetrievedAnswer: Equatable, Sendable {
    /// Why the article that beats the best usable one may not be told, if there is one.
    public enum Withheld: Equatable, Sendable {
        /// It is for operators only.
        case isInternal
        /// It is out of force, or not yet in force.
        case isExpired
    }

    /// The question, for messages to the operator.
    public let question: String
    /// The best article that may be told; `nil` when there is none.
    public let articleID: String?
    /// Its section, which is the topic of an automatic answer.
    public let section: String?
    /// The probability that it answers; 0 when there is none.
    public let confidence: Float
    /// The kind of a better article that may not be told.
    public let withheld: Withheld?
    /// The probability that the article which may not be told answers; 0 when there is none.
    public let withheldConfidence: Float
    /// The sentences of the second best article, if it is nearly as good: they are held against what the draft says.
    public let rival: [String]

    /// Makes an answer.
    public init(
        question: String, articleID: String? = nil, section: String? = nil, confidence: Float,
        withheld: Withheld? = nil, withheldConfidence: Float = 0, rival: [String] = []
    ) {
        self.question = question
        self.articleID = articleID
        self.section = section
        self.confidence = confidence
        self.withheld = withheld
        self.withheldConfidence = withheldConfidence
        self.rival = rival
    }
}
