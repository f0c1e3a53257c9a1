import ArgumentParser
import Foundation
import ReplyPolicy
import ReplySuggestion
import Retrieval
import SearchIndex
import WebService

/// Checks a policy file and explains what a message or a reply would get by it.
struct PolicyCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a policy file; explain what a message or a reply would get, and why.",
        discussion: """
            Every problem of the file is printed with its line and its remedy; the exit code is then 65. With --message the decision on it is explained \
            rule by rule, from the articles of the index; with --reply the reply is checked instead of a draft. The exit code is 1 when a \
            person must answer without a draft.
            """
    )

    @Argument(help: "Policy file. Default: $SUFLER_POLICY, else prompts/policy.yaml.")
    var file: String?

    @Option(name: .long, help: "A customer's message.")
    var message: String?

    @Option(name: .long, help: "A reply to the message, to be checked.")
    var reply: String?

    @OptionGroup var options: KnowledgeOptions
    @OptionGroup var synonyms: SynonymOptions
    @OptionGroup var conversation: ConversationOptions
    @OptionGroup var day: DayOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func validate() throws {
        if reply != nil, message == nil { throw ValidationError("--reply needs the --message that it answers.") }
    }

    func run() async throws {
        try await reportingErrors {
            var named = PolicyOptions()
            named.policy = file
            guard let path = named.path else { throw CommandError.fileNotFound(path: "prompts/policy.yaml") }
            let policy = try PolicyOptions.read(path)
            guard let message else {
                if json { try Terminal.printJSON(PolicySummary(policy)) } else { Self.print(policy, path) }
                return
            }
            guard message.contains(where: { !$0.isWhitespace }) else { throw CommandError.emptyText }
            try explain(message, PolicyEngine(policy: policy))
        }
    }

    private func explain(_ message: String, _ engine: PolicyEngine) throws {
        let searcher = try KnowledgeSearcher(
            directory: options.indexDirectory, synonyms: try synonyms.read(knowledge: options.knowledgePath))
        let suggester = ReplySuggester(searcher: searcher)
        let conversation = conversation.conversation(message)
        let today = try day.day()
        let suggestion =
            if let reply {
                try suggester.review(reply, for: conversation, engine: engine, today: today)
            } else {
                try suggester.suggest(for: conversation, engine: engine, today: today)
            }
        let answer = SuggestionAnswer(suggestion)
        if json { try Terminal.printJSON(answer) } else { explanation(answer).forEach { Terminal.print($0) } }
        if answer.draft == nil { throw ExitStatus.negative.exitCode }
    }

    private func explanation(_ answer: SuggestionAnswer) -> [String] {
        var lines = ["РЕШЕНИЕ по политике «\(answer.policy.version)»"]
        for step in answer.policy.steps {
            let mark = ["pass": "  да     ", "warn": "  внимание", "handoff": "  человек"][step.result] ?? "  "
            lines.append("\(mark)  \(step.rule): \(step.explanation)")
        }
        if !answer.message.personalData.isEmpty {
            lines += ["", "БЕЗ ПЕРСОНАЛЬНЫХ ДАННЫХ", "  " + answer.message.masked]
        }
        return lines + [""] + SuggestionText(answer).lines
    }

    private static func print(_ policy: Policy, _ path: String) {
        let summary = PolicySummary(policy)
        Terminal.print("Политика «\(policy.version)» из файла «\(path)» годится.")
        Terminal.print("  без черновика человеку: \(summary.handOff.joined(separator: ", "))")
        Terminal.print("  с предупреждением:      \(summary.warn.isEmpty ? "–" : summary.warn.joined(separator: ", "))")
        Terminal.print("  только отмечается:      \(summary.note.isEmpty ? "–" : summary.note.joined(separator: ", "))")
        Terminal.print(
            "  закрытые каналы:        \(summary.closedChannels.isEmpty ? "–" : summary.closedChannels.joined(separator: ", "))"
        )
        let topics = policy.autoAnswers.map { "«\($0.topic)» (\($0.switchedOnBy))" }
        Terminal.print("  машина отвечает сама:   \(topics.isEmpty ? "никогда" : topics.joined(separator: ", "))")
    }
}

/// What a policy decides, in short.
struct PolicySummary: Encodable {
    let version: String
    let handOff: [String]
    let warn: [String]
    let note: [String]
    let closedChannels: [String]
    let automaticTopics: [String]

    init(_ policy: Policy) {
        func reasons(_ action: EscalationRules.Action) -> [String] {
            EscalationRules.configurable.filter { policy.escalation.action(for: $0) == action }.map(\.rawValue)
        }
        version = policy.version
        handOff = reasons(.handOff)
        warn = reasons(.warn)
        note = reasons(.note)
        closedChannels = Channel.allCases.filter { policy.channels[$0]?.isAllowed == false }.map(\.rawValue)
        automaticTopics = policy.autoAnswers.map(\.topic)
    }
}
