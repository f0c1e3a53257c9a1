/// Something a guardrail noticed, with the words it rests on.
public struct GuardrailFinding: Equatable, Sendable {
    /// Which guardrail.
    public enum Kind: String, Equatable, Sendable {
        /// The customer asks for a person.
        case humanRequest = "human_request"
        /// A sentence of the draft is not covered by its citations.
        case ungroundedSentence = "ungrounded_sentence"
        /// The best passage may not be told to customers.
        case withheldArticle = "withheld_article"
        /// One of several questions has no good answer in the base.
        case unansweredQuestion = "unanswered_question"
    }

    /// Which guardrail.
    public let kind: Kind
    /// A Russian sentence for the operator: what was noticed and why.
    public let message: String

    /// Makes a finding.
    public init(kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }
}
