import Glibc

/// The probability that the best passage answers a question.
///
/// ```
/// P = 1 / (1 + exp(−(c0 + c1 · coverage + c2 · gap2 + c3 · gap5 + c4 · ln(1 + s1 / ln(1 + N)))))
/// gap2 = (s1 − s2) / s1        gap5 = (s1 − s5) / s1
/// ```
/// coverage: the share of the question's idf mass in the passage; s1, s2, s5: scores of the best, second and fifth
/// article; N: passages of the index, which scales scores as it scales idf. The coefficients are a logistic regression
/// on the development half of `evals/retrieval/sample`; what it reaches on the test half, and that it has been fitted
/// on one knowledge base only, is in `docs/retrieval.md`.
enum AnswerConfidence {
    struct Features: Equatable, Sendable {
        let passageCount: Int
        let coverage: Float
        let topScore: Float
        let secondScore: Float
        let fifthScore: Float
    }

    static func probability(_ features: Features) -> Float {
        guard features.topScore > 0 else { return 0 }
        let gap2 = (features.topScore - features.secondScore) / features.topScore
        let gap5 = (features.topScore - features.fifthScore) / features.topScore
        let scaledScore = features.topScore / log(1 + Float(features.passageCount))
        let sum =
            intercept + coverageWeight * features.coverage + gap2Weight * gap2 + gap5Weight * gap5
            + scoreWeight * log(1 + scaledScore)
        return 1 / (1 + exp(-sum))
    }

    private static let intercept: Float = -4.0
    private static let coverageWeight: Float = 0.87
    private static let gap2Weight: Float = 1.75
    private static let gap5Weight: Float = 1.24
    private static let scoreWeight: Float = 2.3
}
