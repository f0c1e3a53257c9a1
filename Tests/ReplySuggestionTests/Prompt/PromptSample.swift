import ReplySuggestion

/// A small prompt file that is valid, and ways to spoil it.
enum PromptSample {
    static let path = "prompts/sample.v2.md"

    static let text = """
        ---
        name: sample
        version: 2
        purpose: Проверка
        placeholders:
          boundary:
            description: Граница
          company:
            description: Компания
            may_be_empty: true
          passages:
            description: Фрагменты
            data: true
        parameters:
          temperature: 0.2
          max_tokens: 300
        ---

        # system

        Правила{{#company}} для «{{company}}»{{/company}}{{^company}} без имени{{/company}}. Граница {{boundary}}.

        # user

        Пример {{! заметка }}один

        # assistant

        Ответ

        # user

        {{passages}}

        Напиши.

        """

    static func parse(_ text: String = text, path: String = path) throws(PromptFileError) -> PromptTemplate {
        try PromptFile.parse(Array(text.utf8), path: path)
    }

    /// The problems of the sample after a replacement that must change it.
    static func problems(replacing old: String, with new: String, path: String = path) -> [PromptProblem] {
        problems(text.replacing(old, with: new), path: path)
    }

    static func problems(_ text: String, path: String = path) -> [PromptProblem] {
        do throws(PromptFileError) {
            _ = try parse(text, path: path)
            return []
        } catch {
            return error.problems
        }
    }
}
