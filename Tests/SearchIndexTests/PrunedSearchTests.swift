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

    private func index(
        documents: Int, in folder: TemporaryFolder, _ generator: inout SeededGenerator
    ) throws -> IndexSnapshot {
        let layer = LayerSchema(name: "stem", analysis: .stem, fieldWeights: [2, 1], k1: 1.2, b: 0.75, weight: 1)
        let form = LayerSchema(name: "form", analysis: .form, fieldWeights: [1, 1], k1: 0.9, b: 0.4, weight: 0.3)
        let schema = try IndexSchema(fields: ["title", "body"], layers: [layer, form])
        let made = (0..<documents).map { _ in
            IndexDocument(
                fields: [[text(words: 0...2, &generator)], [text(words: 1...10, &generator)]], stored: [])
        }
        return try folder.snapshot(of: made, schema: schema)
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
        var units = [UInt64](repeating: 0, count: snapshot.manifest.documentCount)
        for term in query.terms {
            guard let list = try snapshot.terms.find(TermTable.key(layer: term.layer, term: term.term)) else {
                continue
            }
            let formula = snapshot.formulas[term.layer]
            let weight = formula.termWeight(
                documentFrequency: list.documentFrequency, queryWeight: term.weight)
            let normsOffset = snapshot.normsOffset(ofLayer: term.layer)
            var cursor = PostingCursor(
                list, file: "postings", documentCount: snapshot.manifest.documentCount)
            try snapshot.norms.withBytes { norms in
                try snapshot.postings.withBytes { postings in
                    while try cursor.nextBlock(in: postings) {
                        for index in 0..<cursor.count {
                            let document = Int(cursor.documents[index])
                            let code = unsafe norms.unsafeLoad(fromByteOffset: normsOffset + document, as: UInt8.self)
                            let score = BM25F.units(
                                termWeight: weight,
                                frequency: Float(cursor.frequencies[index]),
                                saturation: formula.saturation(length: LengthNorms.lengths[Int(code)])
                            )
                            units[document] += UInt64(score)
                        }
                    }
                }
            }
        }
        let hits = units.indices.filter { units[$0] > 0 && filter?.contains(DocID(UInt32($0))) ?? true }
            .map { ScoredDocument(docID: DocID(UInt32($0)), score: Float(units[$0]) / 8192) }
            .sorted { $0.score == $1.score ? $0.docID < $1.docID : $0.score > $1.score }
        return Array(hits.prefix(limit))
    }

    @Test(arguments: [(40, 4000), (4096, 500), (4097, 500), (13_000, 250)])
    func `pruned and exhaustive search agree exactly`(documents: Int, cases: Int) throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(seed: UInt64(documents))
        let snapshot = try index(documents: documents, in: folder, &generator)
        for number in 0..<cases {
            let query = query(&generator)
            let filter = filter(documentCount: documents, &generator)
            let limit = [1, 2, 10, 10, 100, 1000].randomElement(using: &generator) ?? 10
            let found = try snapshot.search(query, limit: limit, filter: filter)
            let expected = try exhaustiveSearch(snapshot, query, limit: limit, filter: filter)
            try #require(found == expected, "\(documents) documents, case \(number), limit \(limit)")
        }
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
