import KnowledgeBase
import SearchIndex
import TestSupport
import Testing
import TextAnalysis

@testable import Retrieval

@Suite struct PassageHeadCacheTests {
    private func searcher(_ count: Int) throws -> KnowledgeSearcher {
        var random = SeededGenerator(seed: 3)
        let words = "возврат обуви курьер чек оплата картой заказ доставка и на не срок".split(separator: " ")
        let folder = try TemporaryFolder()
        var indexer = try KnowledgeIndexer()
        for number in 0..<count {
            let text = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                words[Int.random(in: 0..<words.count, using: &random)]
            }
            try indexer.add(PlainDocument(id: "\(number)", title: "", text: text.joined(separator: " ")))
        }
        let directory = IndexDirectory(path: folder.path)
        _ = try indexer.commit(to: directory)
        return try KnowledgeSearcher(directory: directory)
    }

    private func matcher(_ query: String) throws -> HeadMatcher {
        var analyzer = try RussianAnalyzer()
        let words = try analyzer.analyze(query).map {
            AnalyzedQuery.WeightedWord(word: analyzer.word($0.word), weight: 1, alternativeTo: nil, hasRoot: true)
        }
        return try HeadMatcher(words) { _ throws(RetrievalError) in 1 }
    }

    // One set, some sets, and room for all.
    @Test(arguments: [0, 1, 20, 1_000]) func `cached evidence is that of reading the passage`(size: Int) throws {
        let searcher = try searcher(300)
        let cache = PassageHeadCache(passageCount: size)
        let matcher = try matcher("возврат обуви курьером")
        let reranker = PassageReranker(matcher: matcher, cache: cache)
        var random = SeededGenerator(seed: UInt64(size))
        for round in 0..<60 {
            let documents = (0..<20).map { _ in
                ScoredDocument(docID: DocID(UInt32.random(in: 0..<300, using: &random)), score: 1)
            }
            let cached = try cache.evidence(of: documents[...], by: matcher, snapshot: searcher.snapshot)
            let read = try documents.map { try reranker.evidence(of: $0.docID, snapshot: searcher.snapshot) }
            #expect(cached == read, "seed \(size), round \(round)")
        }
    }

    @Test func `many tasks may ask at once`() async throws {
        let searcher = try searcher(200)
        let cache = PassageHeadCache(passageCount: 10)
        let matcher = try matcher("оплата заказа")
        let documents = (0..<200).map { ScoredDocument(docID: DocID(UInt32($0)), score: 1) }
        let expected = try cache.evidence(of: documents[...], by: matcher, snapshot: searcher.snapshot)
        let all = try await withThrowingTaskGroup(of: [HeadEvidence].self) { group in
            for _ in 0..<8 {
                group.addTask { try cache.evidence(of: documents[...], by: matcher, snapshot: searcher.snapshot) }
            }
            return try await group.reduce(into: [[HeadEvidence]]()) { $0.append($1) }
        }
        #expect(all.count == 8 && all.allSatisfy { $0 == expected })
    }

    @Test func `no passages have no evidence`() throws {
        let searcher = try searcher(1)
        #expect(
            try PassageHeadCache(passageCount: 1).evidence(of: [], by: matcher("чек"), snapshot: searcher.snapshot)
                == [])
    }
}
