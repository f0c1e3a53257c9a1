import ArgumentParser
import Foundation
import LanguageModel
import ReplyPolicy
import ReplySuggestion
import Retrieval

/// Works with the prompts of language models.
struct PromptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompt", abstract: "Check the prompts and show what would be sent.",
        subcommands: [PromptRenderCommand.self, PromptCheckCommand.self])
}

/// Shows exactly what a language model would be sent for a message.
struct PromptRenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Show exactly what a language model would be sent for a message.",
        discussion: """
            Personal data is masked and passages are numbered as in a real request; nothing is sent. Only the boundary between data and rules, a random \
            string, is another in each request: --seed repeats one. The exit code is 1 when the model would not be asked, \
            because a person must answer.
            """
    )

    @OptionGroup var options: KnowledgeOptions
    @OptionGroup var synonyms: SynonymOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var prompts: PromptOptions
    @OptionGroup var conversation: ConversationOptions
    @OptionGroup var day: DayOption
    @OptionGroup var input: InputText

    @Option(name: .long, help: "How the company calls itself in replies.")
    var company = ""

    @Option(name: .long, help: "Makes the boundary; the same seed gives the same request.")
    var seed: UInt64?

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reportingErrors {
            let text = try input.text(limit: SearchRequest.maxTextBytes)
            let searcher = try KnowledgeSearcher(
                directory: options.indexDirectory, synonyms: try synonyms.read(knowledge: options.knowledgePath))
            let seed = seed
            let access = ModelAccess(
                model: FallbackChain(providers: [], budget: SpendingBudget(policy: SpendingPolicy())).model,
                prompts: try prompts.library(), company: company,
                random: seed.map { seed in RandomSource { seed } } ?? .system)
            let prompt = try ReplySuggester(searcher: searcher).prompt(
                for: conversation.conversation(text), engine: PolicyEngine(policy: try policy.read()),
                today: try day.day(), access: access)
            guard let prompt else {
                Terminal.print("Модель не спрашивают: на это сообщение отвечает человек. Причина: sufler suggest.")
                throw ExitStatus.negative.exitCode
            }
            if json { try Terminal.printJSON(PromptAnswer(prompt)) } else { Self.print(prompt) }
        }
    }

    private static func print(_ prompt: RenderedPrompt) {
        Terminal.print(
            "\(prompt.name).v\(prompt.version), файл \(prompt.templateHash), запрос \(prompt.contentHash), "
                + "temperature \(prompt.parameters.temperature), max_tokens \(prompt.parameters.maxTokens)")
        for turn in prompt.turns { Terminal.print("\n# \(turn.role.rawValue)\n\n\(turn.text)") }
    }
}

/// Checks the files of the prompts.
struct PromptCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the files of the prompts; name every problem with its line.")

    @OptionGroup var prompts: PromptOptions

    func run() async throws {
        try await reportingErrors {
            let library = try prompts.library()
            for kind in PromptKind.allCases {
                let template = library[kind]
                Terminal.print("\(template.name).v\(template.version)  \(template.contentHash)  \(template.purpose)")
            }
        }
    }
}

/// What `sufler prompt render --json` prints.
private struct PromptAnswer: Encodable {
    let prompt: String
    let promptHash: String
    let requestHash: String
    let temperature: Double
    let maxTokens: Int
    let messages: [Message]

    struct Message: Encodable {
        let role: String
        let content: String
    }

    init(_ prompt: RenderedPrompt) {
        self.prompt = "\(prompt.name).v\(prompt.version)"
        promptHash = prompt.templateHash.description
        requestHash = prompt.contentHash.description
        temperature = prompt.parameters.temperature
        maxTokens = prompt.parameters.maxTokens
        messages = prompt.turns.map { Message(role: $0.role.rawValue, content: $0.text) }
    }
}
