public import TextAnalysis

/// All that speaks for a reason to escalate a message: its words, and what cues have found.
public struct EscalationEvidence: Sendable {
    /// How many numbers ``inputs`` has.
    public static var inputCount: Int { EscalationClassifier.classCount + 2 * EscalationClassifier.reasons.count + 4 }

    /// For ``ReasonCombination``: the log odds by the words, of each class; for each reason the score of its cues, then whether they found it; whether
    /// a person is asked for by grammar, whether cues found anything, tenths of the known words up to 20, whether there are fewer than three.
    public let inputs: [Float]
    /// How many Russian words of the message are known.
    let knownWords: Int

    private static let maxLogOdds: Float = 9

    /// Gathers what speaks for a reason, as ``EscalationGuardrail`` does.
    public init(of message: AnalyzedText, words: WordClassifier) {
        let readings = MessageReading.readings(of: message.string)
        self.init(words.judgement(of: readings, in: message), CueFindings(of: readings, in: message))
    }

    init(_ words: WordClassifier.Judgement, _ cues: CueFindings) {
        let scores = EscalationClassifier.reasons.map { reason in
            cues.findings.filter { $0.reason == reason }.map(\.score).max() ?? 0
        }
        var inputs = words.logOdds.map { max(-Self.maxLogOdds, min(Self.maxLogOdds, $0)) }
        inputs += scores
        inputs += scores.map { $0 > 0 ? 1 : 0 }
        inputs += [
            cues.asksForPerson ? 1 : 0, scores.contains { $0 > 0 } ? 1 : 0, Float(min(words.knownWords, 20)) / 10,
            words.knownWords < 3 ? 1 : 0,
        ]
        self.inputs = inputs
        knownWords = words.knownWords
    }
}
