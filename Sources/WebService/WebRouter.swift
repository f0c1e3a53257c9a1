public import Hummingbird
public import KnowledgeBase
import ReplyPolicy
public import ReplySuggestion
import Retrieval

/// The routes of the service.
///
/// ```
/// GET  /                   the operator's page
/// POST /v1/suggestions     a draft for a customer's message, or a hand-off
/// POST /v1/reviews         the same check for a reply that a person wrote
/// POST /v1/refinements     another wording of a draft
/// POST /v1/summaries       what a colleague who takes over must know
/// POST /v1/search          articles for a query
/// GET  /v1/articles/{id}   one article
/// GET  /healthz            the process lives        GET /readyz   the index is open
/// ```
public enum WebRouter {
    /// Makes the router.
    ///
    /// - Parameters:
    ///   - knowledge: what requests are answered from.
    ///   - policy: what requests are decided by.
    ///   - access: the language model; `nil` when none is configured.
    ///   - today: the day on which articles must be in force.
    /// - Returns: a router that a ``WebServer`` can serve.
    public static func make(
        knowledge: LiveKnowledge, policy: LivePolicy, access: ModelAccess? = nil,
        today: @escaping @Sendable () -> CalendarDate
    ) -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        router.add(middleware: SecurityHeadersMiddleware())
        let page = ConsolePage()
        router.get("/") { _, _ in page.response() }
        router.get("/healthz") { _, _ in Response.json(HealthAnswer(status: "ok")) }
        router.get("/readyz") { _, _ in
            let searcher = knowledge.current().searcher
            return Response.json(
                ReadyAnswer(
                    status: "ready",
                    generation: searcher.generation,
                    articles: searcher.articleCount,
                    passages: searcher.passageCount,
                    hasModel: access != nil
                ))
        }
        router.post("/v1/search") { request, _ in
            let body = try await request.decodedBody(as: SearchRequestBody.self)
            return Response.json(try search(body, knowledge.current().searcher, today()))
        }
        let turns = ConversationTurns()
        let stream = { @Sendable in
            SuggestionStream(
                suggester: knowledge.current().suggester, engine: policy.engine(), access: access, today: today(),
                turns: turns)
        }
        router.post("/v1/suggestions") { request, _ in
            let body = try await request.decodedBody(as: SuggestionRequestBody.self)
            if request.wantsEvents { return try stream().suggestion(body) }
            return Response.json(try suggest(body, knowledge.current(), policy.engine(), today()))
        }
        router.post("/v1/refinements") { request, _ in
            let body = try await request.decodedBody(as: SuggestionRequestBody.self)
            if request.wantsEvents { return try stream().refinement(body) }
            return Response.json(try await refine(body, stream()))
        }
        router.post("/v1/summaries") { request, _ in
            let body = try await request.decodedBody(as: SuggestionRequestBody.self)
            return Response.json(try await summarise(body, stream()))
        }
        router.post("/v1/reviews") { request, _ in
            let body = try await request.decodedBody(as: SuggestionRequestBody.self)
            return Response.json(try review(body, knowledge.current(), policy.engine(), today()))
        }
        router.get("/v1/articles/:id") { _, context in
            let id = try context.parameters.require("id")
            return Response.json(try article(id, knowledge.current().searcher))
        }
        return router
    }

    private static func search(
        _ body: SearchRequestBody, _ searcher: KnowledgeSearcher, _ today: CalendarDate
    ) throws(APIError) -> SearchAnswer {
        guard SearchRequestBody.limits.contains(body.limit ?? 10) else { throw .invalidLimit }
        guard body.query.contains(where: { !$0.isWhitespace }) else { throw .emptyText }
        do throws(RetrievalError) {
            let clock = ContinuousClock()
            let start = clock.now
            let response = try searcher.search(
                SearchRequest(text: body.query, limit: body.limit ?? 10, scope: .operators, today: today))
            return SearchAnswer(query: body.query, response: response, took: clock.now - start)
        } catch {
            throw APIError(error)
        }
    }

    private static func suggest(
        _ body: SuggestionRequestBody, _ generation: LiveKnowledge.Generation, _ engine: PolicyEngine,
        _ today: CalendarDate
    ) throws(APIError) -> SuggestionAnswer {
        let conversation = try body.conversation()
        do throws(RetrievalError) {
            return SuggestionAnswer(
                try generation.suggester.suggest(for: conversation, engine: engine, today: today))
        } catch {
            throw APIError(error)
        }
    }

    private static func review(
        _ body: SuggestionRequestBody, _ generation: LiveKnowledge.Generation, _ engine: PolicyEngine,
        _ today: CalendarDate
    ) throws(APIError) -> SuggestionAnswer {
        let conversation = try body.conversation()
        guard let reply = body.reply, reply.contains(where: { !$0.isWhitespace }) else { throw .emptyReply }
        do throws(RetrievalError) {
            return SuggestionAnswer(
                try generation.suggester.review(reply, for: conversation, engine: engine, today: today))
        } catch {
            throw APIError(error)
        }
    }

    private static func refine(
        _ body: SuggestionRequestBody, _ stream: SuggestionStream
    ) async throws(APIError) -> SuggestionAnswer {
        let (conversation, kind, reply) = try body.refining()
        do throws(RetrievalError) {
            return SuggestionAnswer(
                try await stream.suggester.refine(
                    kind, reply, for: conversation, engine: stream.engine, today: stream.today,
                    operatorID: body.operatorKey, access: stream.access))
        } catch {
            throw APIError(error)
        }
    }

    private static func summarise(
        _ body: SuggestionRequestBody, _ stream: SuggestionStream
    ) async throws(APIError) -> SummaryAnswer {
        let (conversation, reason) = (try body.conversation(), try body.handoffReason())
        do throws(RetrievalError) {
            return SummaryAnswer(
                try await stream.suggester.summary(
                    of: conversation, reason: reason, engine: stream.engine, operatorID: body.operatorKey,
                    access: stream.access))
        } catch {
            throw APIError(error)
        }
    }

    private static func article(_ id: String, _ searcher: KnowledgeSearcher) throws(APIError) -> ArticleAnswer {
        do throws(RetrievalError) {
            return ArticleAnswer(try searcher.article(id: id))
        } catch {
            throw APIError(error)
        }
    }
}
