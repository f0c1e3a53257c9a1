import Hummingbird
import KnowledgeBase
import ReplyPolicy
import ReplySuggestion
import Retrieval

/// Suggestions as a stream of events.
struct SuggestionStream: Sendable {
    let suggester: ReplySuggester
    let engine: PolicyEngine
    let access: ModelAccess?
    let today: CalendarDate
    let turns: ConversationTurns

    /// A draft with a model's wording over it.
    func suggestion(_ body: SuggestionRequestBody) throws(APIError) -> Response {
        let conversation = try body.conversation()
        return response(body) { (receiver) async throws(RetrievalError) in
            try await suggester.suggest(
                for: conversation, engine: engine, today: today, operatorID: body.operatorKey, access: access,
                receiver: receiver)
        }
    }

    /// Another wording of a draft.
    func refinement(_ body: SuggestionRequestBody) throws(APIError) -> Response {
        let (conversation, kind, reply) = try body.refining()
        return response(body) { (receiver) async throws(RetrievalError) in
            try await suggester.refine(
                kind, reply, for: conversation, engine: engine, today: today, operatorID: body.operatorKey,
                access: access, receiver: receiver)
        }
    }

    private func response(
        _ body: SuggestionRequestBody,
        _ work: @escaping @Sendable (@escaping ReplySuggester.Receiver) async throws(RetrievalError) -> Suggestion
    ) -> Response {
        EventStream.response { [turns] send in
            let isLatest = await turns.run(body.conversationID) {
                do throws(RetrievalError) {
                    _ = try await work { event in
                        // A cancelled request has nothing more to say: what follows would be stale.
                        if !Task.isCancelled, let event = ServerSentEvent(event) { send(event) }
                    }
                } catch {
                    send(ServerSentEvent("error", ErrorAnswer(APIError(error))))
                }
            }
            if !isLatest { send(ServerSentEvent("stale", SuggestionAnswer.NoDraft(.stale))) }
        }
    }
}

extension ServerSentEvent {
    /// The event for one of a suggestion.
    init?(_ event: SuggestionEvent) {
        switch event {
        case .retrieved(let articles, let generation):
            self.init(
                "retrieved",
                RetrievedEvent(
                    articles: articles.map(SuggestionAnswer.NearestArticle.init), generation: generation))
        case .quoted(let suggestion): self.init("quoted", SuggestionAnswer(suggestion))
        case .started: self.init("started", EmptyEvent())
        case .sentence(let sentence, let isKept): self.init("sentence", SentenceEvent(sentence, isKept: isKept))
        case .restarted: self.init("restarted", EmptyEvent())
        case .finished(let suggestion): self.init("finished", SuggestionAnswer(suggestion))
        }
    }
}

/// The data of `retrieved`.
private struct RetrievedEvent: Encodable {
    let articles: [SuggestionAnswer.NearestArticle]
    let generation: UInt64
}

/// The data of `sentence`.
private struct SentenceEvent: Encodable {
    let marker: String
    let separator: String
    let isKept: Bool
    let sentence: SuggestionAnswer.Sentence

    init(_ sentence: DraftSentence, isKept: Bool) {
        marker = sentence.marker
        separator = sentence.separator.rawValue
        self.isKept = isKept
        self.sentence = SuggestionAnswer.Sentence(sentence)
    }
}

/// The data of an event that says all by its name.
private struct EmptyEvent: Encodable {}

extension SuggestionRequestBody {
    /// Whose budget it counts against.
    var operatorKey: String { operatorID ?? "unnamed" }

    /// What a refinement needs.
    func refining() throws(APIError) -> (Conversation, RefinementKind, String) {
        let conversation = try conversation()
        guard let reply, reply.contains(where: { !$0.isWhitespace }) else { throw .emptyReply }
        guard let kind = RefinementKind(name: refinement ?? "") else { throw .unknownRefinement }
        return (conversation, kind, reply)
    }
}

extension Request {
    /// Whether the client wants events as they come.
    var wantsEvents: Bool {
        headers[.accept]?.split(separator: ",").contains { $0.contains("text/event-stream") } ?? false
    }
}
