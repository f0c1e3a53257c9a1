import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct NormalizationTests {
    @Test(arguments: [
        ("Ёлка", "елка"), ("МОЛОКО", "молоко"),
        ("молоко\u{301}", "молоко"), ("за\u{300}мок", "замок"),
        ("пере\u{AD}нос", "перенос"),
        ("и\u{306}од", "йод"), ("И\u{306}од", "йод"), ("е\u{308}лка", "елка"), ("Е\u{308}лка", "елка"),
        ("е\u{308}\u{301}лка", "елка"), ("е\u{301}\u{308}лка", "елка"), ("и\u{301}\u{306}од", "йод"),
        ("\u{450}ж", "еж"), ("\u{45D}з", "из"),
        ("Ｃａｆé", "café"), ("cafe\u{301}", "café"), ("ﬁn", "fin"), ("Straße", "strasse"), ("１２３", "123"),
        ("½", "1⁄2"), ("Ⅷ", "viii"), ("𝔄𝟗", "a9"),
        ("\u{301}", ""), ("\u{AD}\u{AD}", ""), ("", ""),
    ])
    func `a word is folded to one form`(word: String, form: String) throws {
        var normalizer = try WordNormalizer()
        let found = try normalizer.normalize(word)
        #expect(Array(found.unicodeScalars) == Array(form.unicodeScalars), "\(word) gives \(found)")
    }

    @Test(arguments: [
        // The first letter is Latin.
        ("cкидка", "скидка"), ("Hомер", "номер"), ("Bозврат", "возврат"), ("oплaтa", "оплата"), ("TOBAР", "товар"),
        // Not every Latin letter has a twin: the word stays as it is.
        ("iphone15про", "iphone15про"), ("wifiроутер", "wifiроутер"),
        // No mixture.
        ("xoxo", "xoxo"), ("сосна", "сосна"), ("123а", "123а"),
    ])
    func `Latin look-alikes in a Russian word become Russian`(word: String, form: String) throws {
        var normalizer = try WordNormalizer()
        #expect(try normalizer.normalize(word) == form)
    }

    @Test func `every Latin letter that looks Russian, large or small, becomes its twin`() throws {
        var normalizer = try WordNormalizer()
        for (latin, russian) in zip("ABCEHKMOPTXYabcehkmoptxy", "авсенкмортхуавсенкмортху") {
            #expect(try normalizer.normalize("ж\(latin)") == "ж\(russian)")
        }
    }

    @Test func `the short way equals ICU for every ASCII character and Russian letter`() throws {
        var normalizer = try WordNormalizer()
        let scalars = (0..<128).compactMap { Unicode.Scalar($0 as UInt32) } + Array(Alphabet.russian.unicodeScalars)
        for scalar in scalars {
            let word = String(scalar)
            let short = try #require(WordNormalizer.normalizeCommonLetters(word))
            let long = try normalizer.normalizeWithICU(word)
            #expect(short == long, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `the short way equals ICU for random words`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var normalizer = try WordNormalizer()
        let ascii = String(String.UnicodeScalarView((0..<128).compactMap { Unicode.Scalar($0 as UInt32) }))
        var compared = 0
        for _ in 0..<4000 {
            let alphabets = [[ascii], [Alphabet.russian, "0123456789.-'\u{0} "], [ascii, Alphabet.russian]]
            let word = generator.text(of: alphabets[Int.random(in: 0..<3, using: &generator)], upTo: 12)
            guard let short = WordNormalizer.normalizeCommonLetters(word) else { continue }
            compared += 1
            let long = try normalizer.normalizeWithICU(word)
            guard short == long else {
                Issue.record("seed \(seed): «\(word)» gives \(short) and \(long)")
                return
            }
        }
        #expect(compared > 2500, "seed \(seed)")
    }

    @Test(arguments: [UInt64(11), 12])
    func `normalising a form again changes nothing`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var normalizer = try WordNormalizer()
        for _ in 0..<3000 {
            let word = generator.text(of: Alphabet.all, upTo: 8)
            let once = try normalizer.normalize(word)
            let twice = try normalizer.normalize(once)
            guard Array(once.utf8) == Array(twice.utf8) else {
                let scalars = word.unicodeScalars.map { String($0.value, radix: 16) }
                Issue.record("seed \(seed): \(scalars) gives \(once) and then \(twice)")
                return
            }
        }
    }

    @Test func `a word that grows above the buffer is normalised whole`() throws {
        // U+FDFA is one character that NFKC writes as 18.
        var normalizer = try WordNormalizer()
        let form = try normalizer.normalize(String(repeating: "\u{FDFA}", count: 100))
        #expect(form.unicodeScalars.count == 1800)
    }
}
