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
        for (number, question) in try rankedQuestions(of: try read(original), today: today).enumerated() {
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
        // How much of each word is matched: by itself, or by another name of it.
        var shares = [Float](repeating: 0, count: query.words.count)
        for (index, word) in query.words.enumerated() {
            var share: Float = 0
            if found[stems].contains(word.word.stem) {
                share = 1
            } else if let roots, let root = word.word.root, found[roots].contains(root) {
                share = 0.5
            }
            let place = word.alternativeTo ?? index
            shares[place] = max(shares[place], share)
        }
        var total: Float = 0
        var matched: Float = 0
        for (word, share) in zip(query.words, shares) where word.alternativeTo == nil {
            let weight = word.weight * (try idf(of: word.word.stem, layer: stems))
            total += weight
            matched += weight * share
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
