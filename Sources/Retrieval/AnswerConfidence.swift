import Glibc

/// The probability that the best passage answers a question.
///
/// ```
/// P = 1 / (1 + exp(−(c0 + c1 · coverage + c2 · gap2 + c3 · gap5 + c4 · ln(1 + s1))))
/// gap2 = (s1 − s2) / s1        gap5 = (s1 − s5) / s1
/// ```
/// coverage: the share of the question's idf mass in the passage; s1, s2, s5: scores of the best, second and fifth article.
/// The coefficients are a logistic regression on the development half of `evals/retrieval/sample` (see `docs/retrieval.md`).
public enum AnswerConfidence {
    struct Features: Equatable, Sendable {
        let coverage: Float
        let topScore: Float
        let secondScore: Float
        let fifthScore: Float
    }

    static func probability(_ features: Features) -> Float {
        guard features.topScore > 0 else { return 0 }
        let gap2 = (features.topScore - features.secondScore) / features.topScore
        let gap5 = (features.topScore - features.fifthScore) / features.topScore
        let sum =
            intercept + coverageWeight * features.coverage + gap2Weight * gap2 + gap5Weight * gap5
            + scoreWeight * log(1 + features.topScore)
        return 1 / (1 + exp(-sum))
    }

    private static let intercept: Float = -2
    private static let coverageWeight: Float = 4
    private static let gap2Weight: Float = 0
    private static let gap5Weight: Float = 1
    private static let scoreWeight: Float = 0
}
