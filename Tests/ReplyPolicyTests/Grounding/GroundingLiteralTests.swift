import ReplyPolicy
import TextAnalysis
import Testing

/// Numbers, sums, dates, times, phones, links, addresses and codes.
@Suite struct GroundingLiteralTests {
    private typealias Fixture = GroundingFixture

    @Test(arguments: [
        ("Доставка стоит 1 299 ₽.", "Стоимость доставки — 1299 рублей."),
        ("Доставка стоит 1299,00 руб.", "Стоимость доставки — 1 299 ₽."),
        ("Доставка стоит 1,5 тыс. рублей.", "Стоимость доставки — 1 500 ₽."),
        ("Вернуть товар можно в течение 14 дней.", "Вернуть товар можно за две недели."),
        ("Вернуть товар можно в течение 14 дней.", "Товар можно вернуть в течение четырнадцати дней."),
        ("Подписка действует 12 месяцев.", "Подписка действует год."),
        ("Проверка занимает 60 минут.", "Проверка занимает один час."),
        ("Проверка занимает до 24 часов.", "Проверка занимает до суток."),
        ("Деньги приходят за 3–5 рабочих дней.", "Деньги придут за срок от трёх до пяти рабочих дней."),
        ("Деньги приходят за 3–5 рабочих дней.", "Деньги приходят за срок до 5 рабочих дней."),
        ("Акция действует до 15.03.2026.", "Акция действует до 15 марта 2026 года."),
        ("Позвоните по номеру 8 800 000-10-20.", "Позвоните по номеру +7 (800) 000-10-20."),
        ("Откройте https://www.kudesovo.example/help/.", "Откройте kudesovo.example/help."),
        ("Пишите на Help@kudesovo.example.", "Пишите на help@kudesovo.example."),
        ("Скидка — 5 %.", "Скидка составляет пять процентов."),
        ("Рассрочка — на 3, 6 или 12 месяцев.", "Рассрочка доступна на 6 месяцев."),
        ("Пункт работает с 9:00 до 21:00.", "Пункт работает 9:00–21:00."),
        ("Вес — не более 30 кг.", "Вес — до 30 кг."),
        ("Порог — от 3 000 ₽.", "Порог — 3 000 ₽ и больше."),
    ])
    func `one value in two spellings is supported`(source: String, sentence: String) throws {
        let found = try Fixture.check(sentence, [source])
        #expect(found.verdict == .supported, "\(found.problems)")
    }

    @Test(
        arguments: [
            ("Вернуть товар можно в течение 14 дней.", "Вернуть товар можно в течение 15 дней.", .inventedNumber),
            ("Вернуть товар можно в течение 14 дней.", "Вернуть товар можно в течение 14 рабочих дней.", .changedUnit),
            (
                "Вернуть товар можно в течение 14 дней.", "Вернуть товар можно в течение пятнадцати дней.",
                .inventedNumber
            ),
            ("Вернуть товар можно в течение 14 дней.", "Вернуть товар можно в течение месяца.", .inventedNumber),
            ("Вернуть товар можно в течение 14 дней.", "Вернуть товар можно в течение 14 часов.", .changedUnit),
            ("Вернуть товар можно в течение 14 дней.", "Вернуть товар можно через 14 дней.", .changedBound),
            ("Хранение — до 14 дней.", "Хранение — 14 дней.", .changedBound),
            ("Хранение — до 14 дней.", "Хранение — от 14 дней.", .changedBound),
            ("Доставка стоит 1 299 ₽.", "Доставка стоит 12 990 ₽.", .inventedSum),
            ("Доставка стоит 1 299 ₽.", "Доставка стоит 1 299 $.", .changedUnit),
            ("Доставка стоит 1 299 ₽.", "Доставка вдвое дешевле: 1 299 ₽.", .inventedNumber),
            ("Акция действует до 15.03.2026.", "Акция действует до 16 марта 2026 года.", .inventedDate),
            ("Акция действует до 05.03.2026.", "Акция действует до 03.05.2026.", .inventedDate),
            ("Акция действует до 15 марта.", "Акция действует до 15 марта 2027 года.", .inventedDate),
            ("Пункт работает до 21:00.", "Пункт работает до 22:00.", .inventedTime),
            ("Позвоните по номеру 8 800 000-10-20.", "Позвоните по номеру 8 800 000-10-21.", .inventedPhone),
            ("Откройте kudesovo.example/help.", "Откройте kudesovo.example/hepl.", .inventedLink),
            ("Откройте kudesovo.example/help.", "Откройте kudesovo.example.org/help.", .inventedLink),
            ("Пишите на help@kudesovo.example.", "Пишите на help@kudesovo.example.com.", .inventedEmail),
            ("Номер возврата — В-000000.", "Номер возврата — В-000001.", .inventedCode),
            ("Скидка — 5 %.", "Скидка — 5 ₽.", .changedUnit),
            ("Курьер ждёт 15 минут.", "Курьер ждёт полчаса.", .inventedNumber),
            ("Курьер ждёт 15 минут.", "Курьер ждёт полтора часа.", .inventedNumber),
            ("Перенести заказ можно один раз.", "Перенести заказ можно дважды.", .inventedNumber),
            ("Доступно 3 отправки в час.", "Доступна 1 отправка в час.", .changedUnit),
            ("Скидка — на первый заказ.", "Скидка — на второй заказ.", .inventedNumber),
            ("Комиссия — половина суммы.", "Комиссия — треть суммы.", .inventedNumber),
        ] as [(String, String, GroundingProblem.Kind)])
    func `another value is found`(source: String, sentence: String, kind: GroundingProblem.Kind) throws {
        let found = try Fixture.check(sentence, [source])
        #expect(found.verdict == .unsupported)
        #expect(found.problems.map(\.kind).contains(kind), "\(found.problems)")
    }

    @Test(arguments: [
        "Вернуть товар можно в течение ٢٠ дней.", "Вернуть товар можно в течение ２０ дней.",
        "Вернуть товар можно в течение 1\u{200B}4 дней.", "Вернуть товар можно в течение ⅳ дней.",
        "Вернуть товар можно в течение ХХ дней.", "Вернуть товар можно в течение XX дней.",
        "Вернуть товар можно в течение 2O дней.", "Вернуть товар можно в течение двaдцати дней.",
        "Вернуть товар можно в течение 14² дней.", "Вернуть товар можно в течение 5️⃣ дней.",
        "Вернуть товар можно в течение дв\u{AD}адцати дней.", "Вернуть товар можно в течение twenty дней.",
    ])
    func `a number cannot hide in other signs`(sentence: String) throws {
        #expect(try Fixture.verdict(sentence, "Вернуть товар можно в течение 14 дней.") == .unsupported)
    }

    @Test(arguments: [
        ("Курьер — 199 ₽, почта — 499 ₽.", "Почта — 199 ₽, курьер — 499 ₽."),
        ("Курьер — 199 ₽, почта — 499 ₽.", "Почта стоит 199 ₽."),
        ("Курьер едет 5 дней, а почта — 10 дней.", "Почта едет 5 дней, а курьер — 10 дней."),
        ("От 50 000 ₽ — 3 %, от 200 000 ₽ — 5 %.", "От 50 000 ₽ — 5 %, от 200 000 ₽ — 3 %."),
    ])
    func `a number of another thing is found`(source: String, sentence: String) throws {
        let kinds = try Fixture.kinds(sentence, source)
        #expect(kinds.contains(.misplacedNumber), "\(kinds)")
    }

    @Test func `numbers may be put in another order with their things`() throws {
        #expect(try Fixture.verdict("Почта — 499 ₽, курьер — 199 ₽.", "Курьер — 199 ₽, почта — 499 ₽.") == .supported)
    }

    @Test func `a number of the conversation may be repeated, but not against the source`() throws {
        let source = "Заказ хранится 7 дней."
        let said = try Fixture.check(
            "Ваш заказ 123-456-789 хранится 7 дней.", [source], conversation: ["Где 123-456-789?"])
        #expect(said.verdict == .supported, "\(said.problems)")
        let unsaid = try Fixture.check("Ваш заказ 123-456-789 хранится 7 дней.", [source])
        #expect(unsaid.problems.map(\.kind) == [.inventedCode])
        let against = try Fixture.check("Заказ хранится 9 дней.", [source], conversation: ["Храните 9 дней!"])
        #expect(against.verdict == .unsupported)
    }
}
