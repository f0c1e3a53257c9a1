import EvaluationHarness
import KnowledgeBase
import MappedStorage
import Retrieval
import SearchIndex

/// Keeps the index equal to the folder of articles until it is told to stop.
///
/// Whatever goes wrong with a file, the folder or the disk is printed and tried again; the index stays as it was.
struct IndexWatch {
    private let path: String
    private let isStrict: Bool
    private let printsJSON: Bool
    private let today: () -> CalendarDate
    private var articles: IncrementalCollection
    /// The articles that the index holds, ascending by `id`; `nil` when that must be found out by comparing.
    private var indexed: [Article]?
    private var updater: KnowledgeUpdater
    private var notices: FolderNotices
    /// Whether the index lags behind because of something that may pass.
    private var isBehind = false
    private var lastError: String?

    /// Reads the folder; the index is not touched yet.
    init(
        path: String, directory: IndexDirectory, isStrict: Bool, printsJSON: Bool, today: @escaping () -> CalendarDate
    ) throws {
        self.path = path
        self.isStrict = isStrict
        self.printsJSON = printsJSON
        self.today = today
        notices = FolderNotices(root: path, stop: StopSignal())
        articles = try IncrementalCollection(directory: path, today: today())
        updater = try KnowledgeUpdater(directory: directory)
    }

    /// Brings the index up to date and begins to watch.
    ///
    /// - Throws: what `sufler index` ends with.
    mutating func start(rebuilding: Bool) throws {
        // Files that were edited before their folder was watched are found by looking again.
        while notices.watch(articles.folders) { _ = try articles.rescan(today: today()) }
        _ = articles.check([], today: today())
        let problems = articles.problems
        if !printsJSON { problems.forEach { Terminal.printError(RussianMessage.text(for: $0, in: path)) } }
        let errors = problems.count { $0.severity == .error }
        if isStrict, errors > 0 { throw CommandError.knowledgeHasErrors(count: errors, path: path) }
        let all = articles.articles
        guard !all.isEmpty else { throw CommandError.noArticles(path: path) }
        let clock = ContinuousClock()
        let start = clock.now
        let update = rebuilding ? try updater.rebuild(from: all) : try updater.update(to: all)
        indexed = all
        let seconds = (clock.now - start).microseconds / 1e6
        let merged = try updater.mergeIfNeeded(after: update)
        let result = IndexResult(merged, seconds: seconds, problems: problems, path: path)
        if printsJSON { try Terminal.printJSON(result, onOneLine: true) } else { Terminal.print(result.sentence) }
        if !printsJSON { Terminal.print("Слежу за папкой «\(path)» (остановить — Ctrl+C).") }
        if let failure = notices.failure { say("Проверяю папку раз в секунду. \(RussianMessage.text(for: failure))") }
    }

    /// Follows the folder until SIGINT or SIGTERM.
    mutating func run() throws {
        let clock = ContinuousClock()
        while let changes = notices.next(retries: isBehind) {
            let start = clock.now
            guard let changed = read(changes), !changed.isEmpty || isBehind else { continue }
            // The check of references over all articles can wait until the edit is searchable, unless it decides about it.
            var findings = isStrict ? articles.check(changed, today: today()) : nil
            let update = index()
            let seconds = (clock.now - start).microseconds / 1e6
            if findings == nil { findings = articles.check(changed, today: today()) }
            if let findings { try report(findings, update, seconds: seconds) }
            if let update, update.kind != .unchanged { merge(after: update) }
        }
        if !printsJSON { Terminal.print("Остановлено.") }
    }

    /// Reads what changed; `nil` when the folder cannot be looked through now.
    private mutating func read(_ changes: FolderWatcher.Changes) -> Set<String>? {
        guard changes.needsRescan else { return articles.refresh(changes.files, today: today()) }
        do throws(KnowledgeBaseError) {
            var changed = try articles.rescan(today: today())
            while notices.watch(articles.folders) { changed.formUnion(try articles.rescan(today: today())) }
            return changed
        } catch {
            sayOnce(RussianMessage.text(for: error))
            if case .folderNotFound(let path) = error { notices.poll(because: .notFound(file: path)) }
            return nil
        }
    }

    /// Brings the index up to date; `nil` when that is not possible now.
    private mutating func index() -> KnowledgeUpdate? {
        let all = articles.articles
        let errors = articles.problems.count { $0.severity == .error }
        do {
            if isStrict, errors > 0 { throw CommandError.knowledgeHasErrors(count: errors, path: path) }
            guard !all.isEmpty else { throw CommandError.noArticles(path: path) }
            let update = try update(to: all)
            indexed = all
            isBehind = false
            lastError = nil
            return update
        } catch let error as CommandError {
            // Only another edit can help.
            isBehind = false
            sayOnce(RussianMessage.text(for: error))
        } catch {
            indexed = nil
            isBehind = true
            sayOnce(RussianMessage.text(for: error))
        }
        return nil
    }

    private mutating func update(to all: [Article]) throws -> KnowledgeUpdate {
        guard let indexed else {
            try updater.reopen()
            return try updater.update(to: all)
        }
        do throws(RetrievalError) {
            return try updater.update(from: indexed, to: all)
        } catch .index(.staleSnapshot) {
            // Another writer was at work: what it wrote is the base now.
            try updater.reopen()
            return try updater.update(to: all)
        }
    }

    private mutating func merge(after update: KnowledgeUpdate) {
        do {
            _ = try updater.mergeIfNeeded(after: update)
        } catch {
            indexed = nil
            sayOnce(RussianMessage.text(for: error))
        }
    }

    private mutating func report(
        _ findings: IncrementalCollection.Findings, _ update: KnowledgeUpdate?, seconds: Double
    ) throws {
        if !printsJSON { findings.problems.forEach { Terminal.printError(RussianMessage.text(for: $0, in: path)) } }
        for (file, article) in findings.kept.sorted(by: { $0.key < $1.key }) {
            say("\(path)/\(file): в поиске остаётся прежняя версия статьи \(article), пока ошибка не исправлена.")
        }
        guard let update, update.kind != .unchanged || printsJSON else { return }
        let result = IndexResult(update, seconds: seconds, problems: findings.problems, path: path)
        if printsJSON {
            try Terminal.printJSON(result, onOneLine: true)
        } else {
            Terminal.print(result.shortSentence)
        }
    }

    /// Says what is wrong, but not every second the same.
    private mutating func sayOnce(_ error: String) {
        if error != lastError { say(error) }
        lastError = error
    }

    private func say(_ line: String) { Terminal.printError(line) }
}
