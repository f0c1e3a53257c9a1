public import KnowledgeBase
import SearchIndex
import TextAnalysis

/// What the confidence of an answer is computed from, for fitting and measuring it.
public struct ConfidenceSample: Equatable, Sendable {
    /// The number of the question in its message, from 0.
    public let question: Int
    /// The article that answers best among those that a customer may be told.
    public let articleID: String
    /// The values of ``KnowledgeSearcher/confidenceFeatureNames``.
    public let features: [Float]
    /// The probability that the article answers.
    public let probability: Float
}

extension KnowledgeSearcher {
    /// The features of the confidence, in the order of ``ConfidenceSample/features``.
    public static let confidenceFeatureNames = AnswerConfidence.featureNames

    /// The features of each question of a message for which there is an article.
    ///
    /// - Throws: as `evidence`.
    public func confidenceSamples(
        of original: String, today: CalendarDate
    ) throws(RetrievalError) -> [ConfidenceSample] {
        var samples: [ConfidenceSample] = []
        for (number, question) in try rankedQuestions(of: try rewrite(original).text, today: today).enumerated() {
            guard let top = question.usable.first,
                let features = try features(of: question.usable, question.query)
            else { continue }
            samples.append(
                ConfidenceSample(
                    question: number,
                    articleID: table.entries[article(of: top.docID)].id,
                    features: features.values,
                    probability: AnswerConfidence.probability(features)
                ))
        }
        return samples
    }

    /// The probability that the first passage of a ranking answers; 0 for an empty one.
    func confidence(in ranking: [ScoredDocument], _ query: AnalyzedQuery) throws(RetrievalError) -> Float {
        guard let features = try features(of: ranking, query) else { return 0 }
        return AnswerConfidence.probability(features)
    }

    private func features(
        of ranking: [ScoredDocument], _ query: AnalyzedQuery
    ) throws(RetrievalError) -> AnswerConfidence.Features? {
        guard let top = ranking.first else { return nil }
        let best = articles(of: ranking).prefix(5).map(\.best.score)
        let layers = snapshot.manifest.schema.layers
        guard let stems = layers.firstIndex(where: { $0.analysis == .stem }) else { return nil }
        let roots = layers.firstIndex { $0.analysis == .root }
        let scores = try mappingIndexErrors { () throws(IndexError) in
            try snapshot.termScores(of: query.query, in: top.docID)
        }
        var found = [Set<String>](repeating: [], count: layers.count)
        for (term, score) in zip(query.query.terms, scores) where score > 0 { found[term.layer].insert(term.term) }
        var total: Float = 0
        var matched: Float = 0
        for word in query.words {
            let weight = word.weight * (try idf(of: word.word.stem, layer: stems))
            total += weight
            if found[stems].contains(word.word.stem) {
                matched += weight
            } else if let roots, let root = word.word.root, found[roots].contains(root) {
                matched += weight / 2
            }
        }
        return AnswerConfidence.Features(
            passageCount: passageCount,
            coverage: total > 0 ? matched / total : 0,
            topScore: top.score,
            secondScore: best.dropFirst().first ?? 0,
            fifthScore: best.dropFirst(4).first ?? 0
        )
    }

    func idf(of stem: String, layer: Int) throws(RetrievalError) -> Float {
        try mappingIndexErrors { () throws(IndexError) in try snapshot.inverseDocumentFrequency(of: stem, layer: layer) }
    }
}
