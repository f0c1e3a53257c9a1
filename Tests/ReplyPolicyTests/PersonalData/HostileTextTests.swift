import TestSupport
import TextAnalysis
import Testing

@testable import ReplyPolicy

@Suite struct HostileTextTests {
    private static let units = [
        "1 ", "1", "12 ", "123-", "1 22 ", "(", "+7 ", "[", "собака ", "@", "a@", "a.", "один ", "сто двадцать ",
        "код 1234 ", "паспорт 1 2 ",
        "8 9161234567 ", "ООО1", "\u{200B}1", "vk.com/", "[ТЕЛЕФОН_1]", "ТЕЛЕФОН_", "пароль1 ", "\u{0}", "е\u{301}",
        "👩‍👩‍👧", "№", "в 123 ",
    ]

    /// Windows are all that recognisers look at: if twice the text has twice as many, the time is linear.
    @Test(arguments: units)
    func `the possible numbers grow with the text and not with its square`(unit: String) throws {
        let fixture = try FinderFixture()
        let one = NumberScan(try fixture.text(String(repeating: unit, count: 200)))
        let four = NumberScan(try fixture.text(String(repeating: unit, count: 800)))
        #expect(four.windowCount <= 4 * one.windowCount + 4 * NumberScan.maxDigits * NumberScan.maxDigits)
        #expect(one.windowCount <= 200 * NumberScan.maxDigits * 2)
        #expect(ContactScan(four.text).atoms.count <= 4 * ContactScan(one.text).atoms.count + 4)
    }

    @Test(arguments: units)
    func `a hostile text comes back from masking whole`(unit: String) throws {
        let fixture = try FinderFixture()
        let string = "Начало " + String(repeating: unit, count: 60) + " конец"
        let text = try fixture.text(string)
        var mask = PersonalDataMask()
        let masked = mask.mask(text, findings: fixture.finder.findings(in: text))
        #expect(masked.text.hasPrefix("Начало ") && mask.unmask(masked.text).text == string)
        for placeholder in masked.placeholders {
            #expect(
                String(decoding: Array(masked.text.utf8)[placeholder.maskedUTF8Range], as: UTF8.self)
                    == placeholder.text)
        }
    }

    /// Random texts of the characters that rules care about: no trap, ranges on borders of characters, no overlap.
    @Test(arguments: 0..<60)
    func `random texts keep the contract`(seed: UInt64) throws {
        let fixture = try FinderFixture()
        var generator = SeededGenerator(seed: seed)
        let alphabet =
            Array("0123456789 -()+.,/@№#[]_\n\u{200B}\u{A0}АВОЗтелn")
            + ["код ", "паспорт ", "собака ", "точка ", "сто ", "два "].map { Character(String($0.first ?? " ")) }
        let words = [
            "код ", "паспорт ", " собака ", " точка ", "сто ", "двадцать ", "карта ", "vk.com/", "р/с ", "инн ",
            "[ФИО_1]", "пароль: ",
        ]
        var string = ""
        for _ in 0..<120 {
            if Int.random(in: 0..<8, using: &generator) == 0 {
                string += words[Int.random(in: 0..<words.count, using: &generator)]
            } else {
                string.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
            }
        }
        let text = try fixture.text(string)
        let found = fixture.finder.findings(in: text)
        var end = 0
        for finding in found {
            #expect(finding.utf8Range.lowerBound >= end, "seed \(seed)")
            end = finding.utf8Range.upperBound
            #expect(end <= text.bytes.count && !text.text(finding.utf8Range).contains("\u{FFFD}"), "seed \(seed)")
        }
    }

    @Test(arguments: ["", " ", "\u{0}", "+", "8", "@", "[", "№", "т.", "\u{200B}", "\u{FEFF}"])
    func `next to nothing has no data`(text: String) throws {
        #expect(try FinderFixture().found(in: text) == [])
    }
}
