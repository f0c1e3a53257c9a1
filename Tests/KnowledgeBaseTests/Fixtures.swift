import KnowledgeBase
import Testing

/// Builds the files that the tests read.
enum Fixtures {
    static let today = CalendarDate(year: 2026, month: 11, day: 22)

    /// A file with every field in order; `fields` replaces lines by name, an empty line takes the field out.
    ///
    /// Lines: 1 `---`, 2 id, 3 title, 4 section, 5 audience, 6 tags, 7 questions, 8 valid_from, 9 valid_to,
    /// 10 supersedes, 11 owner, 12 updated, 13 `---`, 14 empty, 15 first line of the body.
    static func file(_ fields: [String: String] = [:], body: String = "Курьер привезёт заказ.\n") -> String {
        let defaults = [
            ("id", "id: kb-0101"), ("title", "title: Доставка"), ("section", "section: Доставка"),
            ("audience", "audience: public"), ("tags", "tags: [курьер]"), ("questions", "questions: [сколько, когда]"),
            ("valid_from", "valid_from: 2026-02-01"), ("valid_to", "valid_to: null"),
            ("supersedes", "supersedes: null"), ("owner", "owner: Отдел доставки"), ("updated", "updated: 2026-09-14"),
        ]
        let lines = defaults.map { fields[$0.0] ?? $0.1 }.filter { !$0.isEmpty }
        return "---\n" + lines.joined(separator: "\n") + "\n---\n\n" + body
    }

    /// The knowledge base of some files, `a.md`, `b.md` and so on in order.
    static func base(_ files: String...) throws -> ArticleCollection {
        let names = "abcdefghij".map { "\($0).md" }
        return ArticleCollection.make(files: zip(names, files).map { ($0, Array($1.utf8)) }, today: try #require(today))
    }

    /// The one article of a file with the body.
    static func article(body: String) throws -> Article {
        let base = try base(file(body: body))
        #expect(base.problems.filter { $0.severity == .error } == [])
        return try #require(base.articles.first)
    }

    static func id(_ text: String) throws -> ArticleID { try #require(ArticleID(rawValue: text)) }

    static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso8601: text)) }
}
