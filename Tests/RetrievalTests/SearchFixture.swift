import Foundation
import KnowledgeBase
import Retrieval
import SearchIndex
import TestSupport
import Testing

/// The fields of an article file that tests vary.
struct ArticleText {
    var id = 1
    var title = "Статья"
    var questions: [String] = []
    var audience = "public"
    var validFrom = "2026-01-01"
    var validTo = "null"
    var supersedes: Int?
    var body = "Текст.\n"

    static func id(_ number: Int) -> String {
        "kb-" + String(repeating: "0", count: 4 - String(number).count) + String(number)
    }

    var file: (path: String, bytes: [UInt8]) {
        let listed = questions.map { "\"\($0)\"" }.joined(separator: ", ")
        let text = """
            ---
            id: \(Self.id(id))
            title: \(title)
            section: Раздел
            audience: \(audience)
            tags: []
            questions: [\(listed)]
            valid_from: \(validFrom)
            valid_to: \(validTo)
            supersedes: \(supersedes.map(Self.id) ?? "null")
            owner: Отдел
            updated: 2026-01-01
            ---

            \(body)
            """
        return ("\(Self.id(id)).md", Array(text.utf8))
    }
}

/// A knowledge base indexed into a folder of its own, which is removed with the value.
final class SearchFixture: Sendable {
    /// Absent where the index was removed as soon as it was open.
    let folder: TemporaryFolder?
    let today: CalendarDate
    let articles: [Article]
    let searcher: KnowledgeSearcher

    init(
        articles: [Article], today: CalendarDate, keepsFolder: Bool = true, synonyms: Synonyms = Synonyms()
    ) throws {
        let folder = try TemporaryFolder()
        self.today = today
        self.articles = articles
        try Self.index(articles, into: folder.path)
        searcher = try KnowledgeSearcher(directory: IndexDirectory(path: folder.path), synonyms: synonyms)
        self.folder = keepsFolder ? folder : nil
    }

    convenience init(
        _ texts: [ArticleText], today iso: String = "2026-11-22", synonyms: Synonyms = Synonyms()
    ) throws {
        let today = try #require(CalendarDate(iso8601: iso))
        let collection = ArticleCollection.make(files: texts.map(\.file), today: today)
        #expect(collection.problems.filter { $0.severity == .error } == [])
        try self.init(articles: collection.articles, today: today, synonyms: synonyms)
    }

    /// The project's own articles, indexed once for all tests: what they share is immutable and leaves nothing on the disk.
    static func project() throws -> SearchFixture { try shared.get() }

    private static let shared = Result { try makeProject() }

    private static func makeProject() throws -> SearchFixture {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let knowledge = root.deletingLastPathComponent().appendingPathComponent("knowledge").path
        let today = try #require(CalendarDate(iso8601: "2026-11-22"))
        let articles = try ArticleCollection.read(directory: knowledge, today: today).articles
        return try SearchFixture(articles: articles, today: today, keepsFolder: false)
    }

    static func index(_ articles: [Article], into path: String) throws {
        var indexer = try KnowledgeIndexer()
        for article in articles { try indexer.add(article) }
        _ = try indexer.commit(to: IndexDirectory(path: path))
    }

    func request(_ text: String, limit: Int = 10, scope: SearchRequest.Scope = .operators) -> SearchRequest {
        SearchRequest(text: text, limit: limit, scope: scope, today: today)
    }

    func hits(_ text: String, limit: Int = 10, scope: SearchRequest.Scope = .operators) throws -> [SearchHit] {
        try searcher.search(request(text, limit: limit, scope: scope)).hits
    }

    func ids(_ text: String, limit: Int = 10, scope: SearchRequest.Scope = .operators) throws -> [String] {
        try hits(text, limit: limit, scope: scope).map(\.article.id)
    }
}

/// The bytes of a text at half-open offsets; `nil` when they are no valid UTF-8, as after a cut through a character.
func utf8Text(_ text: String, _ range: Range<Int>) -> String? {
    guard range.lowerBound >= 0, range.upperBound <= text.utf8.count else { return nil }
    return String(validating: Array(text.utf8)[range], as: UTF8.self)
}
