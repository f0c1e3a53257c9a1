/// Weighs what the words of a message say against what cues have found.
///
/// Logistic regression, one for each class, over the numbers of ``EscalationEvidence``; it is learnt from messages that the cues were not written
/// from, each judged by word weights made without it, so it knows how far to trust each.
///
/// - Source: D. H. Wolpert, Stacked Generalization, Neural Networks 5, 1992.
public struct ReasonCombination: Sendable {
    /// For each class the weights of the inputs, then the bias.
    private let rows: [[Float]]

    /// - Parameter rows: for each class of ``EscalationClassifier`` the weights of ``EscalationEvidence/inputs``, then the bias.
    public init(rows: [[Float]]) { self.rows = rows }

    /// The probability of each class, from 0 to 1.
    func probabilities(_ evidence: EscalationEvidence) -> [Float] {
        rows.map { row in
            let sum = zip(row, evidence.inputs + [1]).reduce(0) { $0 + $1.0 * $1.1 }
            return 1 / (1 + Self.exponential(-sum))
        }
    }

    /// eˣ by (1 + x/2¹⁰)¹⁰²⁴, the same on every system: a probability needs no more than three digits.
    private static func exponential(_ x: Float) -> Float {
        var power = 1 + Double(max(-30, min(30, x))) / 1024
        for _ in 0..<10 { power *= power }
        return Float(power)
    }

    func write(to file: inout WeightsFile) {
        for value in rows.joined() { file.append(value) }
    }

    /// Reads what ``write(to:)`` wrote; `nil` when there is less.
    init?(from file: inout WeightsFile) {
        var rows: [[Float]] = []
        for _ in 0..<EscalationClassifier.classCount {
            guard let row = file.floats(EscalationEvidence.inputCount + 1) else { return nil }
            rows.append(row)
        }
        self.rows = rows
    }
}
