import Foundation
import KnowledgeBase
import ReplySuggestion
import Retrieval
import SearchIndex
import Synchronization
import Testing
import WebService

@Suite struct LiveKnowledgeTests {
    private final class Box: Sendable {
        let knowledge = Mutex<LiveKnowledge?>(nil)
        let seenWhileOpening = Mutex<[UInt64]>([])
    }

    private func articles(_ bodies: [String]) throws -> [Article] {
        let files = bodies.enumerated().map { index, body in
            let (path, text) = TestService.article("kb-\(index + 1)", "Статья \(index + 1)", body: body)
            return (path: path, bytes: Array(text.utf8))
        }
        let today = try #require(CalendarDate(iso8601: "2026-11-22"))
        return ArticleCollection.make(files: files, today: today).articles
    }

    @Test func `while a new generation is opened the others go on with the old one`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("sufler-live-\(UUID().uuidString)")
            .path
        defer { do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) } }
        let directory = IndexDirectory(path: path)
        var updater = try KnowledgeUpdater(directory: directory)
        var bodies = (0..<5).map { "Текст номер \($0).\n" }
        _ = try updater.update(to: articles(bodies))
        let box = Box()
        let source = LiveKnowledge.Source(
            currentNumber: { try directory.currentGeneration() },
            open: { open in
                // Another request that comes just now.
                if let other = box.knowledge.withLock({ $0 }) {
                    box.seenWhileOpening.withLock { $0.append(other.current().searcher.generation) }
                }
                let searcher =
                    try open?.searcher.reopened(from: directory) ?? KnowledgeSearcher(directory: directory)
                return LiveKnowledge.Generation(searcher: searcher, suggester: ReplySuggester(searcher: searcher))
            })
        let knowledge = try LiveKnowledge(source: source, checkInterval: .zero)
        box.knowledge.withLock { $0 = knowledge }
        let first = knowledge.current()
        #expect(first.searcher.generation == 1 && box.seenWhileOpening.withLock { $0 }.isEmpty)
        bodies[2] = "Теперь про яхонты.\n"
        _ = try updater.update(to: articles(bodies))
        let second = knowledge.current()
        #expect(box.seenWhileOpening.withLock { $0 } == [1])
        #expect(second.searcher.generation == 2 && knowledge.current().searcher.generation == 2)
        let today = try #require(CalendarDate(iso8601: "2026-11-22"))
        let request = SearchRequest(text: "яхонты", today: today)
        #expect(try second.searcher.rankArticles(request).map(\.id) == ["kb-3"])
        #expect(try first.searcher.rankArticles(request).isEmpty)
        box.knowledge.withLock { $0 = nil }
    }

    @Test func `a generation that cannot be opened is told and leaves the old one`() throws {
        struct Refusal: Error {}
        final class Count: Sendable { let value = Mutex(0) }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("sufler-live-\(UUID().uuidString)")
            .path
        defer { do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) } }
        let directory = IndexDirectory(path: path)
        var updater = try KnowledgeUpdater(directory: directory)
        _ = try updater.update(to: articles(["Раз.\n"]))
        let failures = Count()
        let source = LiveKnowledge.Source(
            currentNumber: { 2 },
            open: { open in
                guard open == nil else { throw Refusal() }
                let searcher = try KnowledgeSearcher(directory: directory)
                return LiveKnowledge.Generation(searcher: searcher, suggester: ReplySuggester(searcher: searcher))
            })
        let knowledge = try LiveKnowledge(source: source, checkInterval: .zero) { error in
            if error is Refusal { failures.value.withLock { $0 += 1 } }
        }
        for count in 1...2 {
            #expect(knowledge.current().searcher.generation == 1)
            #expect(failures.value.withLock { $0 } == count)
        }
    }
}
