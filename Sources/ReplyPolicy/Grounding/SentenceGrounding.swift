public import TextAnalysis

/// A sentence of a draft with the spans that it cites.
public struct DraftClaim: Sendable {
    /// What the customer would read, without the marker of a list item.
    public let text: AnalyzedText
    /// Indices of the cited spans; may be empty.
    public let sources: [Int]

    /// Makes a claim.
    public init(text: AnalyzedText, sources: [Int]) {
        self.text = text
        self.sources = sources
    }
}

/// What the check found out about one sentence.
public struct SentenceGrounding: Equatable, Sendable {
    /// Whether the sentence may go out.
    public enum Verdict: String, Equatable, Sendable {
        /// It greets, thanks, closes or asks for a detail, and claims nothing.
        case courtesy
        /// The cited spans say it.
        case supported
        /// The cited spans say it in part, or with a condition that it leaves out.
        case partly
        /// The cited spans do not say it, or it could not be checked.
        case unsupported
    }

    /// The place in a span that supports a clause.
    public struct Support: Equatable, Hashable, Sendable {
        /// The index of the span.
        public let source: Int
        /// A sentence of the span, in UTF-8 bytes of the span's text.
        public let utf8Range: Range<Int>

        /// Makes a place.
        public init(source: Int, utf8Range: Range<Int>) {
            self.source = source
            self.utf8Range = utf8Range
        }
    }

    /// Whether it may go out.
    public let verdict: Verdict
    /// Where its support is, one for each clause that has any, in the order of the clauses, each once.
    public let supports: [Support]
    /// What is wrong, in the order of the text.
    public let problems: [GroundingProblem]

    /// Makes a result.
    public init(verdict: Verdict, supports: [Support], problems: [GroundingProblem]) {
        self.verdict = verdict
        self.supports = supports
        self.problems = problems
    }
}
