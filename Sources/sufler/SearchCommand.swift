import ArgumentParser
import Foundation
import KnowledgeBase
import Retrieval
import SearchIndex
import WebService

/// Finds articles for a query.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find articles for a query.",
        discussion: "Finds public and internal articles in force. The exit code is 1 when nothing is found."
    )

    @OptionGroup var options: KnowledgeOptions
    @OptionGroup var synonyms: SynonymOptions
    @OptionGroup var day: DayOption
    @OptionGroup var input: InputText

    @Option(name: .long, help: "At most so many articles, 1 to 1000.")
    var limit = 5

    @Flag(name: .long, help: "Find articles out of force too.")
    var all = false

    @Flag(name: .long, help: "Explain the score of every article.")
    var explain = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1...1000).contains(limit) else { throw ValidationError("--limit takes a number from 1 to 1000.") }
    }

    func run() async throws {
        try await reportingErrors {
            let text = try input.text(limit: SearchRequest.maxTextBytes)
            let searcher = try KnowledgeSearcher(
                directory: options.indexDirectory, synonyms: try synonyms.read(knowledge: options.knowledgePath))
            let request = SearchRequest(
                text: text, limit: limit, scope: all ? .everything : .operators, today: try day.day())
            let clock = ContinuousClock()
            let start = clock.now
            let response = try searcher.search(request)
            let answer = SearchAnswer(query: text, response: response, took: clock.now - start)
            if json { try Terminal.printJSON(answer) } else { printHits(answer) }
            if explain { try printExplanations(response, request, searcher) }
            if response.hits.isEmpty { throw ExitStatus.negative.exitCode }
        }
    }

    private func printHits(_ answer: SearchAnswer) {
        RewriteText.lines(of: answer).forEach { Terminal.print($0) }
        if answer.hits.isEmpty { Terminal.print("Ничего не найдено.") }
        for (number, hit) in answer.hits.enumerated() {
            let badge = hit.audience == "internal" ? " [внутренняя]" : ""
            let heading = hit.passage.heading.isEmpty ? "" : " › \(hit.passage.heading)"
            Terminal.print("\(number + 1). \(hit.title)\(heading)\(badge)")
            Terminal.print("   \(hit.articleID) · \(hit.section) · \(String(format: "%.2f", hit.score))")
            for line in hit.snippet.split(separator: "\n") { Terminal.print("   \(line)") }
        }
        Terminal.print("Найдено за \(answer.tookMicroseconds) мкс, поколение \(answer.generation).")
    }

    private func printExplanations(
        _ response: SearchResponse, _ request: SearchRequest, _ searcher: KnowledgeSearcher
    ) throws {
        for hit in response.hits {
            guard let explanation = try searcher.explain(request, articleID: hit.article.id) else { continue }
            let lines = ExplanationText(explanation).lines
            ([hit.article.id] + lines).forEach { json ? Terminal.printError($0) : Terminal.print($0) }
        }
    }
}

/// An explanation as an indented tree.
struct ExplanationText {
    let lines: [String]

    init(_ explanation: Explanation) {
        lines = Self.lines(of: explanation, depth: 1)
    }

    private static func lines(of explanation: Explanation, depth: Int) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        let line = indent + String(format: "%.4f", explanation.value) + "  " + explanation.description
        return [line] + explanation.details.flatMap { lines(of: $0, depth: depth + 1) }
    }
}
