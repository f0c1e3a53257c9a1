/// What becomes of a message: a draft for the operator, or a person without one.
///
/// Never a message to the customer: sending needs an approval; see ``SuggestionLifecycle``.
public struct PolicyDecision: Equatable, Sendable {
    /// The two outcomes.
    public enum Outcome: Equatable, Sendable {
        /// What is left of the draft may be shown to the operator.
        case suggest(ReviewedReply)
        /// No draft; a person answers.
        case handOff(HandoffReason)
    }

    /// A rule that was asked, in the order in which rules are asked.
    public struct Step: Equatable, Sendable {
        /// The rules of a decision.
        public enum Rule: String, Equatable, CaseIterable, Sendable {
            /// Whether the texts could be read.
            case reading
            /// What is on record of the customer.
            case customer
            /// Whether the channel may be used.
            case channel
            /// Whether the message asks for a person or needs one.
            case escalation
            /// Whether the message or the articles speak to the machine.
            case screening
            /// Whether the knowledge base has an answer.
            case retrieval
            /// Whether articles contradict each other.
            case contradiction
            /// Whether the sources support the draft.
            case grounding
            /// Whether the reply is written as it should be.
            case form
            /// Whether a machine may answer alone.
            case automaticAnswer = "automatic_answer"
        }

        /// What came of it.
        public enum Result: String, Equatable, Sendable {
            /// Nothing stands against a draft.
            case pass
            /// The operator is warned, or something was taken out.
            case warn
            /// A person answers.
            case handOff = "handoff"
        }

        /// Which rule.
        public let rule: Rule
        /// What came of it.
        public let result: Result
        /// Why, in a Russian sentence.
        public let explanation: String

        /// Makes a step.
        public init(rule: Rule, result: Result, explanation: String) {
            self.rule = rule
            self.result = result
            self.explanation = explanation
        }
    }

    /// A draft or a hand-off.
    public let outcome: Outcome
    /// The rule by which a machine may send it alone; `nil` when an operator must approve it, as nearly always.
    public let automatic: AutoAnswerRule?
    /// What was noticed, for the operator, in the order of the rules.
    public let findings: [GuardrailFinding]
    /// Every rule that was asked, with its reason.
    public let steps: [Step]
    /// The version of the policy.
    public let policyVersion: String
}
