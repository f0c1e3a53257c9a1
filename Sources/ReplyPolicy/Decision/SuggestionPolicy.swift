/// The rules between a draft and the operator.
///
/// Pure: no model, no network, no clock.
public struct SuggestionPolicy: Equatable, Sendable {
    /// Below this probability an answer is no answer.
    public let minConfidence: Float

    /// Makes a policy.
    ///
    /// The default threshold is chosen on the development half of `evals/retrieval/sample`; see `docs/retrieval.md`.
    public init(minConfidence: Float = 0.35) {
        self.minConfidence = minConfidence
    }

    /// Decides what becomes of a message.
    ///
    /// In this order: a request for a person always hands off; then, if no question has a good enough answer, the reason is the better
    /// article that may not be told, else that there is none; then a draft with a sentence that its sources do not cover hands off.
    /// Questions without an answer beside answered ones become findings.
    ///
    /// - Parameter input: everything the decision depends on.
    /// - Returns: a draft for the operator or a hand-off; nothing else.
    public func decide(_ input: PolicyInput) -> PolicyDecision {
        if let request = HumanRequestGuardrail().finding(in: input.message) {
            return .handoff(reason: .humanRequested, findings: [request])
        }
        var findings: [GuardrailFinding] = []
        var firstReason: HandoffReason?
        for question in input.questions {
            guard let reason = reasonAgainst(question) else { continue }
            firstReason = firstReason ?? reason
            findings.append(Self.finding(for: question, reason))
        }
        let isAnswered = findings.count < input.questions.count
        guard isAnswered, !input.draft.isEmpty else {
            return .handoff(reason: firstReason ?? .noAnswer, findings: findings)
        }
        let ungrounded = GroundingGuardrail().findings(in: input.draft)
        guard ungrounded.isEmpty else { return .handoff(reason: .notGrounded, findings: findings + ungrounded) }
        return .suggest(findings: findings)
    }

    /// Whether a question may be answered from its best usable passage.
    ///
    /// - Parameter question: what was found for it.
    /// - Returns: `false` when nothing is sure enough or an article that may not be told beats it.
    public func isAnswerable(_ question: PolicyInput.Question) -> Bool {
        reasonAgainst(question) == nil
    }

    private func reasonAgainst(_ question: PolicyInput.Question) -> HandoffReason? {
        // Written so that a confidence that is no number fails closed: the answer is unsure, the obstacle sure.
        let isConfident = question.confidence >= minConfidence && question.confidence.isFinite
        let isWithheldConfident = !(question.withheldConfidence < minConfidence)
        switch question.withheld {
        case .isInternal? where isWithheldConfident: return .internalArticle
        case .isExpired? where isWithheldConfident: return .expiredArticle
        default: return isConfident ? nil : .noAnswer
        }
    }

    private static func finding(for question: PolicyInput.Question, _ reason: HandoffReason) -> GuardrailFinding {
        switch reason {
        case .internalArticle:
            GuardrailFinding(
                kind: .withheldArticle,
                message: "На вопрос «\(question.text)» лучше всего отвечает внутренняя статья: "
                    + "клиенту её не показываем.")
        case .expiredArticle:
            GuardrailFinding(
                kind: .withheldArticle,
                message: "На вопрос «\(question.text)» лучше всего отвечает статья, которая не действует.")
        case .humanRequested, .noAnswer, .notGrounded:
            GuardrailFinding(
                kind: .unansweredQuestion,
                message: "На вопрос «\(question.text)» в базе нет уверенного ответа: дополните черновик сами.")
        }
    }
}
