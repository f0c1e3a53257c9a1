import SearchIndex
import TextAnalysis

/// What each word of a query is worth where it is met in a text: its idf, times its weight in the query.
struct TermWeights: Sendable {
    private let stems: [String: Float]
    private let roots: [String: Float]
    /// The sum over the query's words.
    let total: Float

    init(query: AnalyzedQuery, snapshot: IndexSnapshot) throws(RetrievalError) {
        let layers = snapshot.manifest.schema.layers
        var stems: [String: Float] = [:]
        var roots: [String: Float] = [:]
        var total: Float = 0
        guard let layer = layers.firstIndex(where: { $0.analysis == .stem }) else {
            (self.stems, self.roots, self.total) = ([:], [:], 0)
            return
        }
        for word in query.words where !word.word.isStopWord && stems[word.word.stem] == nil {
            let idf = try mappingIndexErrors { () throws(IndexError) in
                try snapshot.inverseDocumentFrequency(of: word.word.stem, layer: layer)
            }
            let worth = idf * word.weight
            stems[word.word.stem] = worth
            if word.alternativeTo == nil { total += worth }
            if let root = word.word.root { roots[root] = max(roots[root] ?? 0, worth) }
        }
        self.stems = stems
        self.roots = roots
        self.total = total
    }

    /// The worth of a word of a text, and the key under which repetitions count once; `nil` when the query has nothing
    /// of it.
    func match(_ word: AnalyzedWord) -> (key: String, worth: Float)? {
        guard !word.isStopWord else { return nil }
        if let worth = stems[word.stem] { return (word.root ?? word.stem, worth) }
        if let root = word.root, let worth = roots[root] { return (root, worth / 2) }
        return nil
    }
}
