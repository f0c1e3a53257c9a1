import ArgumentParser
import EvaluationHarness
import KnowledgeBase
import Retrieval
import SearchIndex

/// Checks the articles and brings the index up to date with them.
struct IndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Check the articles and bring the index up to date.",
        discussion: """
            Every problem is printed with file, line and remedy. Articles with errors are left out and the exit code is 1; \
            --strict then builds nothing. An index of the same version is updated: only new and changed articles are indexed \
            again. It is built anew when it is damaged or more than half of its articles change. Readers of the old generation \
            are not disturbed. With --watch edits are indexed as soon as files are saved; an article that has become invalid \
            stays as it was. With --corpus a file of plain documents is indexed instead: JSON lines with _id, title and text, \
            plain or gzip-compressed.
            """
    )

    @OptionGroup var options: KnowledgeOptions
    @OptionGroup var day: DayOption

    @Option(name: .long, help: "Index this file of plain documents instead of articles.")
    var corpus: String?

    @Option(name: .long, help: "With --corpus: only these layers of the schema, such as stem,root. Default: all.")
    var layers: String?

    @Option(
        name: .long, help: "With --corpus: index so many parts of the file at the same time. The index is the same.")
    var threads = 1

    @Flag(name: .long, help: "Build nothing if any article has an error.")
    var strict = false

    @Flag(name: .long, help: "Build the index from scratch.")
    var rebuild = false

    @Flag(name: .long, help: "Go on and index edits as they are saved, until SIGTERM or Ctrl+C.")
    var watch = false

    @Flag(name: .long, help: "Print JSON; with --watch a line for each update.")
    var json = false

    func validate() throws {
        if layers != nil, corpus == nil { throw ValidationError("--layers goes with --corpus.") }
        if threads != 1, corpus == nil { throw ValidationError("--threads goes with --corpus.") }
        guard (1...64).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 64.") }
        if corpus != nil, watch || strict { throw ValidationError("--watch and --strict do not go with --corpus.") }
    }

    func run() async throws {
        try await reportingErrors {
            if let corpus {
                try await indexCorpus(corpus)
            } else if watch {
                try watchArticles()
            } else {
                try indexArticles()
            }
        }
    }

    private func indexCorpus(_ path: String) async throws {
        let measurement: IndexingMeasurement
        if threads == 1 {
            let progress = Progress(title: "Документов", step: 1000)
            measurement = try IndexingMeasurement.index(
                corpusPath: path, into: options.indexDirectory, schema: try schema(), progress: progress.report)
            progress.finish()
        } else {
            measurement = try await IndexingMeasurement.index(
                corpusPath: path, into: options.indexDirectory, schema: try schema(), threads: threads)
        }
        let snapshot = try options.indexDirectory.openSnapshot()
        let result = try CorpusIndexResult(measurement, snapshot)
        if json { try Terminal.printJSON(result) } else { Terminal.print(result.sentence) }
    }

    /// The product's schema, or the named layers of it.
    private func schema() throws -> IndexSchema {
        let product = try IndexSchema.product()
        guard let layers else { return product }
        let names = layers.split(separator: ",").map(String.init)
        for name in names where !product.layers.contains(where: { $0.name == name }) {
            throw CommandError.unknownLayer(name, known: product.layers.map(\.name))
        }
        return try IndexSchema(fields: product.fields, layers: product.layers.filter { names.contains($0.name) })
    }

    private func indexArticles() throws {
        let path = options.knowledgePath
        let collection = try ArticleCollection.read(directory: path, today: try day.day())
        if !json { collection.problems.forEach { Terminal.printError(RussianMessage.text(for: $0, in: path)) } }
        let errors = collection.problems.count { $0.severity == .error }
        if strict, errors > 0 { throw CommandError.knowledgeHasErrors(count: errors, path: path) }
        guard !collection.articles.isEmpty else { throw CommandError.noArticles(path: path) }
        let progress = Progress(title: "Статей", step: 100)
        let clock = ContinuousClock()
        let start = clock.now
        var updater = try KnowledgeUpdater(directory: options.indexDirectory)
        var update =
            rebuild
            ? try updater.rebuild(from: collection.articles, progress: progress.report)
            : try updater.update(to: collection.articles, progress: progress.report)
        let seconds = (clock.now - start).microseconds / 1e6
        update = try updater.mergeIfNeeded(after: update)
        progress.finish()
        let result = IndexResult(update, seconds: seconds, problems: collection.problems, path: path)
        if json { try Terminal.printJSON(result) } else { Terminal.print(result.sentence) }
        if errors > 0 { throw ExitStatus.negative.exitCode }
    }

    private func watchArticles() throws {
        let fixedDay = try day.today.map { _ in try day.day() }
        var watch = try IndexWatch(
            path: options.knowledgePath, directory: options.indexDirectory, isStrict: strict, printsJSON: json
        ) { fixedDay ?? DayOption.current() }
        try watch.start(rebuilding: rebuild)
        try watch.run()
    }
}
