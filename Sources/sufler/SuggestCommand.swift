import ArgumentParser
import KnowledgeBase
import ReplyPolicy
import ReplySuggestion
import Retrieval
import WebService

/// Drafts a reply to a customer's message.
struct SuggestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Draft a reply to a customer's message, with its sources.",
        discussion: """
            With --model a configured language model words the draft. The exit code is 1 when a person must answer without a draft.
            """
    )

    @OptionGroup var options: KnowledgeOptions
    @OptionGroup var synonyms: SynonymOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var models: ModelOptions
    @OptionGroup var conversation: ConversationOptions
    @OptionGroup var day: DayOption
    @OptionGroup var input: InputText

    @Flag(name: .long, help: "Let a configured language model word the draft.")
    var model = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reportingErrors {
            let text = try input.text(limit: SearchRequest.maxTextBytes)
            let searcher = try KnowledgeSearcher(
                directory: options.indexDirectory, synonyms: try synonyms.read(knowledge: options.knowledgePath))
            let open = model ? try models.open() : nil
            let suggestion = try await ReplySuggester(searcher: searcher).suggest(
                for: conversation.conversation(text), engine: PolicyEngine(policy: try policy.read()),
                today: try day.day(), operatorID: "command-line", access: open?.access)
            await open?.close()
            let answer = SuggestionAnswer(suggestion)
            if json {
                try Terminal.printJSON(answer)
            } else {
                SuggestionText(answer, wantsModel: model).lines.forEach { Terminal.print($0) }
            }
            if answer.draft == nil { throw ExitStatus.negative.exitCode }
        }
    }
}

/// A suggestion for people at a terminal: the draft, then its sources by number.
struct SuggestionText {
    let lines: [String]

    init(_ answer: SuggestionAnswer, wantsModel: Bool = false) {
        var lines: [String] = []
        if let draft = answer.draft {
            let writer =
                draft.source == "model" ? "написан языковой моделью по статьям" : "составлен машиной из статей"
            lines += ["ЧЕРНОВИК ОТВЕТА (\(writer); отправляет и отвечает за текст оператор)", ""]
            lines += draft.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
            lines += ["", "ИСТОЧНИКИ"]
            lines += Self.sources(draft)
            if !draft.removed.isEmpty { lines += ["", "УБРАНО ПРОВЕРКОЙ"] }
            lines += draft.removed.map { "  «\($0.text)» \($0.note ?? "")" }
        }
        if let handoff = answer.handoff {
            lines += ["НУЖЕН ЧЕЛОВЕК (\(Self.priority(handoff)), кому: \(handoff.routing)): \(handoff.message)"]
            lines += ["Клиенту тем временем: \(handoff.customerMessage)", "", "БЛИЖАЙШИЕ СТАТЬИ"]
            lines += answer.articles.map { article in
                let marks =
                    (article.audience == "internal" ? " [внутренняя]" : "")
                    + (article.isCurrent ? "" : " [не действует]")
                return "  \(article.articleID)  \(article.title)\(marks)"
            }
        }
        if let missing = answer.noDraft { lines.append("→ \(missing.nextStep)") }
        if wantsModel { lines += Self.model(answer.model) }
        for finding in answer.findings { lines.append("! \(finding.message)") }
        lines += ["", "\(answer.timings.totalMicroseconds) мкс, поколение \(answer.generation)"]
        self.lines = lines
    }

    private static func model(_ model: SuggestionAnswer.Model) -> [String] {
        var lines: [String] = []
        if let missing = model.noDraft { lines.append("Модель: \(missing.message) \(missing.nextStep)") }
        if let record = model.record {
            lines.append(
                "Модель: \(record.model) (\(record.provider)), \(record.prompt), токенов "
                    + "\(record.promptTokens + record.completionTokens), попыток \(record.attempts), "
                    + "\(record.totalMicroseconds / 1000) мс")
        }
        return lines
    }

    private static func priority(_ handoff: SuggestionAnswer.Handoff) -> String {
        switch handoff.priority {
        case "urgent": "срочно"
        case "high": "важно"
        default: "обычная очередь"
        }
    }

    private static func sources(_ draft: SuggestionAnswer.Draft) -> [String] {
        var lines: [String] = []
        var lastArticle = ""
        for citation in draft.sentences.flatMap(\.citations) {
            if citation.articleID != lastArticle {
                lines.append("  \(citation.articleID)  \(citation.title) (\(citation.section))")
                lastArticle = citation.articleID
            }
            lines.append("      байты \(citation.utf8Range[0])–\(citation.utf8Range[1]): «\(citation.quote)»")
        }
        return lines
    }
}
