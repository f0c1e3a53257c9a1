import Foundation
import LanguageModel
import Logging
import ReplySuggestion
import Synchronization
import Testing
import WebService

/// Marks in everything that a customer or an operator writes must not come up in logs, and marks in personal data not in what a model is sent.
struct ConfidentialityTests {
    private static let personal = ["Кузнецова", "916 123-45-67", "canary@example.com", "4111 1111 1111 1111"]
    private static let mark = "канарейка"
    private static let message =
        "Здравствуйте, это Мария Кузнецова, телефон 8 916 123-45-67, почта canary@example.com, карта 4111 1111 1111 1111, "
        + "канарейка. Как вернуть обувь?"

    private final class Kept: Sendable {
        let sent = Mutex("")
        let logged = Mutex("")
    }

    private struct KeepingHandler: LogHandler {
        let kept: Kept
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            kept.logged.withLock { $0 += "\(event.message) \(event.metadata ?? [:]) \(metadata)\n" }
        }
    }

    private static func access(_ kept: Kept, _ error: ModelError?) throws -> ModelAccess {
        let model = ChatModel { request, _, receiver throws(ModelError) in
            let texts = request.messages.map(\.content).joined(separator: "\n")
            kept.sent.withLock { $0 += texts }
            if let error { throw error }
            // A model that says back all it was told.
            await receiver(.text(texts))
            return ChatReply(
                text: texts, finishReason: .stop, usage: TokenUsage(promptTokens: 1, completionTokens: 1),
                provider: "test", model: "m")
        }
        return ModelAccess(model: model, prompts: try SuggestionStreamTests.prompts(), cachedReplyCount: 10)
    }

    @Test func `nothing that people write is logged, and no personal data reaches a model`() async throws {
        for error in [nil, ModelError.timeout(provider: "test", limit: .deadline), .noProviderAnswered([])] {
            let kept = Kept()
            let logger = Logger(label: "kept") { _ in KeepingHandler(kept: kept) }
            let service = try TestService(access: try Self.access(kept, error), logger: logger)
            let body: [String: Any] = [
                "message": Self.message, "reply": Self.message, "refinement": "shorter", "query": Self.message,
                "earlier": [
                    ["author": "customer", "text": Self.message], ["author": "operator", "text": Self.message],
                ],
                "operatorName": Self.mark, "operatorID": Self.mark, "conversationID": Self.mark,
            ]
            let data = Array(try JSONSerialization.data(withJSONObject: body))
            for path in ["suggestions", "refinements", "reviews", "summaries", "search", "articles/" + "kb-9999"] {
                for accept in [nil, "text/event-stream"] {
                    _ = try await service.send(.post, "/v1/" + path, body: data, accept: accept)
                    _ = try await service.send(.post, "/v1/" + path, body: data.dropLast(), accept: accept)
                }
            }
            let (sent, logged) = (kept.sent.withLock { $0 }, kept.logged.withLock { $0 })
            #expect(sent.contains(Self.mark) && sent.contains("[ТЕЛЕФОН_1]"), "the model was asked")
            for secret in Self.personal {
                #expect(!sent.contains(secret), "\(secret) was sent")
                #expect(!logged.contains(secret), "\(secret) was logged")
            }
            #expect(!logged.contains(Self.mark))
        }
    }
}
