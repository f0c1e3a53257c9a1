import KnowledgeBase
import Testing

@Suite struct ArticleIDTests {
    @Test(arguments: ["kb-1", "kb-0301", "a-12345678", "support-00"])
    func `a well formed identifier keeps its spelling`(_ text: String) throws {
        #expect(try #require(ArticleID(rawValue: text)).description == text)
    }

    @Test(arguments: [
        "", "-", "kb", "kb-", "-1", "KB-1", "kb-123456789", "kb-1a", "kb1-1", "kb--1", " kb-1", "kb-1 ", "kb-1\n",
        "кб-1", "kb-١", "kb_1",
    ])
    func `anything else is no identifier`(_ text: String) { #expect(ArticleID(rawValue: text) == nil) }

    @Test func `the order is that of the spelling`() throws {
        let ids = try ["kb-2", "kb-10", "a-9"].map(Fixtures.id)
        #expect(ids.sorted().map(\.rawValue) == ["a-9", "kb-10", "kb-2"])
    }
}

@Suite struct CalendarDateTests {
    @Test(arguments: ["2026-02-28", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-11-30"])
    func `a real day keeps its spelling`(_ text: String) throws {
        #expect(try #require(CalendarDate(iso8601: text)).description == text)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "2026-1-01",
        "26-01-01", "2026-01-01T00:00", "2026/01/01", "2026-01-0١", "+026-01-01", "", "2026-01-011",
    ])
    func `anything else is no day`(_ text: String) { #expect(CalendarDate(iso8601: text) == nil) }

    @Test(arguments: [
        ("2026-01-31", "2026-02-01"), ("2024-02-28", "2024-02-29"), ("2026-02-28", "2026-03-01"),
        ("2026-12-31", "2027-01-01"), ("9999-12-31", "9999-12-31"),
    ])
    func `the day after crosses months and years`(_ day: String, _ next: String) throws {
        #expect(try Fixtures.date(day).dayAfter == Fixtures.date(next))
    }

    @Test func `days are ordered by year, month and day`() throws {
        let texts = ["2025-12-31", "2026-01-02", "2026-01-10", "2026-02-01"]
        #expect(try texts.reversed().map(Fixtures.date).sorted().map(\.description) == texts)
    }
}

@Suite struct ValidityTests {
    @Test(arguments: [
        ("2026-01-31", "notYet"), ("2026-02-01", "current"), ("2026-03-31", "current"), ("2026-04-01", "expired"),
    ])
    func `both ends of the term are days in force`(_ day: String, _ expected: String) throws {
        let file = Fixtures.file(["valid_to": "valid_to: 2026-03-31"])
        let article = try #require(try Fixtures.base(file).articles.first)
        let states: [String: Validity] = [
            "notYet": .notYetValid(from: try Fixtures.date("2026-02-01")), "current": .current,
            "expired": .expired(since: try Fixtures.date("2026-04-01"), replacedBy: nil),
        ]
        #expect(article.validity(on: try Fixtures.date(day)) == states[expected])
    }

    @Test(arguments: [
        ("null", "2026-05-31", "current"), ("null", "2026-06-01", "2026-06-01"),
        ("2026-04-30", "2026-05-15", "2026-05-01"), ("2026-12-31", "2026-06-02", "2026-06-01"),
    ])
    func `a replacement ends the term on its first day`(_ validTo: String, _ day: String, _ since: String) throws {
        let old = Fixtures.file(["valid_to": "valid_to: \(validTo)"])
        let new = Fixtures.file([
            "id": "id: kb-0102", "valid_from": "valid_from: 2026-06-01", "supersedes": "supersedes: kb-0101",
        ])
        let base = try Fixtures.base(old, new)
        let article = try #require(base.article(try Fixtures.id("kb-0101")))
        let newID = try Fixtures.id("kb-0102")
        let expected = CalendarDate(iso8601: since).map { Validity.expired(since: $0, replacedBy: newID) }
        #expect(article.validity(on: try Fixtures.date(day)) == expected ?? .current)
        #expect(base.article(newID)?.supersedes == article.id)
    }
}
