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
            let common = forms.intersection(self.forms(of: unit, as: role))
            // A weak ending is a guess: «Кабаном» is no form of «Кабаной».
            let isGuess = role == .surname && unit.surnameKnowledge == .weakEnding && unit.writing == .capital
            if !(isGuess && common.isEmpty) { forms = common }
            isAnchored = isAnchored || isAnchor(unit, role)
        }
        if roles.count > 1 {
            let hasInitials = roles.filter { $0 == .initial }.count == 2
            guard isAnchored || hasInitials || isIntroduced(roles, at: start, context) else { return nil }
            if isDoubtfulBesideUnknown(roles, at: start, context) { return nil }
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
            if roles == [.given], isCalled(start) { sum += 0.5 }
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
        let end = units[start + roles.count - 1].tokens.upperBound
        let after = NameContext.scoreAfter(end, in: tokens)
        // «27 дюймов, вижу»: a word in small letters is not called by a greeting after it.
        let isSure =
            !units[start].given.isEmpty
            || (units[start].surnameKnowledge ?? .weakEnding) > .weakEnding && units[start].writing != .small
        let mayBeCalled = roles.count > 1 || isSure
        score += roles.count > 1 ? max(0, after) : mayBeCalled || isUnknownCalled(start) ? after : min(0, after)
        let startsLine = units[start].tokens.lowerBound == 0 || units[start].token.gap >= .line
        if startsLine, roles.count == 1, isLabel(start), NameContext.isPhone(at: end, in: tokens) { score += 0.6 }
        if (0.35..<0.75).contains(context.score), NameContext.isDeed(at: end, in: tokens) { score += 0.2 }
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
        if loose.count == 2, loose[0].0.form == loose[1].0.form, isKnown { return true }
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
        let isI = before > 0 && tokens[before - 1].form == "я" && unit.writing == .capital && !unit.token.isLatin
        if isI, after == tokens.count || tokens[after].kind == .mark { return 0.2 }
        let isSet = before > 0 && tokens[before - 1].isMark(",") && unit.writing == .capital
        if isSet, after == tokens.count || tokens[after].kind == .mark { return 0.2 }
        let isSurrounded = before > 0 && tokens[before - 1].isMark("\"")
        return isSurrounded && context.score < 0.5 ? -0.3 : 0
    }

    /// «С уважением, Гурами Хо»: two words of no list with capitals after a sure cue, or as a signature.
    private func isIntroduced(_ roles: [NamePattern.Role], at start: Int, _ context: NameContext) -> Bool {
        guard roles.count == 2, !roles.contains(.initial) else { return false }
        let pair = units[start..<start + 2]
        if pair.allSatisfy({ $0.writing == .capital }) { return context.score >= 0.5 }
        return isSignature(start..<start + 2) && pair.allSatisfy { $0.writing != .small && !$0.isOrdinary }
    }

    /// «водительские 99 18 …» is no name: before a number only what can be one person's, and no adjective in small letters.
    private func isLabel(_ index: Int) -> Bool {
        let unit = units[index]
        guard !unit.surname.isEmpty else { return unit.writing != .small || !unit.given.isEmpty }
        return !unit.surnameForms.isDisjoint(with: .singular) && !unit.isOrdinary
            && (unit.writing != .small || (unit.surnameKnowledge ?? .weakEnding) >= .strongEnding)
    }

    /// The last line of a text of several lines.
    private func isSignature(_ range: Range<Int>) -> Bool {
        let first = units[range.lowerBound]
        return first.tokens.lowerBound > 0 && first.token.gap >= .line
            && units[range.upperBound - 1].tokens.upperBound == tokens.count
    }

    /// «Уровни Искра»: a doubtful given name beside an unknown word at the start of a sentence.
    private func isDoubtfulBesideUnknown(
        _ roles: [NamePattern.Role], at start: Int, _ context: NameContext
    ) -> Bool {
        let end = units[start + roles.count - 1].tokens.upperBound
        guard roles.count == 2, context.score <= 0, !NameContext.isPhone(at: end, in: tokens) else { return false }
        let pairs = Array(zip(units[start...], roles))
        let isDoubtful = pairs.contains { $1 == .given && ($0.isOrdinaryGiven || $0.isOrdinary) }
        let isUnknown = pairs.contains {
            $1 == .surname && ($0.surname.isEmpty || $0.isOrdinary && $0.surnameKnowledge != .listed)
        }
        return isDoubtful && isUnknown
    }

    /// «Султан, извините»: a given name that starts a sentence and is called.
    private func isCalled(_ index: Int) -> Bool {
        let end = units[index].tokens.upperBound
        guard units[index].token.startsSentence, end + 1 < tokens.count, tokens[end].isMark(",") else { return false }
        let next = tokens[end + 1]
        guard next.isWord, next.capitals == .none || units[index].writing == .small, !next.form.hasPrefix("котор")
        else {
            return false
        }
        return CommonWords.isFunctionWord(next.form) || CommonWords.looksLikeVerb(next.form)
            || NameContext.isAddressed(next.form)
    }

    /// Whether a word of no list is called by a greeting after it or before.
    private func isUnknownCalled(_ index: Int) -> Bool {
        units[index].writing != .small && NameContext.isGreeting(at: units[index].tokens.upperBound, in: tokens)
    }
}
