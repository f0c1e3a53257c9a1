/// A clause may not be surer, or oblige more, than the clause of the source that says it.
///
/// - Positive (found): «Деньги придут за 5 дней» from «обычно приходят»; «Курьер точно приедет»; «Нужно вернуть» from «можно вернуть».
/// - Negative: «Деньги, как правило, приходят» from «обычно приходят».
/// - Near miss: «Нужно открыть «Заказы»» from the instruction «Откройте «Заказы»».
struct ModalityRule {
    let alignment: ClaimAlignment

    /// At most one problem for each clause of the draft.
    func problems() -> [(kind: GroundingProblem.Kind, utf8Range: Range<Int>, words: String)] {
        let sentence = alignment.draft.words[...]
        let draftRoles = Self.roles(of: sentence)
        return alignment.draft.clauses.indices.compactMap { clause in
            guard let best = alignment.best[clause] else { return nil }
            return problem(with: clause, best, draftRoles)
        }
    }

    private func problem(
        with clause: Int, _ best: ClaimAlignment.ClausePlace, _ sentence: WordSense.Role
    ) -> (kind: GroundingProblem.Kind, utf8Range: Range<Int>, words: String)? {
        let words = alignment.draft.words[alignment.draft.clauses[clause].words]
        let draft = Self.roles(of: words)
        let said = Self.roles(of: alignment.words(of: best))
        let saidInSentence = Self.roles(of: alignment.sentenceWords(of: best))
        let range = alignment.draft.clauses[clause].utf8Range
        let weak: WordSense.Role = [.hedge, .possibility]
        if said.contains(.hedge), sentence.isDisjoint(with: weak) {
            return (.strongerModality, range, "")
        }
        if said.contains(.possibility), !said.contains(.negation), !said.contains(.denial),
            sentence.isDisjoint(with: [.hedge, .possibility, .permission]), !draft.contains(.condition)
        {
            return (.strongerModality, range, "")
        }
        if draft.contains(.certainty), !saidInSentence.contains(.certainty),
            let word = words.first(where: { $0.roles.contains(.certainty) && !$0.isDenied }),
            word.form != "всегда" || !saidInSentence.contains(.universal),
            !word.form.hasPrefix("автоматич") || isByHand(best)
        {
            return (.strongerModality, word.utf8Range, "")
        }
        if draft.contains(.obligation), draft.isDisjoint(with: [.negation, .denial]),
            !saidInSentence.contains(.obligation), isByItself(best),
            let word = words.first(where: { $0.roles.contains(.obligation) && !$0.isDeniedByPrefix })
        {
            return (.strongerModality, word.utf8Range, "")
        }
        let all = alignment.said(of: clause).map { Self.roles(of: alignment.words(of: $0)) }
        return obligation(words, draft, all.reduce(into: WordSense.Role()) { $0.formUnion($1) })
    }

    /// Whether what a sentence says happens by itself.
    private func isByItself(_ best: ClaimAlignment.ClausePlace) -> Bool {
        alignment.words(of: best).contains {
            $0.form == "сам" || $0.form == "само" || $0.form == "сама" || $0.form.hasPrefix("автоматич")
        }
    }

    /// Whether somebody has to do something in a sentence: then it is not automatic.
    private func isByHand(_ best: ClaimAlignment.ClausePlace) -> Bool {
        alignment.sentenceWords(of: best).contains { word in
            [
                "вручн", "ручн", "обращ", "обрат", "заявк", "напиш", "попрос", "запрос", "оператор", "сотрудник",
                "позвон",
            ]
            .contains(where: word.form.hasPrefix)
        }
    }

    private func obligation(
        _ words: ArraySlice<ClaimWord>, _ draft: WordSense.Role, _ said: WordSense.Role
    ) -> (kind: GroundingProblem.Kind, utf8Range: Range<Int>, words: String)? {
        guard draft.isDisjoint(with: [.negation, .denial]), said.isDisjoint(with: [.negation, .denial]) else {
            return nil
        }
        if draft.contains(.obligation), !draft.contains(.permission), said.contains(.permission),
            !said.contains(.obligation),
            let word = words.first(where: { $0.roles.contains(.obligation) })
        {
            return (.strongerModality, word.utf8Range, "")
        }
        if draft.contains(.permission), !draft.contains(.obligation), said.contains(.obligation),
            !said.contains(.permission),
            let word = words.first(where: { $0.roles.contains(.permission) })
        {
            return (.weakerModality, word.utf8Range, "")
        }
        return nil
    }

    /// All roles of some words, with those of «как правило» and «чаще всего».
    static func roles(of words: ArraySlice<ClaimWord>) -> WordSense.Role {
        var roles: WordSense.Role = []
        for index in words.indices {
            roles.formUnion(words[index].roles)
            guard index > words.startIndex else { continue }
            let (last, form) = (words[index - 1].form, words[index].form)
            if last == "как" && form == "правило" || form == "всего" && (last == "чаще" || last == "скорее") {
                roles.insert(.hedge)
            }
            // «Цена от суммы не зависит», «число вещей не ограничено».
            if last == "не", ["завис", "влия", "огранич"].contains(where: form.hasPrefix) { roles.insert(.universal) }
        }
        return roles
    }
}
