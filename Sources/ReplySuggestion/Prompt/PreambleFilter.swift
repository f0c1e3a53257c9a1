/// Drops what a model says about its reply before the reply: «Вот черновик ответа:», «Конечно! Вот вариант:», «### Ответ клиенту».
///
/// The rule: the beginning of the reply up to its first colon or line end is dropped if it has only words of the list below and at least one of them
/// names a reply; a noun that may as well be the matter of a reply («Перевод: комиссия 1 %») needs a second word beside it. At most three such beginnings
/// are dropped. The first word that is not in the list ends the search, so «Здравствуйте!» is not held up.
struct PreambleFilter: Sendable {
    /// Words that name a reply wherever they stand.
    private static let names: Set<String> = [
        "черновик", "черновика", "ответ", "ответа", "вариант", "варианта", "сводка", "резюме", "draft", "reply",
        "response", "translation", "summary",
    ]
    /// Words that name a reply beside another word.
    private static let weakNames: Set<String> = [
        "текст", "текста", "сообщение", "сообщения", "письмо", "письма", "версия", "перевод", "формулировка", "message",
    ]
    /// Words that may stand with them.
    private static let others: Set<String> = [
        "вот", "конечно", "хорошо", "да", "ок", "разумеется", "готово", "готов", "готовый", "возможный", "предлагаю",
        "предлагаемый", "такой", "мой", "ваш", "более", "короткий", "краткий", "краткая", "короткая", "тёплый",
        "теплый", "официальный", "простой", "исправленный", "исправленная", "сокращённый", "сокращенный", "обновлённый",
        "обновленный", "переписки", "обращения", "клиента", "клиенту", "для", "оператора", "оператору", "на", "по",
        "основе", "фрагментов", "английский", "английском", "язык", "языке", "here", "is", "the", "a", "sure", "of",
        "to", "customer", "for", "your", "shorter", "version",
    ]
    private static let maxLength = 100
    private static let maxDrops = 3

    /// Held back until it is clear what they are.
    private var held: [ReplyToken] = []
    private var word = ""
    private var wordCount = 0
    private var hasName = false
    private var hasWeakName = false
    private var drops = 0
    private var isOpen = true

    /// Takes the next token.
    mutating func push(_ token: ReplyToken, _ output: inout [ReplyToken]) {
        guard isOpen else {
            output.append(token)
            return
        }
        switch token {
        case .scalar(let scalar) where scalar.properties.isAlphabetic && held.count < Self.maxLength:
            word.unicodeScalars.append(scalar)
            held.append(token)
        case .scalar(":"): isPreamble() ? drop() : release(token, &output)
        case .scalar(let scalar) where Self.mayStandBetween(scalar) && held.count < Self.maxLength:
            isListed() ? held.append(token) : release(token, &output)
        case .newline where held.isEmpty: return
        case .newline: isPreamble() ? drop() : release(token, &output)
        case .scalar, .marker, .mark: release(token, &output)
        }
    }

    /// Gives what is held back.
    mutating func finish(_ output: inout [ReplyToken]) {
        output += held
        held = []
        isOpen = false
    }

    private static func mayStandBetween(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || ",.!—–-«»\"".unicodeScalars.contains(scalar)
    }

    private mutating func isListed() -> Bool {
        guard !word.isEmpty else { return true }
        defer { word = "" }
        let word = word.lowercased()
        wordCount += 1
        if Self.names.contains(word) { hasName = true }
        if Self.weakNames.contains(word) { hasWeakName = true }
        return Self.names.contains(word) || Self.weakNames.contains(word) || Self.others.contains(word)
    }

    private mutating func isPreamble() -> Bool {
        isListed() && (hasName || hasWeakName && wordCount > 1)
    }

    private mutating func drop() {
        drops += 1
        (held, word, wordCount, hasName, hasWeakName) = ([], "", 0, false, false)
        if drops == Self.maxDrops { isOpen = false }
    }

    private mutating func release(_ token: ReplyToken, _ output: inout [ReplyToken]) {
        finish(&output)
        output.append(token)
    }
}
