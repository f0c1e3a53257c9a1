public import Hummingbird
public import KnowledgeBase
import ReplyPolicy
import ReplySuggestion
import Retrieval

/// The routes of the service.
///
/// ```
/// GET  /                   the operator's page
/// POST /v1/suggestions     a draft for a customer's message, or a hand-off
/// POST /v1/reviews         the same check for a reply that a person wrote
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
    ///   - today: the day on which articles must be in force.
    /// - Returns: a router that a ``WebServer`` can serve.
    public static func make(
        knowledge: LiveKnowledge, policy: LivePolicy, today: @escaping @Sendable () -> CalendarDate
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
                    passages: searcher.passageCount
                ))
        }
        router.post("/v1/search") { request, _ in
            let body = try await request.decodedBody(as: SearchRequestBody.self)
            return Response.json(try search(body, knowledge.current().searcher, today()))
        }
        router.post("/v1/suggestions") { request, _ in
            let body = try await request.decodedBody(as: SuggestionRequestBody.self)
            return Response.json(try suggest(body, knowledge.current(), policy.engine(), today()))
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

    private static func article(_ id: String, _ searcher: KnowledgeSearcher) throws(APIError) -> ArticleAnswer {
        do throws(RetrievalError) {
            return ArticleAnswer(try searcher.article(id: id))
        } catch {
            throw APIError(error)
        }
    }
}
