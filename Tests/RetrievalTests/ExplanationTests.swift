import Retrieval
import SearchIndex
import Testing

@Suite struct ExplanationTests {
    @Test func `the value of an explanation is the score of the hit`() throws {
        let fixture = try SearchFixture.project()
        for query in ["как вернуть обувь", "не пришёл код", "стоимость доставки курьером до двери", "ип счёт", "как"] {
            let request = fixture.request(query, limit: 15)
            for hit in try fixture.searcher.search(request).hits {
                let explanation = try #require(try fixture.searcher.explain(request, articleID: hit.article.id))
                #expect(explanation.value == hit.score, "\(query), \(hit.article.id)")
                // The parts are rounded to floats one by one.
                #expect(abs(explanation.details.reduce(0) { $0 + $1.value } - hit.score) < 1e-4)
            }
        }
    }

    @Test func `an article without the words has no explanation`() throws {
        let fixture = try SearchFixture([
            ArticleText(id: 1, title: "Раз", body: "Курьер.\n"), ArticleText(id: 2, title: "Два", body: "Почта.\n"),
        ])
        #expect(try fixture.searcher.explain(fixture.request("курьер"), articleID: "kb-0002") == nil)
        #expect(try fixture.searcher.explain(fixture.request(""), articleID: "kb-0002") == nil)
    }

    @Test(arguments: ["kb-9999", "", "kb-0001 ", "\0"])
    func `an unknown article is an error`(id: String) throws {
        let fixture = try SearchFixture([ArticleText(id: 1)])
        #expect(throws: RetrievalError.articleNotFound(id: id)) {
            try fixture.searcher.explain(fixture.request("текст"), articleID: id)
        }
        #expect(throws: RetrievalError.articleNotFound(id: id)) { try fixture.searcher.article(id: id) }
    }

    @Test func `a query longer than the limit is told apart from an unknown article`() throws {
        let fixture = try SearchFixture([ArticleText(id: 1)])
        let text = String(repeating: "x", count: SearchRequest.maxTextBytes + 1)
        #expect(throws: RetrievalError.queryTooLong(byteCount: text.utf8.count, limit: SearchRequest.maxTextBytes)) {
            try fixture.searcher.explain(fixture.request(text), articleID: "kb-0001")
        }
    }

    private func layer(_ explanation: Explanation) -> String {
        String(explanation.description.prefix { $0 != ":" })
    }

    @Test func `every layer that matched is named`() throws {
        let fixture = try SearchFixture([ArticleText(id: 1, title: "Оплата", body: "Карта.\n")])
        let same = try #require(try fixture.searcher.explain(fixture.request("оплата"), articleID: "kb-0001"))
        #expect(same.details.first?.details.map(layer) == ["stem", "root", "form", "title"])
        let related = try #require(try fixture.searcher.explain(fixture.request("оплачивать"), articleID: "kb-0001"))
        #expect(related.details.first?.details.map(layer) == ["root"])
        #expect(related.value < same.value)
    }
}
