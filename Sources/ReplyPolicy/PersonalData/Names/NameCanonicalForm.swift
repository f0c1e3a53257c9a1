/// Works out the nominative of a name: `surname|given name|patronymic`.
struct NameCanonicalForm {
    let units: ArraySlice<NameUnit>
    let roles: [NamePattern.Role]

    /// The canonical value.
    ///
    /// - Parameters:
    ///   - forms: what all parts agree in; empty if they do not agree.
    ///   - allowed: what a preposition leaves possible.
    /// - Returns: the three parts; empty where one is not given.
    func value(forms: NameForms, allowed: NameForms) -> String {
        var possible = forms.isEmpty ? .all : forms
        if !possible.isDisjoint(with: .singular) { possible.formIntersection(.singular) }
        if !possible.isDisjoint(with: allowed) { possible.formIntersection(allowed) }
        let chosen = possible.likeliest ?? (.masculine, .nominative)
        let form = NameForms(chosen.block, chosen.grammaticalCase)
        var surname = ""
        var given = ""
        var patronymic = ""
        for (unit, role) in zip(units, roles) {
            switch role {
            case .surname: surname = self.surname(unit, form, chosen.block, chosen.grammaticalCase)
            case .given:
                given =
                    (unit.given.first { $0.forms.contains(form) } ?? unit.given.first)?.lemma ?? unknown(unit, chosen)
            case .patronymic: patronymic = unit.patronymic?.lemma ?? unit.form
            case .initial:
                let letter = initial(unit)
                if given.isEmpty { given = letter } else { patronymic = letter }
            }
        }
        return "\(surname)|\(given)|\(patronymic)"
    }

    private func initial(_ unit: NameUnit) -> String {
        guard unit.token.isLatin else { return unit.form + "." }
        let twin = unit.form.unicodeScalars.first.flatMap(SurfaceCharacter.cyrillicTwin)
        return (twin.map { String(Character($0)) } ?? unit.form) + "."
    }

    private func surname(
        _ unit: NameUnit, _ form: NameForms, _ block: NameForms.Block, _ grammaticalCase: GrammaticalCase
    ) -> String {
        let reading = unit.surname.first { $0.forms.contains(form) } ?? unit.surname.first
        guard let reading else { return unknown(unit, (block, grammaticalCase)) }
        return SurnameMorphology.nominative(reading.lemma, block)
    }

    /// Undoes the case of a word that no list has, by the endings of masculine nouns; other words stay.
    private func unknown(_ unit: NameUnit, _ chosen: (block: NameForms.Block, grammaticalCase: GrammaticalCase))
        -> String
    {
        guard chosen.block == .masculine else { return unit.form }
        let endings: [String] =
            switch chosen.grammaticalCase {
            case .nominative: []
            case .genitive, .accusative: ["а"]
            case .dative: ["у"]
            case .instrumental: ["ом", "ем"]
            case .prepositional: ["е"]
            }
        for ending in endings where unit.form.hasSuffix(ending) {
            return LetterSuffix.dropLast(ending.unicodeScalars.count, of: unit.form)
        }
        return unit.form
    }
}
