import MappedStorage
import Testing
import TestSupport
import TextAnalysis

@testable import SearchIndex

/// The pruned search over indexes of many windows against scoring every posting of every term.
@Suite struct PrunedSearchTests {
    private static let vocabulary = 1500

    /// A word; small numbers are drawn more often, as frequent words are.
    private func word(_ generator: inout SeededGenerator) -> String {
        let exponent = Double.random(in: 0...1, using: &generator)
        let number = Int(exponent * exponent * exponent * Double(Self.vocabulary))
        return "слово\(number)"
    }

    private func text(words: ClosedRange<Int>, _ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: words, using: &generator)).map { _ in word(&generator) }.joined(separator: " ")
    }

    private func schema() throws -> IndexSchema {
        let layer = LayerSchema(name: "stem", analysis: .stem, fieldWeights: [2, 1], k1: 1.2, b: 0.75, weight: 1)
        let form = LayerSchema(name: "form", analysis: .form, fieldWeights: [1, 1], k1: 0.9, b: 0.4, weight: 0.3)
        return try IndexSchema(fields: ["title", "body"], layers: [layer, form])
    }

    private func writer(documents: Int, _ generator: inout SeededGenerator) throws -> IndexWriter {
        let made = (0..<documents).map { _ in
            IndexDocument(
                fields: [[text(words: 0...2, &generator)], [text(words: 1...10, &generator)]], stored: [])
        }
        return try Fixtures.writer(made, schema: try schema())
    }

    private func index(
        documents: Int, in folder: TemporaryFolder, _ generator: inout SeededGenerator
    ) throws -> IndexSnapshot {
        let directory = IndexDirectory(folder)
        try directory.commit(try writer(documents: documents, &generator))
        return try directory.openSnapshot()
    }

    /// Three segments, a tenth of the documents of the first two deleted.
    private func segmentedIndex(
        documents: Int, in folder: TemporaryFolder, _ generator: inout SeededGenerator
    ) throws -> IndexSnapshot {
        let directory = IndexDirectory(folder)
        try directory.commit(try writer(documents: documents, &generator))
        var snapshot = try directory.openSnapshot()
        for _ in 0..<2 {
            let deleted = (0..<UInt32(snapshot.documentCount)).filter { _ in
                Int.random(in: 0..<10, using: &generator) == 0
            }
            snapshot = try directory.update(
                snapshot, deleting: deleted.map(DocID.init),
                adding: try writer(documents: documents / 3 + 1, &generator), userData: [])
        }
        return snapshot
    }

    private func query(_ generator: inout SeededGenerator) -> Query {
        var query = Query()
        for _ in 0..<Int.random(in: 1...30, using: &generator) {
            let weight: Float = [1, 1, 0.3, 2].randomElement(using: &generator) ?? 1
            let layer = Int.random(in: 0...1, using: &generator)
            query.add(QueryTerm(layer: layer, term: word(&generator), weight: weight))
        }
        return query
    }

    private func filter(documentCount: Int, _ generator: inout SeededGenerator) -> DocumentFilter? {
        guard Int.random(in: 0..<3, using: &generator) == 0 else { return nil }
        var filter = DocumentFilter(documentCount: documentCount)
        let share = UInt32.random(in: 1...10, using: &generator)
        for document in 0..<UInt32(documentCount) where document % share == 0 { filter.insert(DocID(document)) }
        return filter
    }

    /// Every posting of every term, summed as whole numbers; then sorted.
    private func exhaustiveSearch(
        _ snapshot: IndexSnapshot, _ query: Query, limit: Int, filter: DocumentFilter?
    ) throws -> [ScoredDocument] {
        let weighted = WeightedQuery(query, snapshot)
        var units = [UInt32](repeating: 0, count: snapshot.documentCount)
        for (index, term) in weighted.terms.enumerated() {
            for (number, segment) in snapshot.segments.enumerated() {
                guard let list = weighted.list(ofTerm: index, inSegment: number) else { continue }
                var cursor = PostingCursor(list, in: segment.reader)
                while try cursor.nextBlock() {
                    for (document, impact) in zip(cursor.documents, cursor.impacts)
                    where !segment.isDeleted(Int(document)) {
                        units[segment.firstDocument + Int(document)] += term.weight * UInt32(impact)
                    }
                }
            }
        }
        let hits = units.indices.filter { units[$0] > 0 && filter?.contains(DocID(UInt32($0))) ?? true }
            .map { ScoredDocument(docID: DocID(UInt32($0)), score: weighted.scale.points(units[$0])) }
            .sorted { $0.score == $1.score ? $0.docID < $1.docID : $0.score > $1.score }
        return Array(hits.prefix(limit))
    }

    private func compare(
        _ snapshot: IndexSnapshot, cases: Int, _ generator: inout SeededGenerator
    ) throws {
        let documents = snapshot.documentCount
        for number in 0..<cases {
            let query = query(&generator)
            let filter = filter(documentCount: documents, &generator)
            let limit = [1, 2, 10, 10, 100, 1000].randomElement(using: &generator) ?? 10
            let found = try snapshot.search(query, limit: limit, filter: filter)
            let expected = try exhaustiveSearch(snapshot, query, limit: limit, filter: filter)
            try #require(found == expected, "\(documents) documents, case \(number), limit \(limit)")
            if number % 50 == 0 {
                let unpruned = try snapshot.search(query, limit: limit, filter: filter, isExhaustive: true)
                try #require(unpruned == expected, "\(documents) documents, case \(number), limit \(limit)")
            }
        }
    }

    @Test(arguments: [(40, 4000), (256, 1500), (257, 1500), (4096, 1500), (4097, 1000), (13_000, 800)])
    func `pruned and exhaustive search agree exactly`(documents: Int, cases: Int) throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(seed: UInt64(documents))
        let snapshot = try index(documents: documents, in: folder, &generator)
        try compare(snapshot, cases: cases, &generator)
    }

    @Test(arguments: [(30, 1000), (3000, 600)])
    func `they agree over segments with deleted documents`(documents: Int, cases: Int) throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(seed: UInt64(documents))
        let snapshot = try segmentedIndex(documents: documents, in: folder, &generator)
        #expect(snapshot.segments.count == 3 && snapshot.liveDocumentCount < snapshot.documentCount)
        try compare(snapshot, cases: cases, &generator)
    }

    @Test func `a query of more terms than allowed is cut and searched`() throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(seed: 3)
        let snapshot = try index(documents: 500, in: folder, &generator)
        var query = Query()
        for number in 0..<10_000 { query.add(QueryTerm(layer: 0, term: "слово\(number)", weight: 1e6)) }
        #expect(query.terms.count == Query.maxTerms)
        let hits = try snapshot.search(query, limit: 10)
        #expect(hits.count == 10)
        #expect(hits.allSatisfy { $0.score.isFinite && $0.score > 0 })
    }
}
