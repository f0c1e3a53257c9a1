import TextAnalysis

/// What speaks for a topic in one reading of a message.
struct TopicEvidence {
    let topic: EscalationTopic
    /// The sum of the weights of the cues that count.
    private(set) var weight: Float = 0
    /// The words of the heaviest cue, in UTF-8 bytes of the message.
    private(set) var utf8Range: Range<Int>?
    private let words: [ReadWord]

    /// From this sum on a topic is found.
    static let threshold: Float = 1

    /// Cues farther apart than so many words tell of different things.
    private static let window = 16

    /// Takes the heaviest window of a topic's cues.
    init(topic: EscalationTopic, matches: [CueMatcher.Match], words: [ReadWord]) {
        self.topic = topic
        self.words = words
        let ordered = matches.sorted { $0.first < $1.first }
        let against = ordered.filter { $0.weight < 0 }
        for (number, match) in ordered.enumerated() {
            let near = ordered[number...].prefix { $0.first < match.first + Self.window }
            let before = against.filter { $0.first < match.first && $0.last + Self.window > match.first }
            let sum = Self.sum(near + before)
            guard sum.weight > weight else { continue }
            weight = sum.weight
            if let heaviest = sum.heaviest {
                utf8Range = words[heaviest.first].utf8Range.lowerBound..<words[heaviest.last].utf8Range.upperBound
            }
            // Nothing more is needed, and a text full of cues must not cost their square.
            if weight >= 2 * Self.threshold { break }
        }
    }

    /// Adds cues up, the heaviest first; one that speaks for the topic and adds no new word to those before does not count.
    private static func sum(_ near: ArraySlice<CueMatcher.Match>) -> (weight: Float, heaviest: CueMatcher.Match?) {
        var weight: Float = 0
        var used = Set<Int>()
        let sorted = near.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.first < $1.first }
        for match in sorted where match.weight < 0 || !used.isSuperset(of: match.words) {
            weight += match.weight
            used.formUnion(match.words)
        }
        return (weight, sorted.first)
    }

    /// The topics that are found, each in the reading that speaks most for it, in the order of their numbers.
    static func best(of readings: [MessageReading], in message: AnalyzedText) -> [TopicEvidence] {
        let topics = EscalationTopic.all
        var best = [TopicEvidence?](repeating: nil, count: topics.count)
        for reading in readings {
            let matches = CueMatcher(words: reading.words, lexicon: EscalationTopic.lexicon).matches()
            let byTopic = Dictionary(grouping: matches, by: \.topic)
            for (number, topic) in topics.enumerated() {
                var evidence = TopicEvidence(topic: topic, matches: byTopic[number] ?? [], words: reading.words)
                if topic.reason == .upsetCustomer { evidence.add(UpsetTone(message, reading)) }
                guard evidence.weight >= threshold, evidence.weight > best[number]?.weight ?? 0 else { continue }
                best[number] = evidence
            }
        }
        return best.compactMap { $0 }
    }

    private mutating func add(_ tone: UpsetTone) {
        weight += tone.weight
        utf8Range = utf8Range ?? tone.utf8Range
    }

    /// The finding.
    func finding(in message: AnalyzedText) -> EscalationFinding? {
        guard let utf8Range else { return nil }
        let quote = message.text(utf8Range)
        let amount = topic.reason == .compensation ? MoneyAmount.amounts(in: words).map(\.kopecks).max() : nil
        return EscalationFinding(
            reason: topic.reason, utf8Range: utf8Range, quote: quote, explanation: "\(topic.explanation): «\(quote)».",
            score: min(1, weight / (2 * Self.threshold)), amountInKopecks: amount)
    }
}
