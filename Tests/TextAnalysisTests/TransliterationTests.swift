import Testing
import TextAnalysis

@Suite struct TransliterationTests {
    /// The cheapest reading, which needs no index; what it cannot know (the soft sign) is left out.
    @Test(arguments: [
        ("vozvrat", "возврат"), ("zhaloba", "жалоба"), ("schet", "щет"), ("shchuka", "щука"), ("kotoryy", "который"),
        ("moy", "мой"), ("chto", "что"), ("obuv", "обув"), ("khorosho", "хорошо"), ("horosho", "хорошо"),
        ("deystviya", "действия"), ("zayavlenie", "заявление"), ("yubka", "юбка"), ("tsena", "цена"),
        ("4asto", "часто"),
        ("6apka", "шапка"), ("Kurer", "курер"), ("sem'ya", "семья"), ("istoria", "история"),
    ])
    func `a word is read by the usual values of its letters`(typed: String, meant: String) {
        #expect(Transliteration.russian(fromLatin: typed) == meant)
    }

    @Test func `numbers stay numbers and other letters stay`() {
        #expect(Transliteration.russian(fromLatin: "1607") == "1607")
        #expect(Transliteration.russian(fromLatin: "заказ 46") == "заказ 46")
        #expect(Transliteration.russian(fromLatin: "") == "")
    }

    @Test(arguments: [
        ("schet", 0, ["щ", "сч", "с"]), ("dannye", 4, ["ы", "е"]), ("rayon", 2, ["й", "е"]),
        ("poetomu", 2, ["э", "е"]),
        ("material", 5, ["ия", "и"]),
    ])
    func `a group has all its readings`(word: String, start: Int, expected: [String]) {
        let readings = Transliteration.options(in: Array(word.utf8), at: start)
        for russian in expected { #expect(readings.contains { $0.russian == russian }, "\(russian)") }
        #expect(readings.allSatisfy { $0.length >= 1 && $0.cost >= 0 })
    }

    @Test func `a character that stands for nothing is itself`() {
        #expect(Transliteration.options(in: [0x2D], at: 0).map(\.russian) == ["-"])
    }

    @Test func `runs are the parts that can be read`() {
        #expect(Transliteration.runs(of: "1s:grm, sem'ya").map(\.text) == ["1", "s", ":", "grm", ", ", "sem'ya"])
        #expect(Transliteration.runs(of: "4to 46").map(\.isLatin) == [true, false])
    }
}
