import ReplyPolicy
import TextAnalysis
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct PersonalDataMaskTests {
    private let fixture: FinderFixture

    init() throws { fixture = try FinderFixture() }

    private func masked(_ string: String, _ mask: inout PersonalDataMask) throws -> String {
        let text = try fixture.text(string)
        return mask.mask(text, findings: fixture.finder.findings(in: text)).text
    }

    /// Findings as another recogniser would give them: the first place of each name.
    private func persons(_ string: String, _ names: [(String, String)], _ mask: inout PersonalDataMask) throws -> String
    {
        let text = try fixture.text(string)
        let findings = try names.map { name, canonical in
            let start = try #require(string.range(of: name)).lowerBound.utf16Offset(in: string)
            let lower = String(Array(string.utf16.prefix(start)).map { Character(Unicode.Scalar($0) ?? " ") }).utf8
                .count
            return PersonalDataFinding(
                kind: .person, utf8Range: lower..<lower + name.utf8.count, score: 1, canonical: canonical,
                explanation: "имя")
        }
        return mask.mask(text, findings: findings).text
    }

    @Test func `one value has one number in a conversation`() throws {
        var mask = PersonalDataMask()
        #expect(
            try masked("Мой номер 8 916 123-45-67, второй +7 903 000 11 22", &mask)
                == "Мой номер [ТЕЛЕФОН_1], второй [ТЕЛЕФОН_2]")
        #expect(
            try masked("+79161234567 не отвечает, почта a.b@mail.ru", &mask)
                == "[ТЕЛЕФОН_1] не отвечает, почта [ПОЧТА_1]")
        #expect(mask.unmask("Позвоним на [ТЕЛЕФОН_1]").text == "Позвоним на 8 916 123-45-67")
        #expect(mask.valueCount == 3)
    }

    @Test func `placeholders know what they replaced`() throws {
        var mask = PersonalDataMask()
        let text = try fixture.text("тел. 89161234567, карта 2200 1234 5678 9019")
        let result = mask.mask(text, findings: fixture.finder.findings(in: text))
        #expect(result.placeholders.map(\.text) == ["[ТЕЛЕФОН_1]", "[КАРТА_1]"])
        #expect(result.placeholders.map { text.text($0.originalUTF8Range) } == ["89161234567", "2200 1234 5678 9019"])
        #expect(result.placeholders.map(\.kind) == [.phone, .card])
    }

    @Test(arguments: [
        "[ТЕЛЕФОН_1]", "[телефон_1]", "[Телефону_1]", "[ТЕЛЕФОНА 1]", "[ТЕЛЕФОНОМ_1]", "ТЕЛЕФОН_1", "телефону_1",
        "[[ТЕЛЕФОН_1]]", "[ТЕЛЕФОН_1",
        "ТЕЛЕФОН_1]", "[ТЕЛЕФОН\\_1]", "ТЕЛЕФОН\\_1", "{ТЕЛЕФОН_1}", "<ТЕЛЕФОН_1>", "【ТЕЛЕФОН_1】", "[ ТЕЛЕФОН_1 ]",
        "[ТЕЛЕФОН\n_1]", "[ТЕЛЕФОН_\n1]",
        "[ТЕЛЕФОН-1]", "[ТЕЛЕФОН1]", "[ТЕЛЕФОН_1]у", "[ТЕЛЕФОН_1]-ом", "[TЕЛЕФОН_1]", "[ТЕЛЕФОН_１]", "[{ТЕЛЕФОН_1}]",
        "\\[ТЕЛЕФОН_1\\]",
    ])
    func `a reworded placeholder comes back`(placeholder: String) throws {
        var mask = PersonalDataMask()
        _ = try masked("тел. 8 916 123-45-67", &mask)
        let result = mask.unmask("Звоним: \(placeholder), ждите.")
        #expect(result.text == "Звоним: 8 916 123-45-67, ждите.")
        #expect(result.restored.map(\.text) == ["[ТЕЛЕФОН_1]"] && result.left == [])
        #expect(result.restored.map { Array(result.text.utf8)[$0.utf8Range] } == [Array("8 916 123-45-67".utf8)[...]])
    }

    @Test(arguments: [
        "[ТЕЛЕФОН_7]", "[ТЕЛЕФОН_12]", "[ТЕЛЕФОН_1 2]", "[ТЕЛЕФОН_1\n2]", "[ТЕЛЕФОН_01]", "ТЕЛЕФОН_1.5",
        "[ТЕЛЕФОН_1-2]", "[ТЕЛЕФОН_99999999999]",
        "[КАРТА_1]", "[КОД_КАРТЫ_1]", "[ТЕКСТ_1]",
    ])
    func `an unknown or unclear placeholder stays and is told`(placeholder: String) throws {
        var mask = PersonalDataMask()
        _ = try masked("тел. 8 916 123-45-67", &mask)
        let result = mask.unmask("Вот \(placeholder) вам")
        #expect(result.text == "Вот \(placeholder) вам")
        #expect(result.restored == [] && result.left.count == 1)
    }

    @Test(arguments: [
        "телефон 1 не отвечает", "(телефон 1", "мой ТЕЛЕФОН", "[ТЕЛЕФОН]", "[ТЕЛЕФОН_]", "[НОМЕР_ТЕЛЕФОНА_1]",
        "ГОСТЕЛЕФОН_1", "[ТЕЛЕФОНЧИК_1]", "код 1", "[1]",
    ])
    func `other words and brackets stay`(text: String) throws {
        var mask = PersonalDataMask()
        _ = try masked("тел. 8 916 123-45-67, код из смс 1234", &mask)
        let result = mask.unmask(text)
        #expect(result.text == text && result.restored == [])
    }

    @Test func `every label comes back in every case`() throws {
        for kind in PersonalDataKind.allCases {
            var mask = PersonalDataMask()
            let text = try fixture.text("значение")
            let finding = PersonalDataFinding(
                kind: kind, utf8Range: 0..<text.bytes.count, score: 1, canonical: "x|y|", explanation: "")
            let placeholder = mask.mask(text, findings: [finding]).text
            #expect(placeholder == "[\(kind.label)_1]")
            for spelling in [
                placeholder, placeholder.lowercased(), placeholder.replacing("_", with: " "),
                placeholder.replacing("Ё", with: "Е"),
            ] {
                #expect(mask.unmask("«\(spelling)»").text == "«значение»", "\(spelling)")
            }
        }
    }

    @Test func `what a customer types never brings a value`() throws {
        var mask = PersonalDataMask()
        #expect(
            try masked("[ТЕЛЕФОН_1] и телефону_1, тел. 89161234567", &mask) == "[ТЕКСТ_1] и [ТЕКСТ_2], тел. [ТЕЛЕФОН_1]"
        )
        #expect(try masked("а теперь [ТЕЛЕФОН_1] и [ТЕКСТ_1]", &mask) == "а теперь [ТЕКСТ_1] и [ТЕКСТ_3]")
        #expect(
            mask.unmask("Вы написали [ТЕКСТ_1], [текст_3] и [ТЕЛЕФОН_1]").text
                == "Вы написали [ТЕЛЕФОН_1], [ТЕКСТ_1] и 89161234567")
    }

    @Test func `two mentions of a person are one only if they can be nothing else`() throws {
        var mask = PersonalDataMask()
        let first = try persons(
            "Пётр Иванов и Павел Иванов", [("Пётр Иванов", "иванов|петр|"), ("Павел Иванов", "иванов|павел|")], &mask)
        #expect(first == "[ФИО_1] и [ФИО_2]")
        #expect(
            try persons("Иванов Пётр Сергеевич", [("Иванов Пётр Сергеевич", "иванов|петр|сергеевич")], &mask)
                == "[ФИО_1]")
        #expect(try persons("Иванов П.", [("Иванов П.", "иванов|п.|")], &mask) == "[ФИО_3]")
        #expect(try persons("Иванов П. С.", [("Иванов П. С.", "иванов|п.|с.")], &mask) == "[ФИО_4]")
        #expect(try persons("Пётр", [("Пётр", "|петр|")], &mask) == "[ФИО_5]")
        #expect(try persons("Пётр Сергеевич", [("Пётр Сергеевич", "|петр|сергеевич")], &mask) == "[ФИО_1]")
        #expect(try persons("Иванов Пётр Ильич", [("Иванов Пётр Ильич", "иванов|петр|ильич")], &mask) == "[ФИО_6]")
        #expect(mask.unmask("[ФИО_1]у, [ФИО_2]").text == "Пётр Иванов, Павел Иванов")
    }

    @Test func `initials join the only one who fits, and later names are held against all that is known`() throws {
        var mask = PersonalDataMask()
        #expect(try persons("Иванов П. С.", [("Иванов П. С.", "иванов|п.|с.")], &mask) == "[ФИО_1]")
        #expect(try persons("Иванову Петру", [("Иванову Петру", "иванов|петр|")], &mask) == "[ФИО_1]")
        #expect(try persons("Иванов Павел", [("Иванов Павел", "иванов|павел|")], &mask) == "[ФИО_2]")
    }

    @Test func `overlapping, cut and empty findings do no harm`() throws {
        var mask = PersonalDataMask()
        let text = try fixture.text("ёж 123")
        func finding(_ range: Range<Int>) -> PersonalDataFinding {
            PersonalDataFinding(kind: .oneTimeCode, utf8Range: range, score: 1, canonical: "\(range)", explanation: "")
        }
        let result = mask.mask(text, findings: [finding(1..<3), finding(2..<8), finding(5..<5), finding(5..<90)])
        #expect(result.text == "[КОД_1] [КОД_2]")
        #expect(mask.unmask(result.text).text == "ёж 123")
    }

    @Test func `a mask survives being kept`() throws {
        var mask = PersonalDataMask()
        _ = try masked("тел. 8 916 123-45-67, [ФИО_1]", &mask)
        let kept = try JSONDecoder().decode(PersonalDataMask.self, from: JSONEncoder().encode(mask))
        #expect(kept == mask)
        #expect(kept.unmask("[ТЕЛЕФОН_1] [ТЕКСТ_1]").text == "8 916 123-45-67 [ФИО_1]")
    }
}
