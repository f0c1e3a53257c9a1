import TextAnalysis

/// Opposites, scope, names and promises.
///
/// - Positive (found): «платно» from «бесплатно»; «после отправки» from «до отправки»; «любой товар» from «отдельные товары»; a word of a
///   set of contrasts, a name or a Latin word that no cited span has.
/// - Negative: «дешевле» from «дешевле всего».
/// - Near miss: an opposite that the span also says («до и после»).
struct MeaningRule {
    let alignment: ClaimAlignment
    let conversation: [ClaimText]

    /// Problems of single words, in the order of the text.
    func problems() -> [(kind: GroundingProblem.Kind, utf8Range: Range<Int>)] {
        var problems: [(kind: GroundingProblem.Kind, utf8Range: Range<Int>)] = []
        for (index, word) in alignment.draft.words.enumerated() where !word.isOfLiteral {
            if isOtherTime(index) {
                problems.append((.inventedNumber, word.utf8Range))
            } else if isOpposite(index) {
                problems.append((.oppositeMeaning, word.utf8Range))
            } else if isNewComparison(index) {
                problems.append((.oppositeMeaning, word.utf8Range))
            } else if alignment.matches[index].isEmpty, let kind = missing(index) {
                problems.append((kind, word.utf8Range))
            } else if isWider(word), !isBeforeTime(index) {
                problems.append((.widerScope, word.utf8Range))
            }
        }
        return problems
    }

    // MARK: Opposites

    private func isOpposite(_ index: Int) -> Bool {
        let word = alignment.draft.words[index]
        guard let best = alignment.best[word.clause] else { return false }
        if !word.sense.sides.isEmpty, isOpposite(word, alignment.sentenceWords(of: best)) { return true }
        if BoundReader.isBound(word.form) { return isBoundTurned(index, alignment.sentenceWords(of: best)) }
        guard let opposite = Self.prepositions[word.form], index + 1 < alignment.draft.words.count,
            // «Не … до оплаты» is «… после оплаты».
            word.form != "после"
                || alignment.clause(at: best).denial.count <= alignment.draft.clauses[word.clause].denial.count
        else { return false }
        let next = alignment.draft.words[index + 1]
        if ClaimAlignment.weight(next) == 0 {
            return isTurned(word.form, opposite, next.form, alignment.sentenceWords(of: best))
        }
        return isTurned(word.form, opposite, noun: index + 1, best.span)
    }

    /// Whether the words have the opposite of a word and not itself; a denied opposite says the same.
    private func isOpposite(_ word: ClaimWord, _ words: ArraySlice<ClaimWord>) -> Bool {
        let sides = word.sense.sides
        var hasOther = false
        for other in words {
            if other.sense.sides.contains(where: sides.contains) { return false }
            guard other.isDenied == word.isDenied, !other.mayBeDenied, !word.mayBeDenied else { continue }
            hasOther = hasOther || other.sense.sides.contains { sides.contains(-$0) }
        }
        return hasOther
    }

    /// «Дороже» or «раньше» without a number, where the spans compare nothing of the kind.
    private func isNewComparison(_ index: Int) -> Bool {
        let words = alignment.draft.words
        guard alignment.matches[index].isEmpty, BoundReader.isBound(words[index].form), words[index].form != "дальше"
        else { return false }
        return !(index + 1 < words.count && words[index + 1].isOfLiteral)
            && !alignment.draft.literals.contains {
                $0.clause == words[index].clause
                    && ($0.utf8Range.lowerBound >= words[index].utf8Range.upperBound
                        || index > 0 && ["и", "или"].contains(words[index - 1].form))
            }
    }

    private static let prepositions: [ClaimTerm: ClaimTerm] = [
        "до": "после", "после": "до", "перед": "после", "с": "без", "без": "с",
    ]

    /// Whether the words have a form only behind the opposite preposition: «после неё» for «до неё».
    private func isTurned(_ form: ClaimTerm, _ opposite: ClaimTerm, _ next: ClaimTerm, _ words: ArraySlice<ClaimWord>)
        -> Bool
    {
        var isTurned = false
        for (word, following) in zip(words, words.dropFirst()) where following.form == next || word.form == form {
            if word.form == form, following.form == next || following.form == "и" { return false }
            isTurned = isTurned || word.form == opposite && following.form == next
        }
        return isTurned
    }

    /// Whether a comparative is denied here and not in the words, or the other way round: «чаще раза в месяц» for «не чаще».
    private func isBoundTurned(_ index: Int, _ words: ArraySlice<ClaimWord>) -> Bool {
        let draft = alignment.draft.words
        let isDenied = index > 0 && draft[index - 1].form == "не"
        var isTurned = false
        for place in words.indices where words[place].form == draft[index].form {
            let isOtherDenied = place > words.startIndex && words[place - 1].form == "не"
            if isOtherDenied == isDenied { return false }
            isTurned = true
        }
        return isTurned
    }

    /// Whether the span has the noun only behind the opposite preposition.
    private func isTurned(_ form: ClaimTerm, _ opposite: ClaimTerm, noun: Int, _ span: Int) -> Bool {
        var isTurned = false
        for place in alignment.matches[noun] where place.span == span && place.word > 0 {
            let before = alignment.spans[span].claim.words[place.word - 1].form
            if before == form { return false }
            isTurned = isTurned || before == opposite
        }
        return isTurned
    }

    /// A unit of time that no span has; «в день …» and «в тот же день» where the spans speak of days only in numbers.
    private func isOtherTime(_ index: Int) -> Bool {
        let word = alignment.draft.words[index]
        if let unit = word.sense.unit, unit.isTime, alignment.matches[index].isEmpty,
            !Self.looseTimes.contains(word.form)
        {
            return true
        }
        guard alignment.draft.words[index].form == "день", index > 0,
            ["в", "же"].contains(alignment.draft.words[index - 1].form)
        else { return false }
        return alignment.matches[index].allSatisfy { alignment.word(at: $0).isOfLiteral }
    }

    /// Forms that also count from a day on: «со дня», «в будние дни».
    private static let looseTimes: Set<ClaimTerm> = ["день", "дня", "дни", "дням", "днем", "днях"]

    // MARK: Words that must be said

    private func missing(_ index: Int) -> GroundingProblem.Kind? {
        let word = alignment.draft.words[index]
        guard !isInConversation(word) || word.weight == .critical || word.sense.contrast > 0 else { return nil }
        if word.roles.contains(.promise) { return .promiseBeyondSource }
        if word.sense.contrast > 0, hasRival(word) { return .unsupportedTerm }
        let isNoPromise = word.sense.roles.contains(.promise)
        if word.weight == .critical, !isNoPromise { return .unsupportedTerm }
        if word.isLatin { return .unknownName }
        let isFirst = index == 0 || alignment.draft.words[index - 1].sentence != word.sentence
        return word.isCapitalized && !isFirst && word.weight == .content ? .unknownName : nil
    }

    /// Whether the sentence of the source names another thing of the same set of contrasts, and the draft does not.
    private func hasRival(_ word: ClaimWord) -> Bool {
        guard let best = alignment.best[word.clause] else { return true }
        return alignment.sentenceWords(of: best).contains { rival in
            rival.sense.contrast == word.sense.contrast && !alignment.draft.words.contains { $0.stem == rival.stem }
        }
    }

    private func isInConversation(_ word: ClaimWord) -> Bool {
        conversation.contains { $0.words.contains { $0.stem == word.stem } }
    }

    // MARK: Scope

    /// «Каждый день» is a rate and no scope.
    private func isBeforeTime(_ index: Int) -> Bool {
        let words = alignment.draft.words
        return index + 1 < words.count && words[index + 1].isOfLiteral
    }

    /// Whether the spans give a number of what the word says all of: «во всех городах» for «в 84 городах».
    private func isCounted(_ word: ClaimWord) -> Bool {
        guard
            let next = alignment.draft.words.firstIndex(where: { $0.utf8Range.lowerBound > word.utf8Range.upperBound })
        else { return false }
        let places = alignment.places(of: next)
        return !places.isEmpty
            && places.allSatisfy { place in
                let claim = alignment.spans[place.span].claim
                let start = claim.words[place.word].utf8Range.lowerBound
                return claim.literals.contains { literal in
                    guard case .quantity(let quantity) = literal.value, quantity.dimension == nil, !quantity.isOrdinal,
                        quantity.low > Quantity.one
                    else {
                        return false
                    }
                    return literal.utf8Range.upperBound + 1 == start
                        && !alignment.draft.literals.contains { $0.value == literal.value }
                }
            }
    }

    private func isWider(_ word: ClaimWord) -> Bool {
        guard word.roles.contains(.universal), let best = alignment.best[word.clause] else { return false }
        let said = ModalityRule.roles(of: alignment.sentenceWords(of: best))
        if isCounted(word) { return true }
        if said.contains(.universal) { return false }
        if said.contains(.partial) { return !alignment.draft.words.contains { $0.roles.contains(.partial) } }
        return !Self.loose.contains(word.form) && said.isDisjoint(with: [.certainty])
    }

    /// Words that are also used where nothing is counted.
    private static let loose: Set<ClaimTerm> = ["все", "всех", "всем", "всеми", "весь", "всю"]
}
