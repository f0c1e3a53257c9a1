import Foundation
import KnowledgeBase
import ReplyPolicy
import ReplySuggestion
import Retrieval
import SearchIndex
import Testing

/// A knowledge base of files in memory, its index in a temporary folder that is there as long as the value.
final class SmallBase: Sendable {
    let collection: ArticleCollection
    let suggester: ReplySuggester
    let today: CalendarDate
    private let path: String

    init(_ collection: ArticleCollection, today: CalendarDate) throws {
        self.collection = collection
        self.today = today
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ReplySuggestionTests-\(UUID())")
        path = folder.path
        let directory = IndexDirectory(path: path)
        var indexer = try KnowledgeIndexer()
        for article in collection.articles { try indexer.add(article) }
        _ = try indexer.commit(to: directory)
        suggester = ReplySuggester(searcher: try KnowledgeSearcher(directory: directory))
    }

    /// A base of articles; every file has to be free of errors.
    convenience init(_ files: [String]) throws {
        let today = try Self.day("2026-11-22")
        let named = files.enumerated().map { (path: "\($0.offset).md", bytes: Array($0.element.utf8)) }
        let collection = ArticleCollection.make(files: named, today: today)
        try #require(collection.articles.count == files.count, "\(collection.problems)")
        try self.init(collection, today: today)
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            Issue.record(error)
        }
    }

    func suggest(_ message: String) throws -> Suggestion {
        try suggester.suggest(for: Conversation(message), today: today)
    }

    func draft(_ message: String) throws -> ReplyDraft {
        let suggestion = try suggest(message)
        guard case .draft(let draft) = suggestion.outcome else {
            throw NoDraft(outcome: suggestion.outcome)
        }
        return draft
    }

    struct NoDraft: Error {
        let outcome: Suggestion.Outcome
    }

    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso8601: text)) }

    /// A file with the fields that tests vary.
    static func file(
        _ id: String, _ title: String, audience: String = "public", validTo: String = "null", question: String = "что?",
        body: String
    ) -> String {
        """
        ---
        id: \(id)
        title: \(title)
        section: Раздел
        audience: \(audience)
        tags: [слово]
        questions: ["\(question)"]
        valid_from: 2026-01-01
        valid_to: \(validTo)
        supersedes: null
        owner: Отдел
        updated: 2026-01-01
        ---

        \(body)
        """
    }
}
