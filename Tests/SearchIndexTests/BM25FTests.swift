import Testing
import TextAnalysis

@testable import SearchIndex

@Suite struct BM25FTests {
    private func formula(weight: Float = 1) -> BM25F {
        let layer = LayerSchema(name: "stem", analysis: .stem, fieldWeights: [1], k1: 1.2, b: 0.75, weight: weight)
        return BM25F(layer: layer, documentCount: 3, totalLength: 6)
    }

    @Test func `the parts of the formula have the values worked by hand`() {
        // N = 3, n = 1: idf = ln(1 + 2.5 / 1.5) = ln 2.6667 = 0.980829. n = 3: ln(1 + 0.5 / 3.5) = 0.133531.
        #expect(abs(formula().idf(documentFrequency: 1) - 0.980829) < 1e-6)
        #expect(abs(formula().idf(documentFrequency: 3) - 0.133531) < 1e-6)
        // The average length is 6 / 3 = 2.
        // K(2) = 1.2 · (0.25 + 0.75) = 1.2; K(4) = 1.2 · (0.25 + 1.5) = 2.1; K(0) = 0.3.
        #expect(formula().averageLength == 2)
        #expect(abs(formula().saturation(length: 2) - 1.2) < 1e-6)
        #expect(abs(formula().saturation(length: 4) - 2.1) < 1e-6)
        #expect(abs(formula().saturation(length: 0) - 0.3) < 1e-6)
        // w = 0.5, qtf = 2: 0.5 · 2 · 0.980829 · 2.2 = 2.157824.
        #expect(abs(formula(weight: 0.5).termWeight(documentFrequency: 1, queryWeight: 2) - 2.157824) < 1e-5)
        // f = 2, K = 2.1: 2.157824 · 2 / 4.1 = 1.052597.
        #expect(abs(BM25F.score(termWeight: 2.157824, frequency: 2, saturation: 2.1) - 1.052597) < 1e-5)
    }

    @Test func `an index of nothing or of empty documents has an average length of 1`() {
        let layer = formula().layer
        #expect(BM25F(layer: layer, documentCount: 0, totalLength: 0).averageLength == 1)
        #expect(BM25F(layer: layer, documentCount: 9, totalLength: 0).averageLength == 1)
    }

    @Test func `a search gives the score worked by hand`() throws {
        let schema = try IndexSchema(
            fields: ["title", "body"],
            layers: [LayerSchema(name: "form", analysis: .form, fieldWeights: [2, 1], k1: 1.2, b: 0.75, weight: 1)])
        let documents = [
            IndexDocument(fields: [["оплата"], ["оплата картой"]], stored: []),
            IndexDocument(fields: [[], ["доставка"]], stored: []),
            IndexDocument(fields: [[], ["возврат заказа курьером"]], stored: []),
        ]
        let folder = try TemporaryFolder()
        let snapshot = try folder.snapshot(of: documents, schema: schema)
        var query = Query()
        query.add(QueryTerm(layer: 0, term: "оплата"))
        // Lengths: 2 + 2 = 4, 1, 3; average 8 / 3. f = 2 + 1 = 3.
        // K = 1.2 · (0.25 + 0.75 · 4 · 3 / 8) = 1.2 · 1.375 = 1.65.
        // score = 0.980829 · 2.2 · 3 / 4.65 = 1.392145.
        let hits = try snapshot.search(query, limit: 10)
        #expect(hits.map(\.docID) == [DocID(0)])
        #expect(abs((hits.first?.score ?? 0) - 1.392145) < 1e-5)
        #expect(try snapshot.documentFrequency(of: "оплата", layer: 0) == 1)
        #expect(abs(try snapshot.inverseDocumentFrequency(of: "оплата", layer: 0) - 0.980829) < 1e-6)
        // A term of no document: ln(1 + 3.5 / 0.5) = ln 8 = 2.079442.
        #expect(abs(try snapshot.inverseDocumentFrequency(of: "чек", layer: 0) - 2.079442) < 1e-6)
    }
}
