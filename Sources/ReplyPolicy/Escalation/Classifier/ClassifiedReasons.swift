import TextAnalysis

/// Puts what the classifier thinks of a message beside what cues have found.
///
/// - The classifier adds its reasons when it is sure that there is one.
/// - A finding of few cues that the classifier thinks all but impossible goes, unless a person was asked for or life may be in danger: cues see words,
///   the classifier what stands around them («как стереть PIN монеткой»).
/// - Of messages with few words that it knows, such as the name of a thing, it says nothing.
///
/// The bounds were chosen on sets that the weights had not been made from; see `docs/policy.md`.
struct ClassifiedReasons {
    /// From this probability on a person is needed.
    static let sure: Float = 0.7
    /// A request for a person is recognised from this probability on.
    static let sureOfRequest: Float = 0.5
    /// From this probability on the likeliest reason is named: that there is one is not enough in long messages.
    static let named: Float = 0.25
    /// From this probability on a further reason is named.
    static let alsoNamed: Float = 0.3
    /// Below this probability a finding of cues goes.
    static let impossible: Float = 0.05
    /// A finding of this score or more never goes.
    static let strong: Float = 0.75
    /// Of fewer known words the classifier says nothing.
    static let minWords = 3
    /// Findings that never go.
    private static let kept: Set<HandoffReason> = [.humanRequested, .safety, .selfHarm, .machineCustomer]

    private let classifier: EscalationClassifier
    private let readings: [MessageReading]
    private let message: AnalyzedText
    private let judgement: EscalationClassifier.Judgement

    init(_ readings: [MessageReading], in message: AnalyzedText, classifier: EscalationClassifier = .shared) {
        self.classifier = classifier
        self.readings = readings
        self.message = message
        judgement = classifier.judgement(of: readings, in: message)
    }

    /// The findings of cues that stay.
    func confirmed(_ findings: [EscalationFinding]) -> [EscalationFinding] {
        guard judgement.any < Self.impossible, judgement.knownWords >= Self.minWords else { return findings }
        return findings.filter { Self.kept.contains($0.reason) || $0.score >= Self.strong }
    }

    /// What the classifier adds to reasons that are found already.
    func additions(to found: Set<HandoffReason>) -> [EscalationFinding] {
        guard judgement.knownWords >= Self.minWords else { return [] }
        var chosen: [Int] = []
        if judgement.any >= Self.sure,
            let best = judgement.reasons.indices.max(by: { judgement.reasons[$0] < judgement.reasons[$1] })
        {
            chosen = judgement.reasons.indices.filter {
                judgement.reasons[$0] >= ($0 == best ? Self.named : Self.alsoNamed)
            }
            if judgement.reasons[0] < Self.sureOfRequest { chosen.removeAll { $0 == 0 } }
        } else if judgement.reasons[0] >= Self.sureOfRequest {
            chosen = [0]
        }
        return chosen.filter { !found.contains(EscalationClassifier.reasons[$0]) }.compactMap(finding)
    }

    /// A finding with the words that weigh most.
    private func finding(_ index: Int) -> EscalationFinding? {
        let reason = EscalationClassifier.reasons[index]
        guard let words = readings.first?.words, !words.isEmpty else { return nil }
        let weights = words.map { classifier.weight(of: $0, for: index) }
        let heaviest = weights.indices.max { weights[$0] < weights[$1] } ?? 0
        let range = words[heaviest].utf8Range
        let quote = message.text(range)
        return EscalationFinding(
            reason: reason, utf8Range: range, quote: quote,
            explanation:
                "По словам сообщения в целом похоже: \(Self.name(of: reason)); больше всего говорит «\(quote)».",
            score: 0.5 + judgement.reasons[index] / 4,
            amountInKopecks: reason == .compensation ? MoneyAmount.amounts(in: words).map(\.kopecks).max() : nil)
    }

    private static func name(of reason: HandoffReason) -> String {
        switch reason {
        case .humanRequested: "клиент просит человека"
        case .complaint: "жалоба"
        case .legalThreat: "угроза судом, органами или оглаской"
        case .legalQuestion: "вопрос о праве"
        case .medical: "вопрос о здоровье"
        case .safety: "опасность"
        case .selfHarm: "человеку может быть очень плохо"
        case .fraud: "мошенничество"
        case .dataDeletion: "персональные данные"
        case .compensation: "требование денег"
        case .upsetCustomer: "клиент расстроен"
        default: "пишет машина"
        }
    }
}
