public import TextAnalysis

/// Tells from all words of a message together whether a person is needed and for which reason; it finds what no cue names.
///
/// Logistic regression over ``MessageFeatures``: for each reason one, and one for whether there is any reason. A score is a sum of weights, so it
/// can be explained by the words that weigh most. The weights are a file made by `sufler train escalation` from `evals/policy`.
///
/// - Source: R.-E. Fan et al., LIBLINEAR: A Library for Large Linear Classification, JMLR 9, 2008, for the objective.
public struct EscalationClassifier: Sendable {
    /// What a classifier thinks of a message.
    struct Judgement: Equatable {
        /// The probability that any reason is there, from 0 to 1.
        let any: Float
        /// How many Russian words of the message the classifier knows.
        let knownWords: Int
        /// The probability of each of ``EscalationClassifier/reasons``.
        let reasons: [Float]
    }

    /// The reasons that are told apart, in the order of the weights.
    public static let reasons: [HandoffReason] = [
        .humanRequested, .complaint, .legalThreat, .legalQuestion, .medical, .safety, .selfHarm, .fraud, .dataDeletion,
        .compensation, .upsetCustomer, .machineCustomer,
    ]

    /// The classifier of the project's weights.
    static let shared = EscalationClassifier(encoded: PackageResources.escalation_weights)

    private let keys: [UInt32]
    /// One row of ``classCount`` for each key.
    private let weights: [Int8]
    private let scales: [Float]
    private let biases: [Float]

    /// The reasons, and whether there is any.
    public static var classCount: Int { reasons.count + 1 }

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
            let nothing = [Float](repeating: 0, count: Self.reasons.count)
            return Judgement(any: 0.5, knownWords: 0, reasons: nothing)
        }
        let norm = 1 / max(1, Float(rows.count)).squareRoot()
        let probabilities = (0..<Self.classCount).map { index in
            let sum = rows.reduce(0) { $0 + Int(weights[$1 * Self.classCount + index]) }
            return 1 / (1 + Self.exponential(-(biases[index] + Float(sum) * scales[index] * norm)))
        }
        return Judgement(
            any: probabilities[Self.reasons.count], knownWords: knownWords, reasons: Array(probabilities.dropLast()))
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

    /// eˣ by (1 + x/2¹⁰)¹⁰²⁴, the same on every system: a probability needs no more than three digits.
    private static func exponential(_ x: Float) -> Float {
        var power = 1 + Double(max(-30, min(30, x))) / 1024
        for _ in 0..<10 { power *= power }
        return Float(power)
    }
}

// MARK: The file

extension EscalationClassifier {
    private static let magic: [UInt8] = Array("SFEW".utf8)
    private static let version: UInt8 = 1

    /// The weights as a file: magic, version, number of classes, scales and biases as 32-bit floats, number of keys, keys, rows; little-endian.
    public var encoded: [UInt8] {
        var bytes = Self.magic + [Self.version, UInt8(Self.classCount)]
        func add(_ value: UInt32) {
            for shift in [0, 8, 16, 24] { bytes.append(UInt8(value >> UInt32(shift) & 0xFF)) }
        }
        for value in scales + biases { add(value.bitPattern) }
        add(UInt32(keys.count))
        for key in keys { add(key) }
        bytes += weights.map { UInt8(bitPattern: $0) }
        return bytes
    }

    /// Reads weights; of a file that is not one it makes a classifier that knows no word.
    init(encoded bytes: [UInt8]) {
        let classes = Self.classCount
        var offset = Self.magic.count + 2
        func next() -> UInt32 {
            guard offset + 4 <= bytes.count else { return 0 }
            defer { offset += 4 }
            return (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
        }
        guard bytes.starts(with: Self.magic + [Self.version, UInt8(classes)]) else {
            let nothing = [Float](repeating: 0, count: classes)
            (keys, weights, scales, biases) = ([], [], nothing, nothing)
            return
        }
        scales = (0..<classes).map { _ in Float(bitPattern: next()) }
        biases = (0..<classes).map { _ in Float(bitPattern: next()) }
        let count = Int(next())
        guard bytes.count == offset + count * (4 + classes) else {
            (keys, weights) = ([], [])
            return
        }
        keys = (0..<count).map { _ in next() }
        weights = bytes[offset...].map { Int8(bitPattern: $0) }
    }
}
