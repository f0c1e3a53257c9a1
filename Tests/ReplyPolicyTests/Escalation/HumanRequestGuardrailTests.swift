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

    @Test func `the finding quotes the sentence that asks`() throws {
        let message = "Заказ не пришёл! Позовите, пожалуйста, живого человека. Спасибо"
        let finding = try #require(HumanRequestGuardrail().finding(in: message))
        #expect(finding.kind == .humanRequest)
        #expect(finding.message == "Клиент просит человека: «позовите пожалуйста живого человека».")
    }

    @Test(arguments: ["", " ", "…", "?!", "-", "--", "123", "🙂", "\u{0}", "ъ", "не", "вы", "живой", "нужен", "ться"])
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
