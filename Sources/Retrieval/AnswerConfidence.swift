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

        private var gap2: Float { topScore > 0 ? (topScore - secondScore) / topScore : 0 }
        private var gap5: Float { topScore > 0 ? (topScore - fifthScore) / topScore : 0 }
        private var scaledScore: Float { topScore / log(1 + Float(max(1, passageCount))) }

        /// The values that the coefficients multiply, in the order of ``AnswerConfidence/featureNames``.
        var values: [Float] { [coverage, gap2, gap5, log(1 + scaledScore)] }
    }

    static let featureNames = ["coverage", "gap2", "gap5", "score"]

    static func probability(_ features: Features) -> Float {
        guard features.topScore > 0 else { return 0 }
        let sum = zip(coefficients, features.values).reduce(intercept) { $0 + $1.0 * $1.1 }
        return 1 / (1 + exp(-sum))
    }

    private static let intercept: Float = -4.0
    private static let coefficients: [Float] = [0.87, 1.75, 1.24, 2.3]
}
