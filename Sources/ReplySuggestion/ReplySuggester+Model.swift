public import KnowledgeBase
import LanguageModel
public import ReplyPolicy
public import Retrieval
import TextAnalysis

/// Suggestions with the help of a language model: it writes over the quotations, and what it writes is checked sentence by sentence.
extension ReplySuggester {
    /// Is told each event in order, and is waited for.
    public typealias Receiver = @Sendable (SuggestionEvent) async -> Void

    /// A draft for what a customer wrote: quotations at once, a model's wording over them if there is one.
    ///
    /// The model is asked only for a conversation to which the policy lets a draft be made and for which articles answer. Whatever becomes of the
    /// model, the suggestion of quotations stays.
    ///
    /// - Parameters:
    ///   - conversation: the messages up to the one to be answered, the channel and the customer.
    ///   - engine: decides by the policy in force.
    ///   - today: the day on which articles must be in force to be quoted.
    ///   - operatorID: whose budget it counts against; an identifier, not a name.
    ///   - access: the model; `nil` when none is configured.
    ///   - receiver: is told what is known as soon as it is.
    /// - Returns: the suggestion as it stays, also told as the last event.
    /// - Throws: as ``suggest(for:engine:today:)``; a model's failure is no error.
    public func suggest(
        for conversation: Conversation, engine: PolicyEngine = PolicyEngine(), today: CalendarDate,
        operatorID: String, access: ModelAccess?, receiver: @escaping Receiver = { _ in }
    ) async throws(RetrievalError) -> Suggestion {
        let ground = try groundwork(conversation, engine, today)
        await receiver(.retrieved(ground.nearest, generation: ground.evidence.generation))
        let (quoted, draft) = try quoted(ground, conversation, engine)
        await receiver(.quoted(quoted))
        var final = quoted
        if draft != nil, case .draft = quoted.outcome, let access {
            if !access.model.isAvailable {
                final = quoted.with(model: .notWritten(.modelFailed, nil), since: ground.start)
            } else {
                final = try await inBackground { () async throws(RetrievalError) in
                    guard let task = try draftTask(ground, conversation, engine, access) else { return quoted }
                    return try await written(
                        task, over: quoted, ground, conversation, engine, operatorID, access, receiver)
                }
            }
        }
        await receiver(.finished(final))
        return final
    }

    /// Another wording of a draft, held against the same articles: it may say nothing that they do not say.
    ///
    /// - Parameters:
    ///   - kind: what is to be done.
    ///   - text: the draft as it stands in front of the operator.
    ///   - conversation: what it answers.
    ///   - engine: decides by the policy in force.
    ///   - today: the day on which articles must be in force to be sources.
    ///   - operatorID: whose budget it counts against.
    ///   - access: the model; `nil` when none is configured.
    ///   - receiver: as for a suggestion.
    /// - Returns: the suggestion with the new wording, or with the operator's own text, reviewed, when there is none.
    /// - Throws: as ``suggest(for:engine:today:)``.
    public func refine(
        _ kind: RefinementKind, _ text: String, for conversation: Conversation, engine: PolicyEngine = PolicyEngine(),
        today: CalendarDate, operatorID: String, access: ModelAccess?, receiver: @escaping Receiver = { _ in }
    ) async throws(RetrievalError) -> Suggestion {
        let ground = try groundwork(conversation, engine, today)
        let own = try mappingAnalysisErrors { () throws(AnalysisError) in
            try WrittenReply(ground.answerable.compactMap(\.best), analyzers: analyzers).draft(text)
        }
        let reviewed = try suggestion(ground, conversation, engine, own, purpose: .answer)
        await receiver(.quoted(reviewed))
        var final = reviewed
        if case .draft(let draft) = reviewed.outcome, let access,
            let task = try refinementTask(kind, of: draft, ground, conversation, engine, access)
        {
            final = try await written(
                task, over: reviewed, ground, conversation, engine, operatorID, access, receiver)
        }
        await receiver(.finished(final))
        return final
    }

    /// What a model is asked for a conversation, exactly as it would be sent.
    ///
    /// - Returns: the prompt; `nil` when the model would not be asked.
    /// - Throws: as ``suggest(for:engine:today:)``.
    public func prompt(
        for conversation: Conversation, engine: PolicyEngine = PolicyEngine(), today: CalendarDate, access: ModelAccess
    ) throws(RetrievalError) -> RenderedPrompt? {
        let ground = try groundwork(conversation, engine, today)
        guard case .draft = try quoted(ground, conversation, engine).suggestion.outcome else { return nil }
        return try draftTask(ground, conversation, engine, access)?.question.prompt
    }

    /// Runs what operators need not wait for where it is not in the way of what they wait for: other requests' quotations go first.
    private func inBackground(
        _ work: @escaping @Sendable () async throws(RetrievalError) -> Suggestion
    ) async throws(RetrievalError) -> Suggestion {
        let task = Task(priority: .utility) { () async -> Result<Suggestion, RetrievalError> in
            do throws(RetrievalError) {
                return .success(try await work())
            } catch {
                return .failure(error)
            }
        }
        return try await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }.get()
    }

    /// The suggestion with a model's wording; with the old one and the reason when there is none.
    private func written(
        _ task: DraftTask, over base: Suggestion, _ ground: Groundwork, _ conversation: Conversation,
        _ engine: PolicyEngine, _ operatorID: String, _ access: ModelAccess, _ receiver: @escaping Receiver
    ) async throws(RetrievalError) -> Suggestion {
        let start = ContinuousClock.now
        let analyzers = analyzers
        let writer = ModelDraftWriter(passages: task.passages, mask: task.question.conversation.mask) {
            () throws(AnalysisError) in
            let sources = task.passages.places.map {
                DraftedReply.Source(articleID: $0.article.id, utf8Range: $0.textRange, text: $0.quote)
            }
            return ModelDraftWriter.Tools(
                finder: try PlaceFinder(task.passages, analyzers: analyzers),
                check: try engine.sentenceCheck(against: sources, in: conversation, purpose: task.purpose))
        }
        let remembered = access.cache.reply(for: task.key)
        let reply: ChatReply
        do throws(ModelError) {
            reply = try await answer(task, remembered, operatorID, access, writer, receiver)
        } catch {
            return base.with(model: .notWritten(NoDraftReason(error), nil), since: ground.start)
        }
        for event in writer.finish() { await receiver(event) }
        let result = writer.result
        let record = task.question.record(
            reply, isCached: remembered != nil, start: start, firstText: result.firstText)
        if result.sentences.isEmpty {
            let reason = result.refusal.map { NoDraftReason($0) } ?? .modelFailed
            return base.with(model: .notWritten(reason, record), since: ground.start)
        }
        let draft = ReplyDraft(source: .model, sentences: result.sentences, record: record)
        let suggestion = try suggestion(ground, conversation, engine, draft, purpose: task.purpose)
        guard case .draft = suggestion.outcome, reply.finishReason != .contentFilter else {
            return base.with(model: .notWritten(suggestion.noDraft ?? .modelFailed, record), since: ground.start)
        }
        if remembered == nil, reply.finishReason == .stop { access.cache.insert(reply, for: task.key) }
        return suggestion.with(model: .written(record), over: base, since: ground.start)
    }

    /// Asks the model, or reads a remembered reply in its place.
    private func answer(
        _ task: DraftTask, _ remembered: ChatReply?, _ operatorID: String, _ access: ModelAccess,
        _ writer: ModelDraftWriter, _ receiver: @escaping Receiver
    ) async throws(ModelError) -> ChatReply {
        if let remembered {
            await receiver(.started)
            for event in writer.read(remembered.text) { await receiver(event) }
            return remembered
        }
        return try await access.model.reply(
            to: task.question.request(operatorID: operatorID), before: Deadline(after: access.patience)
        ) { event in
            switch event {
            case .started: await receiver(.started)
            case .text(let piece): for event in writer.read(piece) { await receiver(event) }
            }
        }
    }
}

extension Suggestion {
    /// The same with what became of the model.
    func with(model: ModelOutcome, over base: Suggestion? = nil, since start: ContinuousClock.Instant) -> Suggestion {
        var quotations: ReplyDraft?
        if case .draft(let draft)? = base?.outcome { quotations = draft }
        return Suggestion(
            outcome: outcome, noDraft: noDraft, articles: articles, questions: questions, decision: decision,
            privacy: privacy, disclosure: disclosure, generation: generation, model: model, quotations: quotations,
            timings: .init(retrieval: timings.retrieval, total: .now - start))
    }
}
