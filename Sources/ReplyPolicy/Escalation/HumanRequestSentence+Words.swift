/// What a word of the sentence is.
extension HumanRequestSentence {
    static func isPerson(_ word: String, _ key: String) -> Bool {
        guard !Words.otherWords.contains(where: word.hasPrefix) else { return false }
        if Words.shortPersons.contains(word) || Words.persons.contains(where: { key.hasPrefix($0) }) { return true }
        let letters = Array(word.unicodeScalars)
        let sounds = Array(key.unicodeScalars)
        return Words.misspelt.contains { Misspelling.begins(letters, withNearly: $0) }
            || Words.misspeltKeys.contains { Misspelling.begins(sounds, withNearly: $0) }
    }

    func isPerson(_ index: Int) -> Bool {
        words.indices.contains(index) && Self.isPerson(words[index], keys[index])
    }

    /// The indices around one.
    func window(_ index: Int, before: Int, after: Int) -> Range<Int> {
        max(0, index - before)..<min(words.count, index + after + 1)
    }

    func isFiller(_ index: Int) -> Bool { Words.fillers.contains(words[index]) || isLiving(index) }

    /// «Хочу», «дайте» and also «мне бы».
    func isWish(_ index: Int) -> Bool {
        Words.wishes.contains(words[index]) || (index > 0 && words[index] == "бы" && words[index - 1] == "мне")
    }

    /// «Другого оператора» is wanted here, «другой человек» may be anybody.
    func isOther(_ index: Int) -> Bool {
        words[index].hasPrefix("друг") && isPerson(index + 1) && !words[index + 1].hasPrefix("чел")
            && !words[index + 1].hasPrefix("люд")
    }

    /// An adjective, not the adverb: «реального», not «реально».
    func isLiving(_ index: Int) -> Bool {
        let isAdverb = words[index].hasSuffix("о") && !words[index].hasSuffix("го")
        return !isAdverb && hasStem(index, of: Words.living)
    }

    /// A verb that brings a person; not in the past, where it tells a story.
    func isCall(_ index: Int) -> Bool {
        let word = words[index]
        if Words.shortCalls.contains(word) { return word != "связь" || words.contains("можно") }
        guard Words.calls.contains(where: { keys[index].hasPrefix($0) }) else { return false }
        return !["л", "ла", "ло", "ли", "лся", "лась", "лись", "н", "но", "ны"].contains { word.hasSuffix($0) }
    }

    /// «Не переключайте», but not «почему не переключаете».
    func isNegated(_ index: Int) -> Bool {
        guard index > 0, !words.contains("почему") else { return false }
        let before = window(index, before: 2, after: -1)
        if words[index - 1] == "не" { return true }
        return before.contains { words[$0] == "не" && $0 + 1 < index && isNegatable($0 + 1) }
    }

    private func isNegatable(_ index: Int) -> Bool {
        ["надо", "нужно", "хочу", "стоит", "буду"].contains(words[index])
    }

    /// A person in the nominative, by its ending.
    func isSubject(_ index: Int) -> Bool {
        let word = words[index]
        let isOtherCase = ["ов", "ев", "ей", "м", "х"].contains { word.hasSuffix($0) }
        return !isOtherCase && !"аеоуэюяй".contains(word.suffix(1))
    }

    /// A person in the dative, by its ending.
    func isDative(_ index: Int) -> Bool {
        ["у", "ю", "ам", "ям"].contains { words[index].hasSuffix($0) }
    }

    /// A person after «с», the one to talk to.
    func isCompany(_ index: Int) -> Bool {
        guard isPerson(index) || Words.callable.contains(words[index]) else { return false }
        return window(index, before: 3, after: -1).contains { words[$0] == "с" || words[$0] == "со" }
    }

    func isPersonOrVoice(_ index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        return isPerson(index) || ["голос", "общени", "девушк"].contains { words[index].hasPrefix($0) }
    }

    /// Whether the words next to a person tell that it is one of another place.
    func isElsewhere(_ index: Int) -> Bool {
        if index > 0, hasStem(index - 1, of: Words.otherKinds) { return true }
        guard index + 1 < words.count else { return false }
        let next = words[index + 1]
        if Words.otherPlaces.contains(next) { return !words[index].hasPrefix("представител") }
        guard index + 2 < words.count, ["по", "к", "в", "на", "для"].contains(next) else { return false }
        return hasStem(index + 2, of: Words.otherTasks) && !(next == "по" && words[index + 2].hasPrefix("подписк"))
    }

    /// Whether an order is about something else that lies between the verb and the person.
    func movesThing(_ verb: Int, _ person: Int) -> Bool {
        verb < person && (verb..<person).contains { hasStem($0, of: Words.movedThings) }
    }

    func hasStem(_ index: Int, of stems: [String]) -> Bool {
        stems.contains { words[index].hasPrefix($0) }
    }
}
