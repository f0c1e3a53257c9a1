import LanguageModel
import ReplyPolicy
import Retrieval
import TextAnalysis

/// One question to a model: exactly what is sent, and what was masked in it.
struct ModelTask: Sendable {
    let prompt: RenderedPrompt
    let conversation: MaskedConversation

    /// The request.
    func request(operatorID: String) -> ChatRequest {
        let messages = prompt.turns.map { turn in
            let role: ChatMessage.Role =
                switch turn.role {
                case .system: .system
                case .user: .user
                case .assistant: .assistant
                }
            return ChatMessage(role: role, content: turn.text)
        }
        return ChatRequest(
            messages: messages, operatorID: operatorID, temperature: prompt.parameters.temperature,
            maxTokens: prompt.parameters.maxTokens)
    }

    /// What is known of an answer.
    func record(
        _ reply: ChatReply, isCached: Bool, start: ContinuousClock.Instant, firstText: ContinuousClock.Instant?
    ) -> ModelRecord {
        ModelRecord(
            provider: reply.provider, model: reply.model, prompt: "\(prompt.name).v\(prompt.version)",
            promptHash: prompt.templateHash, requestHash: prompt.contentHash,
            promptTokens: isCached ? 0 : reply.usage.promptTokens,
            completionTokens: isCached ? 0 : reply.usage.completionTokens,
            areTokensEstimated: !isCached && reply.usage.isEstimated, cost: isCached ? 0 : reply.cost,
            attempts: isCached ? 0 : reply.attempts, isCached: isCached,
            untilFirstText: isCached ? nil : firstText.map { $0 - start }, total: .now - start,
            masked: conversation.kinds)
    }
}

/// A question whose answer is a draft, and what the answer is checked by.
struct DraftTask: Sendable {
    let question: ModelTask
    let passages: NumberedPassages
    let purpose: DraftedReply.Purpose
    /// What the answer depends on.
    let key: ReplyCache.Key
}

extension ReplySuggester {
    /// The question for the draft of a reply; `nil` when there is nothing to answer from.
    func draftTask(
        _ ground: Groundwork, _ conversation: Conversation, _ engine: PolicyEngine, _ access: ModelAccess
    ) throws(RetrievalError) -> DraftTask? {
        let (passages, masked) = try material(ground, conversation, engine)
        let data = passages.data
        do throws(PromptRenderingError) {
            let prompt = try access.prompts.reply(
                passages: data, conversation: masked.messages, company: access.company, seed: access.random.next())
            return task(prompt, passages, masked, .answer, data + masked.messages, ground, engine, access)
        } catch {
            // No passages, no messages: nothing to ask.
            return nil
        }
    }

    /// The question for the change of a draft; `nil` when there is nothing to ask.
    ///
    /// The draft has with each sentence the places that say it.
    func refinementTask(
        _ kind: RefinementKind, of draft: ReplyDraft, _ ground: Groundwork, _ conversation: Conversation,
        _ engine: PolicyEngine, _ access: ModelAccess
    ) throws(RetrievalError) -> DraftTask? {
        var (passages, masked) = try material(ground, conversation, engine)
        let text = try mappingAnalysisErrors { () throws(AnalysisError) in
            try masked.text(of: draft, passages, engine)
        }
        let data = passages.data
        do throws(PromptRenderingError) {
            let prompt = try access.prompts.refinement(
                kind, of: text, passages: data, conversation: masked.messages, seed: access.random.next())
            return task(
                prompt, passages, masked, kind.purpose, data + masked.messages + [PromptDatum(.draft, text)], ground,
                engine, access, instruction: kind.name)
        } catch {
            return nil
        }
    }

    private func material(
        _ ground: Groundwork, _ conversation: Conversation, _ engine: PolicyEngine
    ) throws(RetrievalError) -> (NumberedPassages, MaskedConversation) {
        let masked = try mappingAnalysisErrors { () throws(AnalysisError) in
            try MaskedConversation(conversation, engine: engine)
        }
        return (NumberedPassages(of: ground.answerable), masked)
    }

    private func task(
        _ prompt: RenderedPrompt, _ passages: NumberedPassages, _ masked: MaskedConversation,
        _ purpose: DraftedReply.Purpose, _ data: [PromptDatum], _ ground: Groundwork, _ engine: PolicyEngine,
        _ access: ModelAccess, instruction: String = ""
    ) -> DraftTask {
        let key = ReplyCache.Key(
            texts: [instruction, access.company] + data.map { "\($0.label.words)\n\($0.text)" },
            generation: ground.evidence.generation,
            prompt: "\(prompt.name).v\(prompt.version) \(prompt.templateHash)",
            policyVersion: engine.policy.version, settingsVersion: access.settingsVersion)
        return DraftTask(
            question: ModelTask(prompt: prompt, conversation: masked), passages: passages, purpose: purpose, key: key)
    }
}

extension NumberedPassages {
    /// The passages as a prompt gives them, marks of prompts disarmed.
    var data: [PromptDatum] {
        let neutralizer = Neutralizer()
        return passages.enumerated().map { index, passage in
            PromptDatum(.passage(index + 1), neutralizer.neutralize(passage.text).text)
        }
    }
}

extension MaskedConversation {
    /// A draft as a prompt gives it: personal data masked, each claim with the numbers of its passages before its full stop.
    mutating func text(
        of draft: ReplyDraft, _ passages: NumberedPassages, _ engine: PolicyEngine
    ) throws(AnalysisError) -> String {
        var text = ""
        for sentence in draft.sentences {
            if !text.isEmpty { text += sentence.separator.rawValue }
            let masked = try masked(sentence.text, engine)
            var numbers: [Int] = []
            for number in sentence.citations.compactMap({ passages.number(of: $0) }) where !numbers.contains(number) {
                numbers.append(number)
            }
            let marks = numbers.sorted().map { "[\($0)]" }.joined()
            text += sentence.marker + Self.marked(masked, marks)
        }
        return Neutralizer().neutralize(text).text
    }

    private static func marked(_ sentence: String, _ marks: String) -> String {
        guard !marks.isEmpty else { return sentence }
        guard let end = sentence.last, ".!?…:".contains(end) else { return "\(sentence) \(marks)" }
        return "\(sentence.dropLast()) \(marks)\(end)"
    }
}

extension RefinementKind {
    /// What the result is for.
    var purpose: DraftedReply.Purpose {
        switch self {
        case .shorter, .warmer, .moreFormal, .simpler: .answer
        case .translated: .translation
        case .clarifyingQuestion: .clarification
        }
    }
}
