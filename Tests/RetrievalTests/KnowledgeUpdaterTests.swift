import KnowledgeBase
import MappedStorage
import TestSupport
import Testing

@testable import Retrieval
@testable import SearchIndex

@Suite struct KnowledgeUpdaterTests {
    private static let words = [
        "возврат", "обувь", "доставка", "курьер", "почта", "размер", "деньги", "карта", "баллы", "заказ", "адрес",
        "чек",
        "гарантия", "ремонт", "кроссовки", "платье", "отзыв", "промокод", "скидка", "пункт", "выдача", "телефон",
    ]

    /// A knowledge base that edits change by chance.
    private struct EditedBase {
        var texts: [Int: ArticleText] = [:]
        private var random: SeededGenerator
        private var lastID = 0
        let today: CalendarDate

        init(seed: UInt64, count: Int) throws {
            random = SeededGenerator(seed: seed)
            today = try #require(CalendarDate(iso8601: "2026-11-22"))
            for _ in 0..<count { add() }
        }

        var articles: [Article] {
            ArticleCollection.make(files: texts.values.map(\.file), today: today).articles
        }

        mutating func add() {
            lastID += 1
            texts[lastID] = text(lastID)
        }

        mutating func change() {
            guard let id = texts.keys.sorted().randomElement(using: &random) else { return }
            texts[id] = text(id)
        }

        mutating func remove() {
            guard let id = texts.keys.sorted().randomElement(using: &random) else { return }
            texts[id] = nil
        }

        mutating func sentence(_ count: Int) -> String {
            (0..<count).map { _ in KnowledgeUpdaterTests.words.randomElement(using: &random) ?? "" }.joined(
                separator: " ")
        }

        private mutating func text(_ id: Int) -> ArticleText {
            let chapters = Int.random(in: 1...4, using: &random)
            return ArticleText(
                id: id, title: sentence(3), questions: [sentence(4), sentence(5)],
                audience: Int.random(in: 0...5, using: &random) == 0 ? "internal" : "public",
                supersedes: Int.random(in: 0...8, using: &random) == 0
                    ? Int.random(in: 1...lastID, using: &random) : nil,
                body: (0..<chapters).map { _ in
                    "## \(sentence(2))\n\n\(sentence(Int.random(in: 3...40, using: &random))).\n"
                }
                .joined(separator: "\n"))
        }
    }

    /// Merges whatever lies together, so that nothing deleted is left behind.
    private func eagerDirectory(_ folder: TemporaryFolder) -> IndexDirectory {
        IndexDirectory(path: folder.path, operations: .system, mergePolicy: MergePolicy(mergeFactor: 2))
    }

    /// An index of the articles in another order, with the average lengths of the index of `base`.
    private func freshIndex(
        of articles: [Article], pivotsOf base: [Article], in folder: TemporaryFolder
    ) throws -> KnowledgeSearcher {
        let directory = IndexDirectory(path: folder.path)
        try SearchFixture.index(base, into: folder.path)
        let snapshot = try directory.openSnapshot()
        var indexer = try KnowledgeIndexer()
        for article in articles.reversed() { try indexer.add(article) }
        let all = (0..<snapshot.documentCount).map { DocID(UInt32($0)) }
        let updated = try indexer.update(snapshot, deleting: all, in: directory)
        #expect(updated.segments.count == 1 && updated.manifest.pivots == snapshot.manifest.pivots)
        return try KnowledgeSearcher(snapshot: updated, stages: .first)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `after random edits and merging the index ranks as a fresh one of the same pivots`(seed: UInt64) throws {
        var base = try EditedBase(seed: seed, count: 40)
        let first = base.articles
        let folder = try TemporaryFolder()
        let directory = eagerDirectory(folder)
        var updater = try KnowledgeUpdater(directory: directory)
        #expect(try updater.update(to: first).kind == .rebuilt)
        for step in 0..<8 {
            for _ in 0..<3 { base.change() }
            if step.isMultiple(of: 2) { base.remove() }
            base.add()
            let update = try updater.update(to: base.articles)
            #expect(update.kind == .updated && update.articleCount == base.articles.count, "seed \(seed), step \(step)")
            #expect(try updater.mergeIfNeeded(after: update).generation > update.generation)
        }
        // The second stage looks at the first twenty passages: which of equal ones these are depends on the order of documents.
        let updated = try KnowledgeSearcher(directory: directory, stages: .first)
        #expect(updated.snapshot.segments.count == 1 && updated.snapshot.documentCount == updated.passageCount)
        let twinFolder = try TemporaryFolder()
        let fresh = try freshIndex(of: base.articles, pivotsOf: first, in: twinFolder)
        for round in 0..<40 {
            let scope: SearchRequest.Scope = [.customers, .operators, .everything][round % 3]
            let request = SearchRequest(text: base.sentence(1 + round % 6), limit: 100, scope: scope, today: base.today)
            try expectEqual(updated, fresh, request, "seed \(seed), «\(request.text)»")
        }
    }

    private func expectEqual(
        _ updated: KnowledgeSearcher, _ fresh: KnowledgeSearcher, _ request: SearchRequest, _ place: String
    ) throws {
        let found = try updated.rankArticles(request)
        let expected = try fresh.rankArticles(request)
        #expect(found.map(\.score) == expected.map(\.score), "\(place)")
        let byID: ((id: String, score: Float), (id: String, score: Float)) -> Bool = { $0.id < $1.id }
        #expect(found.sorted(by: byID).map(\.id) == expected.sorted(by: byID).map(\.id), "\(place)")
        #expect(found.sorted(by: byID).map(\.score) == expected.sorted(by: byID).map(\.score), "\(place)")
        for hit in found.prefix(3) {
            #expect(
                try updated.explain(request, articleID: hit.id) == fresh.explain(request, articleID: hit.id), "\(place)"
            )
        }
        let hits = try (updated.search(request).hits, fresh.search(request).hits)
        #expect(Set(hits.0.map { "\($0.article)" }) == Set(hits.1.map { "\($0.article)" }), "\(place)")
    }

    @Test func `before merging the same articles are found with the texts of now`() throws {
        var base = try EditedBase(seed: 9, count: 30)
        let folder = try TemporaryFolder()
        let directory = IndexDirectory(path: folder.path)
        var updater = try KnowledgeUpdater(directory: directory)
        _ = try updater.update(to: base.articles)
        var live = try KnowledgeSearcher(directory: directory)
        var old = base.articles
        for step in 0..<25 {
            base.change()
            base.remove()
            base.add()
            let articles = base.articles
            // The updater is told the last state, finds it out itself, or is a new one.
            if step % 3 == 0 { updater = try KnowledgeUpdater(directory: directory) }
            let update =
                try step.isMultiple(of: 2) ? updater.update(from: old, to: articles) : updater.update(to: articles)
            #expect(update.kind == .updated, "step \(step)")
            _ = try updater.mergeIfNeeded(after: update)
            old = articles
            live = try live.reopened(from: directory)
            let opened = try KnowledgeSearcher(directory: directory)
            #expect(live.articleCount == articles.count && opened.articleCount == articles.count, "step \(step)")
            for article in articles {
                #expect(try live.article(id: article.id.rawValue) == article, "step \(step), \(article.id)")
            }
            let request = SearchRequest(text: base.sentence(3), limit: 100, scope: .everything, today: base.today)
            #expect(try live.search(request) == opened.search(request), "step \(step)")
            let words = request.text.split(separator: " ").map(String.init)
            let expected = articles.filter { article in words.contains { article.source.contains($0) } }
            #expect(
                Set(try live.rankArticles(request).map(\.id)).isSuperset(of: expected.map(\.id.rawValue)),
                "step \(step)")
        }
    }

    @Test func `nothing is written when nothing changed`() throws {
        let base = try EditedBase(seed: 2, count: 10)
        let folder = try TemporaryFolder()
        let directory = IndexDirectory(path: folder.path)
        var updater = try KnowledgeUpdater(directory: directory)
        #expect(try updater.update(to: base.articles).generation == 1)
        let again = try updater.update(to: base.articles)
        #expect(again.kind == .unchanged && again.generation == 1 && again.articleCount == 10)
        var other = try KnowledgeUpdater(directory: directory)
        #expect(try other.update(to: base.articles.reversed()).kind == .unchanged)
    }

    @Test func `a renamed file is a changed article`() throws {
        var base = try EditedBase(seed: 3, count: 5)
        let today = base.today
        let folder = try TemporaryFolder()
        var updater = try KnowledgeUpdater(directory: IndexDirectory(path: folder.path))
        _ = try updater.update(to: base.articles)
        let files = base.texts.values.map(\.file).sorted { $0.path < $1.path }
        let renamed = files.dropLast() + [("z.md", files[4].bytes)]
        let update = try updater.update(to: ArticleCollection.make(files: Array(renamed), today: today).articles)
        #expect(update.kind == .updated && update.changedCount == 1 && update.addedCount == 0)
        base.add()
    }

    @Test func `an index of most other articles, of plain documents or of another version is built anew`() throws {
        var base = try EditedBase(seed: 4, count: 10)
        let folder = try TemporaryFolder()
        let directory = IndexDirectory(path: folder.path)
        var indexer = try KnowledgeIndexer()
        try indexer.add(PlainDocument(id: "1", title: "", text: "возврат"))
        _ = try indexer.commit(to: directory)
        var updater = try KnowledgeUpdater(directory: directory)
        #expect(try updater.update(to: base.articles).kind == .rebuilt)
        for _ in 0..<11 { base.add() }
        #expect(try updater.update(to: base.articles).kind == .rebuilt)
        var foreign = try IndexWriter(schema: try IndexSchema.product())
        try foreign.add(IndexDocument(fields: [[], [], [], [], []], stored: []))
        try directory.commit(foreign, userData: [1, 0, 0, 0])
        updater = try KnowledgeUpdater(directory: directory)
        #expect(try updater.update(to: base.articles).kind == .rebuilt)
        _ = try folder.write("current.sfl", [1, 2, 3])
        updater = try KnowledgeUpdater(directory: directory)
        #expect(try updater.update(to: base.articles).kind == .rebuilt)
        #expect(try KnowledgeSearcher(directory: directory).articleCount == 21)
    }

    @Test func `what another writer publishes is refused as a base and taken up on demand`() throws {
        var base = try EditedBase(seed: 5, count: 20)
        let folder = try TemporaryFolder()
        let directory = IndexDirectory(path: folder.path)
        var one = try KnowledgeUpdater(directory: directory)
        _ = try one.update(to: base.articles)
        var other = try KnowledgeUpdater(directory: directory)
        base.add()
        _ = try other.update(to: base.articles)
        base.add()
        #expect(throws: RetrievalError.index(.staleSnapshot(generation: 1, current: 2))) {
            try one.update(to: base.articles)
        }
        try one.reopen()
        let update = try one.update(to: base.articles)
        #expect(update.kind == .updated && update.addedCount == 1 && update.generation == 3)
    }

    @Test func `two states of a base are compared by identifier, path and text`() throws {
        var base = try EditedBase(seed: 6, count: 12)
        for step in 0..<50 {
            let old = base.articles
            if step.isMultiple(of: 2) { base.change() }
            if step.isMultiple(of: 3) { base.remove() }
            if step.isMultiple(of: 5) { base.add() }
            let new = base.articles
            let changes = ArticleChanges(from: old, to: new)
            let before = Dictionary(uniqueKeysWithValues: old.map { ($0.id, $0.source) })
            let after = Dictionary(uniqueKeysWithValues: new.map { ($0.id, $0.source) })
            #expect(changes.added.map(\.id) == new.map(\.id).filter { before[$0] == nil }, "step \(step)")
            #expect(changes.removed == old.map(\.id).filter { after[$0] == nil }.map(\.rawValue), "step \(step)")
            let edited = new.filter { article in before[article.id].map { $0 != article.source } ?? false }
            #expect(changes.changed.map(\.id) == edited.map(\.id), "step \(step)")
        }
    }
}
