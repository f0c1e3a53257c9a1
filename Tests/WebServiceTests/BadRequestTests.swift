import Foundation
import HTTPTypes
import Testing
import WebService

struct BadRequestTests {
    private func expectError(
        _ answer: TestService.Answer, _ status: HTTPResponse.Status, _ code: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(answer.status == status, sourceLocation: sourceLocation)
        let error = try #require(try answer.json()["error"] as? [String: Any], sourceLocation: sourceLocation)
        #expect(error["code"] as? String == code, sourceLocation: sourceLocation)
        let message = try #require(error["message"] as? String, sourceLocation: sourceLocation)
        #expect(message.unicodeScalars.contains { (0x410...0x44F).contains($0.value) }, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        "", "{", "[]", "{\"query\": 5}", "{\"message\": \"x\"}", "null", "{\"query\": \"a\", \"limit\": \"b\"}",
    ])
    func `a body that is not the expected JSON is refused`(body: String) async throws {
        try expectError(
            try await TestService().send(.post, "/v1/search", body: Array(body.utf8)), .badRequest, "invalid_json")
    }

    @Test func `a body that is not UTF-8 is refused`() async throws {
        let body = Array("{\"query\": \"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8)
        try expectError(try await TestService().send(.post, "/v1/search", body: body), .badRequest, "invalid_json")
    }

    @Test(arguments: ["", "   ", "\n\t"])
    func `an empty text is refused`(text: String) async throws {
        let service = try TestService()
        try expectError(try await service.post("/v1/search", json: ["query": text]), .badRequest, "empty_text")
        try expectError(try await service.post("/v1/suggestions", json: ["message": text]), .badRequest, "empty_text")
    }

    @Test(arguments: [0, -1, 101])
    func `a limit out of bounds is refused`(limit: Int) async throws {
        let answer = try await TestService().post("/v1/search", json: ["query": "обувь", "limit": limit])
        try expectError(answer, .badRequest, "invalid_limit")
    }

    @Test func `a long text and a large body are refused`() async throws {
        let service = try TestService()
        let long = String(repeating: "ы", count: 40_000)
        try expectError(
            try await service.post("/v1/suggestions", json: ["message": long]), .contentTooLarge, "text_too_long")
        let large = [UInt8](repeating: 0x20, count: 256 * 1024 + 1)
        try expectError(try await service.send(.post, "/v1/search", body: large), .contentTooLarge, "body_too_large")
    }

    @Test(arguments: ["/v1/articles/kb-9999", "/v1/articles/%D1%8B", "/v1/articles/..%2f..%2fetc"])
    func `an unknown article is not found`(path: String) async throws {
        try expectError(try await TestService().send(.get, path), .notFound, "article_not_found")
    }

    @Test func `an unknown address is not found`() async throws {
        try expectError(try await TestService().send(.get, "/v2/search"), .notFound, "not_found")
    }

    @Test(arguments: [
        "a", "\u{0}\u{1}\u{2}", "djpdhfn j,edb", "oбувь вeрнуть", "\u{202E}обувь\u{202C}", "🥾🥾🥾", "и в на",
        "\u{301}\u{301}",
        String(repeating: "обувь ", count: 4000),
    ])
    func `strange texts get an honest answer`(text: String) async throws {
        let service = try TestService()
        #expect(try await service.post("/v1/search", json: ["query": text]).status == .ok)
        #expect(try await service.post("/v1/suggestions", json: ["message": text]).status == .ok)
    }
}
