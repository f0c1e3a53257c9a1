import TextAnalysis

/// Who does something may not be changed for another.
///
/// Compared are a predicate of the draft and the nearest word of its root in the spans, when both have an actor that can be told: «мы», «вы», a
/// noun of a person in the nominative, a verb of the first or second person plural, or «вам» beside a modal word.
/// - Positive (found): «вы заказываете экспертизу» from «мы заказываем экспертизу»; «адрес меняет оператор» from «адрес вы меняете сами».
/// - Negative: «вы должны выбрать» from «клиент должен выбрать»; «экспертизу заказывают» from «мы заказываем экспертизу».
/// - Near miss: «получите деньги» from «вернём деньги» is another verb.
struct ActorRule {
    let alignment: ClaimAlignment

    /// Where the draft names another actor.
    func problems() -> [Range<Int>] {
        alignment.draft.words.indices.compactMap { index in
            let word = alignment.draft.words[index]
            if isNew(index) { return word.utf8Range }
            guard Self.isAction(word), !alignment.matches[index].isEmpty,
                let actor = Self.actor(of: index, alignment.draft), let said = said(index),
                !said.contains(where: { Self.areOne(actor, $0) })
            else { return nil }
            return word.utf8Range
        }
    }

    /// Whether a word names somebody of whom the spans do not speak.
    private func isNew(_ index: Int) -> Bool {
        let word = alignment.draft.words[index]
        guard alignment.matches[index].isEmpty, let actor = Self.actors[word.form] else { return false }
        // Somebody has to bring what is delivered.
        return !["вы", "мы", "курьер"].contains(actor)
    }

    /// The actors of the words of the same root; `nil` when one of them has none that can be told.
    private func said(_ index: Int) -> [ClaimTerm]? {
        var actors: [ClaimTerm] = []
        for place in alignment.places(of: index) {
            let word = alignment.word(at: place)
            guard Derivation.distance(alignment.draft.words[index], word) == .related, Self.isAction(word) else {
                continue
            }
            guard let actor = Self.actor(of: place.word, alignment.spans[place.span].claim) else { return nil }
            actors.append(actor)
        }
        return actors.isEmpty ? nil : actors
    }

    private static func isAction(_ word: ClaimWord) -> Bool { word.isPredicate && word.weight != .glue }

    private static func areOne(_ left: ClaimTerm, _ right: ClaimTerm) -> Bool {
        let both: Set = [left, right]
        // «Банк-партнёр» is one.
        return left == right || both == ["вы", "получатель"] || both == ["банк", "партнер"]
    }

    /// Who does what a word says, by one name for all words for him.
    private static func actor(of index: Int, _ claim: ClaimText) -> ClaimTerm? {
        let verb = claim.words[index].form
        if ofUs.contains(where: verb.hasSuffix) { return "мы" }
        if ofYou.contains(where: verb.hasSuffix) { return "вы" }
        let clause = claim.clauses[claim.words[index].clause].words
        let named = clause.filter { actors[claim.words[$0].form] != nil }
        if let nearest = named.min(by: { abs($0 - index) < abs($1 - index) }),
            claim.words[nearest].segment == claim.words[index].segment || named.count == 1
        {
            return actors[claim.words[nearest].form]
        }
        let modal: WordSense.Role = [.obligation, .permission, .possibility]
        guard clause.contains(where: { !claim.words[$0].roles.isDisjoint(with: modal) }) else { return nil }
        return clause.contains { ["вам", "клиенту", "покупателю"].contains(claim.words[$0].form) } ? "вы" : nil
    }

    /// Endings of the first person plural that adjectives do not have.
    private static let ofUs = ["аем", "яем", "уем", "дем", "нем", "вим", "тим", "дим", "лим", "рим", "сим"]
    /// Endings of the second person plural that imperatives do not have.
    private static let ofYou = ["аете", "яете", "уете", "дете", "жете"]

    private static let actors: [ClaimTerm: ClaimTerm] = {
        var actors: [ClaimTerm: ClaimTerm] = [:]
        for names in lists {
            let forms = names.split(separator: " ").map { ClaimTerm(String($0)) }
            for form in forms { actors[form] = forms[0] }
        }
        return actors
    }()

    /// Names of one actor, the first for all.
    private static let lists = [
        "вы клиент клиенты покупатель покупатели заказчик", "мы магазин", "банк банк-партнер банки",
        "оператор сотрудник специалист менеджер операторы сотрудники", "курьер курьеры",
        "партнер продавец партнеры продавцы",
        "владелец хозяин", "получатель адресат", "друг", "родственник", "участник", "страховая", "юрист", "эксперт",
        "мастер",
    ]
}
