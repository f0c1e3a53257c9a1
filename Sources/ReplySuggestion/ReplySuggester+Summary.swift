import LanguageModel
public import ReplyPolicy
public import Retrieval
import TextAnalysis

/// Summaries for the person who takes over.
extension ReplySuggester {
    /// The most messages that are quoted, and the longest quotation in characters.
    private static let maxQuotations = 4
    private static let maxQuotation = 280

    /// What a colleague must know of a conversation.
    ///
    /// A model's summary may use other words than the messages, but no figures, names or addresses that are not theirs; a sentence without a message
    /// that it cites is left out. Without a model the customer's last messages are quoted.
    ///
    /// - Parameters:
    ///   - conversation: the messages.
    ///   - reason: why a person takes over.
    ///   - engine: masks and checks by the policy in force.
    ///   - operatorID: whose budget it counts against.
    ///   - access: the model; `nil` when none is configured.
    /// - Returns: a summary; of a conversation without messages an empty one.
    /// - Throws: `.analysis` when a message cannot be read.
    public func summary(
        of conversation: Conversation, reason: HandoffReason, engine: PolicyEngine = PolicyEngine(),
        operatorID: String, access: ModelAccess?
    ) async throws(RetrievalError) -> HandoffSummary {
        guard let access else { return Self.quoted(conversation, .notWritten(.modelOff, nil)) }
        let (masked, check) = try mappingAnalysisErrors { () throws(AnalysisError) in
            (
                try MaskedConversation(conversation, engine: engine),
                try engine.sentenceCheck(
                    against: conversation.messages.map {
                        .init(articleID: "", utf8Range: 0..<$0.text.utf8.count, text: $0.text)
                    }, in: conversation, purpose: .summary)
            )
        }
        let prompt: RenderedPrompt
        do throws(PromptRenderingError) {
            prompt = try access.prompts.handoffSummary(
                of: masked.messages, reason: reason.operatorMessage, seed: access.random.next())
        } catch {
            return Self.quoted(conversation, .notWritten(.nothingFound, nil))
        }
        let task = ModelTask(prompt: prompt, conversation: masked)
        let start = ContinuousClock.now
        let reply: ChatReply
        do throws(ModelError) {
            reply = try await access.model.reply(
                to: task.request(operatorID: operatorID), before: Deadline(after: access.patience))
        } catch {
            return Self.quoted(conversation, .notWritten(NoDraftReason(error), nil))
        }
        let record = task.record(reply, isCached: false, start: start, firstText: nil)
        let sentences = try Self.checked(reply.text, conversation, masked, check)
        guard !sentences.isEmpty else { return Self.quoted(conversation, .notWritten(.notGrounded, record)) }
        return HandoffSummary(sentences: sentences, source: .model, model: .written(record))
    }

    private static func checked(
        _ text: String, _ conversation: Conversation, _ masked: MaskedConversation, _ check: SentenceCheck
    ) throws(RetrievalError) -> [HandoffSummary.Sentence] {
        var reader = ModelReplyReader(passages: [], messages: Set(1..<(conversation.messages.count + 1)))
        var sentences: [HandoffSummary.Sentence] = []
        for event in reader.read(text) + reader.finish() {
            switch event {
            case .restarted: sentences = []
            case .refusal: break
            case .sentence(let sentence):
                let own = masked.mask.unmask(sentence.text).text
                let review = try mappingAnalysisErrors { () throws(AnalysisError) in
                    try check.review(
                        .init(text: own, citations: sentence.messages.map { $0 - 1 }), at: sentences.count)
                }
                guard check.treatment(of: review.verdict) != .remove, !sentence.messages.isEmpty else { continue }
                sentences.append(.init(text: own, messages: sentence.messages, note: review.note))
            }
        }
        return sentences
    }

    /// The customer's last messages as they are.
    private static func quoted(_ conversation: Conversation, _ model: ModelOutcome) -> HandoffSummary {
        let own = conversation.messages.enumerated().filter {
            $0.element.author == .customer && $0.element.text.contains { !$0.isWhitespace }
        }
        let sentences = own.suffix(maxQuotations).map { index, message in
            let text = message.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let quotation = text.count > maxQuotation ? text.prefix(maxQuotation) + "…" : text
            return HandoffSummary.Sentence(text: "Клиент пишет: «\(quotation)»", messages: [index + 1], note: nil)
        }
        return HandoffSummary(sentences: sentences, source: .extractive, model: model)
    }
}
