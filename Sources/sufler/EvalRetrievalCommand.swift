import ArgumentParser
import Evaluation
import EvaluationHarness
import Foundation
import KnowledgeBase
import Retrieval
import SearchIndex

/// Measures ranking on a test collection.
struct EvalRetrievalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retrieval",
        abstract: "Measure ranking on a test collection.",
        discussion: """
            DIRECTORY holds corpus.jsonl or corpus.jsonl.gz (_id, title, text), queries.jsonl (_id, text) and qrels.tsv with a header. \
            The corpus is indexed with the product's defaults. Without a corpus the articles of --knowledge are the documents. \
            Only queries with judgements count. nDCG has linear gain; latencies are of a warm index, one query at a time, \
            without snippets.
            """
    )

    @Argument(help: "Folder of the collection.")
    var directory: String

    @Option(name: .long, help: "Another file of queries for the same judgements.")
    var queries: String?

    @Option(name: .long, help: "Write the rankings to this file in TREC's form.")
    var run: String?

    @Option(
        name: .long,
        help:
            "Write what the confidence of every question's best article is computed from to this file, as tab-separated values."
    )
    var confidence: String?

    @Option(name: .long, help: "Other questions for --confidence, which need no judgements.")
    var confidenceQueries: String?

    @Flag(name: .long, help: "Rank by the scores of the layers alone, without the second stage.")
    var firstStage = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    @Option(
        name: .long,
        help: "Folder of articles for a collection without a corpus. Default: $SUFLER_KNOWLEDGE, else knowledge.")
    var knowledge: String?

    @OptionGroup var synonyms: SynonymOptions
    @OptionGroup var day: DayOption

    func run() async throws {
        try await reportingErrors {
            let today = try day.day()
            let collection = try RetrievalCollection(directory: directory, queriesPath: queries)
            let temporary = FileManager.default.temporaryDirectory.appendingPathComponent("sufler-\(UUID().uuidString)")
            defer { removeTemporary(temporary) }
            let indexDirectory = IndexDirectory(path: temporary.path)
            let measurement = try index(collection, into: indexDirectory, today)
            let snapshot = try indexDirectory.openSnapshot()
            let searcher = try KnowledgeSearcher(
                snapshot: snapshot, synonyms: try synonyms.read(knowledge: KnowledgeOptions.path(knowledge)),
                stages: firstStage ? .first : .both)
            let progress = Progress(title: "Вопросов", step: 20)
            let evaluation = try RetrievalEvaluation(
                collection: collection, searcher: searcher, today: today, progress: progress.report)
            progress.finish()
            if let run { try write(evaluation, to: run) }
            if let confidence { try writeConfidence(of: searcher, today, to: confidence) }
            let result = RetrievalEvaluationResult(
                collection.name, measurement, evaluation, indexBytes: snapshot.byteCount)
            if json { try Terminal.printJSON(result) } else { Terminal.print(result.table) }
        }
    }

    private func index(
        _ collection: RetrievalCollection, into directory: IndexDirectory, _ today: CalendarDate
    ) throws -> IndexingMeasurement {
        if let corpus = collection.corpusPath {
            let progress = Progress(title: "Документов", step: 1000)
            defer { progress.finish() }
            return try IndexingMeasurement.index(corpusPath: corpus, into: directory, progress: progress.report)
        }
        let path = KnowledgeOptions.path(knowledge)
        let articles = try ArticleCollection.read(directory: path, today: today).articles
        guard !articles.isEmpty else { throw CommandError.noArticles(path: path) }
        return try IndexingMeasurement.index(articles: articles, into: directory)
    }

    private func write(_ evaluation: RetrievalEvaluation, to path: String) throws {
        try Data(evaluation.run.trecText(tag: "sufler").utf8).write(to: URL(fileURLWithPath: path))
    }

    /// Of all queries, judged or not: what nothing answers is an example as well.
    private func writeConfidence(of searcher: KnowledgeSearcher, _ today: CalendarDate, to path: String) throws {
        let names = KnowledgeSearcher.confidenceFeatureNames
        var lines = [(["query", "question", "article", "probability"] + names).joined(separator: "\t")]
        try PlainDocumentFile(path: confidenceQueries ?? queries ?? directory + "/queries.jsonl").forEachDocument {
            query in
            for sample in try searcher.confidenceSamples(of: query.text, today: today) {
                let values = ([sample.probability] + sample.features).map { "\($0)" }
                lines.append(([query.id, "\(sample.question)", sample.articleID] + values).joined(separator: "\t"))
            }
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    }

    private func removeTemporary(_ folder: URL) {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            Terminal.printError("Временная папка «\(folder.path)» не удалена: \(error.localizedDescription)")
        }
    }
}
