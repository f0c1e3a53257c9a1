import TestSupport
import Testing

@testable import Retrieval

@Suite struct WordPrefixTests {
    private func keys(_ text: String) -> [WordPrefix] { keys(Array(text.utf8)) }

    private func keys(_ bytes: [UInt8]) -> [WordPrefix] {
        let span = unsafe bytes.span.bytes
        var scanner = WordPrefixScanner(range: 0..<bytes.count)
        var keys: [WordPrefix] = []
        while let key = scanner.next(in: span) { keys.append(key) }
        return keys
    }

    @Test func `case, ё, stress marks and soft hyphens make no difference`() {
        let plain = keys("еще оплата")
        #expect(plain.count == 2)
        #expect(keys("ЕЩЁ, опла\u{301}та") == plain)
        #expect(keys("«ещё» — ОПЛА\u{AD}ТА!") == plain)
        #expect(keys("ещё оплату") != plain)
    }

    @Test func `a key has the first eight letters`() {
        #expect(keys("самовывоз") == keys("самовывозом"))
        #expect(keys("самовыво")[0].count == 8)
        #expect(keys("чек").map(\.count) == [3])
        #expect(keys("abcdefgh") == keys("ABCDEFGHIJK"))
    }

    @Test func `the first four letters are the low four bytes`() {
        // о, п, л, а: letters 14, 15, 11 and 0 of the alphabet without ё.
        let low = keys("оплачивать")[0].letters & 0xFFFF_FFFF
        #expect(low == 0x808B_8F8E)
        #expect(keys("Оплата")[0].letters & 0xFFFF_FFFF == low)
    }

    @Test(arguments: [
        ("интернет-магазин", 2), ("v2.3", 2), ("e-mail: help@shop.example", 5), ("5 000 ₽", 2), ("№ 5 … 👍", 1), ("", 0),
        ("\0\u{FEFF}", 0),
        ("送货 ελλ", 2), ("a\u{3000}b", 2),
    ])
    func `words are runs of letters and digits`(text: String, count: Int) {
        #expect(keys(text).count == count)
    }

    @Test func `a word alone has a key, several and none have not`() {
        #expect(WordPrefix(word: "курьер") == keys("Курьер")[0])
        #expect(WordPrefix(word: "crm.deal") == nil)
        #expect(WordPrefix(word: "…") == nil)
    }

    @Test(arguments: 0..<20) func `keys are those of the naive reading of characters`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let blocks: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x400...0x45F, 0x400...0x4FF, 0x80...0x24F, 0x300...0x3FF, 0x2000...0x2FFF, 0x3000...0x30FF,
            0xE000...0xFFFF, 0x1F300...0x1F6FF,
        ]
        for round in 0..<300 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                let block = blocks[Int.random(in: 0..<blocks.count, using: &random)]
                if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &random)) { scalars.append(scalar) }
            }
            let text = String(scalars)
            #expect(keys(text) == NaiveWordPrefixs.keys(of: text), "seed \(seed), round \(round): \(text)")
        }
    }

    @Test func `bytes that are no text never trap`() {
        var random = SeededGenerator(seed: 77)
        for _ in 0..<2_000 {
            let bytes = random.bytes(Int.random(in: 0...40, using: &random))
            #expect(keys(bytes).allSatisfy { $0.letters != 0 })
        }
    }
}

/// The keys of a text, character by character.
enum NaiveWordPrefixs {
    static func keys(of text: String) -> [WordPrefix] {
        var keys: [WordPrefix] = []
        var word: [UInt8] = []
        func close() {
            if !word.isEmpty { keys.append(key(of: word)) }
            word = []
        }
        for scalar in text.unicodeScalars where !isMark(scalar.value) {
            if let letter = letter(scalar.value) { word.append(letter) } else { close() }
        }
        close()
        return keys
    }

    private static func key(of word: [UInt8]) -> WordPrefix {
        WordPrefix(letters: word.prefix(8).enumerated().reduce(0) { $0 + UInt64($1.element) << UInt64(8 * $1.offset) })
    }

    private static func isMark(_ value: UInt32) -> Bool { value == 0xAD || (0x300...0x36F).contains(value) }

    private static func letter(_ value: UInt32) -> UInt8? {
        switch value {
        case 0x30...0x39, 0x61...0x7A: UInt8(value)
        case 0x41...0x5A: UInt8(value + 0x20)
        case 0x401, 0x451: 0x85
        case 0x410...0x42F: UInt8(0x80 + value - 0x410)
        case 0x430...0x44F: UInt8(0x80 + value - 0x430)
        case 0x400...0x47F: UInt8(0xA0 + value % 32)
        case 0x00...0xBF, 0x2000...0x303F, 0xF000...: nil
        default: UInt8(0xC0 + value % 32)
        }
    }
}
