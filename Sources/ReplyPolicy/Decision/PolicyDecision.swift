/// What becomes of a message: a draft for the operator, or a person without one.
///
/// Never a message to the customer.
public enum PolicyDecision: Equatable, Sendable {
    /// The draft may be shown to the operator.
    case suggest(findings: [GuardrailFinding])
    /// No draft; a person answers.
    case handoff(reason: HandoffReason, findings: [GuardrailFinding])
}

/// Everything the decision depends on.
///
/// It is a value: the same input gives the same decision.
public struct PolicyInput: Equatable, Sendable {
    /// What was found for one question of the message.
    public struct Question: Equatable, Sendable {
        /// Why the article that beats the best usable one may not be told, if there is one.
        public enum Withheld: Equatable, Sendable {
            /// It is for operators only.
            case isInternal
            /// It is out of force, or not yet in force.
            case isExpired
        }

        /// The question, for messages to the operator.
        public let text: String
        /// The probability that the best usable passage answers it; 0 when there is none.
        public let confidence: Float
        /// The kind of a better article that may not be told.
        public let withheld: Withheld?
        /// The probability that the article which may not be told answers it; 0 when there is none.
        public let withheldConfidence: Float

        /// Makes a question.
        public init(text: String, confidence: Float, withheld: Withheld? = nil, withheldConfidence: Float = 0) {
            self.text = text
            self.confidence = confidence
            self.withheld = withheld
            self.withheldConfidence = withheldConfidence
        }
    }

    /// What the customer wrote.
    public let message: String
    /// The questions in it.
    public let questions: [Question]
    /// The sentences of the draft; empty when there is none.
    public let draft: [GroundingGuardrail.Sentence]

    /// Makes an input.
    public init(message: String, questions: [Question], draft: [GroundingGuardrail.Sentence]) {
        self.message = message
        self.questions = questions
        self.draft = draft
    }
}
