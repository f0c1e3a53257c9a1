import Foundation
public import ReplyPolicy
public import TextAnalysis

/// Learns the weights of ``EscalationClassifier`` from sets of messages: logistic regression with a quadratic penalty, one a class.
///
/// Minimised is `C · Σ log(1 + exp(−y·(w·x + b))) + |w|²/2`, where x has 1/√n in each of its n known features, by Nesterov's method in a fixed number
/// of steps; so the same sets give the same weights.
///
/// - Source: R.-E. Fan et al., LIBLINEAR, JMLR 9, 2008 (the objective); Y. Nesterov, Introductory Lectures on Convex Optimization, 2004 (the method).
public struct EscalationTrainer: Sendable {
    /// How the weights are learnt.
    public struct Settings: Sendable {
        /// What an error costs beside large weights.
        public var cost: Float = 20
        /// Features of fewer messages are not learnt.
        public var minMessages = 2
        /// The most features that are kept: those with the largest weights.
        public var maxFeatures = 9_000
        /// Steps.
        public var steps = 700

        /// The defaults.
        public init() {}
    }

    private struct Example {
        let features: [UInt32]
        /// The reasons, the main one first; none for an ordinary message.
        let reasons: [HandoffReason]
    }

    private let settings: Settings
    private var examples: [Example] = []

    /// Makes a trainer.
    public init(settings: Settings = Settings()) { self.settings = settings }

    /// How many messages have been added.
    public var messageCount: Int { examples.count }

    /// Adds the messages of a folder: `escalation.jsonl`, `human-requests.jsonl`, `ordinary.jsonl` and `escalation-ordinary.jsonl`.
    ///
    /// Messages in Latin letters are left out: their readings are chosen by what is known, which is what is learnt here.
    ///
    /// - Throws: a ``HarnessError`` when a set is malformed; `AnalysisError` when a library refuses.
    public mutating func add(folder: String, analyzers: AnalyzerPool) throws {
        for (name, reasons) in [
            ("escalation", nil), ("human-requests", [.humanRequested]), ("ordinary", []), ("escalation-ordinary", []),
        ] as [(String, [HandoffReason]?)] {
            for record in try SetFile.read("\(folder)/\(name).jsonl", as: EscalationEvaluation.Record.self) {
                let reasons = reasons ?? record.reasons ?? []
                guard let text = record.text, reasons.first != .unknownLanguage, !Self.isLatin(text) else { continue }
                let features = EscalationClassifier.features(of: try AnalyzedText(text, using: analyzers))
                examples.append(Example(features: features, reasons: reasons))
            }
        }
    }

    private static func isLatin(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        let latin = scalars.count { ("a"..."z").contains($0.properties.lowercaseMapping) }
        let cyrillic = scalars.count { ("\u{400}"..."\u{45F}").contains($0) }
        return latin > cyrillic
    }

    /// The weights that fit the messages best.
    ///
    /// - Complexity: O(classes · steps · features of all messages).
    public func classifier() -> EscalationClassifier {
        let (keys, rows) = knownFeatures()
        var weights = [[Float]](repeating: [], count: keys.count)
        var biases: [Float] = []
        for index in 0..<EscalationClassifier.classCount {
            let reason = index < EscalationClassifier.reasons.count ? EscalationClassifier.reasons[index] : nil
            let fitted = fit(rows, count: keys.count, for: reason)
            for (feature, weight) in fitted.weights.enumerated() { weights[feature].append(weight) }
            biases.append(fitted.bias)
        }
        let largest = weights.map { $0.map { abs($0) }.max() ?? 0 }
        let kept = keys.indices.sorted { (largest[$1], keys[$0]) < (largest[$0], keys[$1]) }.prefix(
            settings.maxFeatures)
        return EscalationClassifier(
            weights: Dictionary(uniqueKeysWithValues: kept.map { (keys[$0], weights[$0]) }), biases: biases)
    }

    /// The features that are learnt, and of each message the numbers of those that it has.
    private func knownFeatures() -> (keys: [UInt32], rows: [[Int32]]) {
        var counts: [UInt32: Int] = [:]
        for example in examples { for feature in example.features { counts[feature, default: 0] += 1 } }
        let keys = counts.filter { $0.value >= settings.minMessages }.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, Int32($0)) })
        return (keys, examples.map { $0.features.compactMap { numbers[$0] } })
    }

    /// One class against all others; a message for which the class is a further reason counts for neither.
    private func fit(_ rows: [[Int32]], count: Int, for reason: HandoffReason?) -> (weights: [Float], bias: Float) {
        var chosen: [(row: Int, label: Float)] = []
        for (row, example) in examples.enumerated() {
            if let reason {
                if example.reasons.first == reason {
                    chosen.append((row, 1))
                } else if !example.reasons.contains(reason) {
                    chosen.append((row, -1))
                }
            } else {
                chosen.append((row, example.reasons.isEmpty ? -1 : 1))
            }
        }
        guard !chosen.isEmpty else { return ([Float](repeating: 0, count: count), 0) }
        // In the scaled form Σ log(…)/n + λ|w|²/2.
        let penalty = 1 / (settings.cost * Float(chosen.count))
        let rate = 1 / (0.5 + penalty)
        let ratio = (penalty * rate).squareRoot()
        let momentum = (1 - ratio) / (1 + ratio)
        var weights = [Float](repeating: 0, count: count + 1)
        var ahead = weights
        var gradient = weights
        for _ in 0..<settings.steps {
            for index in 0..<count { gradient[index] = penalty * ahead[index] }
            gradient[count] = 0
            for (row, label) in chosen {
                let features = rows[row]
                let norm = 1 / max(1, Float(features.count)).squareRoot()
                var sum = ahead[count]
                for feature in features { sum += ahead[Int(feature)] * norm }
                let slope = -label / (1 + exp(label * sum)) / Float(chosen.count)
                for feature in features { gradient[Int(feature)] += slope * norm }
                gradient[count] += slope
            }
            for index in 0...count {
                let next = ahead[index] - rate * gradient[index]
                ahead[index] = next + momentum * (next - weights[index])
                weights[index] = next
            }
        }
        return (Array(weights.dropLast()), weights[count])
    }
}
