/// Tells whether a person is needed and for which reason, from all words of a message and from what cues have found in it.
///
/// The weights are a file made by `sufler train escalation` from `evals/policy`.
public struct EscalationClassifier: Sendable {
    /// The reasons that are told apart, in the order of the weights.
    public static let reasons: [HandoffReason] = [
        .humanRequested, .complaint, .legalThreat, .legalQuestion, .medical, .safety, .selfHarm, .fraud, .dataDeletion,
        .compensation, .upsetCustomer, .machineCustomer,
    ]

    /// The classes: the reasons, then whether there is any.
    public static var classCount: Int { reasons.count + 1 }

    /// The classifier of the project's weights.
    static let shared = EscalationClassifier(encoded: PackageResources.escalation_weights)

    let words: WordClassifier
    private let combination: ReasonCombination

    /// Puts the two steps together.
    public init(words: WordClassifier, combination: ReasonCombination) {
        self.words = words
        self.combination = combination
    }

    /// What a classifier thinks of a message.
    struct Judgement {
        /// The probability that any reason is there, from 0 to 1.
        let any: Float
        /// The probability of each of ``EscalationClassifier/reasons``.
        let reasons: [Float]
        /// How many Russian words of the message are known.
        let knownWords: Int
    }

    /// Judges a message.
    func judgement(_ evidence: EscalationEvidence) -> Judgement {
        let probabilities = combination.probabilities(evidence)
        return Judgement(
            any: probabilities.last ?? 0, reasons: Array(probabilities.dropLast()), knownWords: evidence.knownWords)
    }
}

// MARK: The file

extension EscalationClassifier {
    private static let header = Array("SFEW".utf8) + [2, UInt8(classCount)]

    /// The weights as a file: magic, version and number of classes, then the combination, then the words.
    public var encoded: [UInt8] {
        var file = WeightsFile(Self.header)
        combination.write(to: &file)
        words.write(to: &file)
        return file.bytes
    }

    /// Reads weights; of a file that is not one it makes a classifier that knows no word.
    init(encoded bytes: [UInt8]) {
        var file = WeightsFile(bytes)
        guard file.read(Self.header.count).map(Array.init) == Self.header,
            let combination = ReasonCombination(from: &file), let words = WordClassifier(from: &file), file.isAtEnd
        else {
            let none = [Float](repeating: 0, count: Self.classCount)
            self.init(words: WordClassifier(weights: [:], biases: none), combination: ReasonCombination(rows: []))
            return
        }
        self.init(words: words, combination: combination)
    }
}
