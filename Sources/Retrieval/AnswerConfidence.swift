import Glibc

/// The probability that the best passage answers a question.
///
/// ```
/// P = 1 / (1 + exp(−(c0 + c1 · gap2 + c2 · gap5 + c3 · ln(1 + s1 / ln(1 + N)))))
/// gap2 = (s1 − s2) / s1        gap5 = (s1 − s5) / s1
/// ```
/// s1, s2, s5: scores of the best, second and fifth article; N: passages of the index, which scales scores as it scales
/// idf. The coefficients are a logistic regression on the development halves of eight collections and of
/// `evals/retrieval/sample`, questions that nothing answers among them: `scripts/fit_confidence.py`. What it reaches on
/// the test halves is in `docs/retrieval.md`. The share of the question's words in the passage and their place in it were tried: the
/// score has them already, and they add nothing.
enum AnswerConfidence {
    struct Features: Equatable, Sendable {
        let passageCount: Int
        let topScore: Float
        let secondScore: Float
        let fifthScore: Float

        private var gap2: Float { topScore > 0 ? (topScore - secondScore) / topScore : 0 }
        private var gap5: Float { topScore > 0 ? (topScore - fifthScore) / topScore : 0 }
        private var scaledScore: Float { topScore / log(1 + Float(max(1, passageCount))) }

        /// The values that the coefficients multiply, in the order of ``AnswerConfidence/featureNames``.
        var values: [Float] { [gap2, gap5, log(1 + scaledScore)] }
    }

    static let featureNames = ["gap2", "gap5", "score"]

    static func probability(_ features: Features) -> Float {
        guard features.topScore > 0 else { return 0 }
        let sum = zip(coefficients, features.values).reduce(intercept) { $0 + $1.0 * $1.1 }
        return 1 / (1 + exp(-sum))
    }

    private static let intercept: Float = -4.47
    private static let coefficients: [Float] = [4.02, 2.30, 1.52]
}
