import KnowledgeBase
import Retrieval
import SearchIndex
import Testing

@Suite struct ConcurrencyTests {
    private static let queries = [
        "возврат обуви", "курьер не приехал, что делать?", "искорки", "ип счёт", "", "как", "👍", "оплата картой",
    ]

    private func base(_ word: String) -> [ArticleText] {
        (1...30).map {
            ArticleText(
                id: $0, title: "Возврат \($0)", body: "Курьер \(word). Оплата картой и искорки, обувь \($0). Счёт.\n")
        }
    }

    @Test func `many tasks on one searcher see the same`() async throws {
        let fixture = try SearchFixture(base("едет"))
        let searcher = fixture.searcher
        let requests = Self.queries.map { fixture.request($0) }
        let today = fixture.today
        let expected = try requests.map { try searcher.search($0) }
        let evidence = try Self.queries.map { try searcher.evidence(for: $0, today: today) }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for task in 0..<32 {
                group.addTask {
                    let index = task % requests.count
                    let found = try searcher.search(requests[index])
                    return try found == expected[index]
                        && searcher.evidence(for: requests[index].text, today: today) == evidence[index]
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }

    @Test func `a searcher keeps its generation while the index is rebuilt`() throws {
        let fixture = try SearchFixture(base("едет"))
        let path = try #require(fixture.folder).path
        let before = try fixture.searcher.search(fixture.request("курьер едет"))
        let rebuilt = ArticleCollection.make(files: base("летит").map(\.file), today: fixture.today)
        for generation in 2...4 {
            try SearchFixture.index(rebuilt.articles, into: path)
            #expect(try fixture.searcher.search(fixture.request("курьер едет")) == before)
            let latest = try KnowledgeSearcher(directory: IndexDirectory(path: path))
            #expect(latest.generation == UInt64(generation))
            #expect(try latest.article(id: "kb-0001").plainText.text.hasPrefix("Курьер летит."))
        }
        #expect(fixture.searcher.generation == 1)
        #expect(try fixture.searcher.article(id: "kb-0001").plainText.text.hasPrefix("Курьер едет."))
    }

    @Test func `searchers open and search while generations are committed`() async throws {
        let fixture = try SearchFixture(base("едет"))
        let path = try #require(fixture.folder).path
        let articles = fixture.articles
        let request = fixture.request("курьер едет")
        let expected = try fixture.searcher.search(request).hits
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                for _ in 0..<8 { try SearchFixture.index(articles, into: path) }
                return true
            }
            for _ in 0..<3 {
                group.addTask {
                    for _ in 0..<8 {
                        let searcher = try KnowledgeSearcher(directory: IndexDirectory(path: path))
                        if try searcher.search(request).hits != expected { return false }
                    }
                    return true
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }
}
