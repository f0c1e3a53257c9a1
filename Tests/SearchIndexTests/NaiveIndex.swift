import Foundation
import SearchIndex
import TextAnalysis

/// The plainest BM25F: dictionaries of frequencies, every document scored for every term.
struct NaiveIndex {
    private let schema: IndexSchema
    /// For each document and layer the weighted frequency of each term.
    private var frequencies: [[[String: UInt64]]] = []
    /// For each document and layer the sum of its frequencies.
    private var lengths: [[UInt64]] = []

    init(_ documents: [IndexDocument], schema: IndexSchema) throws {
        self.schema = schema
        var analyzer = try RussianAnalyzer()
        for document in documents {
            var layers = [[String: UInt64]](repeating: [:], count: schema.layers.count)
            for (field, texts) in document.fields.enumerated() {
                // A field's texts are cut where they meet, so that a line break between them changes nothing.
                for token in try analyzer.analyze(texts.joined(separator: "\n")) {
                    for (number, layer) in schema.layers.enumerated() where layer.fieldWeights[field] > 0 {
                        guard let term = analyzer.word(token.word).term(in: layer.analysis) else { continue }
                        layers[number][term, default: 0] += UInt64(layer.fieldWeights[field])
                    }
                }
            }
            frequencies.append(layers)
            lengths.append(layers.map { $0.values.reduce(0, +) })
        }
    }

    func search(_ query: Query, limit: Int, accepts: (DocID) -> Bool) -> [ScoredDocument] {
        var hits: [ScoredDocument] = []
        for document in frequencies.indices {
            let hit = ScoredDocument(docID: DocID(UInt32(document)), score: score(query, document: document))
            if hit.score > 0, accepts(hit.docID) { hits.append(hit) }
        }
        hits.sort { $0.score == $1.score ? $0.docID < $1.docID : $0.score > $1.score }
        return Array(hits.prefix(limit))
    }

    /// The weight of each term that occurs, in points.
    private func points(_ query: Query) -> [Float?] {
        query.terms.map { term in
            let layer = schema.layers[term.layer]
            let found = Double(frequencies.count { $0[term.layer][term.term] != nil })
            guard found > 0 else { return nil }
            let idf = Float(log(1 + (Double(frequencies.count) - found + 0.5) / (found + 0.5)))
            return min(layer.weight * term.weight * idf * (layer.k1 + 1), 1_000_000)
        }
    }

    private func score(_ query: Query, document: Int) -> Float {
        let points = points(query)
        var scale: Float = 512
        let total = points.reduce(Float(0)) { $0 + ($1 ?? 0) }
        while scale * total * 255 > 8_388_608 { scale /= 2 }
        var sum: UInt64 = 0
        for (term, points) in zip(query.terms, points) {
            guard let points, let frequency = frequencies[document][term.layer][term.term] else { continue }
            let layer = schema.layers[term.layer]
            let totalLength = lengths.reduce(0) { $0 + $1[term.layer] }
            let average = max(1, Float(Double(totalLength) / Double(lengths.count)))
            let length = rounded(lengths[document][term.layer])
            let saturation = layer.k1 * (1 - layer.b + layer.b * length / average)
            let weight = UInt64(max(1, (points * scale).rounded()))
            sum += weight * UInt64(max(1, (Float(frequency) / (Float(frequency) + saturation) * 255).rounded()))
        }
        return Float(sum) / (scale * 255)
    }

    /// A length with all but its five leading bits cleared.
    private func rounded(_ length: UInt64) -> Float {
        var bits = 0
        while length >> UInt64(bits) >= 32 { bits += 1 }
        return Float((length >> UInt64(bits)) << UInt64(bits))
    }
}
