public import KnowledgeBase
public import ReplyPolicy
public import Retrieval
public import TextAnalysis

/// Makes suggestions for operators from one generation of the index.
///
/// Immutable and safe to share between tasks.
/// It depends on the index and the policy alone: no model, no database, no network.
public struct ReplySuggester: Sendable {
    /// Nearest articles that are listed.
    private static let maxArticles = 5

    private let searcher: KnowledgeSearcher
    private let analyzers: AnalyzerPool

    /// Makes a suggester.
    ///
    /// - Parameters:
    ///   - searcher: a generation of the index.
    ///   - analyzers: lends analysers for texts that are no queries.
    public init(searcher: KnowledgeSearcher, analyzers: AnalyzerPool = AnalyzerPool()) {
        self.searcher = searcher
        self.analyzers = analyzers
    }

    /// A draft for what a customer wrote, or the reason why there is none.
    ///
    /// - Parameters:
    ///   - conversation: the messages up to the one to be answered, the channel and the customer.
    ///   - engine: decides by the policy in force.
    ///   - today: the day on which articles must be in force to be quoted.
    /// - Returns: a draft for the operator or a hand-off, with the nearest articles; nothing is sent anywhere.
    /// - Throws: `.queryTooLong`; `.analysis` or `.index` when something is broken. No answer is not an error.
    public func suggest(
        for conversation: Conversation, engine: PolicyEngine = PolicyEngine(), today: CalendarDate
    ) throws(RetrievalError) -> Suggestion {
        let clock = ContinuousClock()
        let start = clock.now
        let evidence = try searcher.evidence(for: conversation.question, today: today)
        let retrieved = clock.now
        let questions = evidence.questions.map { ($0, Self.retrievedAnswer($0)) }
        let answerable = questions.filter { engine.isAnswerable($0.1) }.map(\.0)
        let draft = ExtractiveDrafter().draft(for: evidence.message, answering: answerable)
        let decision = engine.decide(conversation, retrieved: questions.map(\.1), draft: draft?.drafted)
        return try suggestion(
            conversation, engine, evidence, draft, decision,
            .init(retrieval: retrieved - start, total: clock.now - start))
    }

    /// The same check for a text that a person has written or changed, held against the articles that answer the conversation.
    ///
    /// - Parameters:
    ///   - text: the reply as the customer would read it.
    ///   - conversation: the messages up to the one to be answered, the channel and the customer.
    ///   - engine: decides by the policy in force.
    ///   - today: the day on which articles must be in force to be sources.
    /// - Returns: a suggestion whose draft is the text; each sentence cites the best articles of all questions.
    /// - Throws: as ``suggest(for:engine:today:)``.
    public func review(
        _ text: String, for conversation: Conversation, engine: PolicyEngine = PolicyEngine(), today: CalendarDate
    ) throws(RetrievalError) -> Suggestion {
        let clock = ContinuousClock()
        let start = clock.now
        let evidence = try searcher.evidence(for: conversation.question, today: today)
        let retrieved = clock.now
        let questions = evidence.questions.map { ($0, Self.retrievedAnswer($0)) }
        let answerable = questions.filter { engine.isAnswerable($0.1) }.compactMap(\.0.best)
        let draft = try mappingAnalysisErrors { () throws(AnalysisError) in
            try WrittenReply(answerable, analyzers: analyzers).draft(text)
        }
        let decision = engine.decide(conversation, retrieved: questions.map(\.1), draft: draft.drafted)
        return try suggestion(
            conversation, engine, evidence, draft, decision,
            .init(retrieval: retrieved - start, total: clock.now - start))
    }

    private func suggestion(
        _ conversation: Conversation, _ engine: PolicyEngine, _ evidence: AnswerEvidence, _ draft: ReplyDraft?,
        _ decision: PolicyDecision, _ timings: Suggestion.Timings
    ) throws(RetrievalError) -> Suggestion {
        let outcome = Self.outcome(decision, draft)
        var disclosure: String?
        if case .draft = outcome {
            disclosure = engine.policy.disclosure.text(
                isAutomatic: decision.automatic != nil, person: conversation.operatorName)
        }
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
            decision: decision,
            privacy: try Self.privacy(conversation, engine),
            disclosure: disclosure,
            generation: evidence.generation,
            timings: timings
        )
    }

    private static func privacy(
        _ conversation: Conversation, _ engine: PolicyEngine
    ) throws(RetrievalError) -> MessagePrivacy {
        try mappingAnalysisErrors { () throws(AnalysisError) in
            var mask = PersonalDataMask()
            for text in conversation.earlierQuestions { _ = try engine.masked(text, &mask) }
            let findings = try engine.personalData(in: conversation.question)
            return MessagePrivacy(findings: findings, maskedText: try engine.masked(conversation.question, &mask).text)
        }
    }

    private static func outcome(_ decision: PolicyDecision, _ draft: ReplyDraft?) -> Suggestion.Outcome {
        switch decision.outcome {
        case .suggest(let reviewed):
            // Fails closed: a decision for a draft that does not exist is a hand-off.
            draft.map { .draft($0.reviewed(reviewed)) } ?? .handoff(.noAnswer)
        case .handOff(let reason):
            .handoff(reason)
        }
    }

    private static func retrievedAnswer(_ question: QuestionEvidence) -> RetrievedAnswer {
        if Pleasantry.isAll(of: question.text) { return RetrievedAnswer(question: question.text, confidence: 0) }
        let withheld: RetrievedAnswer.Withheld? = question.withheld.map {
            $0.article.isCurrent ? .isInternal : .isExpired
        }
        return RetrievedAnswer(
            question: question.text,
            articleID: question.best?.article.id,
            section: question.best?.article.section,
            confidence: question.best?.confidence ?? 0,
            withheld: withheld,
            withheldConfidence: question.withheld?.confidence ?? 0,
            rival: question.rival?.sentences.map(\.text) ?? []
        )
    }
}

/// Runs `body`; an error of analysis becomes one of retrieval.
private func mappingAnalysisErrors<Result>(
    _ body: () throws(AnalysisError) -> Result
) throws(RetrievalError) -> Result {
    do throws(AnalysisError) {
        return try body()
    } catch {
        throw .analysis(error)
    }
}
