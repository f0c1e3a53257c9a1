public import KnowledgeBase
public import ReplyPolicy
public import Retrieval

/// Makes suggestions for operators from one generation of the index.
///
/// Immutable and safe to share between tasks.
/// It depends on the index alone: no model, no database, no network.
public struct ReplySuggester: Sendable {
    /// Nearest articles that are listed.
    private static let maxArticles = 5

    private let searcher: KnowledgeSearcher
    private let policy: SuggestionPolicy

    /// Makes a suggester.
    public init(searcher: KnowledgeSearcher, policy: SuggestionPolicy = SuggestionPolicy()) {
        self.searcher = searcher
        self.policy = policy
    }

    /// A draft for a message, or the reason why there is none.
    ///
    /// - Parameters:
    ///   - message: what the customer wrote.
    ///   - today: the day on which articles must be in force to be quoted.
    /// - Returns: a draft for the operator or a hand-off, with the nearest articles; nothing is sent anywhere.
    /// - Throws: `.queryTooLong`; `.analysis` or `.index` when something is broken. No answer is not an error.
    public func suggest(for message: String, today: CalendarDate) throws(RetrievalError) -> Suggestion {
        let clock = ContinuousClock()
        let start = clock.now
        let evidence = try searcher.evidence(for: message, today: today)
        let retrieved = clock.now
        let questions = evidence.questions.map { ($0, Self.policyQuestion($0)) }
        let answerable = questions.filter { policy.isAnswerable($0.1) }.map(\.0)
        let draft = ExtractiveDrafter().draft(for: evidence.message, answering: answerable)
        let decision = policy.decide(
            PolicyInput(
                // Both readings: what asks for a person in either asks for one.
                message: evidence.message == message ? message : message + "\n" + evidence.message,
                questions: questions.map(\.1),
                draft: draft?.sentences.map { .init(text: $0.text, quotes: $0.citations.map(\.quote)) } ?? []
            ))
        let (outcome, findings) = Self.outcome(decision, draft)
        return Suggestion(
            outcome: outcome,
            articles: Array(evidence.nearest.prefix(Self.maxArticles)),
            questions: evidence.questions.map {
                AnsweredQuestion(
                    text: $0.text,
                    articleID: $0.best?.article.id,
                    confidence: $0.best?.confidence ?? 0
                )
            },
            findings: findings,
            generation: evidence.generation,
            timings: .init(retrieval: retrieved - start, total: clock.now - start)
        )
    }

    private static func outcome(
        _ decision: PolicyDecision, _ draft: ReplyDraft?
    ) -> (Suggestion.Outcome, [GuardrailFinding]) {
        switch decision {
        case .suggest(let findings):
            // Fails closed: a decision for a draft that does not exist is a hand-off.
            (draft.map { .draft($0) } ?? .handoff(.noAnswer), findings)
        case .handoff(let reason, let findings):
            (.handoff(reason), findings)
        }
    }

    private static func policyQuestion(_ question: QuestionEvidence) -> PolicyInput.Question {
        if Pleasantry.isAll(of: question.text) { return PolicyInput.Question(text: question.text, confidence: 0) }
        let withheld: PolicyInput.Question.Withheld? = question.withheld.map {
            $0.article.isCurrent ? .isInternal : .isExpired
        }
        return PolicyInput.Question(
            text: question.text,
            confidence: question.best?.confidence ?? 0,
            withheld: withheld,
            withheldConfidence: question.withheld?.confidence ?? 0
        )
    }
}
