import Testing
import TextAnalysis

@Suite struct KeyboardLayoutTests {
    @Test(arguments: [
        ("djpdhfn", "возврат"), ("Ghbdtn", "Привет"), ("j,edm", "обувь"), ("vj;yj", "можно"), ("pfgbcm.", "записью"),
        ("'nj", "это"),
        ("`krf", "ёлка"), ("[jhjij", "хорошо"), ("gjl]tpl", "подъезд"), ("500", "500"), ("уже русский", "уже русский"),
        ("", ""),
    ])
    func `keys are read in the Russian layout`(typed: String, meant: String) {
        #expect(KeyboardLayout.russian(fromLatin: typed) == meant)
    }

    @Test(arguments: [("шзрщту", "iphone"), ("цштвщцы", "windows"), ("", "")])
    func `keys are read in the Latin layout`(typed: String, meant: String) {
        #expect(KeyboardLayout.latin(fromRussian: typed) == meant)
    }

    @Test(arguments: ["обувь", "Возврат", "ёлка", "abc", "возврат1", "эхо"])
    func `a key without a Latin letter makes no Latin word`(typed: String) {
        #expect(KeyboardLayout.latin(fromRussian: typed) == nil)
    }

    private func number(_ letter: Character) -> Int { Int(letter.unicodeScalars.first?.value ?? 0x430) - 0x430 }

    @Test(arguments: [
        ("п", "р", true), ("п", "а", true), ("а", "к", true), ("а", "е", true), ("с", "в", true), ("п", "о", false),
        ("й", "ъ", false),
    ])
    func `neighbours touch`(first: Character, second: Character, expected: Bool) {
        #expect(KeyboardLayout.areNeighbours(number(first), number(second)) == expected)
        #expect(KeyboardLayout.areNeighbours(number(second), number(first)) == expected)
    }

    @Test func `no letter is its own neighbour and every letter has some`() {
        for letter in 0..<32 {
            #expect(!KeyboardLayout.areNeighbours(letter, letter))
            #expect((0..<32).contains { KeyboardLayout.areNeighbours(letter, $0) })
        }
    }
}
