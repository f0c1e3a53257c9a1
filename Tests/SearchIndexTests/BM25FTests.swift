import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex

@Suite struct BM25FTests {
    private func formula(weight: Float = 1) -> BM25F {
        BM25F(
            layer: LayerSchema(name: "stem", analysis: .stem, fieldWeights: [1], k1: 1.2, b: 0.75, weight: weight))
    }

    @Test func `the parts of the formula have the values worked by hand`() {
        // N = 3, n = 1: idf = ln(1 + 2.5 / 1.5) = ln 2.6667 = 0.980829. n = 3: ln(1 + 0.5 / 3.5) = 0.133531.
        #expect(abs(BM25F.idf(documentFrequency: 1, documentCount: 3) - 0.980829) < 1e-6)
        #expect(abs(BM25F.idf(documentFrequency: 3, documentCount: 3) - 0.133531) < 1e-6)
        // The average length is 6 / 3 = 2.
        // K(2) = 1.2 · (0.25 + 0.75) = 1.2; K(4) = 1.2 · (0.25 + 1.5) = 2.1; K(0) = 0.3.
        #expect(BM25F.pivot(totalLength: 6, documentCount: 3) == 2)
        #expect(abs(formula().saturation(length: 2, pivot: 2) - 1.2) < 1e-6)
        #expect(abs(formula().saturation(length: 4, pivot: 2) - 2.1) < 1e-6)
        #expect(abs(formula().saturation(length: 0, pivot: 2) - 0.3) < 1e-6)
        // w = 0.5, qtf = 2: 0.5 · 2 · 0.980829 · 2.2 = 2.157824.
        #expect(abs(formula(weight: 0.5).weight(idf: 0.980829, queryWeight: 2) - 2.157824) < 1e-5)
        // f = 2, K = 2.1: 2 / 4.1 · 255 = 124.39.
        #expect(Impact.quantized(frequency: 2, saturation: 2.1) == 124)
        // f = 1, K = 1000: 0.25, but an occurrence is at least one step; K = 0: the whole.
        #expect(Impact.quantized(frequency: 1, saturation: 1000) == 1)
        #expect(Impact.quantized(frequency: 1, saturation: 0) == 255)
    }

    @Test func `a scale keeps the sum of all terms below the limit and weights apart from 0`() {
        for total in [0.001, 1, 32.1, 700, 1e6, 2e9] as [Float] {
            let scale = ScoreScale(totalWeight: total)
            #expect(Float(scale.units(ofWeight: total)) * 255 <= ScoreScale.unitLimit, "total \(total)")
            #expect(scale.units(ofWeight: total / 1e9) == 1)
        }
        // 32 points: 512 · 32 · 255 = 4,177,920 is below half the limit, 8,388,608; 100 points are not: 13,056,000.
        #expect(ScoreScale(totalWeight: 32).weightUnitsPerPoint == 512)
        #expect(ScoreScale(totalWeight: 100).weightUnitsPerPoint == 256)
        #expect(ScoreScale(totalWeight: 32).points(512 * 255) == 1)
    }

    @Test func `an index of nothing or of empty documents has a pivot of 1`() {
        #expect(BM25F.pivot(totalLength: 0, documentCount: 0) == 1)
        #expect(BM25F.pivot(totalLength: 0, documentCount: 9) == 1)
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
        // K = 1.2 · (0.25 + 0.75 · 4 · 3 / 8) = 1.2 · 1.375 = 1.65. f / (f + K) = 3 / 4.65 = 0.645161, in 255ths 165 / 255 = 0.647059.
        // score = 0.980829 · 2.2 · 0.647059 = 1.396239; the weight is rounded to 1/512.
        let hits = try snapshot.search(query, limit: 10)
        #expect(hits.map(\.docID) == [DocID(0)])
        #expect(abs((hits.first?.score ?? 0) - 1.396239) < 1e-3)
        #expect(try snapshot.documentFrequency(of: "оплата", layer: 0) == 1)
        #expect(abs(try snapshot.inverseDocumentFrequency(of: "оплата", layer: 0) - 0.980829) < 1e-6)
        // A term of no document: ln(1 + 3.5 / 0.5) = ln 8 = 2.079442.
        #expect(abs(try snapshot.inverseDocumentFrequency(of: "чек", layer: 0) - 2.079442) < 1e-6)
    }
}
