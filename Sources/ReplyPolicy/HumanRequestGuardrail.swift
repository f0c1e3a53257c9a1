/// Notices that a customer asks for a living person.
///
/// Customers do it in a word («оператора!»), by a verb and a person («соедините со специалистом»), by stressing the person
/// («живой человек»), or by asking whom they talk to («вы бот?»). Words are compared by their beginning, so that case and number do not
/// matter; «ё» equals «е».
///
/// Examples: «Оператор», «позовите живого человека», «хватит, дайте менеджера», «это робот отвечает?».
/// Near misses, which are no requests: «курьер и оператор сказали разное», «положен ли нам личный менеджер», «вакансия оператора».
/// - Source: our own wordings; the need is described in the industry's texts as «Позови оператора», the most frequent request to a bot.
public struct HumanRequestGuardrail: Sendable {
    /// Makes the guardrail; it has no settings that could switch it off.
    public init() {}

    private static let persons = [
        "оператор", "специалист", "сотрудник", "консультант", "менеджер", "человек", "человеч", "люд", "админ", "руководител", "начальник",
    ]
    private static let livingPersons = persons + ["голос", "собеседник", "девушк", "кого", "кто"]
    private static let living = ["жив", "реальн", "настоящ", "нормальн"]
    private static let verbs = [
        "соедин", "позов", "позав", "позвать", "позови", "переключ", "перевед", "переведит", "пригласи", "вызови", "вызват", "свяж", "связ", "дай",
        "дайте", "нуж", "хочу", "хотел", "поговор", "говорит", "пообща", "общат", "подключ", "зови", "требую", "можно", "жду", "передай",
        "верни", "пусть", "пускай",
    ]
    private static let machines = ["бот", "боту", "бота", "ботом", "робот", "робота", "роботом", "автоответчик"]
    private static let addressing = ["вы", "ты", "это", "я", "мне", "со", "с", "тут", "здесь", "хватит", "надоел", "отвечает", "пишет", "общаюсь"]
    /// Words beside a person that make it a subject of the question and not a wish.
    private static let subjects = [
        "личн", "персональн", "ваканс", "работ", "сказал", "обещал", "обеща", "нахам", "груб", "ответил", "отказал",
    ]
    private static let courtesies = ["пожалуйста", "здравствуйте", "добрый", "день", "вечер", "утро", "привет", "алло", "ну", "же", "мне", "мой"]
    /// Misspelt all the time; a word near one of them counts as it.
    private static let misspelt = ["оператор", "специалист", "консультант", "менеджер"]

    /// A finding if the message asks for a person, else `nil`.
    public func finding(in message: String) -> GuardrailFinding? {
        for sentence in Self.sentences(of: message) where Self.asksForPerson(sentence) {
            let quote = sentence.joined(separator: " ")
            return GuardrailFinding(kind: .humanRequest, message: "Клиент просит человека: «\(quote)».")
        }
        return nil
    }

    private static func asksForPerson(_ words: [String]) -> Bool {
        let essential = words.filter { word in !courtesies.contains(word) }
        let personIndices = words.indices.filter { isPerson(words[$0]) }
        if essential.count <= 2, let only = essential.first, isPerson(only) { return true }
        for (word, next) in zip(words, words.dropFirst()) {
            if starts(word, with: living), starts(next, with: livingPersons) { return true }
            if starts(next, with: living), word == "вы" || word == "ты" { return true }
            if starts(next, with: living), word.hasPrefix("кого"), words.contains(where: { starts($0, with: verbs) }) { return true }
        }
        if words.contains(where: { starts($0, with: subjects) }) { return false }
        for index in personIndices {
            let near = words[max(0, index - 4)...min(words.count - 1, index + 3)]
            if near.contains(where: { starts($0, with: verbs) }) { return true }
        }
        return asksWhetherMachine(words)
    }

    /// «вы бот?», «я с роботом разговариваю?»: a short sentence with a machine in it that is about the conversation.
    private static func asksWhetherMachine(_ words: [String]) -> Bool {
        guard words.count <= 8, words.contains(where: isMachine) else { return false }
        return words.contains { addressing.contains($0) }
    }

    private static func isMachine(_ word: String) -> Bool {
        machines.contains(word) || word.hasPrefix("нейросет")
    }

    private static func isPerson(_ word: String) -> Bool {
        starts(word, with: persons) || misspelt.contains { Misspelling.begins(word, withNearly: $0) }
    }

    private static func starts(_ word: String, with beginnings: [String]) -> Bool {
        beginnings.contains { word.hasPrefix($0) }
    }

    /// The sentences of a message as lower-case words, «ё» as «е».
    private static func sentences(of message: String) -> [[String]] {
        let lower = message.lowercased().replacing("ё", with: "е")
        return lower.split { ".!?\n;".contains($0) }
            .map { $0.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init) }
            .filter { !$0.isEmpty }
    }
}
