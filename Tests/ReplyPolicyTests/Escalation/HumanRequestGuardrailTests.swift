import Foundation
import ReplyPolicy
import Testing

@Suite struct HumanRequestGuardrailTests {
    private func isFound(_ message: String) -> Bool { HumanRequestGuardrail().finding(in: message) != nil }

    @Test func `at least 97 of 100 requests are found`() {
        let all = HumanRequests.all
        let missed = all.filter { !isFound($0) }
        #expect(all.count >= 80 && Set(all).count == all.count)
        #expect(Double(missed.count) <= 0.03 * Double(all.count), "missed: \(missed)")
    }

    @Test func `no ordinary message is taken for a request`() {
        let all = OrdinaryMessages.all
        #expect(all.count >= 120 && Set(all).count == all.count)
        #expect(all.filter(isFound) == [])
    }

    @Test(arguments: HumanRequests.calls)
    func `capitals and missing punctuation change nothing`(message: String) {
        #expect(isFound(message.uppercased()))
        #expect(isFound(String(message.filter { $0.isLetter || $0 == " " || $0 == "-" })))
    }

    @Test(arguments: OrdinaryMessages.plain)
    func `a request after an ordinary sentence is found`(message: String) {
        #expect(isFound(message + "\nСоедините с оператором"))
        #expect(isFound("Позовите человека. " + message))
    }

    /// Who is asked for, in the nominative, the accusative and after «с».
    private static let persons = [
        ("оператор", "оператора", "оператором"), ("менеджер", "менеджера", "менеджером"),
        ("консультант", "консультанта", "консультантом"), ("специалист", "специалиста", "специалистом"),
        ("сотрудник", "сотрудника", "сотрудником"), ("человек", "человека", "человеком"),
        ("живой человек", "живого человека", "живым человеком"), ("чел", "чела", "челом"),
    ]

    @Test(arguments: persons) func `every person is found in every wording`(person: (String, String, String)) {
        let (subject, object, company) = person
        let messages = [
            object, "\(object)!", "мне бы \(object)", "дайте уже \(object)", "позовите \(object) пожалуйста",
            "ну где \(subject)?", "\(subject) есть на связи?", "а \(subject) тут будет?", "нужен \(subject)",
            "хочу с \(company)", "соедините с \(company)", "можно с \(company) поговорить",
            "лучше я с \(company) решу", "подключите \(object) к чату",
            "Не тот ответ. \(object.capitalized), пожалуйста",
            "бот, отстань, \(object) зови", "когда ответит \(subject)?", "выведите меня на \(object)",
            "заказ пропал, статус не меняется, дайте \(object)",
        ]
        for message in messages { #expect(isFound(message), "\(message)") }
    }

    @Test(arguments: persons.prefix(5)) func `a person who is told of is not asked for`(
        person: (String, String, String)
    ) {
        let (subject, object, _) = person
        let messages = [
            "\(subject) вчера ошибся размером, как обменять", "хочу поблагодарить \(object)",
            "ищу вакансию \(object)", "футболка с надписью «\(subject)» есть?",
            "\(subject) в магазине посоветовал этот фен, какая у него мощность",
        ]
        for message in messages { #expect(!isFound(message), "\(message)") }
    }

    @Test(arguments: ["бот", "робот", "автоответчик", "программа"])
    func `every machine is doubted in every wording`(machine: String) {
        for message in [
            "это \(machine)?", "вы \(machine)?", "опять \(machine)", "мне отвечает \(machine)?", "ты тупой \(machine)",
        ] {
            #expect(isFound(message), "\(message)")
        }
    }

    @Test func `somebody of flesh and blood, a call and a number are asked for`() {
        for message in HumanRequests.families { #expect(isFound(message), "\(message)") }
    }

    @Test func `what only looks like it is left`() { #expect(OrdinaryMessages.lookalikes.filter(isFound) == []) }

    /// Swaps every pair of neighbours but the first.
    @Test(arguments: ["оператора", "менеджера", "специалиста", "консультанта", "сотрудника", "человека"])
    func `two swapped letters hide no person`(person: String) {
        let letters = Array(person)
        for index in 1..<letters.count - 2 where letters[index] != letters[index + 1] {
            var slip = letters
            slip.swapAt(index, index + 1)
            #expect(isFound(String(slip) + " позовите"), "\(String(slip))")
        }
    }

    @Test func `the finding quotes the sentence that asks`() throws {
        let message = "Заказ не пришёл! Позовите, пожалуйста, живого человека. Спасибо"
        let finding = try #require(HumanRequestGuardrail().finding(in: message))
        #expect(finding.kind == .humanRequest)
        #expect(finding.message == "Клиент просит человека: «позовите пожалуйста живого человека».")
    }

    @Test(arguments: ["", " ", "…", "?!", "-", "--", "123", "🙂", "\u{0}", "ъ", "не", "вы", "нужен", "ться"])
    func `scraps are no requests`(message: String) {
        #expect(!isFound(message))
    }

    @Test func `a very long message is looked through`() {
        let filler = String(repeating: "заказ едет долго, ", count: 3_000)
        #expect(!isFound(filler))
        #expect(isFound(filler + "позовите оператора"))
    }

    /// Long sentences are cut every 48 words; wherever the cut falls, the request is found.
    @Test(arguments: 40...110) func `a request in the middle of a sentence without end is found`(wordCount: Int) {
        let filler = Array(repeating: "заказ", count: wordCount).joined(separator: " ")
        #expect(isFound(filler + " соедините меня пожалуйста наконец с вашим оператором " + filler))
        #expect(!isFound(filler + " привезите мне пожалуйста наконец мой заказ " + filler))
    }

    /// At most one request may be missed: it may take knowledge of the world («кожаный мешок»).
    @Test func `the sample set is told apart`() throws {
        struct Line: Decodable {
            let text: String
            let kind: String
        }
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let file = root.appendingPathComponent("evals/retrieval/sample/queries.jsonl")
        let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Line.self, from: Data($0))
        }
        let requests = lines.filter { $0.kind == "human" }
        #expect(requests.count >= 15 && lines.count >= 290)
        #expect(requests.filter { !isFound($0.text) }.count <= 1)
        #expect(lines.filter { $0.kind != "human" && isFound($0.text) }.map(\.text) == [])
    }
}
