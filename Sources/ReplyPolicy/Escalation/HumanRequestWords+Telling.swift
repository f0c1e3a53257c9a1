/// The words without which no sentence asks for a person.
extension HumanRequestWords {
    /// Whether a word is one of them; a sentence without any need not be looked through.
    static func isTelling(_ word: ReadWord) -> Bool { !telling.elements(of: word).isEmpty }

    private static let telling: CueWordTable = {
        var builder = CueWordTable.Builder()
        let whole = [shortPersons, callable, machines].flatMap(Array.init) + ["голосом", "человек", "связь"]
        for word in whole { builder.insert(LetterCode.codes(of: word), isBeginning: false, 0) }
        let others = [
            "голос", "общени", "девушк", "объясн", "оператор", "человек", "сотрудник", "специалист", "менеджер",
        ]
        for stem in persons + misspelt + living + machineNames + others {
            builder.insert(LetterCode.codes(of: stem), isBeginning: true, 0)
        }
        return CueWordTable(builder)
    }()
}
