import Foundation
import HTTPTypes
import Testing
import WebService

struct WebRouterTests {
    @Test func `search answers with articles, passages and highlights`() async throws {
        let service = try TestService()
        let answer = try await service.post("/v1/search", json: ["query": "как вернуть ботинки и обувь", "limit": 3])
        #expect(answer.status == .ok)
        let json = try answer.json()
        #expect(json["query"] as? String == "как вернуть ботинки и обувь")
        #expect(json["generation"] as? Int == 1)
        #expect(json["tookMicroseconds"] is Int)
        let hit = try #require((json["hits"] as? [[String: Any]])?.first)
        #expect(hit["articleID"] as? String == "kb-0001")
        #expect(hit["section"] as? String == "Возврат")
        let passage = try #require(hit["passage"] as? [String: Any])
        #expect(Set(passage.keys) == ["heading", "text", "utf8Range", "textRange"])
        let snippet = Array(try #require(hit["snippet"] as? String).utf8)
        let highlights = try #require(hit["highlights"] as? [[Int]])
        let words = highlights.map { String(decoding: snippet[$0[0]..<$0[1]], as: UTF8.self) }
        #expect(words == ["Обувь", "вернуть"] || words.contains("Обувь"))
    }

    @Test func `a suggestion quotes the article at exact bytes`() async throws {
        let service = try TestService()
        let answer = try await service.post("/v1/suggestions", json: ["message": "Добрый день! Как вернуть обувь?"])
        let json = try answer.json()
        #expect(json["outcome"] as? String == "suggestion")
        #expect(json["handoff"] is NSNull)
        let draft = try #require(json["draft"] as? [String: Any])
        #expect(draft["source"] as? String == "extractive")
        #expect((draft["text"] as? String)?.hasPrefix("Добрый день!") == true)
        let article = try await service.send(.get, "/v1/articles/kb-0001").json()
        let source = Array(try #require(article["source"] as? String).utf8)
        let text = Array(try #require(article["text"] as? String).utf8)
        var citationCount = 0
        for sentence in try #require(draft["sentences"] as? [[String: Any]]) {
            for citation in try #require(sentence["citations"] as? [[String: Any]]) {
                citationCount += 1
                let quote = try #require(citation["quote"] as? String)
                let plain = try #require(citation["textRange"] as? [Int])
                let original = try #require(citation["utf8Range"] as? [Int])
                #expect(String(decoding: text[plain[0]..<plain[1]], as: UTF8.self) == quote)
                let slice = String(decoding: source[original[0]..<original[1]], as: UTF8.self)
                #expect(slice.replacing("**", with: "") == quote)
            }
        }
        #expect(citationCount == 3)
    }

    @Test(arguments: ["Позовите оператора", "СОЕДИНИТЕ С ЖИВЫМ ЧЕЛОВЕКОМ", "вы бот?"])
    func `a request for a person is handed off`(message: String) async throws {
        let json = try await TestService().post("/v1/suggestions", json: ["message": message]).json()
        #expect(json["outcome"] as? String == "handoff")
        #expect(json["draft"] is NSNull)
        #expect((json["handoff"] as? [String: Any])?["reason"] as? String == "human_requested")
    }

    @Test func `a message nobody wrote about is handed off without an answer`() async throws {
        let json = try await TestService().post("/v1/suggestions", json: ["message": "Какая завтра погода в горах?"])
            .json()
        #expect((json["handoff"] as? [String: Any])?["reason"] as? String == "no_answer")
    }

    @Test func `an article is given whole, with its plain text`() async throws {
        let answer = try await TestService().send(.get, "/v1/articles/kb-0004")
        let json = try answer.json()
        #expect(json["title"] as? String == "Новогодняя ярмарка")
        #expect(json["validTo"] as? String == "2026-02-01")
        #expect(json["supersedes"] is NSNull)
        #expect((json["text"] as? String)?.contains("ёлочные игрушки") == true)
    }

    @Test func `health and readiness say what is open`() async throws {
        let service = try TestService()
        #expect(try await service.send(.get, "/healthz").json()["status"] as? String == "ok")
        let ready = try await service.send(.get, "/readyz").json()
        #expect(ready["articles"] as? Int == 6)
        #expect(ready["generation"] as? Int == 1)
    }

    @Test func `a rebuilt index is picked up and a damaged one is not`() async throws {
        let service = try TestService()
        try service.rebuild([TestService.article("kb-0009", "Самовывоз", body: "Самовывоз работает с 9 до 21.\n")])
        #expect(try await service.send(.get, "/readyz").json()["generation"] as? Int == 2)
        #expect(try await service.send(.get, "/v1/articles/kb-0001").status == .notFound)
        let pointer = service.folder.appendingPathComponent("current.sfl")
        try Data("damaged".utf8).write(to: pointer)
        let answer = try await service.post("/v1/search", json: ["query": "самовывоз"])
        #expect((try answer.json()["hits"] as? [Any])?.count == 1)
    }

    @Test func `the page runs by a fresh nonce and nothing else`() async throws {
        let service = try TestService()
        let first = try await service.send(.get, "/")
        let second = try await service.send(.get, "/")
        #expect(first.headers[.contentType] == "text/html; charset=utf-8")
        let policy = try #require(first.headers[.contentSecurityPolicy])
        #expect(policy.contains("default-src 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(policy != second.headers[.contentSecurityPolicy])
        let nonce = try #require(policy.split(separator: "'nonce-").dropFirst().first?.prefix { $0 != "'" })
        #expect(nonce.count == 32)
        #expect(first.text.contains("nonce=\"\(nonce)\""))
        #expect(!first.text.contains("{{nonce}}"))
        #expect(first.text.contains("Суфлёр"))
    }

    @Test(arguments: ["/", "/readyz", "/v1/articles/kb-0001", "/v1/articles/none", "/nothing"])
    func `every answer has the protective headers`(path: String) async throws {
        let answer = try await TestService().send(.get, path)
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
        #expect(answer.headers[.cacheControl] == "no-store")
    }
}
