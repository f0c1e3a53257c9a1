import TextAnalysis

/// Notices that the customer asks again what was asked before in the conversation.
///
/// A message repeats an earlier one when it says so («ещё раз», «вы не ответили») or shares at least half of its words of weight with it;
/// words are compared by their first letters, and a few words of commerce by their meaning («посылка» is «заказ»).
///
/// Positive: «где мой заказ» – «ну так где посылка-то?»; «повторяю вопрос».
/// Near misses: «есть размер 39» – «а в чёрном цвете?»; «спасибо, а можно ещё один вопрос?».
/// - Source: our own wordings.
struct RepeatedQuestionGuardrail {
    private static let insistence = CueLexicon(
        tables: [
            """
            повторяю|повторю|повторно|дублирую|напоминаю
            еще_раз|в_который_раз|второй_раз|третий_раз|сотый_раз|пятый_раз|снова_спрашиваю|опять_спрашиваю|\
            уже_спрашивал*|уже_писал*|я_же_писал*|я_же_спрашивал*|уже_задавал* -- можно_еще_раз|спасибо
            не_ответили|не_отвечаете|нет_ответа|без_ответа|не_услышали|проигнорир*|не_поняли|не_про_то|я_не_об_этом|\
            не_о_том|не_на_тот|ответа_нет|ответа_не|а_я_про
            тот_же|этот_же|прежний|старый|мой вопрос
            ^ ну_и|ну_так|так_где|так_когда|так_что|так_как|так_вы|так_можно|так_есть|и_все_таки|все_таки|все_же
            ответьте|отвечайте|скажите .. уже|наконец|вопрос|на_этот|четко|конкретно|прямо|хоть
            или_нет|или_не
            не_понял*|непонятно|не_нашел|не_нашла|не_помогло|не_то|это_не_то|все_равно|по_прежнему|до_сих_пор|так_и_не|опять|\
            снова|все_еще|все_же|все_таки|просто_ответьте|вопрос_был|я_спрашивал*|я_спрашиваю|спросил*|спрашивал* -- \
            понял_спасибо
            """
        ], classes: WordClass.all)

    /// Words of one meaning, by their first letters.
    private static let meanings: [[String]] = [
        ["заказ", "посыл", "достав", "груз", "корoб"], ["искор", "бонус", "балл", "кэшб"], ["код", "смс", "парол"],
        ["деньг", "денег", "средс", "возвр", "верн", "оплат", "сумм", "списа"],
        ["курье", "привез", "приед", "везе", "доста"],
        ["чек", "квита"], ["номер", "телеф"], ["войти", "вход", "логин"], ["удали", "убра", "отвяз"],
        ["купон", "промо", "скидк"],
        ["сломал", "не_раб", "брак", "полом"], ["нет", "пропа", "недос"], ["сдать", "сдава", "верну", "возвр"],
        ["цена", "цену", "стоит", "стоим", "скольк"], ["отмен", "аннул"], ["рассро", "частя", "кредит"],
    ]

    private static let minShared = 0.3
    /// A message that opens like the next question needs more.
    private static let minSharedGoingOn = 0.75
    private static let minSharedInsisting = 0.2

    /// Compares a message with the earlier ones.
    func finding(in message: AnalyzedText, after earlier: [AnalyzedText]) -> EscalationFinding? {
        guard !earlier.isEmpty, !message.bytes.isEmpty else { return nil }
        if Self.isMereMark(message) { return Self.finding(message, score: 0.5) }
        let words = Self.weighty(message)
        guard let reading = MessageReading.readings(of: message.string).first else { return nil }
        let insists = !CueMatcher(words: reading.words, lexicon: Self.insistence).matches().isEmpty
        let shared = earlier.suffix(Self.maxEarlier).map { Self.share(words, Self.weighty($0)) }.max() ?? 0
        let needed = insists ? Self.minSharedInsisting : goesOn(reading) ? Self.minSharedGoingOn : Self.minShared
        guard shared >= needed || (insists && words.count <= 2) else {
            return nil
        }
        return Self.finding(message, score: Float(min(1, max(0.5, shared))))
    }

    private static func finding(_ message: AnalyzedText, score: Float) -> EscalationFinding {
        EscalationFinding(
            reason: .repeatedQuestion, utf8Range: 0..<message.bytes.count, quote: message.string,
            explanation: "Клиент спрашивает снова: «\(message.string)».", score: score)
    }

    /// «???»: nothing but question marks.
    private static func isMereMark(_ message: AnalyzedText) -> Bool {
        message.bytes.contains(UInt8(ascii: "?")) && message.bytes.allSatisfy { "?! \n".utf8.contains($0) }
    }

    /// Whether the message opens like an answer or the next question: «спасибо, …», «а …», «тогда …».
    private func goesOn(_ reading: MessageReading) -> Bool {
        guard let first = reading.words.first?.text else { return false }
        return ["а", "и", "спасибо", "тогда", "понятно", "ага", "ладно", "ок", "хорошо", "понял", "поняла", "ясно"]
            .contains(first)
    }

    /// How many earlier messages are compared.
    private static let maxEarlier = 10

    /// The words that carry the question, folded.
    private static func weighty(_ message: AnalyzedText) -> Set<String> {
        var result = Set<String>()
        for word in message.words where !word.isStopWord && word.form.count > 2 {
            let beginning = String(word.stem.prefix(5))
            let group = meanings.firstIndex { $0.contains { beginning.hasPrefix($0) } }
            result.insert(group.map { "=\($0)" } ?? beginning)
        }
        return result.subtracting(["здрав", "подск", "скажи", "пожал", "спаси", "добры", "можно", "хочу"])
    }

    /// The words of both, out of those of the shorter one.
    private static func share(_ words: Set<String>, _ others: Set<String>) -> Double {
        let smaller = min(words.count, others.count)
        guard smaller > 0 else { return 0 }
        return Double(words.intersection(others).count) / Double(smaller)
    }
}
