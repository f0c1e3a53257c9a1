/// Notices that a customer asks for a living person.
///
/// Customers do it in a word («оператора!»), by a verb and a person («соедините со специалистом»), by stressing the person
/// («живой человек»), or by asking whom they talk to («вы бот?»). Misspellings count; a verb in the past tells a story and does not.
///
/// A wish to be called back counts as one («перезвоните мне»): only a person can call. A promise of a call does not («обещали перезвонить»).
///
/// Examples: «Оператор», «позовите живого человека», «хватит, дайте менеджера», «это робот отвечает?».
/// Near misses, which are no requests: «курьер и оператор сказали разное», «положен ли нам личный менеджер», «вакансия оператора»,
/// «сменила оператора связи», «робот-пылесос».
///
/// Beside the grammar of ``HumanRequestSentence`` and the clauses of ``HumanRequestClause`` the cues of ``HumanRequestTopic`` count; the message is also read from transliteration and
/// from the wrong keyboard layout.
/// - Source: our own wordings; the need is described in the industry's texts as «Позови оператора», the most frequent request to a bot.
public struct HumanRequestGuardrail: Sendable {
    /// Makes the guardrail; it has no settings that could switch it off.
    public init() {}

    /// A longer sentence is looked through in pieces, so that the time grows with the message and not with its square.
    private static let maxWords = 60
    /// Pieces share so many words, so that a request on a border is whole in one of them.
    private static let sharedWords = 12

    /// Looks through a message, as typed, from transliteration and from the wrong keyboard layout.
    ///
    /// - Parameter message: what the customer wrote.
    /// - Returns: a finding that quotes the first words that ask for a person, or `nil`.
    public func finding(in message: String) -> GuardrailFinding? {
        let readings = MessageReading.readings(of: message)
        guard let range = requestRange(in: message, readings) ?? cueRange(in: readings) else { return nil }
        let words = readings.first?.words.filter { range.contains($0.utf8Range.lowerBound) } ?? []
        let quote = words.map(\.text).joined(separator: " ")
        return GuardrailFinding(kind: .humanRequest, message: "Клиент просит человека: «\(quote)».")
    }

    /// The words of the first sentence, or piece of a long one, that asks for a person by its grammar, in UTF-8 bytes.
    func requestRange(in message: String, _ readings: [MessageReading]) -> Range<Int>? {
        for reading in readings {
            if let clause = HumanRequestClause.request(in: reading.words), let first = clause.first,
                let last = clause.last
            {
                return first.utf8Range.lowerBound..<last.utf8Range.upperBound
            }
            var start = 0
            while start < reading.words.count {
                var end = start
                while end < reading.words.count, reading.words[end].sentence == reading.words[start].sentence {
                    end += 1
                }
                if let range = request(in: Array(reading.words[start..<end])) { return range }
                start = end
            }
        }
        return nil
    }

    private func request(in sentence: [ReadWord]) -> Range<Int>? {
        guard sentence.contains(where: HumanRequestWords.isTelling) else { return nil }
        for piece in Self.pieces(of: sentence) {
            guard let first = piece.first, let last = piece.last else { continue }
            guard HumanRequestSentence(words: piece.map(\.text)).asksForPerson else { continue }
            return first.utf8Range.lowerBound..<last.utf8Range.upperBound
        }
        return nil
    }

    /// The words of a cue of ``HumanRequestTopic``.
    private func cueRange(in readings: [MessageReading]) -> Range<Int>? {
        for reading in readings {
            let matches = CueMatcher(words: reading.words, lexicon: HumanRequestTopic.lexicon).matches()
            let evidence = TopicEvidence(topic: HumanRequestTopic.topic, matches: matches, words: reading.words)
            if evidence.weight >= TopicEvidence.threshold { return evidence.utf8Range }
        }
        return nil
    }

    private static func pieces(of words: [ReadWord]) -> [[ReadWord]] {
        guard words.count > maxWords else { return words.isEmpty ? [] : [words] }
        return stride(from: 0, to: words.count - sharedWords, by: maxWords - sharedWords).map { start in
            Array(words[start..<min(words.count, start + maxWords)])
        }
    }
}
