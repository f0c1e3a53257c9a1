public import TextAnalysis

/// Decides what becomes of a message, by a policy.
///
/// ``decide(_:retrieved:draft:)`` is a pure function of the conversation, what was found, the draft and the policy: no model, no network, no clock.
/// Every rule is asked, whatever the others say, and gives its reason; the most urgent reason for a hand-off wins. What cannot be checked is
/// handed off.
public struct PolicyEngine: Sendable {
    /// The policy.
    public let policy: Policy

    private let analyzers: AnalyzerPool
    private let finder: PersonalDataFinder
    private let guardrails: ReplyGuardrails

    /// Makes an engine.
    ///
    /// - Parameters:
    ///   - policy: what the company has decided.
    ///   - analyzers: lends analysers; sharing one pool saves opening them again.
    public init(policy: Policy = Policy(), analyzers: AnalyzerPool = AnalyzerPool()) {
        self.policy = policy
        self.analyzers = analyzers
        finder = PersonalDataFinder(orderNumberPatterns: policy.orderNumberPatterns)
        guardrails = ReplyGuardrails(policy)
    }

    /// Decides.
    ///
    /// - Parameters:
    ///   - conversation: the messages up to the one to be answered, the channel and the customer.
    ///   - retrieved: what the knowledge base has, question by question.
    ///   - draft: a reply to be checked; `nil` when there is none.
    /// - Returns: what is left of the draft, or the reason why a person answers alone; with every reason on the way.
    public func decide(
        _ conversation: Conversation, retrieved: [RetrievedAnswer], draft: DraftedReply?
    ) -> PolicyDecision {
        do throws(AnalysisError) {
            let texts = try ConversationTexts(conversation, using: analyzers)
            var process = DecisionProcess(policy: policy, guardrails: guardrails, analyzers: analyzers)
            process.askCustomer(conversation.customer)
            process.askChannel(conversation.channel, conversation.customer)
            process.askEscalation(texts)
            process.askScreening(texts)
            process.askRetrieval(retrieved)
            try process.askContradiction(retrieved, draft)
            let reviewed = try process.askGrounding(draft, texts)
            let written = try process.askForm(draft, reviewed, conversation.channel, texts)
            return process.decision(written, retrieved, conversation.customer)
        } catch {
            let step = PolicyDecision.Step(
                rule: .reading, result: .handOff,
                explanation: "Текст не удалось разобрать, поэтому ничего не проверено: отвечает человек.")
            return PolicyDecision(
                outcome: .handOff(.checkFailed), automatic: nil, findings: [], steps: [step],
                policyVersion: policy.version)
        }
    }

    /// Prepares the check of sentences that are not written yet.
    ///
    /// - Parameters:
    ///   - sources: what the sentences will cite, by index.
    ///   - conversation: its figures and names may occur in a sentence.
    ///   - purpose: what the sentences are for.
    /// - Returns: the check that ``decide(_:retrieved:draft:)`` makes of a draft's sentences.
    /// - Throws: as ``personalData(in:)``.
    public func sentenceCheck(
        against sources: [DraftedReply.Source], in conversation: Conversation,
        purpose: DraftedReply.Purpose = .answer
    ) throws(AnalysisError) -> SentenceCheck {
        try SentenceCheck(
            sources: sources, conversation: try ConversationTexts(conversation, using: analyzers).all, purpose: purpose,
            policy: policy, guardrails: guardrails, analyzers: analyzers)
    }

    /// Builds the word lists of all guardrails now, so that the first message need not wait for them.
    public func prepare() {
        let source = DraftedReply.Source(articleID: "", utf8Range: 0..<0, text: "Заказ хранится 7 дней.")
        let draft = DraftedReply(
            sentences: [.init(text: "Храним заказ 7 дней.", citations: [0])], sources: [source])
        var mask = PersonalDataMask()
        do throws(AnalysisError) {
            _ = try masked("Иван, 8 916 123-45-67, ok", &mask)
        } catch {
            // Whoever asks next is told.
            return
        }
        _ = decide(Conversation("Где заказ, hello?"), retrieved: [], draft: draft)
    }

    /// Whether a question may be answered from its best usable passage.
    ///
    /// - Parameter answer: what was found for it.
    /// - Returns: `false` when nothing is sure enough or an article that may not be told beats it.
    public func isAnswerable(_ answer: RetrievedAnswer) -> Bool {
        policy.reason(against: answer) == nil
    }

    /// Finds the personal data of a text.
    ///
    /// - Parameter text: any text.
    /// - Returns: findings in the order of the text, not overlapping.
    /// - Throws: `AnalysisError` when the text is too long or a library refuses: then nothing may be passed on.
    public func personalData(in text: String) throws(AnalysisError) -> [PersonalDataFinding] {
        finder.findings(in: try AnalyzedText(text, using: analyzers))
    }

    /// Masks a text within a conversation.
    ///
    /// - Parameters:
    ///   - text: any text.
    ///   - mask: the placeholders of the conversation, which it may add to.
    /// - Returns: the text with placeholders, and which stands where.
    /// - Throws: as ``personalData(in:)``.
    public func masked(_ text: String, _ mask: inout PersonalDataMask) throws(AnalysisError) -> MaskedText {
        let analyzed = try AnalyzedText(text, using: analyzers)
        return mask.mask(analyzed, findings: finder.findings(in: analyzed))
    }
}

/// The guardrails of a decision, made once for a policy.
struct ReplyGuardrails: Sendable {
    let escalation = EscalationGuardrail()
    let screen = InjectionScreen()
    let contradiction = ContradictionGuardrail()
    let grounding = GroundingChecker()
    let sanitizer: ReplySanitizer
    let linter: ReplyLinter

    init(_ policy: Policy) {
        sanitizer = ReplySanitizer(rules: policy.form)
        linter = ReplyLinter(rules: policy.form)
    }
}

/// The texts of a conversation, analysed once.
struct ConversationTexts {
    /// What is to be answered.
    let question: AnalyzedText
    /// The customer's messages before, oldest first.
    let earlier: [AnalyzedText]
    /// What anybody wrote, oldest first: a number in it may occur in a reply.
    let all: [AnalyzedText]

    init(_ conversation: Conversation, using analyzers: AnalyzerPool) throws(AnalysisError) {
        question = try AnalyzedText(conversation.question, using: analyzers)
        var earlier: [AnalyzedText] = []
        for text in conversation.earlierQuestions { earlier.append(try AnalyzedText(text, using: analyzers)) }
        var others: [AnalyzedText] = []
        for message in conversation.messages where message.author != .customer {
            others.append(try AnalyzedText(message.text, using: analyzers))
        }
        self.earlier = earlier
        all = earlier + others + [question]
    }
}

extension Policy {
    /// Why a question may not be answered; `nil` when it may.
    func reason(against answer: RetrievedAnswer) -> HandoffReason? {
        let threshold = confidence.suggest
        // Written so that a confidence that is no number fails closed: the answer is unsure, the obstacle sure.
        let isConfident = answer.confidence >= threshold && answer.confidence.isFinite
        let isWithheldConfident = !(answer.withheldConfidence < threshold)
        switch answer.withheld {
        case .isInternal? where isWithheldConfident: return .internalArticle
        case .isExpired? where isWithheldConfident: return .expiredArticle
        default: return isConfident ? nil : .noAnswer
        }
    }
}
