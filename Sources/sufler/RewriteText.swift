import Retrieval
import WebService

/// What was done to a query, for people at a terminal.
enum RewriteText {
    /// One line for each kind of rewrite, and one for the questions where there are several.
    static func lines(of answer: SearchAnswer) -> [String] {
        var lines: [String] = []
        let corrected = answer.rewrites.filter { ["layout", "transliteration", "typo", "split"].contains($0.kind) }
        if !corrected.isEmpty {
            lines.append("Исправлено: \(list(corrected.map { "«\($0.original)» → «\($0.rewritten)»" }))")
        }
        let added = answer.rewrites.filter { ["synonym", "join"].contains($0.kind) }
        if !added.isEmpty {
            lines.append("Искали также: \(list(added.map { "\($0.rewritten) («\($0.original)»)" }))")
        }
        let ignored = answer.rewrites.filter { $0.kind == "ignored" }
        if !ignored.isEmpty { lines.append("Не учитывали: \(list(ignored.map { "«\($0.original)»" }))") }
        if answer.questions.count > 1 {
            lines.append("Вопросов в сообщении: \(answer.questions.count)")
            lines += answer.questions.enumerated().map { "  \($0 + 1)) \($1)" }
        }
        return lines
    }

    private static func list(_ items: [String]) -> String { items.joined(separator: ", ") + "." }
}
