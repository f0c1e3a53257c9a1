import Foundation
import KnowledgeBase
import TestSupport
import Testing

@Suite struct SynonymFileTests {
    private func parse(_ text: String) throws -> Synonyms {
        try SynonymFile.parse(Array(text.utf8), path: "synonyms.yaml")
    }

    private func problems(_ text: String) throws -> [SynonymProblem] {
        let error = try #require(throws: SynonymFileError.self) { try parse(text) }
        #expect(error.path == "synonyms.yaml")
        return error.problems
    }

    @Test func `groups of equals and of one direction are read`() throws {
        let text = """
            # комментарий
            - [личный кабинет, ЛК]
            - {from: [айфон, iphone], to: [смартфон]}
            - from:
                - постик
              to:
                - постамат
            """
        #expect(
            try parse(text).groups == [
                .init(from: ["личный кабинет", "ЛК"], to: ["личный кабинет", "ЛК"]),
                .init(from: ["айфон", "iphone"], to: ["смартфон"]), .init(from: ["постик"], to: ["постамат"]),
            ])
    }

    @Test(arguments: ["", "\n", "# только комментарий\n", "[]"]) func `an empty file has no synonyms`(text: String)
        throws
    {
        #expect(try parse(text).groups == [])
    }

    @Test(arguments: [
        ("- [лк]\n", 1, SynonymProblem.Kind.singleName),
        ("- [лк, личный кабинет]\n- курьер\n", 2, .invalidGroup),
        ("- [лк, ЛК]\n", 1, .repeatedName(value: "ЛК")),
        ("- [лк, '!!']\n", 1, .invalidName(value: "!!")),
        ("- [лк, [кабинет, вход]]\n", 1, .invalidName(value: "")),
        (
            "- [лк, один два три четыре пять шесть семь]\n", 1,
            .longName(value: "один два три четыре пять шесть семь", limit: 6)
        ),
        ("- {from: [лк]}\n", 1, .missingField(name: "to")),
        ("- {from: лк, to: [кабинет]}\n", 1, .invalidGroup),
        ("- {from: [лк], to: [кабинет], weight: 1}\n", 1, .unknownField(name: "weight")),
        ("группы: 1\n", 1, .notAList),
        ("текст\n", 1, .notAList),
    ])
    func `what is wrong is named with its line`(text: String, line: Int, kind: SynonymProblem.Kind) throws {
        #expect(try problems(text) == [SynonymProblem(line: line, kind: kind)])
    }

    @Test func `every problem of a file is named`() throws {
        #expect(try problems("- [лк]\n- [а, б]\n- слово\n").map(\.line) == [1, 3])
    }

    @Test func `broken YAML, bytes that are no text and too many are refused`() throws {
        let broken = try problems("- [лк, кабинет\n- [а, б]\n")
        #expect(broken.count == 1)
        guard case .invalidYAML = broken[0].kind else { return #expect(broken[0].kind == .notAList) }
        let error = SynonymFileError(path: "f", problems: [.init(line: 1, kind: .notUTF8)])
        #expect(throws: error) { try SynonymFile.parse([0x2D, 0x20, 0xFF], path: "f") }
        let large = SynonymFileError(
            path: "f", problems: [.init(line: 1, kind: .tooLarge(limit: SynonymFile.maxByteCount))])
        #expect(throws: large) {
            try SynonymFile.parse([UInt8](repeating: 0x23, count: SynonymFile.maxByteCount + 1), path: "f")
        }
        let missing = try #require(throws: SynonymFileError.self) { try SynonymFile.read(path: "/no/such/file") }
        guard case .unreadable = missing.problems[0].kind else { return #expect(missing.problems == []) }
    }

    @Test(arguments: [
        SynonymProblem.Kind.unreadable(reason: "нет"), .tooLarge(limit: 1), .notUTF8, .invalidYAML(reason: "нет"),
        .notAList, .invalidGroup,
        .unknownField(name: "x"), .missingField(name: "to"), .invalidName(value: "1"), .longName(value: "а", limit: 6),
        .repeatedName(value: "а"), .singleName,
    ])
    func `every problem says what is wrong and what to do, in Russian`(kind: SynonymProblem.Kind) {
        let problem = SynonymProblem(line: 1, kind: kind)
        for text in [problem.message, problem.remedy] {
            #expect(text.hasSuffix(".") && text.contains(/[а-я]/))
        }
    }

    @Test func `the file of the project is sound and large enough`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let path = root.deletingLastPathComponent().appendingPathComponent("knowledge/synonyms.yaml").path
        #expect(try SynonymFile.read(path: path).groups.count >= 60)
    }
}
