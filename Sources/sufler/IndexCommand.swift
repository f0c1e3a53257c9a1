import ArgumentParser
import EvaluationHarness
import KnowledgeBase
import Retrieval
import SearchIndex

/// Checks the articles and builds a new generation of the index.
struct IndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Check the articles and build the index.",
        discussion: """
            Every problem is printed with file, line and remedy. Articles with errors are left out and the exit code is 1; \
            --strict then builds nothing. Readers of the old generation are not disturbed. With --corpus a file of plain \
            documents is indexed instead: JSON lines with _id, title and text, plain or gzip-compressed.
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

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func validate() throws {
        if layers != nil, corpus == nil { throw ValidationError("--layers goes with --corpus.") }
        if threads != 1, corpus == nil { throw ValidationError("--threads goes with --corpus.") }
        guard (1...64).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 64.") }
    }

    func run() async throws {
        try await reportingErrors {
            if let corpus { try await indexCorpus(corpus) } else { try indexArticles() }
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
        let measurement = try IndexingMeasurement.index(
            articles: collection.articles, into: options.indexDirectory, progress: progress.report)
        progress.finish()
        let snapshot = try options.indexDirectory.openSnapshot()
        let result = IndexResult(collection, measurement, indexBytes: snapshot.byteCount, path: path)
        if json { try Terminal.printJSON(result) } else { Terminal.print(result.sentence) }
        if errors > 0 { throw ExitStatus.negative.exitCode }
    }
}

/// What `sufler index` prints.
struct IndexResult: Encodable {
    let generation: UInt64
    let articles: Int
    let passages: Int
    let tokens: UInt64
    let seconds: Double
    let indexBytes: Int
    let problems: [Problem]

    struct Problem: Encodable {
        let file: String
        let line: Int
        let severity: String
        let message: String
        let remedy: String
    }

    init(_ collection: ArticleCollection, _ measurement: IndexingMeasurement, indexBytes: Int, path: String) {
        generation = measurement.generation
        articles = measurement.documentCount
        passages = measurement.passageCount
        tokens = measurement.tokenCount
        seconds = measurement.seconds
        self.indexBytes = indexBytes
        problems = collection.problems.map {
            Problem(
                file: path + "/" + $0.path,
                line: $0.line,
                severity: $0.severity == .error ? "error" : "warning",
                message: $0.message,
                remedy: $0.remedy
            )
        }
    }

    var sentence: String {
        let errors = problems.count { $0.severity == "error" }
        let remarks = problems.isEmpty ? "" : ", ошибок \(errors), предупреждений \(problems.count - errors)"
        return "Индекс готов: поколение \(generation), статей \(articles), отрывков \(passages), "
            + "\(indexBytes / 1024) КиБ\(remarks)."
    }
}
