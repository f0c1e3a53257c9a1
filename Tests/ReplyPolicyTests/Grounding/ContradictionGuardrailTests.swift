import ReplyPolicy
import Testing
import TextAnalysis

@Suite struct ContradictionGuardrailTests {
    private func contradiction(_ first: [String], _ second: [String]) throws -> ContradictionGuardrail.Contradiction? {
        let analyzers = AnalyzerPool()
        return ContradictionGuardrail().contradiction(
            between: try first.map { try AnalyzedText($0, using: analyzers) },
            and: try second.map { try AnalyzedText($0, using: analyzers) })
    }

    @Test(arguments: [
        ("Возврат денег занимает 5 рабочих дней.", "Возврат денег занимает 10 рабочих дней."),
        ("Доставка курьером по Москве стоит 199 ₽.", "Доставка курьером по Москве стоит 1 299 ₽."),
        ("Бельё без бирки вернуть можно в пункте.", "Бельё без бирки вернуть нельзя в пункте."),
        (
            "Посылка хранится в пункте семь дней, бесплатно 7 дней.",
            "Посылка хранится в пункте семь дней, бесплатно 14 дней."
        ),
    ])
    func `other numbers or a denial of the same matter contradict`(first: String, second: String) throws {
        let found = try #require(try contradiction([first], ["Совсем другое предложение статьи.", second]))
        #expect(found.first == first && found.second == second)
    }

    @Test(arguments: [
        ("Доставка курьером стоит 199 ₽ за заказ.", "Доставка экспрессом стоит 499 ₽ за заказ."),
        ("Возврат денег занимает 5 рабочих дней.", "Возврат денег занимает 5 рабочих дней."),
        ("Деньги придут за 5 дней.", "Чек не обязателен."),
        ("5 дней", "10 дней"),
        ("Заказ хранится 7 дней.", "Подписка продлевается каждые 30 дней по карте."),
        ("Мы вернём деньги за товар на карту.", "Мы не возвращаем доставку почтой никогда."),
    ])
    func `other matters and the same numbers do not`(first: String, second: String) throws {
        #expect(try contradiction([first], [second]) == nil)
    }

    @Test func `articles of the sample base agree with themselves`() throws {
        #expect(try contradiction(["Срок возврата одежды 30 дней."], ["Срок возврата одежды 30 дней."]) == nil)
    }

    @Test func `nothing contradicts nothing`() throws {
        #expect(try contradiction([], []) == nil)
        #expect(try contradiction([""], [""]) == nil)
    }
}
