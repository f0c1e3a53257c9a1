import Foundation
public import ReplyPolicy
public import TextAnalysis

/// Learns the weights of ``EscalationClassifier`` from sets of messages, in two steps.
///
/// The words: logistic regression with a quadratic penalty, one a class. Minimised is `C · Σ log(1 + exp(−y·(w·x + b))) + |w|²/2`, where x has 1/√n in each
/// of its n known features, by Nesterov's method in a fixed number of steps.
///
/// The combination with what cues find: ``LogisticRegression`` over ``EscalationEvidence`` of the messages of independent sets, those that the cues
/// were not written from, each judged by words learnt without its part of the set.
///
/// The same sets give the same weights.
///
/// - Source: R.-E. Fan et al., LIBLINEAR, JMLR 9, 2008 (the objective); Y. Nesterov, Introductory Lectures on Convex Optimization, 2004 (the method);
///   D. H. Wolpert, Stacked Generalization, Neural Networks 5, 1992 (the second step).
public struct EscalationTrainer: Sendable {
    /// How the weights are learnt.
    public struct Settings: Sendable {
        /// What an error costs beside large weights.
        public var cost: Float = 10
        /// Features of fewer messages are not learnt.
        public var minMessages = 2
        /// The most features that are kept: those with the largest weights.
        public var maxFeatures = 12_000
        /// Steps.
        public var steps = 700
        /// The penalty on the weights of the combination.
        public var combinationPenalty = 10.0

        /// The defaults.
        public init() {}
    }

    private struct Example {
        let text: AnalyzedText
        let features: [UInt32]
        /// The reasons, the main one first; none for an ordinary message.
        let reasons: [HandoffReason]
        /// The part, of ``parts``, of its file: neighbours are often by one author, and stay together.
        let part: Int
        let isIndependent: Bool

        /// Whether a class is there; `nil` when the example says nothing about it, because it is a further reason.
        func has(_ index: Int) -> Bool? {
            guard index < EscalationClassifier.reasons.count else { return !reasons.isEmpty }
            let reason = EscalationClassifier.reasons[index]
            if reasons.first == reason { return true }
            return reasons.contains(reason) ? nil : false
        }
    }

    private static let parts = 5

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
    /// - Parameters:
    ///   - folder: the folder.
    ///   - isIndependent: whether the cues were written without these messages.
    ///   - analyzers: lends analysers.
    /// - Throws: a ``HarnessError`` when a set is missing or malformed; `AnalysisError` when a library refuses.
    public mutating func add(folder: String, isIndependent: Bool = false, analyzers: AnalyzerPool) throws {
        for (name, reasons) in [
            ("escalation", nil), ("human-requests", [.humanRequested]), ("ordinary", []), ("escalation-ordinary", []),
        ] as [(String, [HandoffReason]?)] {
            let records = try SetFile.read("\(folder)/\(name).jsonl", as: EscalationEvaluation.Record.self)
            for (index, record) in records.enumerated() {
                let reasons = reasons ?? record.reasons ?? []
                guard let string = record.text, reasons.first != .unknownLanguage, !Self.isLatin(string) else {
                    continue
                }
                let text = try AnalyzedText(string, using: analyzers)
                examples.append(
                    Example(
                        text: text, features: WordClassifier.features(of: text), reasons: reasons,
                        part: index * Self.parts / records.count, isIndependent: isIndependent))
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
    /// - Complexity: O(parts · classes · steps · features of all messages).
    public func classifier() async -> EscalationClassifier {
        let independent = examples.contains(where: \.isIndependent)
        return await withTaskGroup(of: (part: Int?, words: WordClassifier).self) { group in
            group.addTask { (nil, words(without: nil)) }
            for part in 0..<Self.parts { group.addTask { (part, words(without: part)) } }
            var all: WordClassifier?
            var judged: [(example: Example, inputs: [Double])] = []
            var byPart: [Int: WordClassifier] = [:]
            for await (part, words) in group {
                if let part { byPart[part] = words } else { all = words }
            }
            for example in examples where example.isIndependent == independent {
                guard let words = byPart[example.part] else { continue }
                judged.append((example, EscalationEvidence(of: example.text, words: words).inputs.map(Double.init)))
            }
            return EscalationClassifier(
                words: all ?? words(without: nil), combination: ReasonCombination(rows: combinationRows(judged)))
        }
    }

    private func combinationRows(_ judged: [(example: Example, inputs: [Double])]) -> [[Float]] {
        (0..<EscalationClassifier.classCount).map { index in
            let chosen = judged.compactMap { each in each.example.has(index).map { (each.inputs, $0) } }
            return LogisticRegression(
                inputs: chosen.map(\.0), labels: chosen.map(\.1), penalty: settings.combinationPenalty
            ).weights.map(Float.init)
        }
    }

    /// The weights of words, learnt from all messages or from all but one part.
    private func words(without part: Int?) -> WordClassifier {
        let examples = examples.filter { $0.part != part }
        let (keys, rows) = knownFeatures(examples)
        var weights = [[Float]](repeating: [], count: keys.count)
        var biases: [Float] = []
        for index in 0..<EscalationClassifier.classCount {
            let chosen = examples.indices.compactMap { number in
                examples[number].has(index).map { (row: rows[number], label: $0 ? 1 : -1 as Float) }
            }
            let fitted = fit(chosen, count: keys.count)
            for (feature, weight) in fitted.weights.enumerated() { weights[feature].append(weight) }
            biases.append(fitted.bias)
        }
        let largest = weights.map { $0.map { abs($0) }.max() ?? 0 }
        let kept = keys.indices.sorted { (largest[$1], keys[$0]) < (largest[$0], keys[$1]) }.prefix(
            settings.maxFeatures)
        return WordClassifier(
            weights: Dictionary(uniqueKeysWithValues: kept.map { (keys[$0], weights[$0]) }), biases: biases)
    }

    /// The features that are learnt, and of each message the numbers of those that it has.
    private func knownFeatures(_ examples: [Example]) -> (keys: [UInt32], rows: [[Int32]]) {
        var counts: [UInt32: Int] = [:]
        for example in examples { for feature in example.features { counts[feature, default: 0] += 1 } }
        let keys = counts.filter { $0.value >= settings.minMessages }.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, Int32($0)) })
        return (keys, examples.map { $0.features.compactMap { numbers[$0] } })
    }

    /// One class against all others.
    private func fit(_ chosen: [(row: [Int32], label: Float)], count: Int) -> (weights: [Float], bias: Float) {
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
            for (features, label) in chosen {
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
