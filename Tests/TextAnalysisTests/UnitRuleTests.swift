import Testing
import TextAnalysis

/// What the rules beyond ICU's segmentation find, and what looks like it and is not.
@Suite struct UnitRuleTests {
    /// The units of a text: terms of its compounds, joined by spaces.
    private func units(_ text: String) throws -> String {
        try Analysis.tokens(of: text).filter(\.isCompound).map(\.word.form).joined(separator: " ")
    }

    @Test(arguments: [
        "8 (800) 555-35-35", "8-800-555-35-35", "+7 800 555 35 35", "+7(800)555-35-35", "8 800 555-35-35",
        "+78005553535",
        "8(800)5553535", "8800 555 35 35", "8-800-5553535", "7 800 555 35 35", "78005553535", "8.800.555.35.35",
        "+7\u{A0}800\u{202F}555–35–35", "8 800 555 – 35 – 35", "(800) 555-35-35", "800 555-35-35", "800-555-3535",
        "тел.: +7 (800) 555-35-35,", "Звоните:8(800)555-35-35!",
    ])
    func `a phone is one unit in every punctuation`(text: String) throws {
        #expect(try units(text) == "88005553535")
    }

    @Test func `a phone without punctuation is the unit's term already`() throws {
        #expect(try Analysis.forms(of: "88005553535") == ["88005553535"])
        #expect(try Analysis.forms(of: "+7 (800) 555-35-35") == ["7", "800", "555", "35", "35", "88005553535"])
        #expect(try units("+375 29 123-45-67") == "375291234567")
        #expect(try units("+375 (29) 1234567") == "375291234567")
    }

    @Test(arguments: [
        "8 800 555", "555-35-35-99", "8 100 555 35 35", "+12", "+7 800", "8\n800 555-3535-3", "8-800-555-35-35-1",
        "8, 800, 555, 35, 35", "10 800 555 35 35", "8-800-555-35-3",
    ])
    func `other digits are no phone`(text: String) throws {
        #expect(try !units(text).split(separator: " ").contains { $0.count == 11 && $0.hasPrefix("8800") })
    }

    @Test(arguments: [
        ("12.03.2026", "2026-03-12"), ("12.03.26", "2026-03-12"), ("1.3.2026", "2026-03-01"),
        ("12/03/2026", "2026-03-12"),
        ("12-03-2026", "2026-03-12"), ("2026-03-12", "2026-03-12"), ("12 марта 2026", "2026-03-12"),
        ("12\u{A0}марта 2026 года", "2026-03-12"), ("с 1 мая 1999.", "1999-05-01"), ("(12.03.2026)", "2026-03-12"),
        ("12.03.2026, 14:30", "2026-03-12 14:30"),
        // No dates.
        ("32.03.2026", "32.03.2026"), ("12.13.2026", "12.13.2026"), ("12.03.2026.5", "12.03.2026.5"), ("12 марта", ""),
        ("12 Марта 2026", ""), ("12 маятник 2026", ""), ("12  марта 2026", ""), ("v12.03.2026", "v12.03.2026"),
        ("12.03/2026", "12.03/2026"),
        ("1.2.3", "1.2.3"), ("марта 2026", ""), ("12-03-26", "12-03-26"), ("12.03.1026", "12.03.1026"),
    ])
    func `a date is one unit, written as ISO 8601 has it`(text: String, expected: String) throws {
        #expect(try units(text) == expected)
    }

    @Test(arguments: [
        ("1 299,50 ₽", "1299.50"), ("1\u{A0}299,00 руб", "1299 руб"), ("1\u{202F}299,50", "1299.50"),
        ("1\u{2009}299", "1299"),
        ("1 299.50", "1299.50"), ("1 299.00", "1299"), ("12 345,678", "12345.678"), ("-13 397,46", "13397.46"),
    ])
    func `a number with groups is one word where it cannot be a list`(text: String, forms: String) throws {
        #expect(try Analysis.forms(of: text).joined(separator: " ") == forms)
        #expect(try units(text) == "")
    }

    @Test(arguments: [
        ("1 299 руб.", "1299"), ("12 345 678", "12345678"), ("за 1 299 ₽, а не 1 500", "1299 1500"),
        ("100 200 300", "100200300"),
        // No groups.
        ("1299", ""), ("1 299,5,6", ""), ("1 29,5", ""), ("1 299.5.6", "299.5.6"), ("5, 100", ""), ("1 29", ""),
        ("01 299", ""),
        ("1  299", ""), ("1299 500", ""), ("1 299а", ""), ("1\n299", ""), ("a1 299", ""),
    ])
    func `digits in groups by plain spaces are a unit beside their parts`(text: String, expected: String) throws {
        #expect(try units(text) == expected)
    }

    @Test(arguments: [
        ("1299,50", "1299.50"), ("0,5", "0.5"), ("3,14159", "3.14159"), ("1299,00", "1299"), ("2,0", "2.0"),
        ("5,00", "5"),
        ("1,2,3", "1,2,3"), ("1;2", "1;2"), ("5, 100", "5 100"), ("a1,5", "a1,5"), ("1,5.2", "1,5 2"),
        ("2.1,5", "2 1,5"),
    ])
    func `a number with a decimal comma is one word, written with a full stop`(text: String, forms: String) throws {
        #expect(try Analysis.forms(of: text).joined(separator: " ") == forms)
        #expect(try units(text) == "")
    }

    @Test(arguments: [
        ("№ 5", "#5"), ("№5", "#5"), ("#5", "#5"), ("№\u{A0}12345", "#12345"), ("заказ №12-345", "12-345 #12-345"),
        ("Заказ #12345.", "#12345"), ("№ 152-ФЗ", "152-фз #152-фз"), ("5,#7", "#7"),
        ("№  5", ""), ("№ пять", ""), ("a#5", ""), ("##5", ""), ("№\n5", ""),
    ])
    func `a number sign and its number are one unit`(text: String, expected: String) throws {
        #expect(try units(text) == expected)
    }

    @Test(arguments: [
        // The first А is Cyrillic, the second Latin.
        ("А-12345", "a-12345"), ("A-12345", "a-12345"), ("а-12345", "a-12345"), ("KD-1234-AB", "kd-1234-ab"),
        ("ИНВ-2024-001", "инв-2024-001"),
        ("152-ФЗ", "152-фз"), ("д. 12/Б", "12/б"), ("Т-34", "t-34"), ("артикул КД-1234.", "кд-1234"),
        ("АБ12-3", "аб12-3"),
        ("кто-то", ""), ("интернет-магазин", ""), ("2-й", ""), ("5-го", ""), ("10-ти", ""), ("10-летний", ""),
        ("и/или", ""),
        ("Ка-", ""), ("А - 12345", ""), ("пункт-2", ""), ("COVID-19-инфекция", "covid-19"),
    ])
    func `article and order numbers are units`(text: String, expected: String) throws {
        #expect(try units(text) == expected)
    }

    @Test(arguments: [
        ("C++", "c++"), ("с++", "c++"), ("С++,", "c++"), ("C#", "c#"), ("С#.", "c#"), ("F#", "f#"), (".NET", ".net"),
        ("на .Net 8", ".net"),
        ("C/C++", "c++"), ("ASP.NET", "asp.net"), ("(.NET)", ".net"),
        ("a++", ""), ("C+", ""), ("C+++", ""), ("C#5", ""), ("G#", ""), ("кс++", ""), ("kudesovo.net", "kudesovo.net"),
        (".нет", ""),
        (".network", ""), ("C ++", ""),
    ])
    func `names with signs are units`(text: String, expected: String) throws {
        #expect(try units(text) == expected)
    }

    @Test(arguments: [
        ("help@kudesovo.example", "help@kudesovo.example"),
        ("Ivan.Petrov+chek@kudesovo.example.", "ivan.petrov+chek@kudesovo.example"),
        ("почта@пример.рф", "почта@пример.рф"), ("mail:help@kudesovo.example", "help@kudesovo.example"),
        ("Пишите:help@kudesovo.example!", "help@kudesovo.example"), ("иван-петров@пример.рф", "иван-петров@пример.рф"),
        ("почта@имя", ""), ("@пример.рф", ""), ("почта @пример.рф", ""), ("почта@@пример.рф", ""), ("a@b", "a@b"),
    ])
    func `an e-mail address is one unit`(text: String, expected: String) throws {
        #expect(try units(text) == expected)
    }

    @Test(arguments: [
        ("https://kudesovo.example", "kudesovo.example"), ("http://www.kudesovo.example/", "kudesovo.example"),
        ("www.kudesovo.example", "kudesovo.example"), ("HTTPS://Kudesovo.example", "kudesovo.example"),
        ("(https://help.kudesovo.example/a/b?c=1#d).", "help.kudesovo.example help.kudesovo.example/a/b?c=1#d"),
        ("https://магазин.рф/чек", "магазин.рф магазин.рф/чек"), ("url:https://a.example", "a.example"),
        ("kudesovo.example/a", "kudesovo.example/a"), ("https://", ""), ("http", ""),
        ("https: //a.example", "a.example"),
        ("xhttps://a.example", "a.example"), ("https://a", "a"),
    ])
    func `a URL is one unit without its scheme, and its host another`(text: String, expected: String) throws {
        #expect(try units(text) == expected)
    }

    @Test func `the parts of a URL are words`() throws {
        let forms = try Analysis.forms(of: "https://help.kudesovo.example/chek?id=5")
        #expect(
            forms == [
                "https", "help", "kudesovo", "example", "help.kudesovo.example", "chek", "id", "5",
                "help.kudesovo.example/chek?id=5",
            ])
    }

    @Test(arguments: [
        ("т.е. завтра", "т.е. завтра"), ("и т. д.", "и т.д."), ("и т.п", "и т.п."), ("Т.к. нет", "т.к. нет"),
        ("в т.\u{A0}ч. это", "в т.ч. это"),
        ("т.Иванов", "т иванов"), ("т. 5", "т 5"), ("т. е", "т е"), ("т.е-то", "т е то"), ("от т.е.", "от т.е."),
        ("кат.е.", "кат е"),
        ("т.\nе.", "т е"), ("т.ж.", "т ж"), ("т.е, это", "т.е. это"),
    ])
    func `an abbreviation of two letters is one function word`(text: String, expected: String) throws {
        #expect(try Analysis.forms(of: text).joined(separator: " ") == expected)
        for token in try Analysis.tokens(of: text) where token.word.form.contains(".") {
            #expect(token.word.isStopWord)
        }
    }

    @Test func `a unit has the exact range of its text and the position of its first part`() throws {
        let text = "Звоните +7 (800) 555-35-35 или № 5, т. е. утром"
        let tokens = try Analysis.tokens(of: text)
        #expect(tokens.filter(\.isCompound).map(\.text) == ["+7 (800) 555-35-35", "№ 5"])
        #expect(tokens.filter(\.isCompound).map(\.position) == [1, 7])
        #expect(tokens.map(\.text).suffix(2) == ["т. е.", "утром"])
        #expect(tokens.last?.position == 9)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a very long name before an at sign takes linear time`() throws {
        let text = String(repeating: "a.", count: 60_000) + "a@" + String(repeating: "b.", count: 60_000) + "c"
        let tokens = try Analysis.tokens(of: text)
        #expect(tokens.count == 120_002)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["https://", "a@", "a.", "8 ", "1 299 ", "т.", "А-1-", "a:", "1,", "№ 5 ", "+7 800 ", "а", "_"])
    func `a very long text of one pattern takes linear time`(pattern: String) throws {
        let text = String(repeating: pattern, count: 200_000 / pattern.utf8.count)
        #expect(try Analysis.tokens(of: text).count < 400_000)
    }
}
