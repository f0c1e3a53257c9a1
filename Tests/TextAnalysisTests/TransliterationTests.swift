import Testing
import TextAnalysis

@Suite struct TransliterationTests {
    /// Words as people write them, and the words they mean: equal by skeleton, whatever system was used.
    @Test(arguments: [
        ("vozvrat", "возврат"), ("vladeltsu", "владельцу"), ("polzovatelya", "пользователя"), ("zhaloba", "жалоба"),
        ("schet", "счет"),
        ("shchuka", "щука"), ("kotoryy", "который"), ("moy", "мой"), ("chto", "что"), ("obuv", "обувь"),
        ("khorosho", "хорошо"),
        ("horosho", "хорошо"), ("deystviya", "действия"), ("zayavlenie", "заявление"), ("uchetnoy", "учетной"),
        ("yubka", "юбка"),
        ("elektronnoy", "электронной"), ("vyyti", "выйти"), ("tsena", "цена"), ("4asto", "часто"), ("Kurer", "курьер"),
    ])
    func `a word has the skeleton of the word that is meant`(typed: String, meant: String) {
        let russian = Transliteration.russian(fromLatin: typed)
        #expect(Transliteration.skeleton(of: russian) == Transliteration.skeleton(of: meant), "\(russian)")
    }

    @Test func `numbers stay numbers and other letters stay`() {
        #expect(Transliteration.russian(fromLatin: "1607") == "1607")
        #expect(Transliteration.russian(fromLatin: "заказ 46") == "заказ 46")
        #expect(Transliteration.russian(fromLatin: "") == "")
    }

    @Test func `a skeleton drops what transliteration loses and nothing else`() {
        #expect(Transliteration.skeleton(of: "объём") == "обем")
        #expect(Transliteration.skeleton(of: "длинный") == "длини")
        #expect(Transliteration.skeleton(of: "возврат") == "возврат")
        #expect(Transliteration.skeleton(of: "щёки") == "счеки")
        #expect(Transliteration.skeleton(of: "ьъ") == "")
    }
}
