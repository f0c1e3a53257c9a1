/// How much a document of a grade contributes to a discounted cumulative gain.
public enum Gain: Hashable, Sendable {
    /// gain = grade, as in trec_eval and in Järvelin & Kekäläinen, ACM TOIS 20(4), 2002.
    case linear
    /// gain = 2^grade − 1, as in Burges et al., "Learning to rank using gradient descent", ICML 2005.
    case exponential

    /// The gain of a document; 0 for grades of zero or below.
    func value(ofGrade grade: Int) -> Double {
        guard grade > 0 else {
            return 0
        }
        switch self {
        case .linear:
            return Double(grade)
        case .exponential:
            return Double(sign: .plus, exponent: grade, significand: 1) - 1
        }
    }
}
