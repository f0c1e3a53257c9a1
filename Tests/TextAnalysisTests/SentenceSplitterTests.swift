import Testing
import TestSupport
import TextAnalysis

@Suite struct SentenceSplitterTests {
    private func sentences(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return SentenceSplitter.sentences(of: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("Здравствуйте. Чем помочь?", ["Здравствуйте.", "Чем помочь?"]),
        ("Что?! Да…  Нет", ["Что?!", "Да…", "Нет"]),
        ("Он сказал: «Да.» Потом ушёл.", ["Он сказал: «Да.»", "Потом ушёл."]),
        ("Готово! 😀 Спасибо.", ["Готово!", "😀 Спасибо."]),
        ("Верните товар. — Когда?", ["Верните товар.", "— Когда?"]),
        ("Ждите. 5 минут.", ["Ждите.", "5 минут."]),
        ("Да (почти.) Вот.", ["Да (почти.)", "Вот."]),
        ("Оплата картой.\u{A0}Доставка курьером.", ["Оплата картой.", "Доставка курьером."]),
        ("\u{A0} Привет. \u{A0}", ["Привет."]), ("Да.\u{202F}Нет.\u{2009}", ["Да.", "Нет."]),
    ])
    func `a terminator before white space and a beginning ends a sentence`(text: String, expected: [String]) {
        #expect(sentences(text) == expected)
    }

    @Test(arguments: [
        "Ждите... потом звоните", "Да? нет", "версия 2.3.1 вышла", "Цена.Ниже", "Стоит 100 руб. в месяц.",
        "Адрес: ул. Ленина, д. 5", "А. С. Пушкин", "Приходите в г. Москва", "и т. д. Всё", "(см. Правила)",
        "Цена 100\u{A0}руб. НДС включён", "Ждать 5\u{202F}мин. Курьера",
        "Да?                    нет", "Да?               нет",
        "Да? \u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}нет",
    ])
    func `an abbreviation, an initial or a small letter after the terminator keeps a sentence whole`(text: String) {
        #expect(sentences(text) == [text])
    }

    @Test(arguments: [
        ("1. Откройте приложение. 2. Нажмите «Далее».", ["1. Откройте приложение.", "2. Нажмите «Далее»."]),
        ("строка один\nстрока два\r\nстрока три", ["строка один", "строка два", "строка три"]),
        ("\n\n  \n", []), ("", []), (" \t\r\n", []), (".", ["."]), ("…", ["…"]), ("!\n?", ["!", "?"]),
    ])
    func `numbered steps stay with their number and line breaks cut`(text: String, expected: [String]) {
        #expect(sentences(text) == expected)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a leader of very many full stops takes linear time`() {
        let text = String(repeating: ".", count: 300_000) + "а"
        #expect(SentenceSplitter.sentences(of: text) == [0..<300_002])
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `sentences of random texts ascend and leave out nothing but white space`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabets = Alphabet.all + [".!?…", ". ", "»)\"", "\n \u{A0}"]
        for _ in 0..<400 {
            let text = generator.text(of: alphabets, upTo: 60)
            let bytes = Array(text.utf8)
            var end = 0
            var left: [UInt8] = []
            for range in SentenceSplitter.sentences(of: text) {
                guard range.lowerBound >= end, !range.isEmpty, range.upperBound <= bytes.count else {
                    Issue.record("seed \(seed): \(range) after \(end)")
                    return
                }
                left += bytes[end..<range.lowerBound]
                end = range.upperBound
                guard String(validating: bytes[range], as: UTF8.self) != nil else {
                    Issue.record("seed \(seed): \(range) cuts a character")
                    return
                }
            }
            left += bytes[end...]
            let isBlank = String(validating: left, as: UTF8.self)?.unicodeScalars.allSatisfy(\.properties.isWhitespace)
            guard isBlank == true else {
                Issue.record(
                    "seed \(seed): \(left) left out of \(text.unicodeScalars.map { String($0.value, radix: 16) })")
                return
            }
        }
    }
}
