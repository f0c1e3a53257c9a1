/// The only sentences of a draft that need no source: they greet and close, and claim nothing.
public enum Courtesy: String, CaseIterable, Sendable {
    /// A greeting that is never wrong.
    case hello = "Здравствуйте!"
    /// The reply to «Доброе утро».
    case goodMorning = "Доброе утро!"
    /// The reply to «Добрый день».
    case goodDay = "Добрый день!"
    /// The reply to «Добрый вечер».
    case goodEvening = "Добрый вечер!"
    /// The last sentence.
    case closing = "Если останутся вопросы, напишите — поможем разобраться."

    /// Returns the customer's own greeting.
    ///
    /// - Parameter message: what the customer wrote.
    /// - Returns: the greeting that the message has first, else ``hello``.
    public static func greeting(for message: String) -> Courtesy {
        let words = message.lowercased().split { !$0.isLetter }
        for (word, next) in zip(words, words.dropFirst()) {
            switch (word, next) {
            case ("доброе", "утро"): return .goodMorning
            case ("добрый", "день"): return .goodDay
            case ("добрый", "вечер"): return .goodEvening
            default: continue
            }
        }
        return .hello
    }
}
