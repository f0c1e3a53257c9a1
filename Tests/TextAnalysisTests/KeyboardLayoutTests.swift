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
}
