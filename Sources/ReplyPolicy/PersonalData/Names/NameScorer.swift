/// Says how much speaks for a sequence of words being a name.
///
/// A sum of evidence: the lists, the endings, the capital letter, the agreement in case and gender, the words around. The weights are set by
/// hand on the development sentences so that any one strong sign, or two middling ones, reach ``threshold``.
struct NameScorer {
    /// The sum from which a sequence is taken for a name.
    static let threshold: Float = 0.75

    /// A sequence that is taken for a name.
    struct Candidate {
        let pattern: NamePattern
        let score: Float
        /// The gender and case of all parts.
        let forms: NameForms
        let context: NameContext
    }

    let units: [NameUnit]
    let tokens: [SurfaceToken]

    /// The best reading of the units from `start` on in a pattern; `nil` if it is no name.
    func candidate(_ pattern: NamePattern, _ roles: [NamePattern.Role], at start: Int, _ context: NameContext)
        -> Candidate?
    {
        var sum: Float = 0
        var forms = NameForms.all
        var isAnchored = false
        for (offset, role) in roles.enumerated() {
            let unit = units[start + offset]
            if offset > 0 {
                guard unit.followsDirectly else { return nil }
                if unit.token.gap == .line { sum -= 0.08 }
            }
            guard let weight = weight(of: unit, as: role, in: pattern, context) else { return nil }
            sum += weight
            forms.formIntersection(self.forms(of: unit, as: role))
            isAnchored = isAnchored || isAnchor(unit, role)
        }
        if roles.count > 1 {
            let hasInitials = roles.filter { $0 == .initial }.count == 2
            guard isAnchored || hasInitials else { return nil }
            if !isWrittenAlike(roles, at: start) || !beginsInNominative(roles, at: start, forms) { return nil }
            if hasInitials, !initialsAreSure(roles, at: start) { return nil }
            if forms.isEmpty {
                guard units[start].writing != .small, units[start + roles.count - 1].writing != .small else {
                    return nil
                }
                sum -= 0.5
            } else {
                sum += 0.1
            }
        } else {
            sum += singleBonus(at: start, context)
            if forms.isDisjoint(with: context.allowed) { sum -= 0.3 }
        }
        sum += surroundings(roles, at: start, context)
        guard sum >= Self.threshold else { return nil }
        return Candidate(pattern: pattern, score: sum, forms: forms, context: context)
    }

    /// What the words before and after a sequence add.
    private func surroundings(_ roles: [NamePattern.Role], at start: Int, _ context: NameContext) -> Float {
        var score: Float = 0
        let isThing =
            context.score <= -0.6 && roles.count == 2 && roles.contains { $0 == .given }
            && !zip(units[start...], roles).contains {
                $1 == .surname && ($0.surnameKnowledge ?? .weakEnding) > .weakEnding || $1 == .patronymic
            }
        score += roles.count > 1 && !isThing ? max(0, context.score) : context.score
        let after = NameContext.scoreAfter(units[start + roles.count - 1].tokens.upperBound, in: tokens)
        // «27 дюймов, вижу»: a word in small letters is not called by a greeting after it.
        let isSure =
            !units[start].given.isEmpty
            || (units[start].surnameKnowledge ?? .weakEnding) > .weakEnding && units[start].writing != .small
        let mayBeCalled = roles.count > 1 || isSure
        score += roles.count > 1 ? max(0, after) : mayBeCalled ? after : min(0, after)
        return score
    }

    /// «могиле Свиридова»: a word in small letters beside a capital belongs to a name only if both are known.
    private func isWrittenAlike(_ roles: [NamePattern.Role], at start: Int) -> Bool {
        let parts = zip(units[start...], roles).filter { $1 != .initial }
        guard parts.contains(where: { $0.0.writing == .small }), parts.contains(where: { $0.0.writing != .small })
        else { return true }
        return parts.allSatisfy { unit, role in
            switch role {
            case .surname:
                (unit.surnameKnowledge ?? .weakEnding) == .listed && !unit.isOrdinary
                    || unit.writing == .small && unit.token.capitals == .all
            case .given: !unit.given.isEmpty
            case .patronymic: unit.patronymic?.hasKnownBase ?? false
            case .initial: true
            }
        }
    }

    /// «Похороны Людмилы»: an unknown word at the start of a sentence is a part of a name only in the nominative.
    private func beginsInNominative(_ roles: [NamePattern.Role], at start: Int, _ forms: NameForms) -> Bool {
        let first = units[start]
        guard first.writing == .sentenceStart else { return true }
        let isUnknown = roles[0] == .surname ? first.surname.isEmpty : roles[0] == .given && first.given.isEmpty
        guard isUnknown else { return true }
        return !forms.isDisjoint(with: .nominative) && !first.form.utf8.contains(UInt8(ascii: "-"))
    }

    /// «петрова а я»: small letters without full stops are initials only after a known surname, and not all of them words.
    private func initialsAreSure(_ roles: [NamePattern.Role], at start: Int) -> Bool {
        let pairs = zip(units[start...], roles)
        let loose = pairs.filter { $1 == .initial && $0.writing == .small && !$0.hasFullStop }
        let dotted = zip(units[start...], roles).filter { $1 == .initial && $0.writing == .small && $0.hasFullStop }
        let isListed = pairs.contains { $1 == .surname && $0.surnameKnowledge == .listed && !$0.isOrdinary }
        if dotted.count == 2, !isListed, Self.abbreviations.contains(dotted.map(\.0.form).joined()) { return false }
        guard !loose.isEmpty else { return true }
        let isKnown = pairs.contains {
            $1 == .surname && ($0.surnameKnowledge ?? .weakEnding) >= .strongEnding && !$0.isOrdinary
        }
        let end = units[start + roles.count - 1].tokens.upperBound
        let endsClause = end == tokens.count || tokens[end].kind == .mark || tokens[end - 1].isMark(".")
        return isKnown && (endsClause || loose.contains { !Self.letterWords.contains($0.0.form) })
    }

    private static let letterWords: Set<String> = ["а", "в", "и", "к", "о", "с", "у", "я"]
    /// Pairs of letters that are no initials.
    ///
    /// «т. е.», «и. о.», «д. р.» and other pairs of letters that are no initials.
    private static let abbreviations: Set<String> = [
        "тд", "тп", "те", "тк", "тч", "тн", "нэ", "ио", "др", "гр", "рф", "сш", "вд", "мб", "пп", "кп", "тт", "дк",
        "кд", "дс", "вт",
    ]

    private func isAnchor(_ unit: NameUnit, _ role: NamePattern.Role) -> Bool {
        switch role {
        case .given: !unit.given.isEmpty && (!unit.isOrdinaryGiven || unit.writing != .small)
        case .patronymic: true
        case .surname: (unit.surnameKnowledge ?? .weakEnding) >= .strongEnding && !unit.isOrdinary
        case .initial: false
        }
    }

    private func forms(of unit: NameUnit, as role: NamePattern.Role) -> NameForms {
        switch role {
        case .given: unit.given.isEmpty ? .all : unit.givenForms
        case .patronymic: unit.patronymic?.forms ?? .all
        case .surname: unit.surnameForms
        case .initial: .all
        }
    }

    /// A name that fills a whole line, as an answer or a signature.
    private func singleBonus(at index: Int, _ context: NameContext) -> Float {
        let unit = units[index]
        let before = unit.tokens.lowerBound
        let after = unit.tokens.upperBound
        let startsLine = before == 0 || tokens[before].gap >= .line
        let endsLine =
            after == tokens.count || tokens[after].gap >= .line
            || (after + 1 == tokens.count && tokens[after].isMark("."))
        if startsLine, endsLine, unit.writing != .small { return 0.3 }
        let isSet = before > 0 && tokens[before - 1].isMark(",") && unit.writing == .capital
        if isSet, after == tokens.count || tokens[after].kind == .mark { return 0.2 }
        let isSurrounded = before > 0 && tokens[before - 1].isMark("\"")
        return isSurrounded && context.score < 0.5 ? -0.3 : 0
    }

    private func weight(
        of unit: NameUnit, as role: NamePattern.Role, in pattern: NamePattern, _ context: NameContext
    ) -> Float? {
        switch role {
        case .given: givenWeight(unit, pattern, context)
        case .patronymic: patronymicWeight(unit, pattern)
        case .surname: unit.isInitial ? nil : surnameWeight(unit, pattern, context)
        case .initial: initialWeight(unit, pattern)
        }
    }

    private func givenWeight(_ unit: NameUnit, _ pattern: NamePattern, _ context: NameContext) -> Float? {
        guard !unit.isInitial else { return nil }
        if unit.given.isEmpty {
            // An unknown word is a given name only where a patronymic follows.
            let hasPatronymic =
                pattern == .surnameGivenPatronymic || pattern == .givenPatronymicSurname || pattern == .givenPatronymic
            if !hasPatronymic { return unknownGivenWeight(unit, pattern, context) }
            guard
                !unit.isOrdinary, !unit.isPlace, unit.form.utf8.count > 4, unit.patronymic == nil
            else { return nil }
            if unit.writing != .capital, CommonWords.looksLikeVerb(unit.form) { return nil }
            if unit.writing == .small, !followedByKnownPatronymic(unit) { return nil }
            return unit.writing == .small ? 0.25 : 0.4
        }
        let isDoubtful = unit.isOrdinaryGiven || unit.isOrdinary || unit.token.length < 3
        return switch (isDoubtful, unit.writing) {
        case (true, .capital): pattern == .givenInitial ? 0.3 : 0.6
        case (true, .sentenceStart): 0.25
        case (true, .small): 0.2
        case (false, .capital): unit.token.isLatin && pattern == .given ? 0.5 : 0.95
        case (false, .sentenceStart): unit.token.isLatin && pattern == .given ? 0.4 : 0.9
        case (false, .small): unit.token.isLatin ? 0.45 : 0.8
        }
    }

    /// Whether the unit after one is a patronymic of a known name.
    private func followedByKnownPatronymic(_ unit: NameUnit) -> Bool {
        guard unit.tokens.upperBound < tokens.count, tokens[unit.tokens.upperBound].isWord else { return false }
        return Patronymics.reading(of: tokens[unit.tokens.upperBound].form)?.hasKnownBase ?? false
    }

    /// A given name of no list beside a surname: «Вугар Алексишвили».
    private func unknownGivenWeight(_ unit: NameUnit, _ pattern: NamePattern, _ context: NameContext) -> Float? {
        guard pattern == .surnameGiven || pattern == .givenSurname, !unit.isOrdinary, !unit.isPlace,
            unit.form.utf8.count > 4,
            !CommonWords.looksLikeVerb(unit.form), !unit.token.isLatin
        else { return nil }
        switch unit.writing {
        case .capital: return 0.25
        case .sentenceStart: return 0.05
        case .small: return context.score >= 0.5 && pattern == .surnameGiven ? 0.02 : nil
        }
    }

    private func patronymicWeight(_ unit: NameUnit, _ pattern: NamePattern) -> Float? {
        guard let patronymic = unit.patronymic else { return nil }
        let isSmall = unit.writing == .small
        if patronymic.hasKnownBase { return isSmall ? (pattern == .patronymic ? 0.8 : 0.95) : 1 }
        return isSmall ? patronymic.strength - 0.25 : patronymic.strength
    }

    private func initialWeight(_ unit: NameUnit, _ pattern: NamePattern) -> Float? {
        guard unit.isInitial, !["й", "ъ", "ь", "ы"].contains(unit.form) else { return nil }
        let isLone: Bool =
            switch pattern {
            case .surnameInitial, .initialSurname, .givenInitial, .surnameGivenInitial, .givenInitialSurname: true
            default: false
            }
        if unit.writing == .small {
            if unit.hasFullStop { return isLone ? (pattern == .surnameInitial ? 0.3 : nil) : 0.4 }
            return isLone || pattern == .givenInitials ? nil : 0.15
        }
        if unit.hasFullStop { return 0.5 }
        return isLone ? (pattern == .surnameInitial ? 0.2 : nil) : 0.3
    }

    private func surnameWeight(_ unit: NameUnit, _ pattern: NamePattern, _ context: NameContext) -> Float? {
        guard let knowledge = unit.surnameKnowledge else { return unknownWeight(unit, pattern, context) }
        let isAlone = pattern == .surname
        if unit.isOrdinary || (unit.isOrdinaryGiven && knowledge < .listed) {
            // «Мороз», «Волк»: only beside the rest of a name or after a cue.
            if context.announcesName, isAlone, unit.writing == .capital { return 0.2 }
            guard knowledge == .listed else { return nil }
            return unit.writing == .capital
                ? (isAlone ? 0.3 : 0.4) : unit.writing == .sentenceStart ? 0.2 : isAlone ? 0 : 0.05
        }
        if isAlone {
            if unit.writing == .small, unit.token.length < 4, !context.announcesName { return nil }
            if !unit.given.isEmpty, knowledge < .listed { return nil }
            if unit.isPlace { return knowledge == .listed ? 0.3 : nil }
            if knowledge < .listed, isAdjective(unit), isBeforeNoun(unit) { return nil }
            // «Московский», «Ярославское» are no persons without a cue.
            if isAdjective(unit), knowledge < .listed, unit.writing != .small { return 0.5 }
        }
        if unit.isPlace {
            guard knowledge == .listed else { return nil }
            return unit.writing == .small ? 0.1 : 0.2
        }
        return switch (knowledge, unit.writing) {
        case (.listed, .capital): 0.8
        case (.listed, .sentenceStart): isAlone && !isRegular(unit) ? 0.65 : 0.76
        case (.listed, .small): 0.5
        case (.strongEnding, .capital): unit.token.isLatin ? 0.4 : 0.76
        case (.strongEnding, .sentenceStart): 0.45
        case (.strongEnding, .small): 0.3
        case (.weakEnding, .capital): 0.4
        case (.weakEnding, .sentenceStart): 0.2
        case (.weakEnding, .small): isAlone && (isVerb(unit) || !context.announcesName) ? nil : 0.12
        }
    }

    private func isRegular(_ unit: NameUnit) -> Bool {
        guard let lemma = unit.surname.first?.lemma else { return false }
        return ["ов", "ев", "ин", "ын"].contains(LetterSuffix.last(2, of: lemma) ?? "")
    }

    /// Whether its endings are those of an adjective: «Османской», «Советскому».
    private func isAdjective(_ unit: NameUnit) -> Bool {
        guard let lemma = unit.surname.first?.lemma else { return false }
        return ["ий", "ой", "ый"].contains(LetterSuffix.last(2, of: lemma) ?? "")
    }

    /// Whether a word in small letters follows that can be a noun.
    private func isBeforeNoun(_ unit: NameUnit) -> Bool {
        guard unit.tokens.upperBound < tokens.count else { return false }
        let next = tokens[unit.tokens.upperBound]
        return next.isWord && next.capitals == .none && !CommonWords.isFunctionWord(next.form)
            && !CommonWords.looksLikeVerb(next.form)
    }

    private func isIndeclinable(_ unit: NameUnit) -> Bool {
        ["ых", "их", "ко"].contains(LetterSuffix.last(2, of: unit.form) ?? "")
    }

    private func isVerb(_ unit: NameUnit) -> Bool { CommonWords.looksLikeVerb(unit.form) }

    /// A word of no list and no ending of surnames.
    private func unknownWeight(_ unit: NameUnit, _ pattern: NamePattern, _ context: NameContext) -> Float? {
        guard !unit.isOrdinary, !unit.isPlace, unit.form.utf8.count > 4, unit.patronymic == nil else { return nil }
        let isAlone = pattern == .surname
        if isAlone, !unit.given.isEmpty { return nil }
        switch unit.writing {
        case .capital: return isAlone && (unit.token.isLatin || unit.form.utf8.contains(UInt8(ascii: "-"))) ? nil : 0.25
        case .sentenceStart: return isVerb(unit) || isAlone ? nil : 0.05
        case .small:
            if isVerb(unit) { return nil }
            if isAlone {
                return context.announcesName && !unit.form.hasSuffix("на") && !unit.form.hasSuffix("но") ? 0 : nil
            }
            switch pattern {
            case .surnameGivenPatronymic, .givenPatronymicSurname, .surnameInitials, .initialsSurname: return 0.03
            default: return nil
            }
        }
    }
}
