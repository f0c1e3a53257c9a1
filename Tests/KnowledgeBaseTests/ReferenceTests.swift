import KnowledgeBase
import Testing

@Suite struct ReferenceTests {
    private func problem(_ path: String, _ line: Int, _ kind: KnowledgeProblem.Kind) -> KnowledgeProblem {
        KnowledgeProblem(path: path, line: line, kind: kind)
    }

    @Test func `of two articles with one identifier the first in path order stays`() throws {
        let file = Fixtures.file()
        let today = try #require(Fixtures.today)
        let files = ["z.md", "b/a.md", "b/c.md"].map { ($0, Array(file.utf8)) }
        let base = ArticleCollection.make(files: files, today: today)
        let kind = KnowledgeProblem.Kind.duplicateID(id: try Fixtures.id("kb-0101"), firstPath: "b/a.md")
        #expect(base.articles.map(\.path) == ["b/a.md"])
        #expect(base.problems == [problem("b/c.md", 2, kind), problem("z.md", 2, kind)])
        #expect(ArticleCollection.make(files: files.reversed(), today: today) == base)
    }

    @Test func `a broken article does not take the identifier from a sound one`() throws {
        let base = try Fixtures.base(Fixtures.file(["owner": ""]), Fixtures.file())
        #expect(base.articles.map(\.path) == ["b.md"])
        #expect(base.problems == [problem("a.md", 1, .missingField(name: "owner"))])
    }

    @Test func `links that lead to no article are named with their lines`() throws {
        let body = """
            [есть](kb-0102) [есть](kb-0102#раздел) [сама](kb-0101)
            [нет](kb-0999)
            - [файл](0102-x.md)
            - [опечатка](kb0102) [сайт](https://a.example/kb-1) [почта](mailto:a@b.example) [якорь](#x)

            | [таблица](../b/c.md#x) |
            |---|
            """
        let base = try Fixtures.base(Fixtures.file(body: body), Fixtures.file(["id": "id: kb-0102"]))
        let expected = [(16, "kb-0999"), (17, "0102-x.md"), (18, "kb0102"), (20, "../b/c.md#x")]
        #expect(base.problems == expected.map { problem("a.md", $0.0, .brokenLink(target: $0.1)) })
        #expect(base.articles.count == 2)
        #expect(base.problems[1].remedy.contains("[текст](kb-0301)"))
        #expect(base.problems[3].remedy.contains("вместо имени файла"))
    }

    @Test func `a superseded article must exist`() throws {
        let base = try Fixtures.base(Fixtures.file(["supersedes": "supersedes: kb-0999"]))
        #expect(base.problems == [problem("a.md", 10, .unknownSupersedes(id: try Fixtures.id("kb-0999")))])
        #expect(base.articles.count == 1)
    }

    @Test func `articles that supersede each other stay in force and are named`() throws {
        let files = [("1", "2"), ("2", "3"), ("3", "1"), ("4", "1")].map { id, old in
            Fixtures.file(["id": "id: kb-\(id)", "supersedes": "supersedes: kb-\(old)"])
        }
        let base = try Fixtures.base(files[0], files[1], files[2], files[3])
        let ids = try ["kb-1", "kb-2", "kb-3"].map(Fixtures.id)
        let cycles = base.problems.filter { if case .supersedesCycle = $0.kind { true } else { false } }
        #expect(
            cycles == [
                problem("a.md", 10, .supersedesCycle(ids: ids)),
                problem("b.md", 10, .supersedesCycle(ids: [ids[1], ids[2], ids[0]])),
                problem("c.md", 10, .supersedesCycle(ids: [ids[2], ids[0], ids[1]])),
            ])
        #expect(base.article(ids[1])?.validity(on: try #require(Fixtures.today)) == .current)
        #expect(base.article(ids[0])?.replacement?.articleID == (try Fixtures.id("kb-4")))
    }

    @Test func `an expired article is named at the line that ended it`() throws {
        let old = Fixtures.file(["valid_to": "valid_to: 2026-05-31"])
        let new = Fixtures.file(["id": "id: kb-0102", "supersedes": "supersedes: kb-0101"])
        let byTerm = try Fixtures.base(old)
        #expect(
            byTerm.problems == [problem("a.md", 9, .expired(since: try Fixtures.date("2026-06-01"), replacedBy: nil))])
        #expect(byTerm.articles.count == 1)
        let byReplacement = try Fixtures.base(Fixtures.file(), new)
        let kind = KnowledgeProblem.Kind.expired(
            since: try Fixtures.date("2026-02-01"), replacedBy: try Fixtures.id("kb-0102"))
        #expect(byReplacement.problems == [problem("a.md", 2, kind)])
    }

    @Test func `an article is found by its identifier`() throws {
        let files = ["kb-3", "kb-1", "kb-2"].map { Fixtures.file(["id": "id: \($0)"]) }
        let base = try Fixtures.base(files[0], files[1], files[2])
        #expect(base.articles.map(\.id.rawValue) == ["kb-1", "kb-2", "kb-3"])
        for id in ["kb-1", "kb-2", "kb-3"] { #expect(base.article(try Fixtures.id(id))?.id.rawValue == id) }
        for id in ["kb-0", "kb-11", "kb-4"] { #expect(base.article(try Fixtures.id(id)) == nil) }
    }
}
