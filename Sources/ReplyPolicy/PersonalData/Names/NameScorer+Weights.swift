/// What a word adds as a part of a name.
extension NameScorer {
    /// What a unit adds in a role; `nil` if it cannot have it.
    func weight(
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
            if unit.writing == .small, !followedByPatronymic(unit) { return nil }
            return unit.writing == .small ? 0.25 : 0.4
        }
        let isDoubtful = unit.isOrdinaryGiven || unit.isOrdinary || unit.token.length < 3
        return switch (isDoubtful, unit.writing) {
        case (true, .capital): pattern == .givenInitial ? 0.3 : 0.6
        case (true, .sentenceStart): 0.25
        case (true, .small): 0.26
        case (false, .capital): unit.token.isLatin && pattern == .given ? 0.5 : 0.95
        case (false, .sentenceStart): unit.token.isLatin && pattern == .given ? 0.4 : 0.9
        case (false, .small): unit.token.isLatin ? 0.45 : 0.8
        }
    }

    /// Whether the unit after one is a patronymic.
    private func followedByPatronymic(_ unit: NameUnit) -> Bool {
        guard unit.tokens.upperBound < tokens.count, tokens[unit.tokens.upperBound].isWord else { return false }
        let next = tokens[unit.tokens.upperBound]
        guard !CommonWords.contains(next.form), let patronymic = Patronymics.reading(of: next.form) else {
            return false
        }
        return patronymic.hasKnownBase || next.length > 7
    }

    /// A given name of no list beside a surname: «Вугар Алексишвили».
    private func unknownGivenWeight(_ unit: NameUnit, _ pattern: NamePattern, _ context: NameContext) -> Float? {
        guard pattern == .surnameGiven || pattern == .givenSurname, !unit.isOrdinary, !unit.isPlace,
            unit.form.utf8.count > (context.score >= 0.5 ? 2 : 4), !unit.token.isLatin,
            unit.writing == .capital || !CommonWords.looksLikeVerb(unit.form)
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
            if unit.writing == .small, isAlone, CommonWords.isFunctionWord(unit.form) { return nil }
            guard knowledge == .listed else { return ordinaryWeight(unit, pattern, context) }
            return unit.writing == .capital
                ? (isAlone ? 0.36 : 0.4) : unit.writing == .sentenceStart ? 0.2 : isAlone ? 0 : 0.05
        }
        if isAlone {
            if unit.writing == .small, unit.token.length < 4, !isAnnounced(unit, context) { return nil }
            if isAdjective(unit), knowledge < .listed, isBeforeHouseNumber(unit) { return nil }
            if !unit.given.isEmpty, knowledge < .listed { return nil }
            if unit.isPlace { return knowledge == .listed ? 0.3 : nil }
            if knowledge < .listed, isAdjective(unit), isBeforeNoun(unit) { return nil }
            // «Московский», «Ярославское» are no persons without a cue.
            if isAdjective(unit), knowledge < .listed, unit.writing != .small { return 0.5 }
        }
        if unit.isPlace {
            if !isAlone, isAdjective(unit), unit.writing == .capital,
                pattern.roles.count == 3 || pattern.roles.contains(.given)
            {
                return 0.2
            }
            guard knowledge == .listed else { return nil }
            return unit.writing == .small ? 0.1 : 0.2
        }
        return switch (knowledge, unit.writing) {
        case (.listed, .capital): 0.8
        case (.listed, .sentenceStart): isAlone && !isRegular(unit) ? 0.65 : 0.76
        case (.listed, .small): 0.5
        case (.strongEnding, .capital): unit.token.isLatin ? 0.4 : 0.76
        case (.strongEnding, .sentenceStart): 0.45
        case (.strongEnding, .small): isRegular(unit) || isAdjective(unit) ? 0.3 : 0.36
        case (.weakEnding, .capital): 0.4
        case (.weakEnding, .sentenceStart): isAlone && isHailed(unit) ? 0.3 : 0.2
        case (.weakEnding, .small): isVerb(unit) || isAlone && !isAnnounced(unit, context) ? nil : 0.12
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
        if unit.isOrdinary { return ordinaryWeight(unit, pattern, context) }
        let isShort = unit.form.utf8.count <= (pattern.roles.count > 1 && unit.writing == .capital ? 2 : 4)
        guard !unit.isPlace, !isShort, unit.patronymic == nil else { return nil }
        let isAlone = pattern == .surname
        if isAlone, !unit.given.isEmpty { return nil }
        switch unit.writing {
        case .capital: return isAlone && (unit.token.isLatin || unit.form.utf8.contains(UInt8(ascii: "-"))) ? nil : 0.25
        case .sentenceStart:
            if isAlone { return isHailed(unit) || !isVerb(unit) && isLabelOfPhone(unit) ? 0.25 : nil }
            return isVerb(unit) && pattern != .surnameInitials ? nil : 0.05
        case .small:
            if isVerb(unit) { return nil }
            if isAlone {
                return isAnnounced(unit, context) && !unit.form.hasSuffix("на") && !unit.form.hasSuffix("но") ? 0 : nil
            }
            switch pattern {
            case .surnameGivenPatronymic, .givenPatronymicSurname, .surnameInitials, .initialsSurname: return 0.03
            case .surnameGiven where context.score >= 0.4: return 0.03
            case .givenSurname where context.score >= 0.8 && endsClause(unit.tokens.upperBound): return 0.03
            default: return nil
            }
        }
    }

    /// An ordinary word as a surname: «Расул Воробей», «Злата Белая».
    ///
    /// A capital within a sentence beside a known name says enough; the words that announce names are none themselves.
    private func ordinaryWeight(_ unit: NameUnit, _ pattern: NamePattern, _ context: NameContext) -> Float? {
        guard !unit.isInitial, unit.patronymic == nil, unit.token.length > 2, !unit.token.isLatin,
            !CommonWords.isFunctionWord(unit.form), !CommonWords.looksLikeVerb(unit.form) || unit.writing == .capital,
            !NameContext.isCue(unit.form)
        else { return nil }
        switch (pattern, unit.writing) {
        case (.surname, .capital):
            return context.isDeed && hasAdjectiveEnding(unit) && endsClause(unit.tokens.upperBound) ? 0.36 : nil
        case (.surname, _), (.surnameInitial, _), (.initialSurname, _): return nil
        case (.givenSurname, .capital), (.givenInitialSurname, .capital): return 0.3
        case (.surnameGiven, .capital): return context.score > 0.3 ? 0.3 : 0.1
        case (_, .capital): return 0.4
        case (.surnameGivenPatronymic, .sentenceStart): return 0.1
        case (.surnameGivenPatronymic, .small), (.givenPatronymicSurname, .small):
            return context.score >= 0.5 && hasAdjectiveEnding(unit) ? 0.05 : nil
        default: return nil
        }
    }

    private func hasAdjectiveEnding(_ unit: NameUnit) -> Bool {
        ["ая", "ый", "ий", "ой", "ую", "ого", "ому", "ым", "им", "ом", "ых", "их"].contains { unit.form.hasSuffix($0) }
    }

    /// Whether a cue announces a name and nothing more follows in the clause: «имя: хушнуд».
    private func isAnnounced(_ unit: NameUnit, _ context: NameContext) -> Bool {
        guard context.announcesName, !CommonWords.isFunctionWord(unit.form) else { return false }
        return endsClause(unit.tokens.upperBound)
    }

    /// Whether the clause ends before a token.
    private func endsClause(_ index: Int) -> Bool {
        index == tokens.count || tokens[index].gap >= .line || tokens[index].kind != .word
            || CommonWords.isFunctionWord(tokens[index].form)
    }

    /// Whether the word is greeted: «Дюма, здравствуйте!».
    private func isHailed(_ unit: NameUnit) -> Bool {
        NameContext.isGreeting(at: unit.tokens.upperBound, in: tokens)
    }

    /// «Хамидова 8 917 …»: a text or line of a word and a telephone number.
    private func isLabelOfPhone(_ unit: NameUnit) -> Bool {
        NameContext.isPhone(at: unit.tokens.upperBound, in: tokens)
    }

    /// Whether a house number follows: «на Прокурорскую, 12».
    private func isBeforeHouseNumber(_ unit: NameUnit) -> Bool {
        var index = unit.tokens.upperBound
        if index < tokens.count, tokens[index].isMark(",") { index += 1 }
        return index < tokens.count && tokens[index].isNumber && tokens[index].length < 4
            && !NameContext.isPhone(at: index, in: tokens)
    }
}
