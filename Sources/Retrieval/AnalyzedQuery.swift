import SearchIndex
import TextAnalysis

/// A customer's message as the index sees it.
struct AnalyzedQuery: Sendable {
    /// A distinct word and how much it counts.
    struct WeightedWord: Sendable {
        let word: AnalyzedWord
        let weight: Float
    }

    /// The distinct words, in order of first appearance.
    let words: [WeightedWord]
    /// Their terms in all layers of the schema, each once with the weight of the first word that has it.
    let query: Query

    /// The words of `text`; where those are all function words, they count, else only content words do.
    init(_ text: String, schema: IndexSchema, analyzer: inout RussianAnalyzer) throws(AnalysisError) {
        self.init(words: try Self.words(of: text, weight: 1, analyzer: &analyzer), schema: schema)
    }

    /// The words of a question with full weight, then those of the message around it with less.
    init(
        question: String, context: String, contextWeight: Float, schema: IndexSchema, analyzer: inout RussianAnalyzer
    ) throws(AnalysisError) {
        let own = try Self.words(of: question, weight: 1, analyzer: &analyzer)
        let around = try Self.words(of: context, weight: contextWeight, analyzer: &analyzer)
        self.init(words: own + around, schema: schema)
    }

    private init(words all: [WeightedWord], schema: IndexSchema) {
        // Function words say nothing beside content words; alone they are all there is.
        let hasContent = all.contains { !$0.word.isStopWord }
        var words: [WeightedWord] = []
        var seenForms: Set<String> = []
        for word in all where !word.word.isStopWord || !hasContent {
            if seenForms.insert(word.word.form).inserted { words.append(word) }
        }
        var query = Query()
        var seen = [Set<String>](repeating: [], count: schema.layers.count)
        for word in words {
            for (number, layer) in schema.layers.enumerated() {
                // Every term counts once, however often the customer repeats a word or its forms.
                guard let term = word.word.term(in: layer.analysis), seen[number].insert(term).inserted else {
                    continue
                }
                query.add(QueryTerm(layer: number, term: term, weight: word.weight))
            }
        }
        self.words = words
        self.query = query
    }

    private static func words(
        of text: String, weight: Float, analyzer: inout RussianAnalyzer
    ) throws(AnalysisError) -> [WeightedWord] {
        try analyzer.analyze(text).map { WeightedWord(word: analyzer.word($0.word), weight: weight) }
    }
}
