import ReplyPolicy
import TestSupport
import TextAnalysis
import Testing

/// Conversations with many values, masked and given back by a model that rewords placeholders.
@Suite struct MaskRewordingTests {
    private static let kinds: [PersonalDataKind] = [
        .person, .phone, .card, .cardCode, .oneTimeCode, .departmentCode, .address, .bankAccount, .birthDate,
    ]
    private static let inflected: [PersonalDataKind: [String]] = [
        .phone: ["ТЕЛЕФОНУ", "ТЕЛЕФОНА", "ТЕЛЕФОНОМ", "телефоне"], .card: ["КАРТЫ", "КАРТОЙ", "карту"],
        .cardCode: ["КОДА_КАРТЫ", "КОДУ_КАРТЫ"],
        .oneTimeCode: ["КОДА", "КОДОМ", "коду"], .departmentCode: ["КОДА_ПОДРАЗДЕЛЕНИЯ"],
        .address: ["АДРЕСУ", "адреса", "АДРЕСЕ"],
        .bankAccount: ["СЧЕТА", "счёту", "СЧЁТОМ"], .birthDate: ["ДАТЫ_РОЖДЕНИЯ", "дату_рождения"],
        .person: ["фио", "Фио"],
    ]

    private func pick<Element>(_ list: [Element], _ generator: inout SeededGenerator) -> Element {
        list[Int.random(in: 0..<list.count, using: &generator)]
    }

    private func reworded(_ kind: PersonalDataKind, _ number: Int, _ generator: inout SeededGenerator) -> String {
        let label = Bool.random(using: &generator) ? kind.label : pick(Self.inflected[kind] ?? [kind.label], &generator)
        let joint = pick(["_", "_", "\\_", " ", "_\n", "-"], &generator)
        let core = label + joint + "\(number)"
        if joint.contains("_"), Int.random(in: 0..<4, using: &generator) == 0 { return core }
        let (open, close) = pick(
            [("[", "]"), ("[", "]"), ("[[", "]]"), ("{", "}"), ("<", ">"), ("[ ", " ]"), ("【", "】")], &generator)
        return open + core + close + pick(["", "", "", "у", "ом", "-а"], &generator)
    }

    /// Values are drawn from few, so that they meet again; the text itself has things that look like placeholders.
    @Test(arguments: 0..<10)
    func `a thousand conversations come back without one swap`(part: UInt64) throws {
        let fixture = try FinderFixture()
        for seed in part * 1000..<part * 1000 + 1000 {
            var generator = SeededGenerator(seed: seed)
            var mask = PersonalDataMask()
            var source = ""
            var findings: [PersonalDataFinding] = []
            var own: [String] = []
            for _ in 0..<Int.random(in: 2...5, using: &generator) {
                let kind = pick(Self.kinds, &generator)
                let value = "\(kind.rawValue)-\(Int.random(in: 0..<3, using: &generator))"
                source += "слово "
                let start = source.utf8.count
                source += value
                findings.append(
                    PersonalDataFinding(
                        kind: kind, utf8Range: start..<source.utf8.count, score: 1,
                        canonical: kind == .person ? "\(value)|и|" : value, explanation: ""))
                source += ", "
                if Int.random(in: 0..<3, using: &generator) == 0 {
                    let literal = "[\(pick(Self.kinds, &generator).label)_\(Int.random(in: 1...3, using: &generator))]"
                    own.append(literal)
                    source += "пишу \(literal), "
                }
            }
            let text = try fixture.text(source)
            let masked = mask.mask(text, findings: findings)
            #expect(mask.unmask(masked.text).text == source, "seed \(seed)")
            let literals = masked.placeholders.filter { $0.kind == nil }.map { text.text($0.originalUTF8Range) }
            #expect(literals == own, "seed \(seed)")
            check(masked, text, mask, seed, &generator)
        }
    }

    private func check(
        _ masked: MaskedText, _ text: AnalyzedText, _ mask: PersonalDataMask, _ seed: UInt64,
        _ generator: inout SeededGenerator
    ) {
        var reply = "Ответ: "
        var expected = "Ответ: "
        for placeholder in masked.placeholders {
            guard let kind = placeholder.kind,
                let number = Int(placeholder.text.dropLast().split(separator: "_").last ?? "")
            else { continue }
            reply += reworded(kind, number, &generator) + ", "
            expected += text.text(placeholder.originalUTF8Range) + ", "
        }
        let unknown = reworded(pick(Self.kinds, &generator), 40, &generator)
        let result = mask.unmask(reply + unknown)
        #expect(result.text == expected + unknown, "seed \(seed): \(reply)")
        #expect(result.left.count == 1, "seed \(seed)")
    }
}
