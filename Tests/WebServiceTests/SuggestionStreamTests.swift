import Foundation
import LanguageModel
import ReplySuggestion
import Synchronization
import Testing
import WebService

struct SuggestionStreamTests {
    private static let good = "Здравствуйте! Вернуть обувь можно в течение 30 дней после получения [1]."
    private static let question = ["message": "Как вернуть обувь?"]

    /// What a model of the test has seen.
    private final class Seen: Sendable {
        let requests = Mutex(0)
        let cancellations = Mutex(0)
    }

    static func prompts() throws -> PromptLibrary {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let folder = root.appendingPathComponent("prompts")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
        return try PromptLibrary(
            files: names.map { ($0, Array(try Data(contentsOf: folder.appendingPathComponent($0)))) })
    }

    private static func access(_ model: ChatModel) throws -> ModelAccess {
        ModelAccess(model: model, prompts: try prompts(), cachedReplyCount: 0)
    }

    private static func saying(_ text: String) throws -> ModelAccess {
        try access(
            ChatModel { _, _, receiver throws(ModelError) in
                await receiver(.started(provider: "test"))
                await receiver(.text(text))
                return ChatReply(
                    text: text, finishReason: .stop, usage: TokenUsage(promptTokens: 10, completionTokens: 5),
                    provider: "test", model: "m")
            })
    }

    /// A model that begins and then says nothing until nobody waits any more; later requests are answered.
    private static func waiting(_ seen: Seen) throws -> ModelAccess {
        try access(
            ChatModel { _, _, receiver throws(ModelError) in
                let number = seen.requests.withLock {
                    $0 += 1
                    return $0
                }
                await receiver(.started(provider: "test"))
                guard number == 1 else {
                    await receiver(.text(good))
                    return ChatReply(
                        text: good, finishReason: .stop, usage: TokenUsage(promptTokens: 10, completionTokens: 5),
                        provider: "test", model: "m")
                }
                do {
                    try await Task.sleep(for: .seconds(60))
                } catch {
                    seen.cancellations.withLock { $0 += 1 }
                }
                throw .cancelled
            })
    }

    @Test func `articles come first, then the quotations, then the model's sentences, then what stays`() async throws {
        let events = try await TestService(access: Self.saying(Self.good)).events(
            "/v1/suggestions", json: Self.question)
        #expect(events.map(\.name) == ["retrieved", "quoted", "started", "sentence", "sentence", "finished"])
        let draft = try #require(events.last?.data["draft"] as? [String: Any])
        #expect(draft["source"] as? String == "model")
        let model = try #require(events.last?.data["model"] as? [String: Any])
        #expect(model["status"] as? String == "written")
        #expect((model["record"] as? [String: Any])?["prompt"] as? String == "reply.v1")
        #expect((events.last?.data["quotations"] as? [String: Any])?["source"] as? String == "extractive")
    }

    @Test func `without a model the stream is short and says why`() async throws {
        let events = try await TestService().events("/v1/suggestions", json: Self.question)
        #expect(events.map(\.name) == ["retrieved", "quoted", "finished"])
        let model = try #require(events.last?.data["model"] as? [String: Any])
        #expect((model["noDraft"] as? [String: Any])?["reason"] as? String == "model_off")
    }

    @Test func `a client that wants JSON never waits for a model`() async throws {
        let seen = Seen()
        let json = try await TestService(access: Self.waiting(seen)).post("/v1/suggestions", json: Self.question).json()
        #expect((json["draft"] as? [String: Any])?["source"] as? String == "extractive")
        #expect(seen.requests.withLock { $0 } == 0)
    }

    @Test func `a newer request makes the older one of the same conversation stale`() async throws {
        let seen = Seen()
        let service = try TestService(access: Self.waiting(seen))
        let body = Self.question.merging(["conversationID": "c-1"]) { $1 }
        let data = Array(try JSONSerialization.data(withJSONObject: body))
        async let older = service.send(.post, "/v1/suggestions", body: data, accept: "text/event-stream")
        while seen.requests.withLock({ $0 }) == 0 { await Task.yield() }
        let newer = try await service.events("/v1/suggestions", json: body)
        #expect(newer.last?.name == "finished")
        let text = try await older.text
        #expect(text.contains("event: stale") && !text.contains("event: finished"))
        #expect(seen.cancellations.withLock { $0 } == 1)
    }

    @Test func `requests of other conversations do not touch each other`() async throws {
        let service = try TestService(access: Self.saying(Self.good))
        for id in ["a", "b", "a"] {
            let events = try await service.events(
                "/v1/suggestions", json: Self.question.merging(["conversationID": id]) { $1 })
            #expect(events.last?.name == "finished")
        }
    }

    @Test func `when the client is gone the model is told to stop`() async throws {
        let seen = Seen()
        let service = try TestService(access: Self.waiting(seen))
        let data = Array(try JSONSerialization.data(withJSONObject: Self.question))
        await #expect(throws: TestService.ClientIsGone.self) {
            _ = try await service.send(
                .post, "/v1/suggestions", body: data, accept: "text/event-stream", leavesAfter: 3)
        }
        #expect(seen.cancellations.withLock { $0 } == 1)
    }

    @Test func `a refinement is streamed or waited for`() async throws {
        let body: [String: Any] = [
            "message": "Как вернуть обувь?", "refinement": "shorter",
            "reply": "Обувь можно вернуть в течение 30 дней после получения.",
        ]
        let service = try TestService(access: Self.saying("Вернуть обувь можно за 30 дней после получения [1]."))
        let events = try await service.events("/v1/refinements", json: body)
        #expect(events.map(\.name) == ["quoted", "started", "sentence", "finished"])
        let json = try await service.post("/v1/refinements", json: body).json()
        #expect(
            (json["draft"] as? [String: Any])?["text"] as? String == "Вернуть обувь можно за 30 дней после получения.")
    }

    @Test(
        arguments: [
            (["message": "Как?", "reply": "Так."], "unknown_refinement"),
            (["message": "Как?", "reply": "Так.", "refinement": "louder"], "unknown_refinement"),
            (["message": "Как?", "refinement": "shorter"], "empty_reply"),
            (["message": " ", "reply": "Так.", "refinement": "shorter"], "empty_text"),
        ]) func `a wrong refinement is named`(body: [String: String], code: String) async throws
    {
        for accept in [nil, "text/event-stream"] {
            let answer = try await TestService().send(
                .post, "/v1/refinements", body: Array(try JSONSerialization.data(withJSONObject: body)), accept: accept)
            #expect(answer.status == .badRequest)
            #expect((try answer.json()["error"] as? [String: Any])?["code"] as? String == code)
        }
    }

    @Test func `a summary cites messages; a wrong reason is named`() async throws {
        let service = try TestService(access: Self.saying("Клиент спрашивает, как вернуть обувь [С1]."))
        let json = try await service.post("/v1/summaries", json: Self.question).json()
        let sentence = try #require((json["sentences"] as? [[String: Any]])?.first)
        #expect(sentence["messages"] as? [Int] == [1])
        let wrong = try await service.post("/v1/summaries", json: ["message": "Как?", "reason": "mood"])
        #expect(wrong.status == .badRequest)
    }

    @Test func `readiness says whether there is a model`() async throws {
        for (access, has) in [(nil, false), (try Self.saying(""), true)] as [(ModelAccess?, Bool)] {
            let json = try await TestService(access: access).send(.get, "/readyz").json()
            #expect(json["hasModel"] as? Bool == has)
        }
    }
}
