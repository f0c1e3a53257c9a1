import TestSupport
import Testing

@testable import ReplyPolicy

@Suite struct IdentityRecognizerTests {
    @Test(arguments: [
        "Сидоркина Мария Павловна, 12.03.1985 г.р., г. Уфа, ул. Льва Толстого, д. 5, кв. 7", "улица Ленина", "",
        "где заказ",
        "Получатель Некрасов Нияз др 25.08.75, Мира 15-178",
    ])
    func `one pass finds what the three find alone`(text: String) {
        let tokens = SurfaceTokenizer.tokens(of: text)
        let alone =
            PersonRecognizer().findings(in: tokens) + AddressRecognizer().findings(in: tokens)
            + BirthDateRecognizer().findings(in: tokens)
        #expect(IdentityRecognizer().findings(in: tokens) == alone)
    }

    @Test func `a street named after a person is an address and no person`() {
        let tokens = SurfaceTokenizer.tokens(of: "везите на улицу Льва Толстого, дом 5")
        #expect(IdentityRecognizer().findings(in: tokens).map(\.kind) == [.address])
    }

    /// Tokens lie in the text in order, and what is between them is not seen or white space.
    @Test func `tokens cover all that can be seen`() {
        var generator = SeededGenerator(seed: 47)
        let pieces = [
            "Аб", "ё", "q", "5", "５", " ", "\u{200B}", "\n", "-", ".", "👩", "é", "и\u{306}", "'", "«", "улЛенина",
            "\u{301}",
        ]
        for _ in 0..<300 {
            let text = (0..<10).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            let bytes = Array(text.utf8)
            var end = 0
            for token in SurfaceTokenizer.tokens(of: text) {
                #expect(token.utf8Range.lowerBound >= end && !token.utf8Range.isEmpty, "\(text)")
                let between = String(decoding: bytes[end..<token.utf8Range.lowerBound], as: UTF8.self)
                #expect(between.unicodeScalars.allSatisfy(isUnseen), "\(text)")
                end = token.utf8Range.upperBound
            }
            #expect(String(decoding: bytes[end...], as: UTF8.self).unicodeScalars.allSatisfy(isUnseen), "\(text)")
        }
    }

    private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch SurfaceCharacter(scalar) {
        case .space, .lineBreak, .ignorable, .breve: true
        default: false
        }
    }

    @Test func `a set of words equals a set of strings`() {
        var generator = SeededGenerator(seed: 53)
        let letters = Array("абвгдежзий-ab")
        func word() -> String {
            String(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                    letters.randomElement(using: &generator) ?? "а"
                })
        }
        let words = Set((0..<400).map { _ in word() })
        let set = WordSet(words)
        for _ in 0..<2_000 {
            let asked = word()
            #expect(set.contains(asked) == words.contains(asked), "\(asked)")
        }
    }
}
