import ArgumentParser
import Evaluation
import Foundation
import LanguageModel
import ReplyPolicy
import ReplySuggestion
import Retrieval

/// Measures what happens before a language model is asked, in this process, one message at a time, warm.
struct BenchPromptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompt",
        abstract: "Measure the time before a language model is asked.",
        discussion: """
            For every message of the file: retrieval, the draft of quotations, the decision of the policy, masking and the rendering of the prompt, as \
            before each request; nothing is sent. Runs --repeat rounds after one to warm up and takes the best time of each message, in \
            microseconds. With --confidence 0 every message that has any article gets a prompt.
            """
    )

    @OptionGroup var options: KnowledgeOptions
    @OptionGroup var synonyms: SynonymOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var prompts: PromptOptions
    @OptionGroup var day: DayOption

    @Option(name: .long, help: "File of messages: JSON lines with _id and text.")
    var queries: String

    @Option(name: .long, help: "Rounds.")
    var `repeat` = 3

    @Option(name: .long, help: "The confidence above which a message is answered; the policy's if absent.")
    var confidence: Float?

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1...1000).contains(`repeat`) else { throw ValidationError("--repeat takes a number from 1 to 1000.") }
    }

    func run() async throws {
        try await reportingErrors {
            var texts: [String] = []
            try PlainDocumentFile(path: queries).forEachDocument { texts.append($0.text) }
            guard !texts.isEmpty else { throw CommandError.noQueries(path: queries) }
            let suggester = ReplySuggester(
                searcher: try KnowledgeSearcher(
                    directory: options.indexDirectory, synonyms: try synonyms.read(knowledge: options.knowledgePath)))
            var policy = try policy.read()
            if let confidence { policy.confidence.suggest = confidence }
            let (engine, today) = (PolicyEngine(policy: policy), try day.day())
            let access = ModelAccess(
                model: FallbackChain(providers: [], budget: SpendingBudget(policy: SpendingPolicy())).model,
                prompts: try prompts.library())
            var benchmark = QueryBenchmark(queryCount: texts.count)
            var promptCount = 0
            for round in 0...`repeat` {
                promptCount = 0
                try benchmark.runRound(isWarmUp: round == 0) { index in
                    let prompt = try suggester.prompt(
                        for: Conversation(texts[index]), engine: engine, today: today, access: access)
                    if prompt != nil { promptCount += 1 }
                }
            }
            let result = BenchPromptResult(
                try LatencySummary(microseconds: benchmark.bestMicroseconds), promptCount: promptCount)
            if json { try Terminal.printJSON(result) } else { Terminal.print(result.sentence) }
        }
    }
}

/// What `sufler bench prompt` prints; microseconds.
private struct BenchPromptResult: Encodable {
    let messages: Int
    /// Messages for which a model would be asked.
    let prompts: Int
    let p50: Double
    let p95: Double
    let p99: Double
    let mean: Double
    let max: Double

    init(_ latency: LatencySummary, promptCount: Int) {
        messages = latency.sampleCount
        prompts = promptCount
        p50 = latency.p50
        p95 = latency.p95
        p99 = latency.p99
        mean = latency.mean
        max = latency.max
    }

    var sentence: String {
        String(
            format: "Сообщений %d, с запросом к модели %d, мкс: p50 %.0f, p95 %.0f, p99 %.0f, среднее %.0f", messages,
            prompts, p50, p95, p99, mean)
    }
}
