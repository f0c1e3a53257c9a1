/// Messages that greet or thank and ask nothing.
enum Pleasantry {
    private static let words: Set<String> = [
        "здравствуйте", "здравствуй", "здрасьте", "здрасте", "привет", "приветик", "приветствую", "хай", "добрый",
        "доброе", "доброго", "доброй", "день", "дня", "вечер", "вечера", "утро", "утра", "ночи", "времени", "суток",
        "алло", "ау", "всем", "вам", "и", "спасибо", "большое", "огромное", "благодарю", "пожалуйста", "девушка",
        "уважаемые", "коллеги", "ок", "хорошо",
    ]

    /// Whether a message is made of such words only: «день» of «добрый день» must not find articles about days.
    static func isAll(of message: String) -> Bool {
        message.lowercased().split { !$0.isLetter && !$0.isNumber }.allSatisfy { words.contains(String($0)) }
    }
}
