import KnowledgeBase
import SearchIndex
import TestSupport
import Testing

@testable import Retrieval

@Suite struct ArticleTableTests {
    private func segment(_ entries: [ArticleEntry]) throws -> SegmentArticles {
        var writer = SegmentArticlesWriter()
        entries.forEach { writer.add($0) }
        let documents = entries.reduce(0) { $0 + $1.passageCount }
        return try SegmentArticles(decoding: writer.encoded(), documentCount: documents, file: "userdata")
    }

    @Test func `rows and documents run through the segments`() throws {
        let table = ArticleTable(
            [
                try segment([ArticleEntry(id: "a", passageCount: 3), ArticleEntry(id: "b")]),
                try segment([ArticleEntry(id: "c", passageCount: 2)]),
                try segment([ArticleEntry(id: "d"), ArticleEntry(id: "a")]),
            ], isDeleted: [nil, nil, nil])
        #expect(table.articleCount == 5)
        #expect(Array(table.rows) == [0, 1, 2, 3, 4])
        #expect(table.rows.map { table.documents(of: $0) } == [0..<3, 3..<4, 4..<6, 6..<7, 7..<8])
        #expect((0..<8).map { table.row(of: DocID(UInt32($0))) } == [0, 0, 0, 1, 2, 2, 3, 4])
        #expect(table.rows.map { table.id(of: $0) } == ["a", "b", "c", "d", "a"])
        #expect(["a", "b", "c", "d", "e", ""].map { table.row(of: $0) } == [0, 1, 2, 3, nil, nil])
    }

    @Test func `an article without passages vanishes, one with some stays`() throws {
        let first = try segment([ArticleEntry(id: "a", passageCount: 2), ArticleEntry(id: "b", passageCount: 2)])
        let second = try segment([ArticleEntry(id: "a", supersedes: "b")])
        let table = ArticleTable([first, second], isDeleted: [{ [0, 1, 2].contains($0) }, nil])
        #expect(table.articleCount == 2)
        #expect(Array(table.rows) == [1, 2])
        #expect(table.row(of: "a") == 2)
        #expect(table.replacement(of: 1) == 2)
    }

    @Test func `a deleted article replaces none`() throws {
        let tables = [
            try segment([ArticleEntry(id: "a")]),
            try segment([ArticleEntry(id: "b", validFrom: 20_260_301, supersedes: "a")]),
        ]
        let day = try #require(CalendarDate(iso8601: "2026-03-01"))
        let replaced = ArticleTable(tables, isDeleted: [nil, nil])
        #expect(replaced.replacement(of: 0) == 1)
        #expect(!replaced.isCurrent(0, on: day))
        let kept = ArticleTable(tables, isDeleted: [nil, { _ in true }])
        #expect(kept.replacement(of: 0) == nil)
        #expect(kept.isCurrent(0, on: day))
    }

    /// The twin is `ArticleCollection`, which holds parsed articles against each other.
    @Test func `replacements and terms are those of the knowledge base`() throws {
        var random = SeededGenerator(seed: 31)
        for round in 0..<60 {
            let count = Int.random(in: 1...12, using: &random)
            let texts = (1...count).map { id in
                ArticleText(
                    id: id, questions: ["Как?", "Где?"],
                    validFrom: "2026-0\(Int.random(in: 1...4, using: &random))-01",
                    validTo: Bool.random(using: &random) ? "null" : "2026-0\(Int.random(in: 4...6, using: &random))-15",
                    supersedes: Int.random(in: 0...2, using: &random) == 0
                        ? nil : Int.random(in: 1...count + 1, using: &random))
            }
            let today = try #require(CalendarDate(iso8601: "2026-04-10"))
            let articles = ArticleCollection.make(files: texts.map(\.file), today: today).articles
            // Any distribution over segments and any order says the same.
            var shuffled = articles.shuffled(using: &random)[...]
            var tables: [SegmentArticles] = []
            while !shuffled.isEmpty {
                let part = shuffled.prefix(Int.random(in: 1...5, using: &random))
                tables.append(try segment(part.map(ArticleEntry.init)))
                shuffled = shuffled.dropFirst(part.count)
            }
            let table = ArticleTable(tables, isDeleted: tables.map { _ in nil })
            for article in articles {
                let row = try #require(table.row(of: article.id.rawValue))
                let replacement = table.replacement(of: row).map(table.id)
                #expect(
                    replacement == article.replacement?.articleID.rawValue, "seed 31, round \(round), \(article.id)")
                for day in ["2026-01-15", "2026-03-31", "2026-04-10", "2026-04-16", "2026-12-01"].compactMap(
                    CalendarDate.init(iso8601:))
                {
                    #expect(
                        table.isCurrent(row, on: day) == (article.validity(on: day) == .current),
                        "seed 31, round \(round), \(article.id) on \(day)")
                }
            }
        }
    }
}
