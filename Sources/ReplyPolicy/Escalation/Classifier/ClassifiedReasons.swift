import TextAnalysis

/// Decides which reasons a message gives, from what cues have found in it and what the classifier makes of both cues and words.
///
/// Cues see words, the classifier what stands around them: it adds reasons that no cue names, and takes back what a cue has found in a message that is
/// otherwise ordinary («как стереть PIN монеткой»). A plain request for a person and a plain sign of danger to life never go. Of a message with few words
/// that it knows it must be surer, and takes nothing back; with none, such as the name of a thing, it says nothing.
///
/// The bounds were chosen on sets that the weights had not been made from; see `docs/policy.md`.
struct ClassifiedReasons {
    /// From this probability of any reason on a person is needed.
    static let needed: Float = 0.15
    /// The same for messages of fewer known words than ``minWords``.
    static let neededOfFew: Float = 0.5
    /// Of fewer known words too little can be said to take a finding back.
    static let minWords = 3
    /// From this probability on the likeliest reason is named, and each that cues have found.
    static let named: Float = 0.1
    /// From this probability on each reason is named.
    static let alsoNamed: Float = 0.15
    /// From this probability on a request for a person, the first of the reasons, is recognised, whatever else is likely.
    static let request: Float = 0.15
    /// A finding of this score or more never goes, if it is of the kept ones.
    static let plain: Float = 0.75
    private static let kept: Set<HandoffReason> = [.humanRequested, .safety, .selfHarm]

    private let classifier: EscalationClassifier
    private let readings: [MessageReading]
    private let message: AnalyzedText
    private let cues: [EscalationFinding]
    private let judgement: EscalationClassifier.Judgement

    init(
        _ readings: [MessageReading], in message: AnalyzedText, cues: CueFindings,
        classifier: EscalationClassifier = .shared
    ) {
        self.classifier = classifier
        self.readings = readings
        self.message = message
        self.cues = cues.findings
        judgement = classifier.judgement(
            EscalationEvidence(classifier.words.judgement(of: readings, in: message), cues))
    }

    /// The findings of cues that stay, then those that the classifier adds.
    func findings() -> [EscalationFinding] {
        guard judgement.knownWords > 0 else { return cues }
        let named = namedReasons()
        let found = Set(cues.map(\.reason))
        let kept = cues.filter { cue in
            named.contains(cue.reason) || judgement.knownWords < Self.minWords
                || (Self.kept.contains(cue.reason) && cue.score >= Self.plain)
        }
        return kept
            + EscalationClassifier.reasons.indices.filter { index in
                let reason = EscalationClassifier.reasons[index]
                return named.contains(reason) && !found.contains(reason)
            }.compactMap(finding)
    }

    private func namedReasons() -> Set<HandoffReason> {
        let likely = zip(EscalationClassifier.reasons, judgement.reasons).map { (reason: $0, probability: $1) }
        var named: Set<HandoffReason> = []
        if let request = likely.first, request.probability >= Self.request { named.insert(request.reason) }
        let needed = judgement.knownWords < Self.minWords ? Self.neededOfFew : Self.needed
        guard judgement.any >= needed else { return named }
        let others = likely.dropFirst()
        if let best = others.max(by: { $0.probability < $1.probability }), best.probability >= Self.named {
            named.insert(best.reason)
        }
        for (reason, probability) in others {
            let isFound = cues.contains { $0.reason == reason }
            if probability >= (isFound ? Self.named : Self.alsoNamed) { named.insert(reason) }
        }
        return named
    }

    /// A finding with the words that weigh most.
    private func finding(_ index: Int) -> EscalationFinding? {
        let reason = EscalationClassifier.reasons[index]
        guard let words = readings.first?.words, !words.isEmpty else { return nil }
        let weights = words.map { classifier.words.weight(of: $0, for: index) }
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
