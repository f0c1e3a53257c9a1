/// A clause of a customer's message whose every word belongs to ``HumanRequestVocabulary``.
///
/// Positive: «консультант есть на связи?», «челы в чате?», «хватит ботом отвечать», «дайте номер, позвоню».
/// Near misses: «сколько людей нужно» (a number of people), «не звонить» (the opposite), «мы люди» (who they are).
struct HumanRequestClause {
    typealias Role = HumanRequestVocabulary.Role

    private let words: ArraySlice<ReadWord>
    private let roles: [HumanRequestVocabulary.Roles]
    /// Whether nothing else stands in the sentence.
    private let isSentence: Bool

    /// Longer ones tell of something.
    private static let maxWords = 12

    /// The clause, if its words are those of a request.
    init?(words: ArraySlice<ReadWord>, isSentence: Bool) {
        guard words.count <= Self.maxWords, !words.isEmpty else { return nil }
        var roles: [HumanRequestVocabulary.Roles] = []
        for word in words {
            let found = HumanRequestVocabulary.roles(of: word)
            guard !found.isEmpty else { return nil }
            roles.append(found)
        }
        self.words = words
        self.roles = roles
        self.isSentence = isSentence
    }

    /// Whether it names both a person and what should be done; goods are not ordered about.
    var isPlain: Bool { has(.person) && (has(.call) || has(.wish)) }

    /// Whether it asks for a person, or whether a machine answers.
    var asksForPerson: Bool { namesPerson || namesLiving || namesMachine || asksToRing }

    /// «Консультант есть?», «дайте человека».
    private var namesPerson: Bool {
        guard let person = roles.firstIndex(where: { $0.has(.person) }), !isRefused, !isTold, !isSelf(person),
            !isCounted(person), !isOfNetwork
        else { return false }
        if has(.ring), words.first?.text == "как" { return false }
        if has(.call) || has(.wish) || has(.living) || has(.machine) { return true }
        if has(.talk), isSentence || !words.contains(where: { Self.tells.contains($0.text) }) { return true }
        return isSentence || words.contains { Self.wanted.contains($0.text) }
    }

    /// «Живой», «есть кто живой», «ты настоящий?», «ау, кто-нибудь тут есть».
    private var namesLiving: Bool {
        guard !isRefused else { return false }
        if has(.living) {
            return has(.somebody) || has(.addressed) || has(.call) || has(.talk) || (isSentence && words.count <= 5)
        }
        guard has(.somebody) else { return false }
        if has(.call), words.contains(where: { ["кого", "кем", "кто", "ктонибудь"].contains($0.text) }) { return true }
        guard isSentence else { return false }
        let isAnybody = words.contains { Self.anybody.contains($0.text) }
        return isAnybody && words.contains { Self.presence.contains($0.text) }
    }

    /// «Опять бот?», «хватит шаблонов», «мне отвечает программа».
    private var namesMachine: Bool {
        let isNamed = has(.machine)
        guard isNamed || has(.vagueMachine) else { return false }
        if has(.scorn) || has(.addressed) || (has(.talk) && (isNamed || isSentence)) { return true }
        if isSentence && words.count <= 3 && words.contains(where: { Self.pointing.contains($0.text) }) { return true }
        return isNamed && (isSentence || has(.call) || has(.wish))
    }

    /// «Перезвоните мне», «можно вам позвонить».
    private var asksToRing: Bool {
        guard let ring = roles.firstIndex(where: { $0.has(.ring) }), !isRefused else { return false }
        let index = words.startIndex + ring
        if ring > 0, ["не", "без"].contains(words[index - 1].text) { return false }
        let text = words[index].text
        if Self.rungs.contains(text) { return has(.somebody) || has(.person) || words.contains { $0.text == "чтобы" } }
        let isOrder = ["те", "ни", "ри"].contains { text.hasSuffix($0) }
        return isOrder || has(.wish) || has(.call) || has(.telephone) || has(.somebody)
            || words.contains { Self.callees.contains($0.text) }
    }

    /// Whether it refuses: «не надо оператора», «не переключайте», «не хочу говорить с оператором».
    private var isRefused: Bool {
        let texts = words.map(\.text)
        guard !has(.machine), !has(.vagueMachine), !texts.contains("почему") else { return false }
        return zip(texts, texts.dropFirst()).contains { word, next in
            word == "не" && (Self.refusals.contains(next) || next.hasSuffix("йте") || next.hasSuffix("ите"))
        }
    }

    /// «Оператор сказал ждать», but not «я сказал: оператор».
    private var isTold: Bool {
        words.indices.contains { index in
            Self.told.contains(words[index].text) && !(index > words.startIndex && words[index - 1].text == "я")
        }
    }

    /// «Сколько людей нужно».
    private func isCounted(_ person: Int) -> Bool {
        person > 0 && ["сколько", "скольки"].contains(words[words.startIndex + person - 1].text)
    }

    /// «Мы люди», «я живой человек», «как нормальный человек».
    private func isSelf(_ person: Int) -> Bool {
        guard ["человек", "люди"].contains(words[words.startIndex + person].text) else { return false }
        let before = roles[..<person].lastIndex { !$0.has(.living) }
        return before.map { ["я", "мы", "как"].contains(words[words.startIndex + $0].text) } ?? false
    }

    /// «Оператор связи».
    private var isOfNetwork: Bool {
        zip(words, words.dropFirst()).contains { word, next in
            next.text == "связи" && HumanRequestVocabulary.roles(of: word).has(.person)
        }
    }

    private func has(_ role: Role) -> Bool { roles.contains { $0.has(role) } }

    /// Persons in the case of what is wanted.
    private static let wanted: Set<String> = [
        "оператора", "менеджера", "консультанта", "специалиста", "сотрудника", "администратора", "начальника",
    ]
    /// Verbs with which people tell of goods: «люди пишут, что прилипает».
    private static let tells: Set<String> = [
        "пишут", "пишет", "говорят", "говорит", "сказал", "говорил", "говорила", "написал", "читают",
    ]
    private static let refusals: Set<String> = [
        "надо", "нужен", "нужно", "нужны", "нужна", "было", "хочу", "звонить", "звони",
    ]
    private static let told: Set<String> = [
        "сказал", "сказала", "сказали", "говорил", "говорила", "написал", "просил", "просила",
    ]
    private static let anybody: Set<String> = [
        "кто", "кого", "ктонибудь", "ктото", "нибудь", "нить",
    ]
    private static let presence: Set<String> = [
        "есть", "тут", "там", "здесь", "слышит", "читает", "ответит", "отвечает", "поможет", "ау", "эй", "позовите",
        "позови", "дома", "связи", "чате", "сидит", "конце", "экраном", "клавиатурой", "пишет", "живет", "работает",
    ]
    private static let pointing: Set<String> = ["это", "опять", "снова", "мне", "я", "тут", "здесь", "кто", "ну", "с"]
    private static let rungs: Set<String> = [
        "позвонил", "перезвонил", "позвонили", "перезвонили", "позвонит", "перезвонит", "перезвонят",
    ]
    private static let callees: Set<String> = ["вам", "мне", "нам", "куда", "завтра", "утром", "вечером"]
}

extension HumanRequestClause {
    /// The first clause, or sentence, of a message that is a request by its words alone.
    ///
    /// A message that tells of goods with those names («робот-пылесос», «живые ёлки») has none, unless it is plain.
    /// - Complexity: O(letters).
    static func request(in words: [ReadWord]) -> ArraySlice<ReadWord>? {
        var isAboutGoods: Bool?
        var start = 0
        while start < words.count {
            var end = start
            while end < words.count, words[end].sentence == words[start].sentence { end += 1 }
            for (part, clause) in clauses(of: words[start..<end]) where clause.asksForPerson {
                if clause.isPlain { return part }
                let isOther = isAboutGoods ?? words.contains { HumanRequestWords.isAboutGoods($0) }
                isAboutGoods = isOther
                if !isOther { return part }
            }
            start = end
        }
        return nil
    }

    /// The sentence itself and its clauses, as far as their words are known.
    private static func clauses(
        of sentence: ArraySlice<ReadWord>
    ) -> [(ArraySlice<ReadWord>, HumanRequestClause)] {
        var found: [(ArraySlice<ReadWord>, HumanRequestClause)] = []
        if let whole = HumanRequestClause(words: sentence, isSentence: true) { found.append((sentence, whole)) }
        var start = sentence.startIndex
        while start < sentence.endIndex {
            var end = start
            while end < sentence.endIndex, sentence[end].clause == sentence[start].clause { end += 1 }
            let words = sentence[start..<end]
            if words.count < sentence.count, !isQuoted(words, in: sentence),
                let clause = HumanRequestClause(words: words, isSentence: false)
            {
                found.append((words, clause))
            }
            start = end
        }
        return found
    }

    /// «Голос сказал «перезвоните»».
    private static func isQuoted(_ words: ArraySlice<ReadWord>, in sentence: ArraySlice<ReadWord>) -> Bool {
        guard words.startIndex > sentence.startIndex else { return false }
        let before = sentence[words.startIndex - 1].text
        return ["сказал", "написал", "ответил"].contains { before.hasPrefix($0) }
    }
}
