import KnowledgeBase
import Testing

@Suite struct ProblemTests {
    /// A change of one field of `Fixtures.file`, and the problem that it makes.
    struct Case: Sendable, CustomTestStringConvertible {
        let field: String
        let line: String
        let number: Int
        let kind: KnowledgeProblem.Kind

        init(_ field: String, _ line: String, at number: Int, _ kind: KnowledgeProblem.Kind) {
            self.field = field
            self.line = line
            self.number = number
            self.kind = kind
        }

        var testDescription: String { line.isEmpty ? "no \(field)" : line }
    }

    private static let list = "список непустых строк"

    private static let errors: [Case] = [
        Case("id", "", at: 1, .missingField(name: "id")), Case("title", "title:", at: 3, .missingField(name: "title")),
        Case("title", "title: \" \"", at: 3, .missingField(name: "title")),
        Case("section", "section: ~", at: 4, .missingField(name: "section")),
        Case("audience", "", at: 1, .missingField(name: "audience")),
        Case("valid_from", "valid_from: null", at: 8, .missingField(name: "valid_from")),
        Case("owner", "", at: 1, .missingField(name: "owner")),
        Case("updated", "", at: 1, .missingField(name: "updated")),
        Case("id", "id: KB 1", at: 2, .invalidID(value: "KB 1")),
        Case("title", "title: [а]", at: 3, .invalidField(name: "title", value: "[…]", expected: "одна строка")),
        Case(
            "audience", "audience: Public", at: 5,
            .invalidField(name: "audience", value: "Public", expected: "public или internal")),
        Case("tags", "tags: курьер", at: 6, .invalidField(name: "tags", value: "курьер", expected: list)),
        Case(
            "questions", "questions:\n  - да\n  - \"\"", at: 9,
            .invalidField(name: "questions", value: "", expected: list)),
        Case("questions", "questions: {а: б}", at: 7, .invalidField(name: "questions", value: "{…}", expected: list)),
        Case(
            "supersedes", "supersedes: старая", at: 10,
            .invalidField(
                name: "supersedes", value: "старая", expected: "идентификатор статьи, например kb-0301, или null")),
        Case("valid_from", "valid_from: 2026-02-30", at: 8, .invalidDate(field: "valid_from", value: "2026-02-30")),
        Case("valid_to", "valid_to: скоро", at: 9, .invalidDate(field: "valid_to", value: "скоро")),
        Case("updated", "updated: 2026-9-1", at: 12, .invalidDate(field: "updated", value: "2026-9-1")),
        Case(
            "title", "title: Доставка: цена", at: 3,
            .invalidYAML(reason: "mapping values are not allowed in this context")),
        Case("title", "title: \"Доставка", at: 3, .invalidYAML(reason: "found unexpected end of stream")),
        Case("owner", "owner: А\nowner: Б", at: 12, .invalidYAML(reason: "duplicate field owner")),
        Case("owner", "owner: \u{1}", at: 11, .invalidYAML(reason: "control characters are not allowed")),
        Case("title", "title: *gone", at: 3, .invalidYAML(reason: "found undefined alias")),
        Case(
            "title", "title: &а [*а, *а, *а, *а, *а, *а, *а, *а, *а, *а, *а, *а, *а, *а, *а, *а, *а]", at: 2,
            .invalidYAML(reason: "too many aliases")),
    ]

    @Test(arguments: errors)
    func `a wrong field keeps the article out and is named with its line`(_ given: Case) throws {
        let base = try Fixtures.base(Fixtures.file([given.field: given.line]))
        let errors = base.problems.filter { $0.severity == .error }
        #expect(errors == [KnowledgeProblem(path: "a.md", line: given.number, kind: given.kind)])
        #expect(base.articles.isEmpty)
    }

    @Test func `a term that ends before it begins is an error`() throws {
        let base = try Fixtures.base(Fixtures.file(["valid_to": "valid_to: 2026-01-31"]))
        let from = try Fixtures.date("2026-02-01")
        let to = try Fixtures.date("2026-01-31")
        let kind = KnowledgeProblem.Kind.validToBeforeValidFrom(validFrom: from, validTo: to)
        #expect(base.problems == [KnowledgeProblem(path: "a.md", line: 9, kind: kind)])
        #expect(try Fixtures.base(Fixtures.file(["valid_to": "valid_to: 2026-02-01"])).articles.count == 1)
    }

    private static let warnings: [Case] = [
        Case("questions", "questions: []", at: 7, .emptyQuestions), Case("questions", "", at: 1, .emptyQuestions),
        Case("questions", "questions: [а]", at: 7, .questionCount(found: 1, recommended: 2...6)),
        Case("questions", "questions: [а, б, в, г, д, е, ё]", at: 7, .questionCount(found: 7, recommended: 2...6)),
        Case("owner", "owner: А\nauthor: Б", at: 12, .unknownField(name: "author")),
        Case("supersedes", "supersedes: kb-0101", at: 10, .selfSupersedes),
    ]

    @Test(arguments: warnings)
    func `a doubtful field is named and the article kept`(_ given: Case) throws {
        let base = try Fixtures.base(Fixtures.file([given.field: given.line]))
        #expect(base.problems == [KnowledgeProblem(path: "a.md", line: given.number, kind: given.kind)])
        #expect(base.problems.first?.severity == .warning)
        #expect(base.articles.count == 1)
    }

    @Test(arguments: ["null", "~", "", "Null"])
    func `an optional field may be null or empty`(_ value: String) throws {
        let file = Fixtures.file([
            "valid_to": "valid_to: \(value)", "supersedes": "supersedes: \(value)", "tags": "tags:",
        ])
        let base = try Fixtures.base(file)
        #expect(base.problems.isEmpty)
        #expect(base.articles.first?.tags == [])
    }

    @Test func `fields are read as they are written`() throws {
        let questions = "questions:\n  - \"сколько: стоит?\"\n  - 'когда #1'"
        let file = Fixtures.file(["title": "title: \"Доставка: цена\"   # примечание", "questions": questions])
        let article = try #require(try Fixtures.base(file).articles.first)
        #expect(article.title == "Доставка: цена")
        #expect(article.questions == ["сколько: стоит?", "когда #1"])
        #expect(article.tags == ["курьер"])
        #expect(article.audience == .public)
        #expect(article.updated.description == "2026-09-14")
        #expect(article.owner == "Отдел доставки" && article.section == "Доставка" && article.path == "a.md")
        #expect(article.source == file)
    }
}
