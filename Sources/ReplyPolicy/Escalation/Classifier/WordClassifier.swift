public import TextAnalysis

/// Tells from all words of a message together how likely each reason is; it finds what no cue names.
///
/// Logistic regression over ``MessageFeatures``, one for each class of ``EscalationClassifier``. A score is a sum of weights, so it can be explained by
/// the words that weigh most.
///
/// - Source: R.-E. Fan et al., LIBLINEAR: A Library for Large Linear Classification, JMLR 9, 2008, for the objective.
public struct WordClassifier: Sendable {
    /// What the words of a message say.
    struct Judgement: Equatable {
        /// The log odds of each class.
        let logOdds: [Float]
        /// How many Russian words of the message are known.
        let knownWords: Int
    }

    private let keys: [UInt32]
    /// One row of ``EscalationClassifier/classCount`` for each key.
    private let weights: [Int8]
    private let scales: [Float]
    private let biases: [Float]

    private static let classCount = EscalationClassifier.classCount

    /// Makes a classifier whose weights are rounded to 1/127 of the largest of their class.
    ///
    /// - Parameters:
    ///   - weights: for each feature its weight in each class, the class «any» last.
    ///   - biases: of the classes.
    public init(weights: [UInt32: [Float]], biases: [Float]) {
        let scales = (0..<Self.classCount).map { index in
            max(weights.values.map { abs($0[index]) }.max() ?? 0, .leastNormalMagnitude) / 127
        }
        keys = weights.keys.sorted()
        self.weights = keys.flatMap { key in
            zip(weights[key] ?? [], scales).map { Int8(max(-127, min(127, ($0 / $1).rounded()))) }
        }
        self.scales = scales
        self.biases = biases
    }

    /// The features of a message as it is typed, for training.
    ///
    /// - Parameter text: a message.
    /// - Returns: hashes, ascending.
    public static func features(of text: AnalyzedText) -> [UInt32] {
        let readings = MessageReading.readings(of: text.string)
        return readings.first.map { MessageFeatures.hashes(of: $0.words, in: text.bytes) } ?? []
    }

    /// Judges a message by the reading of which most is known.
    ///
    /// - Complexity: O(features · log keys).
    func judgement(of readings: [MessageReading], in message: AnalyzedText) -> Judgement {
        var best: [Int] = []
        var words: [ReadWord] = []
        for reading in readings {
            let rows = MessageFeatures.hashes(of: reading.words, in: message.bytes).compactMap(row)
            if rows.count > best.count { (best, words) = (rows, reading.words) }
        }
        let known = words.count { $0.isRussian && row(MessageFeatures.hash(of: $0)) != nil }
        return judgement(ofRows: best, knownWords: known)
    }

    private func judgement(ofRows rows: [Int], knownWords: Int) -> Judgement {
        // Of words that it does not know it thinks nothing.
        guard !rows.isEmpty else {
            return Judgement(logOdds: [Float](repeating: 0, count: Self.classCount), knownWords: 0)
        }
        let norm = 1 / Float(rows.count).squareRoot()
        let logOdds = (0..<Self.classCount).map { index in
            let sum = rows.reduce(0) { $0 + Int(weights[$1 * Self.classCount + index]) }
            return biases[index] + Float(sum) * scales[index] * norm
        }
        return Judgement(logOdds: logOdds, knownWords: knownWords)
    }

    /// How much a word, alone, speaks for a class.
    func weight(of word: ReadWord, for index: Int) -> Int {
        MessageFeatures.hashes(of: [word], in: []).compactMap(row)
            .reduce(0) { $0 + Int(weights[$1 * Self.classCount + index]) }
    }

    /// The row of a feature.
    private func row(_ key: UInt32) -> Int? {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low : nil
    }
}

// MARK: The file

extension WordClassifier {
    /// Scales and biases, the number of keys, keys, rows.
    func write(to file: inout WeightsFile) {
        for value in scales + biases { file.append(value) }
        file.append(UInt32(keys.count))
        for key in keys { file.append(key) }
        file.append(weights)
    }

    /// Reads what ``write(to:)`` wrote; `nil` when there is less.
    init?(from file: inout WeightsFile) {
        guard let numbers = file.floats(2 * Self.classCount), let count = file.integer(),
            let keys = file.integers(Int(count)), let weights = file.signedBytes(Int(count) * Self.classCount)
        else { return nil }
        self.keys = keys
        self.weights = weights
        scales = Array(numbers.prefix(Self.classCount))
        biases = Array(numbers.suffix(Self.classCount))
    }
}
