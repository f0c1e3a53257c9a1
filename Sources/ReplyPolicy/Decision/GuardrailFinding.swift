/// Something a guardrail noticed, with the words it rests on.
public struct GuardrailFinding: Equatable, Sendable {
    /// Which guardrail.
    public enum Kind: String, Equatable, CaseIterable, Sendable {
        /// The customer asks for a person.
        case humanRequest = "human_request"
        /// The message needs a person for another reason.
        case escalation
        /// The message or an article speaks to the machine.
        case machineInstruction = "machine_instruction"
        /// The channel or the customer's record stands against a machine's draft.
        case notAllowed = "not_allowed"
        /// A sentence of the draft is not covered by its citations.
        case ungroundedSentence = "ungrounded_sentence"
        /// The best passage may not be told to customers.
        case withheldArticle = "withheld_article"
        /// Two articles say different things.
        case contradiction
        /// One of several questions has no good answer in the base.
        case unansweredQuestion = "unanswered_question"
        /// The reply is not written as it should be.
        case form
    }

    /// Which text a range is in.
    public enum Place: String, Equatable, Sendable {
        /// What is to be answered: ``Conversation/question``.
        case message
        /// The sentence of the draft that the finding names.
        case draft
    }

    /// Which guardrail.
    public let kind: Kind
    /// A Russian sentence for the operator: what was noticed and why.
    public let message: String
    /// The reason it speaks for; `nil` when it is no reason for a hand-off.
    public let reason: HandoffReason?
    /// Which text the range is in; `nil` when there is no range.
    public let place: Place?
    /// The index of the draft's sentence, for findings in the draft.
    public let sentence: Int?
    /// Half-open, in UTF-8 bytes of that text.
    public let utf8Range: Range<Int>?

    /// Makes a finding.
    public init(
        kind: Kind, message: String, reason: HandoffReason? = nil, place: Place? = nil, sentence: Int? = nil,
        utf8Range: Range<Int>? = nil
    ) {
        self.kind = kind
        self.message = message
        self.reason = reason
        self.place = place
        self.sentence = sentence
        self.utf8Range = utf8Range
    }
}
