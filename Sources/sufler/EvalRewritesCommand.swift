import ArgumentParser
import Evaluation
import EvaluationHarness
import Foundation
import KnowledgeBase
import Retrieval
import SearchIndex

/// Shows how queries are read: what is corrected, left out and added.
struct EvalRewritesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rewrites",
        abstract: "Show what is corrected, left out and added in queries, and how long reading them takes.",
        discussion: """
            One line of JSON for each query that is searched in another way than it is typed. Times are of the reading alone, without \
            the search, warm, one query at a time.
            """
    )

    @OptionGroup var options: KnowledgeOptions
    @OptionGroup var synonyms: SynonymOptions

    @Option(name: .long, help: "File of queries: JSON lines with _id and text.")
    var queries: String

    func run() async throws {
        try await reportingErrors {
            let searcher = try KnowledgeSearcher(
                directory: options.indexDirectory, synonyms: try synonyms.read(knowledge: options.knowledgePath))
            var microseconds: [Double] = []
            var counts: [String: Int] = [:]
            let clock = ContinuousClock()
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            try PlainDocumentFile(path: queries).forEachDocument { query in
                let rewrites = try searcher.rewrites(of: query.text)
                let start = clock.now
                _ = try searcher.rewrites(of: query.text)
                microseconds.append((clock.now - start).microseconds)
                guard !rewrites.isEmpty else { return }
                for rewrite in rewrites { counts[rewrite.kind.rawValue, default: 0] += 1 }
                let line = Line(id: query.id, text: query.text, rewrites: rewrites)
                Terminal.print(String(decoding: try encoder.encode(line), as: UTF8.self))
            }
            guard !microseconds.isEmpty else { throw CommandError.noQueries(path: queries) }
            let latency = try LatencySummary(microseconds: microseconds)
            let kinds = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            let times = String(format: "p50 %.1f, p95 %.1f, p99 %.1f", latency.p50, latency.p95, latency.p99)
            Terminal.printError("Вопросов \(latency.sampleCount); \(kinds); чтение, мкс: \(times)")
        }
    }

    private struct Line: Encodable {
        let id: String
        let text: String
        let rewrites: [String]

        init(id: String, text: String, rewrites: [QueryRewrite]) {
            self.id = id
            self.text = text
            self.rewrites = rewrites.map { "\($0.kind.rawValue): \($0.original) → \($0.rewritten)" }
        }
    }
}
