import KnowledgeBase
import Testing

@Suite struct FileProblemTests {
    private func problems(_ bytes: [UInt8]) throws -> [KnowledgeProblem] {
        ArticleCollection.make(files: [("a.md", bytes)], today: try #require(Fixtures.today)).problems
    }

    private func problem(_ line: Int, _ kind: KnowledgeProblem.Kind) -> KnowledgeProblem {
        KnowledgeProblem(path: "a.md", line: line, kind: kind)
    }

    @Test func `a byte that is not UTF-8 is named with its place`() throws {
        let bytes = Array("---\nid: ".utf8) + [0xCF, 0xF0] + Array("\n---\n".utf8)
        #expect(try problems(bytes) == [problem(2, .notUTF8(byteOffset: 8))])
    }

    @Test func `a NUL character is named with its place`() throws {
        let file = Fixtures.file(body: "а\nб\u{0}\n")
        let offset = try #require(Array(file.utf8).firstIndex(of: 0))
        #expect(try problems(Array(file.utf8)) == [problem(16, .nulCharacter(byteOffset: offset))])
    }

    @Test func `one byte above the limit is too large`() throws {
        let limit = ArticleCollection.maxArticleBytes
        let head = Array(Fixtures.file().utf8)
        let full = head + [UInt8](repeating: UInt8(ascii: "\n"), count: limit - head.count)
        #expect(try problems(full).isEmpty)
        #expect(try problems(full + [0x0A]) == [problem(1, .tooLarge(byteCount: limit + 1, limit: limit))])
    }

    @Test(arguments: ["", "\n", "текст", "# Заголовок\n---\n", " ---\nid: kb-1\n---\n", "----\n", "\u{FEFF}"])
    func `a file that does not begin with three hyphens has no front matter`(_ text: String) throws {
        #expect(try problems(Array(text.utf8)) == [problem(1, .missingFrontMatter)])
    }

    @Test(arguments: ["---", "---\nid: kb-1\n", "---\nid: kb-1\n ---\n", "---\n--- x\n"])
    func `front matter without a second line of hyphens is unclosed`(_ text: String) throws {
        #expect(try problems(Array(text.utf8)) == [problem(1, .unclosedFrontMatter)])
    }

    @Test func `front matter that is a list is not accepted`() throws {
        let expected = problem(2, .invalidYAML(reason: "not a mapping of names to values"))
        #expect(try problems(Array("---\n- а\n---\nб".utf8)) == [expected])
    }

    @Test func `deep nesting in front matter is an error and no crash`() throws {
        for mark in ["- ", "[", "{a: ", "? "] {
            let yaml = "---\nid: \n  " + String(repeating: mark, count: 50_000) + "\n---\nтекст"
            let kinds = try problems(Array(yaml.utf8)).map(\.kind)
            #expect(kinds.count == 1)
            guard case .invalidYAML = kinds.first else {
                Issue.record("\(mark): \(kinds)")
                continue
            }
        }
    }

    @Test(arguments: ["", "\n \n", "## Только заголовок\n\n### Ещё\n", "<!-- ничего -->\n", "***\n"])
    func `a body without text is an error`(_ body: String) throws {
        #expect(try problems(Array(Fixtures.file(body: body).utf8)) == [problem(14, .emptyBody)])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `an open code fence is named with its line`(_ lineEnd: String) throws {
        let file = Fixtures.file(body: "а\n\n```\nб\n~~~\n")
        let ended = file.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
        #expect(try problems(Array(ended.utf8)) == [problem(17, .unclosedCodeFence)])
    }

    @Test func `every truncation of a file gives an article or a problem`() throws {
        let bytes = Array(Fixtures.file(body: "**а** [б](kb-0101) &nbsp;\n\n```\nв\n```\n\n| а |\n|---|\n| б |").utf8)
        let today = try #require(Fixtures.today)
        for count in 0..<bytes.count {
            let base = ArticleCollection.make(files: [("a.md", Array(bytes[..<count]))], today: today)
            #expect(base.articles.count + base.problems.count(where: { $0.severity == .error }) > 0, "\(count) bytes")
        }
    }

    @Test func `every flipped byte gives an article or a problem`() throws {
        let bytes = Array(Fixtures.file(body: "**а** [б](kb-0101) &nbsp;\n\n```\nв\n```").utf8)
        let today = try #require(Fixtures.today)
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 0xFF
            let base = ArticleCollection.make(files: [("a.md", flipped)], today: today)
            #expect(base.problems.contains { $0.severity == .error }, "byte \(index)")
        }
    }
}
