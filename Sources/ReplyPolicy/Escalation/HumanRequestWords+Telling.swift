/// The words without which no sentence asks for a person.
extension HumanRequestWords {
    /// Whether a word is one of them; a sentence without any need not be looked through.
    static func isTelling(_ word: ReadWord) -> Bool {
        !telling.elements(of: word).isEmpty || HumanRequestVocabulary.roles(of: word).has(.person)
    }

    /// Whether a word tells of goods that people, robots and living things are named after, or of work on offer.
    static func isAboutGoods(_ word: ReadWord) -> Bool { !goods.exactElements(of: word).isEmpty }

    private static let goods: CueWordTable = {
        var builder = CueWordTable.Builder()
        let stems = [
            "пылесос", "мойщик", "игруш", "конструктор", "телеграм", "телегр", "телег", "трансформер", "кухон",
            "радиоуправ", "елк",
            "елоч", "цвет", "растен", "рыбк", "аквариум", "дерев", "букет", "пихт", "стиральн", "швейн", "посудом",
            "хлебопеч", "лояльност", "фигурк", "вакан", "тариф", "симк", "палатк", "колонк", "пиццы", "отзыв", "книг",
            "фильм",
            "игр", "футболк", "подарок", "костюм", "газонокос", "кофемашин", "звук", "концерт", "постамат", "домофон",
        ]
        for stem in stems { builder.insert(LetterCode.codes(of: stem), isBeginning: true, 0) }
        return CueWordTable(builder)
    }()

    private static let telling: CueWordTable = {
        var builder = CueWordTable.Builder()
        let whole = [shortPersons, callable, machines].flatMap(Array.init) + ["голосом", "человек", "связь"]
        for word in whole { builder.insert(LetterCode.codes(of: word), isBeginning: false, 0) }
        let others = [
            "голос", "общени", "девушк", "объясн", "оператор", "человек", "сотрудник", "специалист", "менеджер",
        ]
        for stem in persons + misspeltStems + living + machineNames + others {
            builder.insert(LetterCode.codes(of: stem), isBeginning: true, 0)
        }
        return CueWordTable(builder)
    }()
}
