import KnowledgeBase
import Testing

@Suite struct MessageTests {
    private static func kinds() throws -> [KnowledgeProblem.Kind] {
        let id = try Fixtures.id("kb-1")
        let date = try Fixtures.date("2026-02-01")
        return [
            .notUTF8(byteOffset: 7), .nulCharacter(byteOffset: 7), .tooLarge(byteCount: 9, limit: 8),
            .unreadable(reason: "x"), .missingFrontMatter, .unclosedFrontMatter, .invalidYAML(reason: "x"),
            .missingField(name: "id"), .invalidField(name: "tags", value: "x", expected: "список"),
            .unknownField(name: "x"), .invalidDate(field: "updated", value: "x"), .invalidID(value: "x"),
            .duplicateID(id: id, firstPath: "a.md"), .validToBeforeValidFrom(validFrom: date, validTo: date),
            .emptyBody,
            .emptyQuestions, .questionCount(found: 1, recommended: 2...6), .questionCount(found: 7, recommended: 2...6),
            .brokenLink(target: "kb-9"), .brokenLink(target: "a.md"), .unknownSupersedes(id: id), .selfSupersedes,
            .supersedesCycle(ids: [id]), .expired(since: date, replacedBy: nil), .expired(since: date, replacedBy: id),
            .unclosedCodeFence,
        ]
    }

    @Test func `every problem has a Russian message and a polite remedy of its own`() throws {
        let problems = try Self.kinds().map { KnowledgeProblem(path: "a.md", line: 1, kind: $0) }
        for problem in problems {
            #expect(problem.message.hasSuffix(".") && problem.message.contains { "а"..."я" ~= $0 })
            #expect(problem.remedy.hasPrefix("Пожалуйста, ") && problem.remedy.hasSuffix("."))
        }
        #expect(Set(problems.map(\.message)).count == problems.count)
    }

    @Test func `messages name the particulars`() throws {
        let problem = { (kind: KnowledgeProblem.Kind) in KnowledgeProblem(path: "a.md", line: 1, kind: kind) }
        let ids = try ["kb-1", "kb-2"].map(Fixtures.id)
        let expired = problem(.expired(since: try Fixtures.date("2026-02-01"), replacedBy: ids[1]))
        #expect(problem(.supersedesCycle(ids: ids)).message.contains("kb-1 → kb-2 → kb-1"))
        #expect(expired.message == "Статья не действует с 2026-02-01: её заменила kb-2.")
        #expect(problem(.duplicateID(id: ids[0], firstPath: "b.md")).message.contains("«b.md»"))
    }
}
