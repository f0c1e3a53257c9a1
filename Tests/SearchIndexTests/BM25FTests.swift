import Testing
import TestSupport
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
        // w = 0.5, qtf = 2: 0.5 · 2 · 0.980829 · 2.2 = 2.157824, in units of 1 / 8192: 17,676.9.
        let weight = formula(weight: 0.5).termWeight(documentFrequency: 1, queryWeight: 2)
        #expect(abs(weight - 17_676.9) < 0.1)
        // f = 2, K = 2.1: 17,676.9 · 2 / 4.1 = 8,622.9, rounded down, and 1.
        #expect(BM25F.units(termWeight: weight, frequency: 2, saturation: 2.1) == 8623)
        // A weight beyond all measure is cut, so that sums stay within 32 bits.
        #expect(formula(weight: 1e6).termWeight(documentFrequency: 1, queryWeight: 1) == Score.maxTermUnits)
    }

    @Test func `a bound is never below a score of its impact`() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<100_000 {
            let frequency = Float(UInt32.random(in: 1...200, using: &generator))
            let saturation = Float.random(in: 0...30, using: &generator)
            let weight = Float.random(in: 0...Score.maxTermUnits, using: &generator)
            let units = BM25F.units(termWeight: weight, frequency: frequency, saturation: saturation)
            let impact = BM25F.impact(frequency: frequency, saturation: saturation)
            let bound = BM25F.bound(termWeight: weight, impact: impact)
            #expect(bound >= units, "weight \(weight), frequency \(frequency), K \(saturation)")
        }
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
        #expect(abs((hits.first?.score ?? 0) - 1.392145) < 2e-4)
        #expect(try snapshot.documentFrequency(of: "оплата", layer: 0) == 1)
        #expect(abs(try snapshot.inverseDocumentFrequency(of: "оплата", layer: 0) - 0.980829) < 1e-6)
        // A term of no document: ln(1 + 3.5 / 0.5) = ln 8 = 2.079442.
        #expect(abs(try snapshot.inverseDocumentFrequency(of: "чек", layer: 0) - 2.079442) < 1e-6)
    }
}
