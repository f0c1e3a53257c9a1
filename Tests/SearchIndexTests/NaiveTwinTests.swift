import TestSupport
import Testing

@testable import SearchIndex

@Suite struct NaiveTwinTests {
    private static let words = [
        "оплата", "оплатить", "оплаты", "оплачивать", "заказ", "заказа", "заказы", "доставка", "доставили", "курьер",
        "не", "и",
        "ёлка", "елки", "crm.deal.add", "v2.3.1", "возврат", "карта", "картой", "cкидка",
    ]

    private func text(upTo limit: Int, _ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...limit, using: &generator)
        return (0..<count).map { _ in
            // The smaller of two numbers: the first words are the frequent ones.
            let first = Int.random(in: Self.words.indices, using: &generator)
            return Self.words[min(first, Int.random(in: Self.words.indices, using: &generator))]
        }.joined(separator: " ")
    }

    private func documents(_ generator: inout SeededGenerator) -> [IndexDocument] {
        let isLarge = Int.random(in: 0..<25, using: &generator) == 0
        let count = isLarge ? Int.random(in: 120...300, using: &generator) : Int.random(in: 0...25, using: &generator)
        return (0..<count).map { _ in
            let titles = (0..<Int.random(in: 0...2, using: &generator)).map { _ in text(upTo: 2, &generator) }
            return IndexDocument(fields: [titles, [text(upTo: isLarge ? 4 : 40, &generator)]], stored: [])
        }
    }

    private func query(_ generator: inout SeededGenerator) throws -> Query {
        var query = Query()
        for term in try Fixtures.query(text(upTo: 6, &generator)).terms {
            let weight: Float = [0.5, 1, 1.7].randomElement(using: &generator) ?? 1
            query.add(QueryTerm(layer: term.layer, term: term.term, weight: term.weight * weight))
        }
        query.add(QueryTerm(layer: Int.random(in: 0..<3, using: &generator), term: "небывалое"))
        return query
    }

    private func filter(documentCount: Int, _ generator: inout SeededGenerator) -> DocumentFilter? {
        guard Bool.random(using: &generator) else { return nil }
        var filter = DocumentFilter(documentCount: documentCount)
        for document in 0..<documentCount where Bool.random(using: &generator) {
            filter.insert(DocID(UInt32(document)))
        }
        return filter
    }

    @Test(arguments: 0..<10)
    func `search equals the naive twin exactly, ties included`(tenth: Int) throws {
        let folder = try TemporaryFolder()
        var ties = 0
        for seed in UInt64(tenth * 32)..<UInt64(tenth * 32 + 32) {
            var generator = SeededGenerator(seed: seed)
            let schema = try Fixtures.schema(
                k1: [0, 0.9, 1.2, 3].randomElement(using: &generator) ?? 0,
                b: [0, 0.4, 0.75, 1].randomElement(using: &generator) ?? 0)
            let documents = documents(&generator)
            let snapshot = try folder.snapshot(of: documents, schema: schema)
            let twin = try NaiveIndex(documents, schema: schema)
            let query = try query(&generator)
            let filter = filter(documentCount: documents.count, &generator)
            for limit in [0, 1, 10, 1000] {
                let found = try snapshot.search(query, limit: limit, filter: filter)
                let expected = twin.search(query, limit: limit) { filter?.contains($0) ?? true }
                try #require(found == expected, "seed \(seed), limit \(limit)")
                ties += zip(found, found.dropFirst()).count { $0.score == $1.score }
                for hit in found.prefix(5) {
                    let explanation = try snapshot.explain(query, docID: hit.docID)
                    try #require(explanation.value == hit.score, "seed \(seed), \(hit)")
                }
            }
            _ = try snapshot.verify()
        }
        #expect(ties > 0, "without ties the comparison says nothing of their order")
    }
}
