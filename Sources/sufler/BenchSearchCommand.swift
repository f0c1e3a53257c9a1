import ArgumentParser
import Evaluation
import EvaluationHarness
import Foundation
import KnowledgeBase
import Retrieval
import SearchIndex

/// Measures the time of ranking, in this process, one query at a time, warm.
struct BenchSearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Measure the time of a query.",
        discussion: """
            Runs every query of the file --repeat times after one warm-up round, one after the other in one thread, and takes the best \
            time of each query: analysis, ranking and identifiers of the best documents, without texts and snippets. Times in microseconds.
            """
    )

    @OptionGroup var options: KnowledgeOptions
    @OptionGroup var synonyms: SynonymOptions
    @OptionGroup var day: DayOption

    @Option(name: .long, help: "File of queries: JSON lines with _id and text.")
    var queries: String

    @Option(name: .long, help: "Results of a query.")
    var limit = 10

    @Option(name: .long, help: "Rounds.")
    var `repeat` = 5

    @Flag(name: .long, help: "Rank by the scores of the layers alone, without the second stage.")
    var firstStage = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1...1000).contains(limit), (1...1000).contains(`repeat`) else {
            throw ValidationError("--limit and --repeat take numbers from 1 to 1000.")
        }
    }

    func run() async throws {
        try await reportingErrors {
            var texts: [String] = []
            try PlainDocumentFile(path: queries).forEachDocument { texts.append($0.text) }
            guard !texts.isEmpty else { throw CommandError.noQueries(path: queries) }
            let searcher = try KnowledgeSearcher(
                directory: options.indexDirectory, synonyms: try synonyms.read(knowledge: options.knowledgePath),
                stages: firstStage ? .first : .both)
            let today = try day.day()
            let requests = texts.map { SearchRequest(text: $0, limit: limit, scope: .operators, today: today) }
            var best = [Double](repeating: .infinity, count: requests.count)
            let clock = ContinuousClock()
            for round in 0...`repeat` {
                for (index, request) in requests.enumerated() {
                    let start = clock.now
                    _ = try searcher.rankArticles(request)
                    let microseconds = (clock.now - start).microseconds
                    if round > 0 { best[index] = min(best[index], microseconds) }
                }
            }
            let result = BenchSearchResult(try LatencySummary(microseconds: best))
            if json { try Terminal.printJSON(result) } else { Terminal.print(result.sentence) }
        }
    }
}

/// What `sufler bench search` prints.
struct BenchSearchResult: Encodable {
    let queries: Int
    let p50: Double
    let p95: Double
    let p99: Double
    let mean: Double
    let max: Double
    let queriesPerSecond: Double

    init(_ latency: LatencySummary) {
        queries = latency.sampleCount
        p50 = latency.p50
        p95 = latency.p95
        p99 = latency.p99
        mean = latency.mean
        max = latency.max
        queriesPerSecond = 1e6 / Swift.max(latency.mean, 1e-9)
    }

    var sentence: String {
        String(
            format: "Вопросов %d, мкс: p50 %.0f, p95 %.0f, p99 %.0f, среднее %.0f; %.0f вопросов/с", queries, p50, p95,
            p99, mean,
            queriesPerSecond)
    }
}
