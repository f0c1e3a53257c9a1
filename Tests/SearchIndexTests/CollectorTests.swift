import TestSupport
import Testing

@testable import SearchIndex

@Suite struct CollectorTests {
    private struct Entry: Equatable {
        let document: UInt32
        let units: UInt32
    }

    private func sorted(_ collector: TopDocsCollector) -> [Entry] {
        collector.sorted().map { Entry(document: $0.document, units: $0.units) }
    }

    @Test(arguments: [0, 1, 2, 3, 10, 1000], [UInt64(1), 2, 3, 4])
    func `the collector equals sorting all, ties included`(limit: Int, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var documents = (0..<500).map { number in
            Entry(document: number, units: UInt32.random(in: 0...20, using: &generator))
        }
        documents.shuffle(using: &generator)
        var collector = TopDocsCollector(limit: limit)
        for entry in documents {
            let threshold = collector.threshold
            let before = sorted(collector)
            collector.collect(document: entry.document, units: entry.units)
            if entry.units < threshold { #expect(sorted(collector) == before, "below the threshold, seed \(seed)") }
        }
        let expected = documents.filter { $0.units > 0 }
            .sorted { ($1.units, $0.document) < ($0.units, $1.document) }
        #expect(sorted(collector) == Array(expected.prefix(limit)), "seed \(seed)")
    }

    @Test func `a negative limit keeps nothing and 0 units are no result`() {
        var none = TopDocsCollector(limit: -5)
        none.collect(document: 1, units: 1)
        #expect(sorted(none) == [])
        #expect(none.threshold == .max)
        var some = TopDocsCollector(limit: 5)
        some.collect(document: 1, units: 0)
        #expect(sorted(some) == [])
        #expect(some.threshold == 1)
    }

    @Test func `of equal documents the lower number stays`() {
        var collector = TopDocsCollector(limit: 1)
        collector.collect(document: 5, units: 7)
        collector.collect(document: 6, units: 7)
        #expect(sorted(collector) == [Entry(document: 5, units: 7)])
        collector.collect(document: 4, units: 7)
        #expect(sorted(collector) == [Entry(document: 4, units: 7)])
        #expect(collector.threshold == 7)
    }

    @Test(arguments: [0, 1, 63, 64, 65, 130])
    func `a filter accepts what was put in`(count: Int) {
        var filter = DocumentFilter(documentCount: count)
        for document in stride(from: 0, to: count, by: 3) { filter.insert(DocID(UInt32(document))) }
        let accepted = (0..<count).filter { filter.contains(DocID(UInt32($0))) }
        #expect(accepted == Array(stride(from: 0, to: count, by: 3)))
    }
}
