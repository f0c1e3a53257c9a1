import KnowledgeBase
import Retrieval
import Testing

@Suite struct SearchScopeTests {
    private func base(today: String = "2026-11-22") throws -> SearchFixture {
        try SearchFixture(
            [
                ArticleText(id: 1, title: "Скидка открытая", body: "Скидка.\n"),
                ArticleText(id: 2, title: "Скидка служебная", audience: "internal", body: "Скидка.\n"),
                ArticleText(id: 3, title: "Скидка прошлая", validTo: "2026-11-21", body: "Скидка.\n"),
                ArticleText(id: 4, title: "Скидка последняя", validTo: "2026-11-22", body: "Скидка.\n"),
                ArticleText(id: 5, title: "Скидка будущая", validFrom: "2026-11-23", body: "Скидка.\n"),
                ArticleText(id: 6, title: "Скидка заменённая", body: "Скидка.\n"),
                ArticleText(id: 7, title: "Скидка новая", validFrom: "2026-11-22", supersedes: 6, body: "Скидка.\n"),
                ArticleText(
                    id: 8, title: "Скидка тайная", audience: "internal", validTo: "2026-01-31", body: "Скидка.\n"),
            ], today: today)
    }

    private func numbers(_ fixture: SearchFixture, _ scope: SearchRequest.Scope) throws -> [Int] {
        try fixture.ids("скидка", limit: 100, scope: scope).compactMap { Int($0.dropFirst(3)) }.sorted()
    }

    @Test func `customers find what is public and in force`() throws {
        #expect(try numbers(base(), .customers) == [1, 4, 7])
    }

    @Test func `operators find internal articles too`() throws {
        #expect(try numbers(base(), .operators) == [1, 2, 4, 7])
    }

    @Test func `everything is everything`() throws {
        #expect(try numbers(base(), .everything) == [1, 2, 3, 4, 5, 6, 7, 8])
    }

    @Test(arguments: [
        ("2025-12-31", []), ("2026-01-01", [1, 3, 4, 6]), ("2026-11-21", [1, 3, 4, 6]), ("2026-11-23", [1, 5, 7]),
        ("9999-12-31", [1, 5, 7]),
    ])
    func `the day decides what is in force`(today: String, expected: [Int]) throws {
        #expect(try numbers(base(today: today), .customers) == expected)
    }

    @Test func `the index agrees with the article on every day around a change`() throws {
        let fixture = try base()
        for iso in ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01", "2026-11-21", "2026-11-22", "2026-11-23"] {
            let day = try #require(CalendarDate(iso8601: iso))
            let request = SearchRequest(text: "скидка", limit: 100, scope: .everything, today: day)
            let hits = try fixture.searcher.search(request).hits
            #expect(hits.count == fixture.articles.count)
            for hit in hits {
                let article = try #require(fixture.articles.first { $0.id.rawValue == hit.article.id })
                #expect(hit.article.isCurrent == (article.validity(on: day) == .current), "\(iso) \(hit.article.id)")
            }
        }
    }

    @Test func `the scope does not change scores`() throws {
        let fixture = try base()
        let all = try fixture.searcher.rankArticles(fixture.request("скидка новая", limit: 100, scope: .everything))
        for (id, score) in try fixture.searcher.rankArticles(
            fixture.request("скидка новая", limit: 100, scope: .customers))
        {
            #expect(all.first { $0.id == id }?.score == score)
        }
    }
}
