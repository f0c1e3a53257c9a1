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
            time of each query: analysis, ranking and identifiers of the best documents, without texts and snippets. Times in microseconds. \
            Heap allocations are those of the last round.
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

    @Option(name: .long, help: "Write the best time of each query to this file: lines of _id, a tab and microseconds.")
    var times: String?

    @Flag(name: .long, help: "Rank by the scores of the layers alone, without the second stage.")
    var firstStage = false

    @Flag(name: .long, help: "As --first-stage, but score every posting: what pruning is compared with.")
    var exhaustive = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1...1000).contains(limit), (1...1000).contains(`repeat`) else {
            throw ValidationError("--limit and --repeat take numbers from 1 to 1000.")
        }
    }

    func run() async throws {
        try await reportingErrors {
            var documents: [PlainDocument] = []
            try PlainDocumentFile(path: queries).forEachDocument { documents.append($0) }
            guard !documents.isEmpty else { throw CommandError.noQueries(path: queries) }
            let searcher = try KnowledgeSearcher(
                directory: options.indexDirectory, synonyms: try synonyms.read(knowledge: options.knowledgePath),
                stages: exhaustive ? .firstExhaustively : firstStage ? .first : .both)
            let today = try day.day()
            let requests = documents.map {
                SearchRequest(text: $0.text, limit: limit, scope: .operators, today: today)
            }
            var benchmark = QueryBenchmark(queryCount: requests.count)
            for round in 0...`repeat` {
                try benchmark.runRound(isWarmUp: round == 0) { _ = try searcher.rankArticles(requests[$0]) }
            }
            if let times { try write(benchmark.bestMicroseconds, of: documents.map(\.id), to: times) }
            let result = BenchSearchResult(try LatencySummary(microseconds: benchmark.bestMicroseconds), benchmark)
            if json { try Terminal.printJSON(result) } else { Terminal.print(result.sentence) }
        }
    }

    private func write(_ microseconds: [Double], of ids: [String], to path: String) throws {
        let lines = zip(ids, microseconds).map { String(format: "%@\t%.3f\n", $0, $1) }
        try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path))
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
    /// Heap allocations of a query, warm; absent where they cannot be counted.
    let allocations: Allocations?
    /// Absent where the system does not tell.
    let peakMemoryBytes: Int?

    /// Heap allocations over all queries.
    struct Allocations: Encodable {
        let mean: Double
        let max: UInt64
    }

    init(_ latency: LatencySummary, _ benchmark: QueryBenchmark) {
        queries = latency.sampleCount
        p50 = latency.p50
        p95 = latency.p95
        p99 = latency.p99
        mean = latency.mean
        max = latency.max
        queriesPerSecond = 1e6 / Swift.max(latency.mean, 1e-9)
        let counts = benchmark.allocations
        let total = counts.reduce(0, +)
        allocations =
            QueryBenchmark.countsAllocations
            ? Allocations(mean: Double(total) / Double(counts.count), max: counts.max() ?? 0) : nil
        peakMemoryBytes = PeakMemory.byteCount()
    }

    var sentence: String {
        let times = String(
            format: "Вопросов %d, мкс: p50 %.0f, p95 %.0f, p99 %.0f, среднее %.0f; %.0f вопросов/с", queries, p50, p95,
            p99, mean, queriesPerSecond)
        guard let allocations else { return times }
        return times
            + String(format: "; выделений памяти на вопрос %.1f, не больше %d", allocations.mean, Int(allocations.max))
    }
}
