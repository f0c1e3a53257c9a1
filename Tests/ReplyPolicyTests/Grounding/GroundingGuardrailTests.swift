import ReplyPolicy
import TestSupport
import Testing

@Suite struct GroundingGuardrailTests {
    private func isFound(_ text: String, _ quotes: [String]) -> Bool {
        !GroundingGuardrail.isQuotation(text, of: quotes)
    }

    private static let quotes = [
        "Одежду и обувь можно вернуть в течение 30 дней после получения, а с подпиской — в течение 45 дней.",
        "Деньги на карту обычно приходят за 3–5 рабочих дней после проверки, крайний срок — 10 дней.",
        "Пункт Кудесово | бесплатно | на месте, до 15 минут",
        "Позвонить можно в любое время по бесплатному номеру 8 800 000-10-20.",
        "Бельё, носки и чулки не возвращаем, если они без брака.",
        "Курьер стоит 199 ₽, скидка — 5 %.",
    ]

    @Test(arguments: quotes)
    func `a quote passes`(quote: String) {
        #expect(!isFound(GroundingGuardrail.wording(of: quote), [quote]))
        #expect(!isFound(GroundingGuardrail.wording(of: quote), Self.quotes))
    }

    @Test(arguments: Courtesy.allCases)
    func `a courtesy passes without a source`(courtesy: Courtesy) {
        #expect(!isFound(courtesy.rawValue, []))
    }

    @Test(arguments: [
        "Здравствуйте! Вернём 500 рублей.", "Здравствуйте, 5!", "Добрый день! https://example.com",
        "Пишите на help@example.com", "Доставка бесплатная.", "Здравствуйте", "", " ",
    ])
    func `a claim without a source is found`(text: String) {
        #expect(isFound(text, []))
    }

    @Test(arguments: [
        ("Курьер стоит 199 ₽, скидка — 5 %.", "Курьер стоит 199 $, скидка — 5 %."),
        ("Курьер стоит 199 ₽, скидка — 5 %.", "Курьер стоит 199 ₽, скидка — 5 ₽."),
        ("Бельё не возвращаем.", "Бельё возвращаем."),
        ("Не возвращаем бельё.", "возвращаем бельё."),
        ("Срок 3–5 дней.", "Срок 35 дней."),
        ("Срок 3–5 дней.", "Срок 5–3 дней."),
        ("Вернём деньги.", "Вернём деньги. Подробнее: https://example.com"),
        ("Вернём, если есть чек.", "Вернём."),
        ("Номер 8 800 000-10-20.", "Номер 8 800 000-10-21."),
    ])
    func `a change of meaning is found`(quote: String, text: String) {
        #expect(isFound(text, [quote]))
    }

    @Test func `a sentence may not be put together from two quotes`() {
        #expect(isFound("Срок 10 дней.", ["Срок 14 дней.", "Доставка 10 дней."]))
    }

    /// Every seed mutates every quote once in each way; one has no digit: (6 · 5 − 1) · 25 = 725 mutations,
    /// fewer the few swaps of equal words.
    @Test(arguments: UInt64(1)...25)
    func `every mutation of a quote is found`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for quote in Self.quotes {
            let text = GroundingGuardrail.wording(of: quote)
            for mutation in Mutation.allCases {
                guard let mutated = mutation.apply(to: text, &random) else { continue }
                #expect(mutated != text && isFound(mutated, [quote]), "seed \(seed), \(mutation): \(mutated)")
            }
        }
    }

    private enum Mutation: CaseIterable {
        case number, insertedWord, insertedNot, removedWord, swappedWords

        /// The text with one change; `nil` when there is nothing to change.
        func apply(to text: String, _ random: inout SeededGenerator) -> String? {
            var words = text.split(separator: " ").map(String.init)
            let place = Int.random(in: 0..<words.count, using: &random)
            switch self {
            case .number:
                guard let index = text.indices.filter({ text[$0].isNumber }).randomElement(using: &random),
                    let digit = text[index].wholeNumberValue
                else { return nil }
                let other = (digit + Int.random(in: 1...9, using: &random)) % 10
                return text.replacingCharacter(at: index, with: "\(other)")
            case .insertedWord:
                words.insert(["сразу", "все", "дней", "10", "и"].randomElement(using: &random) ?? "и", at: place)
            case .insertedNot: words.insert("не", at: place)
            case .removedWord: words.remove(at: place)
            case .swappedWords:
                let next = (place + 1) % words.count
                guard words[place] != words[next] else { return nil }
                words.swapAt(place, next)
            }
            return words.joined(separator: " ")
        }
    }
}

extension String {
    /// The string with one character replaced.
    fileprivate func replacingCharacter(at index: Index, with replacement: String) -> String {
        String(self[..<index]) + replacement + String(self[self.index(after: index)...])
    }
}
