/// Notices that a customer asks for a living person.
///
/// Customers do it in a word («оператора!»), by a verb and a person («соедините со специалистом»), by stressing the person
/// («живой человек»), or by asking whom they talk to («вы бот?»). Misspellings count; a verb in the past tells a story and does not.
///
/// Examples: «Оператор», «позовите живого человека», «хватит, дайте менеджера», «это робот отвечает?».
/// Near misses, which are no requests: «курьер и оператор сказали разное», «положен ли нам личный менеджер», «вакансия оператора»,
/// «сменила оператора связи», «робот-пылесос».
/// - Source: our own wordings; the need is described in the industry's texts as «Позови оператора», the most frequent request to a bot.
public struct HumanRequestGuardrail: Sendable {
    /// Makes the guardrail; it has no settings that could switch it off.
    public init() {}

    /// A longer sentence is looked through in pieces, so that the time grows with the message and not with its square.
    private static let maxWords = 60
    /// Pieces share so many words, so that a request on a border is whole in one of them.
    private static let sharedWords = 12

    /// Looks through a message.
    ///
    /// - Parameter message: what the customer wrote.
    /// - Returns: a finding that quotes the first sentence, or piece of a long one, that asks for a person, or `nil`.
    public func finding(in message: String) -> GuardrailFinding? {
        let lower = message.lowercased().replacing("ё", with: "е")
        for sentence in lower.split(whereSeparator: { ".!?…\n\r;()".contains($0) }) {
            let words = sentence.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map { Self.trimmingHyphens($0) }
            for piece in Self.pieces(of: words.filter { !$0.isEmpty }) {
                guard HumanRequestSentence(words: piece).asksForPerson else { continue }
                let quote = piece.joined(separator: " ")
                return GuardrailFinding(kind: .humanRequest, message: "Клиент просит человека: «\(quote)».")
            }
        }
        return nil
    }

    private static func pieces(of words: [String]) -> [[String]] {
        guard words.count > maxWords else { return words.isEmpty ? [] : [words] }
        return stride(from: 0, to: words.count - sharedWords, by: maxWords - sharedWords).map { start in
            Array(words[start..<min(words.count, start + maxWords)])
        }
    }

    private static func trimmingHyphens(_ word: Substring) -> String {
        String(word.drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed())
    }
}
