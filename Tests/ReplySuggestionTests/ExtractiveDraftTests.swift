import ReplyPolicy
import ReplySuggestion
import Retrieval
import Testing

@Suite struct ExtractiveDraftTests {
    private static let returns = SmallBase.file(
        "kb-1", "Возврат обуви", question: "как вернуть кроссовки",
        body: """
            Кроссовки можно вернуть за **30 дней**. Чек не нужен.

            ## Шаги

            1. Откройте заказ.
               - В приложении или на сайте.
            2. Нажмите «Вернуть».
            3. Отдайте кроссовки курьеру.

            Кроссовки после возврата проверят.

            | Куда вернуть кроссовки | Цена |
            |---|---|
            | Вернуть кроссовки курьером | 199 ₽ |
            """)
    private static let money = SmallBase.file(
        "kb-2", "Сроки денег", question: "когда придут деньги на карту",
        body: "Деньги придут на карту за 3–5 дней. Звоните 8 800 000-10-20.")
    private static let weather = SmallBase.file(
        "kb-3", "Подарочная упаковка", question: "есть ли упаковка", body: "Упаковка с лентой стоит 150 ₽.")
    private static let parcel = SmallBase.file(
        "kb-4", "Хранение посылки", question: "сколько хранится посылка", body: "Посылка хранится 7 дней.")
    private static let subscription = SmallBase.file(
        "kb-5", "Подписка", question: "сколько стоит подписка", body: "Подписка стоит 99 ₽ в месяц.")

    private static func base(_ more: String...) throws -> SmallBase {
        try SmallBase([returns, money, weather, parcel, subscription] + more)
    }

    @Test func `steps are quoted whole, in order, each on its line`() throws {
        let base = try Self.base()
        let draft = try base.draft("Добрый день! Как вернуть кроссовки?")
        try DraftContract.expect(draft, from: base, "steps")
        let steps = draft.sentences.filter { $0.marker.first?.isNumber == true }
        #expect(steps.map(\.marker) == ["1. ", "2. ", "3. "])
        #expect(steps.map(\.text) == ["Откройте заказ.", "Нажмите «Вернуть».", "Отдайте кроссовки курьеру."])
        #expect(draft.text.contains("1. Откройте заказ.\n— В приложении или на сайте.\n2. Нажмите «Вернуть»."))
    }

    @Test func `prose after a list begins a paragraph`() throws {
        let text = try Self.base().draft("Как вернуть кроссовки после возврата, проверят?").text
        #expect(!text.contains("курьеру. Кроссовки"))
        #expect(text.contains("курьеру.\n\nКроссовки после возврата проверят."))
    }

    @Test func `a table row is written with dashes and cited as it is`() throws {
        let draft = try Self.base().draft("Сколько стоит вернуть кроссовки курьером?")
        let row = try #require(draft.sentences.first { $0.text.contains("199 ₽") })
        #expect(row.text == "Вернуть кроссовки курьером — 199 ₽")
        #expect(row.marker == "— " && row.separator == .line)
        #expect(row.citations.map(\.quote) == ["Вернуть кроссовки курьером | 199 ₽"])
    }

    @Test func `Markdown is in the cited source and not in the quote`() throws {
        let base = try Self.base()
        let draft = try base.draft("Как вернуть кроссовки?")
        let sentence = try #require(draft.sentences.first { $0.text.contains("30 дней") })
        let citation = try #require(sentence.citations.first)
        let source = Array(Self.returns.utf8)[citation.utf8Range]
        #expect(citation.quote == "Кроссовки можно вернуть за 30 дней.")
        #expect(String(decoding: source, as: UTF8.self) == "Кроссовки можно вернуть за **30 дней**.")
    }

    @Test func `two questions are answered in their order, each in a paragraph`() throws {
        let base = try Self.base()
        let asked = [
            ("Как вернуть кроссовки и когда придут деньги на карту?", ["kb-1", "kb-2"]),
            ("Когда придут деньги на карту и как вернуть кроссовки?", ["kb-2", "kb-1"]),
        ]
        for (message, expected) in asked {
            let draft = try base.draft(message)
            try DraftContract.expect(draft, from: base, "\(message)")
            let ids = draft.sentences.flatMap(\.citations).map(\.article.id)
            #expect(ids.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } } == expected)
            for id in expected {
                let first = draft.sentences.first { $0.citations.first?.article.id == id }
                #expect(first?.separator == .paragraph)
            }
        }
    }

    @Test func `the same question twice is answered once`() throws {
        let base = try Self.base()
        let draft = try base.draft("Как вернуть кроссовки? Как вернуть кроссовки?")
        try DraftContract.expect(draft, from: base, "twice")
    }

    @Test func `a sentence that two articles share is said once`() throws {
        let shared = "Время везде московское."
        let base = try SmallBase([
            SmallBase.file(
                "kb-1", "Возврат кроссовок", question: "как вернуть кроссовки", body: "\(shared) Кроссовки берём."),
            SmallBase.file(
                "kb-2", "Деньги на карту", question: "когда придут деньги", body: "\(shared) Деньги идут 3 дня."),
            Self.weather, Self.parcel, Self.subscription,
        ])
        let draft = try base.draft("Как вернуть кроссовки и когда придут деньги на карту?")
        #expect(draft.sentences.filter { $0.text == shared }.count == 1)
        #expect(Set(draft.sentences.flatMap(\.citations).map(\.article.id)) == ["kb-1", "kb-2"])
    }

    /// A step without the others would mislead: 13 are one more than fit.
    @Test(arguments: [12, 13]) func `a list of steps is quoted whole or not at all`(count: Int) throws {
        let steps = (1...count).map { "\($0). Шаг гитары номер \($0)." }.joined(separator: "\n")
        let guitar = SmallBase.file(
            "kb-9", "Настройка гитары", question: "как настроить гитару",
            body: "Гитару настраивают по порядку.\n\n\(steps)")
        let draft = try Self.base(guitar).draft("Как настроить гитару?")
        let markers = draft.sentences.map(\.marker).filter { !$0.isEmpty }
        #expect(markers == (count == 12 ? (1...count).map { "\($0). " } : []))
    }

    @Test(arguments: [
        ("internal", "null", HandoffReason.internalArticle), ("public", "2026-11-21", .expiredArticle),
    ])
    func `an article that may not be told is a reason and no source`(
        audience: String, validTo: String, reason: HandoffReason
    ) throws {
        let secret = SmallBase.file(
            "kb-9", "Лимит начислений за гитару", audience: audience, validTo: validTo,
            question: "какой лимит начислений за гитару", body: "Лимит начислений за гитару 5000 ₽.")
        let suggestion = try Self.base(secret).suggest("Какой лимит начислений за гитару?")
        #expect(suggestion.outcome == .handoff(reason))
        #expect(suggestion.articles.first?.article.id == "kb-9")
    }

    /// The last day of a term is in force.
    @Test func `an article is quoted on its last day`() throws {
        let file = SmallBase.file(
            "kb-9", "Чистка гитары", validTo: "2026-11-22", question: "как чистить гитару",
            body: "Гитару чистят тряпкой.")
        let draft = try Self.base(file).draft("Как чистить гитару?")
        #expect(draft.sentences.contains { $0.text == "Гитару чистят тряпкой." })
    }

    @Test(arguments: [
        "", " ", "🙂", "Здравствуйте!", "Добрый день", "Доброго дня! Спасибо)",
        "Какая погода в Москве?", "ывапролд",
    ])
    func `what the base does not know is no answer`(message: String) throws {
        #expect(try Self.base().suggest(message).outcome == .handoff(.noAnswer))
    }

    @Test func `a request for a person has no draft, whatever the base knows`() throws {
        let suggestion = try Self.base().suggest("Как вернуть кроссовки? Позовите оператора")
        #expect(suggestion.outcome == .handoff(.humanRequested))
        #expect(suggestion.decision.findings.map(\.kind) == [.humanRequest])
        #expect(suggestion.articles.first?.article.id == "kb-1")
    }
}
