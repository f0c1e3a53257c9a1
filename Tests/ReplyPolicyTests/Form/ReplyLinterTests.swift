import ReplyPolicy
import Testing
import TextAnalysis

@Suite struct ReplyLinterTests {
    typealias Kind = FormFinding.Kind

    private func findings(
        _ reply: String, _ channel: Channel = .webChat, _ rules: FormRules = FormRules(),
        _ context: ReplyContext = ReplyContext()
    ) throws -> [FormFinding] {
        ReplyLinter(rules: rules).findings(in: try Screened.text(reply), channel: channel, context: context)
    }

    private func kinds(_ reply: String) throws -> Set<Kind> { Set(try findings(reply).map(\.kind)) }

    @Test(arguments: [
        "Здравствуйте! Вещь можно вернуть в течение 30 дней после получения. Бирки должны быть на месте.",
        "Извините, что курьер не приехал. Мы перенесли доставку на завтра, с 10 до 14.",
        "Откройте «Заказы» и нажмите «Вернуть товар».\n\n1. Выберите вещь.\n2. Выберите причину.",
        "Если вы неправильно указали адрес, напишите новый.", "Обязательно сохраните чек.",
        "Точно не знаю, уточню у склада.",
        "Мы не можем гарантировать срок.", "Не обещаем, но постараемся.",
        "Гарантийный талон лежит в коробке, гарантия 12 месяцев.",
        "Предоплата 100 %.", "Нажмите кнопку «Выбери размер».", "Деньги пришли вчера? Это лишь бронь.",
        "Отзывы других покупателей внизу страницы.",
        "Персональные данные мы храним в России.", "Рамка для фото есть в рамке раздела.",
        "Звоните: +7 999 123-45-67, ПВЗ открыт с 9.",
        "Проверьте, не забыли ли вы пароль.", "Скрипку привезут во вторник.",
        "Вам ответит Анна. Спасибо, что подождали!",
        "Сначала 5 * 3, потом #12345 и [1].", "Вы сами выбираете пункт выдачи.",
    ])
    func `a good reply has no findings`(reply: String) throws {
        #expect(try findings(reply) == [])
    }

    private static let faults: [(String, Kind)] = [
        ("Тебе вернут деньги.", .familiarAddress), ("Ты можешь забрать заказ.", .familiarAddress),
        ("Когда придёшь, покажи код.", .familiarAddress),
        ("Проверь почту.", .familiarAddress), ("Если вернёшься завтра, примем.", .familiarAddress),
        ("Твой заказ готов.", .familiarAddress),
        ("Мы ответим Вам и вас не забудем.", .addressCapital),
        ("Гарантируем возврат.", .promise), ("Мы обещаем, что деньги придут.", .promise),
        ("Обязательно вернём деньги.", .promise),
        ("Заказ точно придёт завтра.", .promise), ("Вернём обязательно!", .promise),
        ("Курьер непременно приедет.", .promise),
        ("Всё решим.", .promise), ("Мы обязательно вам перезвоним.", .promise), ("Даю слово.", .promise),
        ("Не сомневайтесь.", .promise),
        ("Вы сами виноваты.", .blame), ("Надо было читать условия.", .blame), ("Вы неправильно указали адрес.", .blame),
        ("Мы же вас предупреждали.", .blame), ("Это не наша проблема.", .blame),
        ("Вы должны были проверить заказ.", .blame),
        ("Вам следовало уточнить.", .blame), ("Вы перепутали адрес.", .blame), ("Вы не прочитали правила.", .blame),
        ("Возврат в рамках акции.", .officialese), ("Данный товар нельзя вернуть.", .officialese),
        ("Доставка осуществляется курьером.", .officialese),
        ("Доводим до вашего сведения.", .officialese), ("Не представляется возможным.", .officialese),
        ("Ответим в кратчайшие сроки.", .officialese),
        ("Ваш тикет закрыт.", .internalTerm), ("Я эскалировал вопрос.", .internalTerm),
        ("Передал на вторую линию? Нет, вторая линия занята.", .internalTerm),
        ("Приносим свои извинения за доставленные неудобства.", .emptyApology),
        ("Извините за неудобства.", .emptyApology),
        ("Сожалеем о сложившейся ситуации. Сожалеем о ситуации.", .emptyApology),
        ("Покорнейше благодарим.", .servility), ("Ваше мнение очень важно для нас.", .servility),
        ("Извините. Простите. Ещё раз извините.", .servility),
        ("У другого клиента было так же.", .otherCustomers), ("Другие покупатели не жалуются.", .otherCustomers),
        ("[Имя клиента], заказ готов.", .machineResidue), ("Ваш номер [ТЕЛЕФОН_1].", .machineResidue),
        ("Здравствуйте, {{name}}!", .machineResidue),
        ("Как языковая модель, я не знаю.", .machineResidue), ("Вот вариант ответа: да.", .machineResidue),
        ("ВНИМАНИЕ ВСЕМ КЛИЕНТАМ", .shouting), ("Спасибо!!!", .shouting),
        ("**Важно**: чек.", .markup), ("# Заголовок\nтекст", .markup), ("`код`", .markup), ("<b>да</b>", .markup),
        ("[тут](https://a.example)", .markup), ("", .empty), (" \n ", .empty),
    ]

    @Test(arguments: faults)
    func `a fault is found with its kind`(reply: String, kind: Kind) throws {
        let found = try findings(reply)
        #expect(found.contains { $0.kind == kind }, "\(found.map(\.kind.rawValue))")
        for finding in found {
            #expect(finding.utf8Range.upperBound <= reply.utf8.count)
            #expect(finding.explanation.unicodeScalars.contains { (0x430...0x44F).contains($0.value) })
        }
    }

    @Test func `every kind of the linter has an example`() {
        let others: Set<Kind> = [
            .activeContent, .hiddenCharacters, .foreignLink, .formulaStart, .length, .language, .forbiddenWord,
        ]
        #expect(Set(Self.faults.map(\.1)).union(others) == Set(Kind.allCases))
    }

    @Test func `a promise that a source gives is no promise of ours`() throws {
        let reply = "Гарантируем обмен. Обязательно вернём деньги."
        let quoted = ReplyContext(quotedRanges: [0..<"Гарантируем обмен.".utf8.count])
        let found = try findings(reply, .webChat, FormRules(), quoted)
        #expect(found.map(\.kind) == [.promise])
        #expect(try Screened.text(reply).text(found[0].utf8Range) == "Обязательно вернём")
    }

    @Test func `words of the policy are found in all their listed forms`() throws {
        var rules = FormRules()
        rules.forbiddenWords = ["косяк*", "не _ наш* вопрос", "бесплатн*"]
        let found = try findings(
            "Наш косяк. Это не совсем наш вопрос. Доставка бесплатная, беспечная.", .webChat, rules)
        #expect(found.filter { $0.kind == .forbiddenWord && $0.severity == .block }.count == 3)
        #expect(try findings("Косой ряд. Не вопрос.", .webChat, rules) == [])
    }

    @Test(arguments: [
        (FormRules.AddressCapital.small, "Пишем Вам и вам", 1), (.capital, "Пишем Вам и вам", 1),
        (.consistent, "Пишем Вам и вам", 1),
        (.small, "Ваш заказ. Вы правы", 0), (.small, "для Вас", 1), (.capital, "для Вас", 0),
        (.consistent, "для Вас, Вам", 0),
        (.consistent, "для вас, Вам, вам", 1),
    ])
    func `the capital of the address follows the rule`(rule: FormRules.AddressCapital, reply: String, count: Int) throws
    {
        var rules = FormRules()
        rules.addressCapital = rule
        #expect(try findings(reply, .webChat, rules).filter { $0.kind == .addressCapital }.count == count)
    }

    @Test(arguments: [
        (WrittenLanguage.russian, "Your order is ready, please come", 1),
        (.english, "Your order is ready, please come", 0),
        (.russian, "Ваш iPhone 15 Pro готов", 0), (.russian, "Vash zakaz gotov, spasibo", 1),
        (.unknown, "Your order is ready", 0),
        (.russian, "Ваше замовлення готове, дякую", 1), (.russian, "12345", 0),
    ])
    func `a reply is in the language of the customer`(customer: WrittenLanguage, reply: String, count: Int) throws {
        let found = try findings(reply, .webChat, FormRules(), ReplyContext(customerLanguage: customer))
        #expect(found.filter { $0.kind == .language }.count == count)
    }

    @Test(arguments: Channel.allCases)
    func `a reply may fill its channel and not a character more`(channel: Channel) throws {
        let limit = FormRules().limit(of: channel)
        // Three segments of Russian: 3 × 67 characters.
        let fits = String(repeating: "ж", count: limit.unit == .smsSegments ? 201 : limit.maxLength)
        #expect(try findings(fits, channel).filter { $0.kind == .length } == [])
        let long = try #require(try findings(fits + "ж", channel).first { $0.kind == .length })
        #expect(long.severity == .block)
        #expect(long.explanation.contains("их будет 2"))
    }

    @Test func `an emoji takes two units of Telegram and one character of the web chat`() throws {
        var rules = FormRules()
        rules.limits = [
            .telegram: ChannelLimit(unit: .utf16, maxLength: 3), .webChat: ChannelLimit(unit: .scalars, maxLength: 3),
        ]
        #expect(try !findings("да👍", .telegram, rules).contains { $0.kind != .length })
        #expect(try findings("да👍", .telegram, rules).contains { $0.kind == .length })
        #expect(try !findings("да👍", .webChat, rules).contains { $0.kind == .length })
    }

    @Test(arguments: ["вы ", "точно ", "[", "{", "«", "!", "ВСЕМ ", "**", "Вам ", "a.ru ", "не "])
    func `time grows with the length`(unit: String) throws {
        func time(_ count: Int) throws -> Duration {
            let text = try Screened.text(String(repeating: unit, count: count / unit.utf8.count))
            return ContinuousClock().measure { _ = ReplyLinter().findings(in: text, channel: .eMail) }
        }
        let small = try time(2_048)
        let large = try time(16_384)
        #expect(large < small * 30 + .milliseconds(40), "\(small) → \(large)")
    }
}
