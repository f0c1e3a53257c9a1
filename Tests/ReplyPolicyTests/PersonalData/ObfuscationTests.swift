import ReplyPolicy
import TestSupport
import Testing

/// Numbers with checksums, spelt in every way that customers were seen to use.
@Suite struct ObfuscationTests {
    private static let samples: [(kind: PersonalDataKind, words: [String], groups: [String])] = [
        (.card, ["карта", "с карты", "номер карты:"], ["2200", "1234", "5678", "9019"]),
        (.card, ["карта", "верните на карту"], ["4276", "0123", "4567", "8902"]),
        (.snils, ["СНИЛС", "снилс", "страховой номер"], ["112", "233", "445", "95"]),
        (.inn, ["ИНН", "мой инн"], ["7707", "083", "893"]), (.inn, ["ИНН"], ["5001", "0073", "2259"]),
        (.ogrn, ["ОГРН", "огрн:"], ["1", "02", "77", "00", "13219", "5"]),
        (.ogrn, ["ОГРНИП"], ["3", "19", "77", "4600", "12345", "3"]),
        (.healthPolicy, ["полис ОМС", "полис"], ["7700", "0123", "4567", "8901"]),
        (.bankAccount, ["р/с", "счёт", "на расчетный счет"], ["40817", "810", "1", "0001", "0004312"]),
        (.phone, ["телефон", "звоните", "мой номер"], ["8", "916", "123", "45", "67"]),
    ]

    private static let separators = [
        "", " ", "-", "–", ".", "/", "\u{A0}", "\u{202F}", "  ", " - ", "\n", "_", "\u{2011}",
    ]

    private func spelling(_ digits: String, _ generator: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<5, using: &generator) {
        case 0:
            return String(digits.map { Character(Unicode.Scalar(0xFF10 + UInt32($0.wholeNumberValue ?? 0)) ?? "0") })
        case 1: return digits.map { String($0) + (Bool.random(using: &generator) ? "\u{200B}" : "") }.joined()
        case 2: return digits.map { String($0) + "\u{FE0F}\u{20E3}" }.joined()
        case 3 where digits.count > 2:
            return String(digits.dropLast()).replacing("0", with: "О") + String(digits.suffix(1))
        default: return digits
        }
    }

    /// The number with a line feed before one of its characters but the first.
    private static func broken(_ number: String, _ generator: inout SeededGenerator) -> String {
        var characters = Array(number)
        characters.insert("\n", at: Int.random(in: 1..<characters.count, using: &generator))
        return String(characters)
    }

    @Test(arguments: 0..<80)
    func `a number is found in every spelling`(seed: UInt64) throws {
        let fixture = try FinderFixture()
        var generator = SeededGenerator(seed: seed)
        for sample in Self.samples {
            let separator = Self.separators[Int.random(in: 0..<Self.separators.count, using: &generator)]
            let isSingles = Int.random(in: 0..<6, using: &generator) == 0
            let groups = isSingles ? sample.groups.joined().map { String($0) } : sample.groups
            let number = groups.map { spelling($0, &generator) }.joined(
                separator: isSingles && separator.isEmpty ? " " : separator)
            // A line broken in the middle of a group, as mail programs do.
            let isBroken = Int.random(in: 0..<5, using: &generator) == 0
            let word = sample.words[Int.random(in: 0..<sample.words.count, using: &generator)]
            let written = isBroken && !number.contains("О") ? Self.broken(number, &generator) : number
            let text = "Здравствуйте, \(word) \(written), проверьте"
            let found = try fixture.only(sample.kind, in: text)
            let all = try fixture.found(in: text)
            let digits = sample.groups.joined()
            let canonical = sample.kind == .phone ? "7" + digits.dropFirst() : digits
            #expect(
                found?.canonical == canonical, "seed \(seed): \(text.debugDescription) \(all)")
        }
    }

    @Test(
        arguments: [
            "ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять",
        ].enumerated().map { ($0.offset, $0.element) })
    func `a digit is heard in a phone`(digit: Int, word: String) throws {
        let text = "телефон восемь девять один шесть \(word) \(word) \(word) сорок пять шестьдесят семь"
        let found = try FinderFixture().only(.phone, in: text)
        #expect(found?.canonical == "7916\(digit)\(digit)\(digit)4567")
    }
}
