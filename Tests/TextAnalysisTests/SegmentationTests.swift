import Testing
import TextAnalysis

@Suite struct SegmentationTests {
    /// A text and the forms it must give, joined by spaces.
    struct Example: Sendable {
        let text: String
        let forms: String

        init(_ text: String, _ forms: String) {
            self.text = text
            self.forms = forms
        }
    }

    @Test(arguments: [
        Example("ул.Ленина", "ул ленина"),
        Example("товара.Если", "товара если"),
        Example("г.Москва", "г москва"),
        Example("т.е. завтра, т.д.", "т.е. завтра т.д."),
        Example("кто-то", "кто то"),
        Example("интернет-магазин", "интернет магазин"),
        Example("Ту-154", "ту 154 ty-154"),
        Example("12:30", "12 30 12:30"),
        Example("ключ:значение", "ключ значение"),
        Example("почта@имя", "почта имя"),
        Example("снежный_барс", "снежный барс"),
    ])
    func `a word with Russian letters is cut where two sentences or two words meet`(_ example: Example) throws {
        #expect(try Analysis.forms(of: example.text).joined(separator: " ") == example.forms)
    }

    @Test(arguments: [
        Example("e-mail", "e mail e-mail"),
        Example("crm.deal.add", "crm deal add crm.deal.add"),
        Example("v2.3.1", "v2 3 1 v2.3.1"),
        Example("8-800-000-10-20", "8 800 000 10 20 88000001020"),
        Example("help@kudesovo.example", "help kudesovo example help@kudesovo.example"),
        Example("snake_case", "snake case snake_case"),
        Example("_snake_case_", "snake case snake_case"),
        Example("a/b:c", "a b c a/b:c"),
        Example("15.1", "15 1 15.1"),
        Example("CRM.Deal.Add", "crm deal add crm.deal.add"),
        Example("Метод crm.deal.add.", "метод crm deal add crm.deal.add"),
    ])
    func `an identifier is found by its parts and as a whole`(_ example: Example) throws {
        #expect(try Analysis.forms(of: example.text).joined(separator: " ") == example.forms)
    }

    @Test(arguments: [
        Example("iPhone15", "iphone15"),
        Example("инн7701234567", "инн7701234567"),
        Example("can't", "can't"),
        Example("О'Нил", "о'нил"),
        Example("C++ и C#", "c c++ и c c#"),
        Example(".NET", "net .net"),
        Example("1 299,50 ₽", "1299.50"),
        Example("a - b", "a b"),
        Example("a--b", "a b"),
        Example("__", ""),
        Example("№ 5 %", "5 #5"),
        Example("", ""),
        Example(" \n\t\u{A0}", ""),
    ])
    func `other words are those of ICU`(_ example: Example) throws {
        #expect(try Analysis.forms(of: example.text).joined(separator: " ") == example.forms)
    }

    @Test(arguments: [
        Example("👩🏽‍💻 привет 👋", "привет"),
        Example("при\u{0}вет", "при вет"),
        Example("да\u{200F}нет", "да\u{200F}нет"),
        Example("\u{301}\u{308}", ""),
        Example("\u{AD}\u{200D}", ""),
        Example("\u{202E}абв\u{202C} где", "абв\u{202C} где"),
        Example("漢字 слово", "漢字 слово"),
        Example("𝔄𝔅", "ab"),
        Example("Ⅷ том", "viii том"),
    ])
    func `emoji, controls, marks and other scripts do not disturb the words beside them`(_ example: Example) throws {
        let forms = try Analysis.forms(of: example.text)
        // Direction marks and joiners are default ignorable: NFKC_Casefold removes them.
        let expected = String(
            String.UnicodeScalarView(example.forms.unicodeScalars.filter { !(0x200E...0x202E).contains($0.value) }))
        #expect(forms.joined(separator: " ") == expected)
    }

    @Test func `a compound follows its parts and shares the position of the first`() throws {
        let tokens = try Analysis.tokens(of: "Вызов crm.deal.add вернул v2.3.1 снова")
        #expect(
            tokens.map(\.text) == [
                "Вызов", "crm", "deal", "add", "crm.deal.add", "вернул", "v2", "3", "1", "v2.3.1", "снова",
            ])
        #expect(tokens.map(\.position) == [0, 1, 2, 3, 1, 4, 5, 6, 7, 5, 8])
        #expect(
            tokens.map(\.isCompound) == [
                false, false, false, false, true, false, false, false, false, true, false,
            ])
        // «Вызов » is 5 letters of two bytes and a space.
        #expect(tokens[4].utf8Range == 11..<23)
    }

    @Test(arguments: [(255, 1), (256, 0)])
    func `a Latin word above 255 bytes is no word`(length: Int, count: Int) throws {
        #expect(try Analysis.forms(of: String(repeating: "a", count: length)).count == count)
    }

    @Test(arguments: [(127, 1), (128, 0)])
    func `a Russian word above 255 bytes is no word`(letters: Int, count: Int) throws {
        #expect(try Analysis.forms(of: String(repeating: "ж", count: letters)).count == count)
    }

    @Test func `an identifier above 255 bytes keeps its parts alone`() throws {
        // 128 parts of one letter and 127 joiners are 255 bytes; one part more is 257.
        let short = Array(repeating: "a", count: 128).joined(separator: "-")
        let long = short + "-a"
        #expect(try Analysis.tokens(of: short).filter(\.isCompound).map(\.text) == [short])
        #expect(try Analysis.tokens(of: long).filter(\.isCompound).isEmpty)
        #expect(try Analysis.tokens(of: long).count == 129)
    }

    @Test func `a text of more words than one batch of the breaker loses none`() throws {
        let words = (0..<1000).map { "слово\($0)" }
        #expect(try Analysis.forms(of: words.joined(separator: " ")) == words)
    }
}
