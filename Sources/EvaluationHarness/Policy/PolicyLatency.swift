public import Evaluation
public import ReplyPolicy
public import TextAnalysis

/// How long all checks of one message and its draft take on one thread: personal data found and masked, the message screened and looked through for
/// reasons to escalate, a draft of true rewordings grounded and its form checked.
public struct PolicyLatency: Sendable {
    private static let sentencesOfDraft = 6

    private struct Message: Decodable {
        let text: String
    }

    /// The latencies.
    public let summary: LatencySummary

    /// Measures, after a warm-up over the first hundred messages.
    ///
    /// - Parameters:
    ///   - messages: a set of messages.
    ///   - paraphrases: a set of rewordings, of which drafts are made.
    ///   - policy: the policy.
    ///   - analyzers: lends analysers.
    /// - Throws: a ``HarnessError`` when a set is malformed or empty; `AnalysisError` when a library refuses.
    public init(messages: String, paraphrases: String, policy: Policy, analyzers: AnalyzerPool) throws {
        let engine = PolicyEngine(policy: policy, analyzers: analyzers)
        let texts = try SetFile.read(messages, as: Message.self).map(\.text)
        let rewordings = try SetFile.read(paraphrases, as: ParaphraseEvaluation.Record.self)
        let drafts = stride(from: 0, to: rewordings.count, by: Self.sentencesOfDraft).map {
            Self.draft(rewordings[$0..<min($0 + Self.sentencesOfDraft, rewordings.count)])
        }
        guard !texts.isEmpty, !drafts.isEmpty else { throw HarnessError.emptySet(path: messages) }
        var microseconds: [Double] = []
        let clock = ContinuousClock()
        for (number, text) in (texts.prefix(100) + texts).enumerated() {
            let draft = drafts[number % drafts.count]
            let start = clock.now
            var mask = PersonalDataMask()
            _ = try engine.masked(text, &mask)
            _ = engine.decide(Conversation(text), retrieved: [Self.answer], draft: draft)
            if number >= min(100, texts.count) { microseconds.append((clock.now - start).microseconds) }
        }
        summary = try LatencySummary(microseconds: microseconds)
    }

    private static let answer = RetrievedAnswer(question: "вопрос", articleID: "kb-1", section: "Раздел", confidence: 1)

    private static func draft(_ records: ArraySlice<ParaphraseEvaluation.Record>) -> DraftedReply {
        DraftedReply(
            sentences: records.enumerated().map { .init(text: $0.element.paraphrase, citations: [$0.offset]) },
            sources: records.map { .init(articleID: "kb-1", utf8Range: 0..<$0.quote.utf8.count, text: $0.quote) })
    }
}
