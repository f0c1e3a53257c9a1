import TextAnalysis

/// What the source denies must be denied, and nothing else.
///
/// A word that is denied in the draft and not where the source says it, or the other way round, is a contradiction when the sentences also
/// deny differently often, or when there are two such words («не курьером, а почтой»). A denial whose words the other side does not have
/// must be answered by a denial or a negative word («кроме», «только», «неверный»), or deny the opposite («не пропадёт» — «сохранится»).
/// - Positive (found): «Бельё возвращаем» from «Бельё не возвращаем»; «Чек предъявлять нельзя» from «Чек предъявлять не нужно».
/// - Negative: «Бельё вернуть нельзя» from «Бельё не возвращаем».
/// - Near miss: «Не позднее 14 дней» from «до 14 дней».
struct NegationRule {
    typealias Problem = (kind: GroundingProblem.Kind, utf8Range: Range<Int>, words: String)

    let alignment: ClaimAlignment

    /// The problems, in the order of the text.
    func problems() -> [Problem] {
        let draft = alignment.draft.clauses.map(\.denial)
        let said = alignment.said.map { alignment.clause(at: $0).denial }
        let (draftCount, saidCount) = (draft.map(\.count).reduce(0, +), said.map(\.count).reduce(0, +))
        let draftWords = draft.map(\.negativeWords).reduce(0, +)
        let saidWords = said.map(\.negativeWords).reduce(0, +)
        let conflicts = conflicts()
        let isBalanced = draftCount == saidCount || draftCount + draftWords == saidCount + saidWords
        let isSeveral = zip(conflicts, conflicts.dropFirst()).contains { $0 + 1 < $1 }
        let isByPrefix = draftCount == saidCount && conflicts.contains(where: isDeniedByPrefix)
        if !conflicts.isEmpty, !isBalanced || isSeveral || isByPrefix { return conflicts.map(problem) }
        if let problem = needless() ?? lost() ?? onlyDenied() { return [problem] }
        guard draftCount > 0, saidCount == 0, said.allSatisfy({ $0.negativeWords + $0.limitingWords == 0 }) else {
            return []
        }
        return added().map { [$0] } ?? []
    }

    // MARK: Contradictions

    /// Words of the draft that are denied otherwise wherever the best clause, or else its sentence, says them.
    private func conflicts() -> [Int] {
        alignment.draft.words.indices.filter { index in
            let word = alignment.draft.words[index]
            guard !word.mayBeDenied, ClaimAlignment.weight(word) > 0, let best = alignment.best[word.clause],
                !isTurnedInTime(alignment.draft.clauses[word.clause], best)
            else { return false }
            let places = nearest(index)
            return !places.isEmpty
                && places.allSatisfy { place in
                    let said = alignment.word(at: place)
                    return said.isDenied != word.isDenied && !said.mayBeDenied
                }
        }
    }

    /// The places of a word; none when they are only of its family.
    private func nearest(_ index: Int) -> [ClaimAlignment.Place] {
        alignment.places(of: index).filter {
            Derivation.distance(alignment.draft.words[index], alignment.word(at: $0)) != .family
        }
    }

    /// «Оплаченный» for «неоплаченный».
    private func isDeniedByPrefix(_ index: Int) -> Bool {
        nearest(index).allSatisfy {
            let (word, said) = (alignment.draft.words[index], alignment.word(at: $0))
            return word.isDeniedByPrefix != said.isDeniedByPrefix && word.stem == said.stem
        }
    }

    private func problem(_ index: Int) -> Problem {
        let word = alignment.draft.words[index]
        let place = alignment.matches[index].first
        let said = place.map { alignment.text($0.span, alignment.spans[$0.span].claim.words[$0.word].utf8Range) } ?? ""
        return word.isDenied ? (.addedNegation, word.utf8Range, "") : (.lostNegation, word.utf8Range, said)
    }

    /// «Нельзя» for «не нужно», or the other way round.
    private func needless() -> Problem? {
        for (index, place) in alignment.best.enumerated() {
            guard let place else { continue }
            let draft = alignment.draft.clauses[index]
            let said = alignment.clause(at: place).denial
            if draft.denial.isForbidden && !draft.denial.isNeedless && said.isNeedless && !said.isForbidden
                || draft.denial.isNeedless && !draft.denial.isForbidden && said.isForbidden && !said.isNeedless
            {
                return (.addedNegation, draft.denial.firstRange ?? draft.utf8Range, "")
            }
        }
        return nil
    }

    // MARK: Denials without an answer

    /// A clause of the draft that denies nothing where the clause that says it denies, and no other clause of the draft answers for it.
    private func lost() -> Problem? {
        for (index, clause) in alignment.draft.clauses.enumerated()
        where clause.denial.count == 0 && !hasNewNegative(clause) {
            for place in alignment.said(of: index) {
                let said = alignment.clause(at: place)
                guard said.denial.count > 0,
                    saysDenied(place, index) || place == alignment.best[index] && !isSaidOtherwise(index, place),
                    !isTurnedInTime(clause, place), !isSaidOfAll(clause, place),
                    !isAnswered(place, except: index), !hasOpposite(of: place),
                    let range = said.denial.firstRange
                else { continue }
                return (.lostNegation, clause.utf8Range, alignment.text(place.span, range))
            }
        }
        return nil
    }

    /// A content word in a clause of the draft that denies nothing, when the spans say it only denied.
    private func onlyDenied() -> Problem? {
        for (index, word) in alignment.draft.words.enumerated() {
            guard ClaimAlignment.weight(word) == 1, !word.isDenied,
                alignment.draft.clauses[word.clause].denial.count == 0,
                !hasNewNegative(alignment.draft.clauses[word.clause]), let first = alignment.matches[index].first
            else { continue }
            let isDenied = alignment.matches[index].allSatisfy { place in
                let said = alignment.word(at: place)
                return said.stem == word.stem && (said.isDenied || said.mayBeDenied)
                    && alignment.spans[place.span].claim.clauses[said.clause].denial.count > 0
            }
            let place = ClaimAlignment.ClausePlace(span: first.span, clause: alignment.word(at: first).clause)
            guard isDenied, !hasOpposite(of: place), !isTurnedInTime(alignment.draft.clauses[word.clause], place),
                !isAnswered(place, except: word.clause)
            else { continue }
            return (.lostNegation, word.utf8Range, alignment.text(first.span, alignment.word(at: first).utf8Range))
        }
        return nil
    }

    /// Whether a clause says nothing but what the spans say without a denial: then the denial is a detail that it leaves out.
    private func isSaidOtherwise(_ index: Int, _ place: ClaimAlignment.ClausePlace) -> Bool {
        let words = alignment.draft.clauses[index].words.filter {
            ClaimAlignment.weight(alignment.draft.words[$0]) == 1
        }
        let isCondition = alignment.words(of: place).contains { $0.form == "если" || $0.form == "пока" }
        return !isCondition && !words.isEmpty && words.allSatisfy { !alignment.matches[$0].isEmpty }
            && !isAnotherAct(index, place)
    }

    /// Whether a clause says another act than the one that its like denies: «сообщите адрес» for «адрес не раскрывайте».
    private func isAnotherAct(_ index: Int, _ place: ClaimAlignment.ClausePlace) -> Bool {
        guard alignment.words(of: place).contains(where: { $0.isDenied && $0.isPredicate }) else { return false }
        return alignment.draft.clauses[index].words.contains { act in
            let word = alignment.draft.words[act]
            guard word.isPredicate, ClaimAlignment.weight(word) == 1 else { return false }
            return !alignment.matches[act].contains {
                Derivation.distance(word, alignment.word(at: $0)) != .family
            }
        }
    }

    /// Whether «не зависит от способа» is said as «при любом способе».
    private func isSaidOfAll(_ clause: ClaimText.Clause, _ place: ClaimAlignment.ClausePlace) -> Bool {
        clause.words.contains { alignment.draft.words[$0].roles.contains(.universal) }
            && alignment.words(of: place).contains { word in
                word.isDenied && ["завис", "влия", "огранич"].contains(where: word.form.hasPrefix)
            }
    }

    /// Whether «не … до оплаты» is said as «… после оплаты».
    private func isTurnedInTime(_ clause: ClaimText.Clause, _ place: ClaimAlignment.ClausePlace) -> Bool {
        let said = alignment.words(of: place)
        return clause.words.dropLast().contains { index in
            guard alignment.draft.words[index].form == "после" else { return false }
            return alignment.matches[index + 1].contains { other in
                other.span == place.span && said.indices.contains(other.word - 1)
                    && said[other.word - 1].form == "до"
            }
        }
    }

    /// Whether a clause of the draft says a word that is or may be denied in a clause of a span.
    private func saysDenied(_ place: ClaimAlignment.ClausePlace, _ index: Int) -> Bool {
        alignment.draft.clauses[index].words.contains { word in
            alignment.matches[word].contains {
                let said = alignment.word(at: $0)
                return $0.span == place.span && said.clause == place.clause && (said.isDenied || said.mayBeDenied)
            }
        }
    }

    /// Whether a clause of the draft has a negative or limiting word that the spans do not have.
    private func hasNewNegative(_ clause: ClaimText.Clause) -> Bool {
        clause.words.contains { index in
            let word = alignment.draft.words[index]
            let isNegative = !word.roles.isDisjoint(with: [.negative, .restriction, .exception])
            guard word.isDeniedByPrefix || isNegative else { return false }
            return !alignment.matches[index].contains {
                let said = alignment.word(at: $0)
                return said.stem == word.stem && said.isDeniedByPrefix == word.isDeniedByPrefix
            }
        }
    }

    private func isAnswered(_ place: ClaimAlignment.ClausePlace, except index: Int) -> Bool {
        alignment.draft.clauses.indices.contains { other in
            let denial = alignment.draft.clauses[other].denial
            return other != index && denial.count + denial.negativeWords + denial.limitingWords > 0
                && alignment.said(of: other).contains(place)
        }
    }

    private var isNeeded: Bool {
        alignment.said.contains { ModalityRule.roles(of: alignment.words(of: $0)).contains(.obligation) }
    }

    /// A ban, an absence or a needlessness where the spans deny nothing; another denied word that they do not have is a matter of coverage.
    private func added() -> Problem? {
        guard !alignment.said.isEmpty,
            let clause = alignment.draft.clauses.first(where: {
                $0.denial.isForbidden || $0.denial.isAbsent || $0.denial.isNeedless && (isNeeded || isAsserted($0))
            }),
            !deniesOpposite(clause), !isDeniedElsewhere(clause)
        else { return nil }
        return (.addedNegation, clause.denial.firstRange ?? clause.utf8Range, "")
    }

    /// Whether the spans speak of what a clause calls needless, and nowhere deny it.
    private func isAsserted(_ clause: ClaimText.Clause) -> Bool {
        hasDenied(clause) { word, said in
            let isInstruction =
                said.form.hasSuffix("йте") || said.form.hasSuffix("ите") || said.form.hasSuffix("ьте")
            return said.stem == word.stem || isInstruction && Derivation.distance(word, said) != .family
        }
    }

    /// Whether a clause denies a word of full weight for which a word of the spans that matches it passes a test.
    private func hasDenied(_ clause: ClaimText.Clause, where passes: (_ word: ClaimWord, _ said: ClaimWord) -> Bool)
        -> Bool
    {
        clause.words.contains { index in
            let word = alignment.draft.words[index]
            guard word.isDenied || word.mayBeDenied, ClaimAlignment.weight(word) == 1 else { return false }
            return alignment.matches[index].contains { passes(word, alignment.word(at: $0)) }
        }
    }

    /// Whether the spans deny, perhaps in another sentence than the one that says most, the words that a clause denies.
    private func isDeniedElsewhere(_ clause: ClaimText.Clause) -> Bool {
        hasDenied(clause) { word, said in
            Derivation.distance(word, said) != .family && (said.isDenied || said.mayBeDenied)
        }
    }

    /// Whether the draft has the opposite of a denied word of a clause of a span.
    private func hasOpposite(of place: ClaimAlignment.ClausePlace) -> Bool {
        alignment.words(of: place).contains { word in
            (word.isDenied || word.mayBeDenied) && alignment.draft.words.contains { Derivation.areOpposite($0, word) }
        }
    }

    private func deniesOpposite(_ clause: ClaimText.Clause) -> Bool {
        clause.words.contains { index in
            let word = alignment.draft.words[index]
            guard word.isDenied || word.mayBeDenied else { return false }
            return alignment.said.contains {
                alignment.sentenceWords(of: $0).contains { Derivation.areOpposite($0, word) }
            }
        }
    }
}
