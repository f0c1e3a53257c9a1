import KnowledgeBase
import Retrieval

/// What `sufler index` prints.
struct IndexResult: Encodable {
    let update: String
    let generation: UInt64
    let added: Int
    let changed: Int
    let removed: Int
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

    init(_ update: KnowledgeUpdate, seconds: Double, problems: [KnowledgeProblem], path: String) {
        self.update = update.kind.rawValue
        generation = update.generation
        added = update.addedCount
        changed = update.changedCount
        removed = update.removedCount
        articles = update.articleCount
        passages = update.passageCount
        tokens = update.tokenCount
        self.seconds = seconds
        indexBytes = update.byteCount
        self.problems = problems.map {
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
        let size = "статей \(articles), отрывков \(passages), \(indexBytes / 1024) КиБ\(remarks)."
        return switch update {
        case "updated": "Индекс обновлён: поколение \(generation), \(changes); \(size)"
        case "unchanged": "Индекс не изменился: поколение \(generation), \(size)"
        default: "Индекс готов: поколение \(generation), \(size)"
        }
    }

    /// The sentence of one update among many.
    var shortSentence: String {
        "Поколение \(generation): \(changes); статей \(articles), отрывков \(passages); \(Int((seconds * 1000).rounded())) мс."
    }

    private var changes: String { "изменено \(changed), добавлено \(added), удалено \(removed)" }
}
