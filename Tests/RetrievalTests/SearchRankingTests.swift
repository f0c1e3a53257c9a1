@testable import Retrieval
import SearchIndex
import Testing

@Suite struct SearchRankingTests {
    /// One article of 200 passages that all have the word twice, and `others` that have it once.
    private func crowded(others: Int) throws -> SearchFixture {
        let body = (1...200).map { "## Часть \($0)\n\nДоставка и ещё доставка.\n" }.joined(separator: "\n")
        let rest = (0..<others).map {
            ArticleText(id: 2 + $0, title: "Прочее \($0)", body: "Долгий рассказ о том, как однажды была доставка.\n")
        }
        return try SearchFixture([ArticleText(id: 1, title: "Доставка", body: body)] + rest)
    }

    @Test(arguments: [1, 2, 3, 5, 6, 7, 50])
    func `an article of many passages crowds out no other`(limit: Int) throws {
        let fixture = try crowded(others: 5)
        #expect(fixture.searcher.passageCount == 205)
        let found = try fixture.ids("доставка", limit: limit)
        #expect(found.count == min(limit, 6))
        #expect(found.first == "kb-0001")
        #expect(Set(found).count == found.count)
    }

    @Test func `a shorter list is the beginning of a longer one`() throws {
        let fixture = try SearchFixture.project()
        for query in ["как вернуть деньги за обувь", "доставка", "не пришёл код из смс", "искорки подписка карта"] {
            let all = try fixture.searcher.rankArticles(fixture.request(query, limit: 1_000))
            for limit in [1, 2, 3, 7, 20, 100] {
                let some = try fixture.searcher.rankArticles(fixture.request(query, limit: limit))
                #expect(some.map(\.id) == all.prefix(limit).map(\.id), "\(query), \(limit)")
                #expect(some.map(\.score) == all.prefix(limit).map(\.score), "\(query), \(limit)")
            }
        }
    }

    @Test func `the best of all passages stands for its article`() throws {
        let fixture = try SearchFixture.project()
        let request = fixture.request("сколько идёт возврат денег на карту", limit: 30, scope: .everything)
        for hit in try fixture.searcher.search(request).hits {
            let best = try #require(try fixture.searcher.explain(request, articleID: hit.article.id))
            #expect(best.value == hit.score)
        }
    }

    @Test func `hits fall by score and agree with the ranking`() throws {
        let fixture = try SearchFixture.project()
        let request = fixture.request("можно ли примерить обувь при курьере", limit: 40)
        let hits = try fixture.searcher.search(request).hits
        #expect(hits.count == 40)
        #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.score >= $1.score })
        let ranked = try fixture.searcher.rankArticles(request)
        #expect(ranked.map(\.id) == hits.map(\.article.id) && ranked.map(\.score) == hits.map(\.score))
    }

    @Test func `of equal scores the article that was indexed first comes first`() throws {
        let fixture = try SearchFixture(
            (1...20).map { ArticleText(id: $0, title: "Чек", body: "Чек придёт на почту.\n") })
        let expected = (1...20).map(ArticleText.id)
        #expect(try fixture.ids("чек", limit: 20) == expected)
        #expect(try fixture.ids("чек", limit: 7) == Array(expected.prefix(7)))
        // The second stage lifts the passages it looks at alike.
        #expect(Set(try fixture.hits("чек", limit: PassageReranker.passageCount).map(\.score)).count == 1)
    }

    @Test(arguments: [0, -1, Int.min]) func `a limit below one is one`(limit: Int) throws {
        #expect(try crowded(others: 1).ids("доставка", limit: limit) == ["kb-0001"])
    }

    @Test func `a limit may be as large as it likes`() throws {
        #expect(try crowded(others: 3).ids("доставка", limit: .max).count == 4)
    }

    @Test func `repeating a word changes nothing`() throws {
        let fixture = try SearchFixture.project()
        #expect(try fixture.hits("возврат обуви возврат, Возврат! обуви") == fixture.hits("возврат обуви"))
    }
}
