import TestSupport
import Testing

@testable import SearchIndex

@Suite struct CollectorTests {
    @Test(arguments: [0, 1, 2, 3, 10, 1000], [UInt64(1), 2, 3, 4])
    func `the collector equals sorting all, ties included`(limit: Int, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var documents = (0..<500).map { number in
            ScoredDocument(docID: DocID(number), score: Float(Int.random(in: -2...20, using: &generator)) / 4)
        }
        documents.shuffle(using: &generator)
        var collector = TopDocsCollector(limit: limit)
        for document in documents { collector.collect(document) }
        let expected = documents.filter { $0.score > 0 }
            .sorted { ($1.score, $0.docID.rawValue) < ($0.score, $1.docID.rawValue) }
        #expect(collector.sorted() == Array(expected.prefix(limit)), "seed \(seed)")
    }

    @Test func `a negative limit keeps nothing and a score of 0 or none is no result`() {
        var none = TopDocsCollector(limit: -5)
        none.collect(ScoredDocument(docID: DocID(1), score: 1))
        #expect(none.sorted() == [])
        var some = TopDocsCollector(limit: 5)
        for score in [0, -1, .nan, -.infinity] as [Float] {
            some.collect(ScoredDocument(docID: DocID(1), score: score))
        }
        #expect(some.sorted() == [])
    }

    @Test func `a document enters when it is better than the worst kept`() {
        var collector = TopDocsCollector(limit: 1)
        #expect(collector.wouldEnter(ScoredDocument(docID: DocID(9), score: 1)))
        collector.collect(ScoredDocument(docID: DocID(5), score: 1))
        #expect(collector.wouldEnter(ScoredDocument(docID: DocID(4), score: 1)))
        #expect(!collector.wouldEnter(ScoredDocument(docID: DocID(5), score: 1)))
        #expect(!collector.wouldEnter(ScoredDocument(docID: DocID(6), score: 1)))
        #expect(collector.wouldEnter(ScoredDocument(docID: DocID(6), score: 1.5)))
    }

    @Test(arguments: [0, 1, 63, 64, 65, 130])
    func `a filter accepts what was put in`(count: Int) {
        var filter = DocumentFilter(documentCount: count)
        for document in stride(from: 0, to: count, by: 3) { filter.insert(DocID(UInt32(document))) }
        let accepted = (0..<count).filter { filter.contains(DocID(UInt32($0))) }
        #expect(accepted == Array(stride(from: 0, to: count, by: 3)))
    }
}
