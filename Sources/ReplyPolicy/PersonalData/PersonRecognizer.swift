import TextAnalysis

/// Finds the names of persons in any case and order.
///
/// Patterns: the orders of ``NamePattern`` over lists of given names and surnames (written for this project), productive endings of surnames
/// and patronymics, and cues such as «зовут», «получатель», «с уважением».
/// - Found: «Иванову Петру Сергеевичу», «П. С. Иванов», «меня зовут алия», «заказ на Петрову», «Ivanov Petr», «это Сергей».
/// - Not found: «заказ не пришёл», «позовите оператора», «где мой чек».
/// - Near misses, not found: «Вера в вас ещё жива», «роман „Белая гвардия“», «доставка в Киров», «улица Ленина» (an address),
///   «колонка Алиса», «до 8 марта», «Ярославское шоссе».
struct PersonRecognizer: PersonalDataRecognizer {
    func findings(in text: AnalyzedText) -> [PersonalDataFinding] {
        let tokens = SurfaceTokenizer.tokens(of: text.string)
        return findings(in: tokens)
    }

    /// The findings in a text that is cut into tokens.
    func findings(in tokens: [SurfaceToken]) -> [PersonalDataFinding] {
        findings(in: tokens, isAddress: AddressParser(tokens).coveredTokens())
    }

    /// The findings outside of addresses.
    ///
    /// - Parameters:
    ///   - tokens: the tokens of the text.
    ///   - isAddress: for each token whether it belongs to an address.
    /// - Returns: the findings in the order of the text, not overlapping.
    func findings(in tokens: [SurfaceToken], isAddress: [Bool]) -> [PersonalDataFinding] {
        let units = NameUnitReader(tokens).units()
        guard !units.isEmpty else { return [] }
        let scorer = NameScorer(units: units, tokens: tokens)
        return Self.bestSequence(scorer, isAddress).map { start, candidate in
            finding(scorer, start, candidate)
        }
    }

    /// The candidates of the highest total above the threshold that do not overlap.
    private static func bestSequence(_ scorer: NameScorer, _ isAddress: [Bool]) -> [(Int, NameScorer.Candidate)] {
        let units = scorer.units
        var best = [Float](repeating: 0, count: units.count + 1)
        var choice = [NameScorer.Candidate?](repeating: nil, count: units.count)
        for start in units.indices.reversed() {
            best[start] = best[start + 1]
            guard canStart(units[start]) else { continue }
            let reach = reach(from: start, in: units)
            let context = NameContext.before(units[start].tokens.lowerBound, in: scorer.tokens)
            for (pattern, roles) in NamePattern.all where roles.count <= reach {
                guard let candidate = scorer.candidate(pattern, roles, at: start, context) else { continue }
                let end = start + roles.count
                let covered = units[start].tokens.lowerBound..<units[end - 1].tokens.upperBound
                if covered.contains(where: { isAddress[$0] }) { continue }
                let total = candidate.score - NameScorer.threshold + 0.01 + best[end]
                if total > best[start] {
                    best[start] = total
                    choice[start] = candidate
                }
            }
        }
        return chosen(choice)
    }

    /// How many units follow one directly, itself included; at most three.
    private static func reach(from start: Int, in units: [NameUnit]) -> Int {
        var end = start + 1
        while end < units.count, end < start + 3, units[end].followsDirectly { end += 1 }
        return end - start
    }

    /// Whether any pattern can begin here; spares most ordinary words the work.
    private static func canStart(_ unit: NameUnit) -> Bool {
        if !unit.given.isEmpty || unit.patronymic != nil || unit.isInitial { return true }
        if unit.isOrdinary, unit.surname.isEmpty, unit.writing == .small, unit.token.capitals != .all { return false }
        return true
    }

    private static func chosen(_ choice: [NameScorer.Candidate?]) -> [(Int, NameScorer.Candidate)] {
        var result: [(Int, NameScorer.Candidate)] = []
        var index = 0
        while index < choice.count {
            if let candidate = choice[index] {
                result.append((index, candidate))
                index += candidate.pattern.roles.count
            } else {
                index += 1
            }
        }
        return result
    }

    /// The end of a name: a full stop after a last initial belongs to it only if the initial before has one.
    private static func end(_ units: ArraySlice<NameUnit>) -> Int {
        guard let last = units.last, let before = units.dropLast().last else {
            return units.last?.utf8Range.upperBound ?? 0
        }
        let isSentenceEnd = last.isInitial && before.isInitial && !before.hasFullStop
        return isSentenceEnd ? last.token.utf8Range.upperBound : last.utf8Range.upperBound
    }

    private func finding(
        _ scorer: NameScorer, _ start: Int, _ candidate: NameScorer.Candidate
    ) -> PersonalDataFinding {
        let roles = candidate.pattern.roles
        let units = scorer.units[start..<start + roles.count]
        let end = Self.end(units)
        let canonical = NameCanonicalForm(units: units, roles: roles)
            .value(forms: candidate.forms, allowed: candidate.context.allowed)
        let cue = candidate.context.score > 0 ? candidate.context.cue : ""
        return PersonalDataFinding(
            kind: .person, utf8Range: units[start].utf8Range.lowerBound..<end,
            score: min(0.99, 0.5 + (candidate.score - NameScorer.threshold) / 2), canonical: canonical,
            explanation: "это \(candidate.pattern.explanation)" + (cue.isEmpty ? "" : " после слова «\(cue)»"))
    }
}
