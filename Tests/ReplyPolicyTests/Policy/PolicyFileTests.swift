import Foundation
import ReplyPolicy
import TestSupport
import Testing

@Suite struct PolicyFileTests {
    private func parse(_ text: String) throws(PolicyFileError) -> Policy {
        try PolicyFile.parse(Array(text.utf8), path: "policy.yaml")
    }

    private func problems(_ text: String) -> [PolicyProblem] {
        do throws(PolicyFileError) {
            _ = try parse(text)
            return []
        } catch {
            return error.problems
        }
    }

    @Test func `a file with a version alone is the built-in policy`() throws {
        var expected = Policy()
        expected.version = "1"
        #expect(try parse("version: 1") == expected)
    }

    @Test func `the policy that comes with the project is valid`() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let data = try Data(contentsOf: root.appendingPathComponent("prompts/policy.yaml"))
        let policy = try PolicyFile.parse(Array(data), path: "prompts/policy.yaml")
        #expect(policy.autoAnswers.isEmpty)
        #expect(policy.channels[.telegram]?.isAllowed == false)
        #expect(policy.escalation.action(for: .upsetCustomer) == .warn)
    }

    @Test func `every field is read`() throws {
        let policy = try parse(
            """
            version: "2026-11-27"
            confidence: {suggest: 0.4, auto_answer: 0.95}
            personal_data: {order_numbers: ["В-######"]}
            escalation:
              topics: {complaint: warn, medical: note, human_requested: handoff}
              compensation_limit_roubles: 500
              person_only_groups: [vip]
            grounding: {unsupported: mark, partly: remove}
            channels:
              telegram: {allowed: false, except_groups: [b2b], reason: закон, instead: MAX}
            form:
              address_capital: small
              forbidden_words: [дура*]
              allowed_hosts: ["*.shop.example"]
              markdown_channels: [telegram]
              reply_language: russian
              max_lengths: {telegram: 1000, sms: 2}
            disclosure: {assisted: "Проверил {сотрудник}.", automatic: "Автоответ.", way_to_person: "Напишите «оператор»."}
            auto_answers:
              - {topic: Доставка, switched_on_by: Олег Ян}
            """)
        #expect(policy.version == "2026-11-27")
        #expect(policy.confidence.suggest == 0.4 && policy.confidence.autoAnswer == 0.95)
        #expect(policy.orderNumberPatterns.count == 1)
        #expect(policy.escalation.action(for: .complaint) == .warn)
        #expect(policy.escalation.action(for: .medical) == .note)
        #expect(policy.escalation.action(for: .fraud) == .handOff)
        #expect(policy.escalation.compensationLimitKopecks == 50_000)
        #expect(policy.escalation.personOnlyGroups == ["vip"])
        #expect(policy.grounding.unsupported == .mark && policy.grounding.partly == .remove)
        let telegram = ChannelRule(isAllowed: false, exceptGroups: ["b2b"], reason: "закон", instead: "MAX")
        #expect(policy.channels == [.telegram: telegram])
        #expect(policy.form.addressCapital == .small && policy.form.forbiddenWords == ["дура*"])
        #expect(policy.form.allowedHosts == ["*.shop.example"] && policy.form.markdownChannels == [.telegram])
        #expect(policy.form.replyLanguage == .russian)
        #expect(policy.form.limit(of: .telegram) == ChannelLimit(unit: .utf16, maxLength: 1000))
        #expect(policy.form.limit(of: .sms) == ChannelLimit(unit: .smsSegments, maxLength: 2))
        #expect(policy.disclosure.assistedLine?.text(assistant: "С", person: "Анна Ли") == "Проверил Анна Ли.")
        #expect(policy.disclosure.wayToPerson == "Напишите «оператор».")
        #expect(policy.autoAnswers == [AutoAnswerRule(topic: "Доставка", switchedOnBy: "Олег Ян")])
    }

    @Test(arguments: [
        ("", 1, PolicyProblem.Kind.missingField(path: "version")),
        ("# пусто", 1, .missingField(path: "version")),
        ("- а", 1, .wrongType(path: "файл", expected: "набор полей")),
        ("version: 1\nversion: 2", 1, .repeatedField(path: "version")),
        ("version: 1\nconfidence:\n  suggest: 1.5", 3, .outOfRange(path: "confidence.suggest", least: "0", most: "1")),
        ("version: 1\nconfidence:\n  suggest: много", 3, .wrongType(path: "confidence.suggest", expected: "число")),
        (
            "version: 1\nconfidence:\n  auto_answer: 0.2", 3,
            .outOfRange(path: "confidence.auto_answer", least: "0.5", most: "1")
        ),
        ("version: 1\nconfidence: нет", 2, .wrongType(path: "confidence", expected: "набор полей")),
        (
            "version: 1\n\nescalation:\n  topics:\n    complaint: drop", 5,
            .unknownChoice(path: "escalation.topics.complaint", value: "drop", choices: ["handoff", "warn", "note"])
        ),
        (
            "version: 1\nescalation:\n  topics:\n    human_requested: note", 4,
            .notNegotiable(path: "escalation.topics.human_requested", why: "такое обращение всегда получает человек")
        ),
        (
            "version: 1\nescalation:\n  topics:\n    self_harm: warn", 4,
            .notNegotiable(path: "escalation.topics.self_harm", why: "такое обращение всегда получает человек")
        ),
        (
            "version: 1\nescalation:\n  compensation_limit_roubles: 1.5", 3,
            .wrongType(path: "escalation.compensation_limit_roubles", expected: "целое число")
        ),
        (
            "version: 1\ngrounding:\n  partly: keep", 3,
            .unknownChoice(path: "grounding.partly", value: "keep", choices: ["remove", "mark"])
        ),
        ("version: 1\nchannels:\n  telegram:\n    allowed: false", 4, .missingField(path: "channels.telegram.reason")),
        ("version: 1\nauto_answers:\n  - topic: Доставка", 3, .missingField(path: "auto_answers.switched_on_by")),
        (
            "version: 1\nform:\n  max_lengths:\n    telegram: 9000", 4,
            .outOfRange(path: "form.max_lengths.telegram", least: "1", most: "4096")
        ),
        (
            "version: 1\nform:\n  markdown_channels: [fax]", 3,
            .unknownChoice(
                path: "form.markdown_channels", value: "fax",
                choices: ["web_chat", "telegram", "vk", "max", "sms", "e_mail"])
        ),
        (
            "version: 1\ndisclosure:\n  assisted: Ответила машина.", 3,
            .invalidValue(
                path: "disclosure.assisted", value: "Ответила машина.",
                why: "нет места {сотрудник}: клиент должен знать, кто отвечает за текст.")
        ),
        ("version: 1\nauto_answers: да", 2, .wrongType(path: "auto_answers", expected: "список правил")),
        (
            "version: 1\nescalation:\n  person_only_groups: vip", 3,
            .wrongType(path: "escalation.person_only_groups", expected: "список строк")
        ),
    ])
    func `a wrong value is named with its line`(text: String, line: Int, kind: PolicyProblem.Kind) {
        #expect(problems(text) == [PolicyProblem(line: line, kind: kind)])
    }

    @Test func `a slip of the pen is no setting`() throws {
        let found = problems("version: 1\nescalaton:\n  topics: {}\nform:\n  forbiden: [а]")
        #expect(found.map(\.line) == [2, 5])
        guard case .unknownField("escalaton", let known) = try #require(found.first).kind else {
            Issue.record("\(found)")
            return
        }
        #expect(known.contains("escalation") && known.contains("auto_answers"))
    }

    @Test func `all problems are told at once, in the order of the lines`() {
        let found = problems("version: 1\nconfidence:\n  suggest: 7\ngrounding:\n  partly: x\nlast: 1")
        #expect(found.map(\.line) == [3, 5, 6])
    }

    @Test(arguments: ["Напишите нам.", "Чтобы узнать больше, напишите «ещё».", "оператор"])
    func `the way to a person must be one that is understood`(line: String) {
        let found = problems("version: 1\ndisclosure:\n  way_to_person: \"\(line)\"")
        #expect(found.map(\.line) == [3])
    }

    @Test func `every problem has a message and a remedy`() {
        let kinds: [PolicyProblem.Kind] = [
            .tooLarge(limit: 1), .notUTF8, .invalidYAML(reason: "r"), .unknownField(path: "p", known: ["k"]),
            .repeatedField(path: "p"), .missingField(path: "p"), .wrongType(path: "p", expected: "число"),
            .outOfRange(path: "p", least: "0", most: "1"), .unknownChoice(path: "p", value: "v", choices: ["c"]),
            .notNegotiable(path: "p", why: "w"), .invalidValue(path: "p", value: "v", why: "w."),
        ]
        for kind in kinds {
            let problem = PolicyProblem(line: 1, kind: kind)
            #expect(problem.message.hasSuffix(".") && problem.remedy.hasSuffix("."))
        }
    }

    @Test func `broken YAML, other encodings and great files are named`() throws {
        #expect(problems("version: [1").map(\.line).first != nil)
        let error = #expect(throws: PolicyFileError.self) {
            try PolicyFile.parse([0x76, 0xFF, 0xFE], path: "p")
        }
        #expect(error?.problems.map(\.kind) == [.notUTF8])
        let large = #expect(throws: PolicyFileError.self) {
            try PolicyFile.parse([UInt8](repeating: 0x23, count: PolicyFile.maxByteCount + 1), path: "p")
        }
        #expect(large?.problems.map(\.kind) == [.tooLarge(limit: PolicyFile.maxByteCount)])
    }

    @Test(arguments: UInt64(1)...20)
    func `no damage to a file traps`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let whole = Array(
            "version: 1\nconfidence: {suggest: 0.4}\nauto_answers:\n  - {topic: а, switched_on_by: б}\n".utf8)
        for _ in 0..<50 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do { _ = try PolicyFile.parse(bytes, path: "p") } catch { #expect(!error.problems.isEmpty) }
        }
    }
}
