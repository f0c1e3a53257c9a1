public import KnowledgeBase
import SearchIndex

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
            guard let top = question.usable.first, let features = features(of: question.usable) else { continue }
            samples.append(
                ConfidenceSample(
                    question: number,
                    articleID: table.id(of: article(of: top.docID)),
                    features: features.values,
                    probability: AnswerConfidence.probability(features)
                ))
        }
        return samples
    }

    /// The probability that the first passage of a ranking answers; 0 for an empty one.
    func confidence(in ranking: [ScoredDocument]) -> Float {
        features(of: ranking).map(AnswerConfidence.probability) ?? 0
    }

    private func features(of ranking: [ScoredDocument]) -> AnswerConfidence.Features? {
        guard let top = ranking.first else { return nil }
        let best = articles(of: ranking).prefix(5).map(\.best.score)
        return AnswerConfidence.Features(
            passageCount: passageCount,
            topScore: top.score,
            secondScore: best.dropFirst().first ?? 0,
            fifthScore: best.dropFirst(4).first ?? 0
        )
    }
}
