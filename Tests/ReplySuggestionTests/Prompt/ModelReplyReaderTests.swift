import ReplySuggestion
import Testing

struct ModelReplyReaderTests {
    private func events(_ text: String) -> [ModelReplyEvent] {
        var reader = ModelReplyReader(passages: [1, 2, 3], messages: [1, 2, 3])
        return reader.read(text) + reader.finish()
    }

    /// A sentence in short: marker, text, numbers: `1. Откройте раздел {1 2 С3 ?9}`; a line feed or two before it by its separator.
    private func short(_ text: String) -> String {
        var result = ""
        for event in events(text) {
            switch event {
            case .sentence(let sentence):
                let numbers =
                    sentence.passages.map { "\($0)" } + sentence.messages.map { "С\($0)" }
                    + sentence.unknownMarks.map { "?\($0)" }
                let cited = numbers.isEmpty ? "" : " {" + numbers.joined(separator: " ") + "}"
                let separator = sentence.separator == .space ? "|" : sentence.separator.rawValue
                result += (result.isEmpty ? "" : separator) + sentence.marker + sentence.text + cited
            case .refusal(let reason): result += "<\(reason.rawValue)>"
            case .restarted: result = ""
            }
        }
        return result
    }

    @Test(arguments: [
        ("Срок — 5 дней [1]. Цена 9 ₽ [2].", "Срок — 5 дней. {1}|Цена 9 ₽. {2}"),
        ("Срок 5 дней. [1] Цена 9 ₽.[2]", "Срок 5 дней. {1}|Цена 9 ₽. {2}"),
        ("Срок 5 дней[1][3].Цена 9 ₽.【2】Да", "Срок 5 дней. {1 3}|Цена 9 ₽. {2}|Да"),
        (
            "Срок 5 дней [1, 2]. Да [1; 3]. Нет [2 и 3]. Ага [1–3].",
            "Срок 5 дней. {1 2}|Да. {1 3}|Нет. {2 3}|Ага. {1 2 3}"
        ),
        ("Да [1], [2] и [3].", "Да. {1 2 3}"),
        ("Да [1], если есть чек [2].", "Да, если есть чек. {1 2}"),
        ("Да [фрагмент 1]. Нет [^2]. Ага【3†source】.", "Да. {1}|Нет. {2}|Ага. {3}"),
        ("Да (1) и (см. [1]) нет ([2]).", "Да (1) и нет. {1 2}"),
        ("Ждёт [С1]. Просит [C2, С3] и [сообщение 1].", "Ждёт. {С1}|Просит. {С2 С3 С1}"),
        ("Да [7]. Нет [1][8][С9].", "Да. {?7}|Нет. {1 ?8 ?С9}"),
        ("Цена 300 руб. [1] Срок 5 дней. [2]", "Цена 300 руб. {1}|Срок 5 дней. {2}"),
        ("Цена 300 руб. [1], доставка [2] бесплатно.", "Цена 300 руб., доставка бесплатно. {1 2}"),
        ("Да.\n[1]\n\n[2] Нет.", "Да. {1}\n\nНет. {2}"),
        ("[ТЕЛЕФОН_1] и [ФИО_2] [1]. В [12:30] [пункт 5].", "[ТЕЛЕФОН_1] и [ФИО_2]. {1}|В [12:30] [пункт 5]."),
    ])
    func `citation marks go and their numbers stay`(text: String, expected: String) {
        #expect(short(text) == expected)
    }

    @Test(arguments: [
        ("1. Откройте [1]\n2) Нажмите [2]\n- Всё", "1. Откройте {1}\n2. Нажмите {2}\n— Всё"),
        ("Шаги:\n\n* один\n• два\n— три", "Шаги:\n\n— один\n— два\n— три"),
        ("## Возврат\n**Важно:** *да*, __да__, `код`, ~~нет~~.", "Возврат\nВажно: да, да, код, нет."),
        ("2 * 3, 2*3, a_b, **** 1234, ___", "2 * 3, 2*3, a_b, **** 1234, ___"),
        ("> Цитата\n---\nДа\n=====================\nНет", "Цитата\n\nДа\n\nНет"),
        ("```text\nДа [1].\n```", "Да. {1}"),
        ("```Да```", "Да"),
        ("**1. Откройте** раздел\n**2. Да**", "1. Откройте раздел\n2. Да"),
        ("[памятка](https://пример.рф/a_b) есть. <b>Да</b><br>нет", "памятка (https://пример.рф/a_b) есть.|Да\nнет"),
        ("2026. год\n-5 градусов\n#1 место\n5.", "2026. год\n-5 градусов\n#1 место\n5."),
        ("<|im_start|>Да.<|im_end|></s>", "Да."),
        ("a < b, <думаю> и <<< >>>", "a < b, <думаю> и <<< >>>"),
    ])
    func `markup goes and text stays`(text: String, expected: String) {
        #expect(short(text) == expected)
    }

    @Test(arguments: [
        ("ул. Ленина, д. 5, 3,5 кг. И. О. Петров. Да", "ул. Ленина, д. 5, 3,5 кг. И. О. Петров.|Да"),
        ("Версия 2.1.3 вышла... Да?! Нет… ещё. Всё", "Версия 2.1.3 вышла...|Да?!|Нет… ещё.|Всё"),
        ("Оплата прошла.Деньги придут на ул.Ленина. Пример.РФ", "Оплата прошла.|Деньги придут на ул.Ленина.|Пример.РФ"),
        ("Он пишет: «Жду!» Вот так. Без точки", "Он пишет: «Жду!»|Вот так.|Без точки"),
        ("Да  \u{00A0}нет.\r\nЕщё\r\n\r\nВсё", "Да нет.\nЕщё\n\nВсё"),
        ("\n\n  \n", ""),
        ("...", ""),
    ])
    func `sentences end where they end`(text: String, expected: String) {
        #expect(short(text) == expected)
    }

    @Test(arguments: [
        ("Вот черновик ответа:\n\nЗдравствуйте!", "Здравствуйте!"),
        ("Конечно! Вот вариант ответа клиенту: Да.", "Да."),
        ("### Черновик\n**Ответ:** Да.", "Да."),
        ("Here is the draft:\nYes.", "Yes."),
        ("Ответ на вопрос: да.", "Ответ на вопрос: да."),
        ("Перевод: комиссия 1 %.", "Перевод: комиссия 1 %."),
        ("Хорошо. Да.", "Хорошо.|Да."),
        ("Вариант с курьером: 300 рублей.", "Вариант с курьером: 300 рублей."),
        ("«Здравствуйте! Да [1]. Нет.»", "Здравствуйте!|Да. {1}|Нет."),
        ("\"Да. Нет\".", "Да.|Нет."),
        ("«Да.»", "Да."),
        ("«Лето» — это тариф. Есть «Зима».", "«Лето» — это тариф.|Есть «Зима»."),
        ("«Тариф «Лето» закрыт. Есть «Зима»»", "Тариф «Лето» закрыт.|Есть «Зима»"),
        ("Да [1].\n\nИсточники: [1], [2]", "Да. {1}"),
        ("Да [1].\n\n**Источники:**\n[1] Возврат билета\n- [2] Перенос", "Да. {1}"),
        ("Источники воды проверены [1]. Да.", "Источники воды проверены. {1}|Да."),
        ("<think>Так. [1]\n<b></think>\n\nДа.", "Да."),
        ("Так думаю. Да.\n</think>\nНет.", "Нет."),
        ("<think>без конца. Совсем.", ""),
    ])
    func `what is not the reply goes`(text: String, expected: String) {
        #expect(short(text) == expected)
    }

    @Test(arguments: [
        ("НЕТ ОТВЕТА: недостаточно сведений", "<insufficient_evidence>"),
        ("**НЕТ ОТВЕТА:** фрагменты противоречат друг другу.", "<contradiction>"),
        ("«НЕТ ОТВЕТА: не по теме».", "<off_topic>"),
        ("НЕТ ОТВЕТА", "<unstated>"),
        ("НЕТ ОТВЕТА.\nНедостаточно данных. Позвоните нам.", "<insufficient_evidence>"),
        ("Ответ: НЕТ ОТВЕТА: потому что", "<unstated>"),
        ("нет ответа — не по теме", "<off_topic>"),
        ("К сожалению, НЕТ ОТВЕТА: фрагменты противоречивы.", "<contradiction>"),
        ("На табло НЕТ ОТВЕТА сервера.", "На табло НЕТ ОТВЕТА сервера."),
        ("Да [1].\n\nНЕТ ОТВЕТА: недостаточно сведений\nЕщё. Да [2].", "Да. {1}<insufficient_evidence>"),
        ("Нет ответа: курьер молчит. Ждите.", "Нет ответа: курьер молчит.|Ждите."),
        ("Нет ответа от курьера? НЕТ ОТВЕТАМ!", "Нет ответа от курьера?|НЕТ ОТВЕТАМ!"),
    ])
    func `a refusal is a result and ends the reply`(text: String, expected: String) {
        #expect(short(text) == expected)
    }

    @Test func `a bare number is a message when there are no passages`() {
        var reader = ModelReplyReader(passages: [], messages: [1, 2])
        guard case .sentence(let sentence)? = (reader.read("Ждёт [1][С2][3].") + reader.finish()).first else {
            Issue.record("no sentence")
            return
        }
        #expect(sentence.messages == [1, 2])
        #expect(sentence.unknownMarks == ["3"])
    }

    @Test func `a sentence is given as soon as the next one begins`() {
        var reader = ModelReplyReader(passages: [1])
        #expect(reader.read("Срок — 5 дней [1]. ").isEmpty)
        #expect(reader.read("Ц").count == 1)
        #expect(reader.read("ена").isEmpty)
        #expect(reader.finish().count == 1)
    }

    @Test func `thoughts that were given are taken back`() {
        var reader = ModelReplyReader(passages: [1])
        #expect(reader.read("Думаю. Так.").count == 1)
        #expect(reader.read("</think>Да. Н").first == .restarted)
    }

    @Test func `a sentence without an end is cut`() {
        let long = String(repeating: "слово ", count: 3000)
        let lengths = events(long).compactMap {
            if case .sentence(let sentence) = $0 { sentence.text.count } else { nil }
        }
        #expect(lengths.allSatisfy { $0 <= 2010 })
        #expect(lengths.reduce(0, +) + lengths.count == long.count)
        let solid = events(String(repeating: "ы", count: 9000))
        #expect(solid.count == 3)
        #expect(events(String(repeating: "[", count: 5000)).isEmpty)
        #expect(events(String(repeating: "[99] ", count: 5000) + "да").count == 1)
    }
}
