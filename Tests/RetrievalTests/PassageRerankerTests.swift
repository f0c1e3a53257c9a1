import KnowledgeBase
import Retrieval
import SearchIndex
import TestSupport
import Testing
import TextAnalysis

@testable import Retrieval

@Suite struct PassageRerankerTests {
    private func searcher(_ texts: [String], stages: RankingStages = .both) throws -> KnowledgeSearcher {
        let folder = try TemporaryFolder()
        var indexer = try KnowledgeIndexer()
        for (number, text) in texts.enumerated() {
            try indexer.add(PlainDocument(id: "\(number)", title: "", text: text))
        }
        let directory = IndexDirectory(path: folder.path)
        _ = try indexer.commit(to: directory)
        return try KnowledgeSearcher(directory: directory, stages: stages)
    }

    private func ranking(_ searcher: KnowledgeSearcher, _ query: String, limit: Int = 100) throws -> [(
        id: String, score: Float
    )] {
        try searcher.rankArticles(request(query, limit: limit))
    }

    private func request(_ query: String, limit: Int = 10) throws -> SearchRequest {
        SearchRequest(text: query, limit: limit, today: try #require(CalendarDate(iso8601: "2026-11-22")))
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        let words = "возврат обуви курьер чек оплата картой заказ доставка и на не срок пункт подписка баллы".split(
            separator: " ")
        return (0..<Int.random(in: 3...90, using: &random)).map { _ in
            String(words[Int.random(in: 0..<words.count, using: &random)])
        }
        .joined(separator: " ")
    }

    @Test func `a passage that says it first and in one place beats one that says it late and apart`() throws {
        let filler = "мы рады покупателям и всегда на связи с вами каждый день"
        let texts = ["\(filler) \(filler) обуви \(filler) возврат", "\(filler) возврат обуви \(filler) \(filler)"]
        let first = try ranking(searcher(texts, stages: .first), "возврат обуви")
        #expect(first.map(\.id) == ["0", "1"] && first[0].score == first[1].score)
        let both = try ranking(searcher(texts), "возврат обуви")
        #expect(both.map(\.id) == ["1", "0"])
    }

    @Test(arguments: 0..<4) func `the second stage reorders the first passages and leaves the others`(seed: Int) throws
    {
        var random = SeededGenerator(seed: UInt64(seed))
        let texts = (0..<80).map { _ in Self.text(&random) }
        let one = try searcher(texts, stages: .first)
        let two = try searcher(texts)
        var changed = 0
        for query in ["возврат обуви", "оплата заказа картой", "чек", "срок подписки и баллы", "и не на"] {
            let first = try ranking(one, query)
            let both = try ranking(two, query)
            let count = min(PassageReranker.passageCount, first.count)
            #expect(Set(both.prefix(count).map(\.id)) == Set(first.prefix(count).map(\.id)), "seed \(seed), \(query)")
            #expect(both.dropFirst(count).map(\.id) == first.dropFirst(count).map(\.id), "seed \(seed), \(query)")
            #expect(both.dropFirst(count).map(\.score) == first.dropFirst(count).map(\.score), "seed \(seed), \(query)")
            #expect(zip(both, both.dropFirst()).allSatisfy { $0.score >= $1.score }, "seed \(seed), \(query)")
            #expect(both.allSatisfy { $0.score.isFinite && $0.score > 0 }, "seed \(seed), \(query)")
            if both.map(\.id) != first.map(\.id) { changed += 1 }
            for limit in [1, 3, 10, 20, 21, 50] {
                let some = try ranking(two, query, limit: limit)
                #expect(some.map(\.id) == both.prefix(limit).map(\.id), "seed \(seed), \(query), \(limit)")
                #expect(some.map(\.score) == both.prefix(limit).map(\.score), "seed \(seed), \(query), \(limit)")
            }
        }
        #expect(changed >= 3)
    }

    @Test func `the score is the formula's`() {
        // 10 · (0.6 · 0.5 + 0.25 · 0.25) = 3 + 0.625
        let bonus = PassageReranker.bonus(HeadEvidence(depth: 0.5, proximity: 0.25), topScore: 10)
        #expect(abs(bonus - 3.625) < 1e-5)
        #expect(PassageReranker.bonus(HeadEvidence(), topScore: 10) == 0)
    }

    @Test func `an index without roots is ranked by the first stage`() throws {
        let folder = try TemporaryFolder()
        let directory = IndexDirectory(path: folder.path)
        let stem = try #require(IndexSchema.product().layers.first)
        let schema = try IndexSchema(fields: IndexSchema.product().fields, layers: [stem])
        var indexer = try KnowledgeIndexer(schema: schema)
        for text in ["обуви и возврат", "возврат обуви"] {
            try indexer.add(PlainDocument(id: text, title: "", text: text))
        }
        _ = try indexer.commit(to: directory)
        let both = try ranking(KnowledgeSearcher(directory: directory), "возврат обуви")
        let first = try ranking(KnowledgeSearcher(directory: directory, stages: .first), "возврат обуви")
        #expect(both.map(\.score) == first.map(\.score) && both.map(\.id) == first.map(\.id))
    }

    @Test func `the explanation names what the place of the words adds`() throws {
        let searcher = try searcher(["Возврат обуви.", "Обувь и её возврат."])
        let request = try request("возврат обуви")
        for hit in try searcher.search(request).hits {
            let explanation = try #require(try searcher.explain(request, articleID: hit.article.id))
            #expect(explanation.value == hit.score)
            #expect(explanation.details.count == 2)
            #expect(explanation.details.last?.description.hasPrefix("place of the words") == true)
        }
    }
}
