public import KnowledgeBase
public import ReplyPolicy
public import Retrieval
public import TextAnalysis

/// Makes suggestions for operators from one generation of the index.
///
/// Immutable and safe to share between tasks.
/// It depends on the index and the policy alone: no database, no network; a language model is asked only where one is handed over.
public struct ReplySuggester: Sendable {
    /// Nearest articles that are listed.
    private static let maxArticles = 5

    private let searcher: KnowledgeSearcher
    let analyzers: AnalyzerPool

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
        try quoted(try groundwork(conversation, engine, today), conversation, engine).suggestion
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
        let ground = try groundwork(conversation, engine, today)
        let draft = try mappingAnalysisErrors { () throws(AnalysisError) in
            try WrittenReply(ground.answerable.compactMap(\.best), analyzers: analyzers).draft(text)
        }
        return try suggestion(ground, conversation, engine, draft, purpose: .answer)
    }

    /// Looks for what the knowledge base has to say.
    func groundwork(
        _ conversation: Conversation, _ engine: PolicyEngine, _ today: CalendarDate
    ) throws(RetrievalError) -> Groundwork {
        let start = ContinuousClock.now
        let evidence = try searcher.evidence(for: conversation.question, today: today)
        let questions = evidence.questions.map { ($0, Self.retrievedAnswer($0)) }
        return Groundwork(
            evidence: evidence, retrieved: questions.map(\.1),
            answerable: questions.filter { engine.isAnswerable($0.1) }.map(\.0),
            nearest: Array(evidence.nearest.prefix(Self.maxArticles)), start: start,
            retrieval: ContinuousClock.now - start, privacy: try Self.privacy(conversation, engine))
    }

    /// The suggestion made of quotations.
    func quoted(
        _ ground: Groundwork, _ conversation: Conversation, _ engine: PolicyEngine
    ) throws(RetrievalError) -> (suggestion: Suggestion, draft: ReplyDraft?) {
        let draft = ExtractiveDrafter().draft(for: ground.evidence.message, answering: ground.answerable)
        return (try suggestion(ground, conversation, engine, draft, purpose: .answer), draft)
    }

    /// What the policy makes of a draft.
    func suggestion(
        _ ground: Groundwork, _ conversation: Conversation, _ engine: PolicyEngine, _ draft: ReplyDraft?,
        purpose: DraftedReply.Purpose
    ) throws(RetrievalError) -> Suggestion {
        let decision = engine.decide(
            conversation, retrieved: ground.retrieved, draft: draft?.drafted(for: purpose))
        let outcome = Self.outcome(decision, draft)
        let privacy = ground.privacy
        var disclosure: String?
        var noDraft: NoDraftReason?
        switch outcome {
        case .draft:
            disclosure = engine.policy.disclosure.text(
                isAutomatic: decision.automatic != nil, person: conversation.operatorName)
        case .handoff(let reason):
            let substance = MessageSubstance(
                maskedText: privacy.maskedText, hasPersonalData: !privacy.findings.isEmpty,
                isAnythingNear: !ground.nearest.isEmpty)
            noDraft = NoDraftReason(reason, substance)
        }
        return Suggestion(
            outcome: outcome,
            noDraft: noDraft,
            articles: ground.nearest,
            questions: ground.evidence.questions.map {
                AnsweredQuestion(
                    text: $0.text,
                    articleID: $0.best?.article.id,
                    confidence: $0.best?.confidence ?? 0
                )
            },
            decision: decision,
            privacy: privacy,
            disclosure: disclosure,
            generation: ground.evidence.generation,
            model: .notWritten(noDraft ?? .modelOff, nil),
            quotations: nil,
            timings: .init(retrieval: ground.retrieval, total: ContinuousClock.now - ground.start)
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

/// What was found for a conversation, before anything is written.
struct Groundwork {
    let evidence: AnswerEvidence
    /// The questions as the policy sees them.
    let retrieved: [RetrievedAnswer]
    /// The questions that may be answered.
    let answerable: [QuestionEvidence]
    /// The nearest articles, best first.
    let nearest: [RankedArticle]
    let start: ContinuousClock.Instant
    let retrieval: Duration
    let privacy: MessagePrivacy
}

/// Runs `body`; an error of analysis becomes one of retrieval.
func mappingAnalysisErrors<Result>(
    _ body: () throws(AnalysisError) -> Result
) throws(RetrievalError) -> Result {
    do throws(AnalysisError) {
        return try body()
    } catch {
        throw .analysis(error)
    }
}
