import TextAnalysis

/// What limits the clause that is said may not be left out, and no limit may be added.
///
/// Limits are «если …», «при …», «кроме …», «за исключением …», «без …», «только …», and the bounds of numbers.
/// - Positive (found): «Вернуть можно» from «Вернуть можно, если бирки на месте»; «Вернуть можно» from «Вернуть можно в течение 14 дней».
/// - Negative: «Вернуть можно с бирками» from the same.
/// - Near miss: a limit of another sentence of the span is no limit of this clause.
struct ConditionRule {
    let alignment: ClaimAlignment
    /// For each span, the words of the draft that say a word.
    private let sayers: [[[Int]]]

    init(_ alignment: ClaimAlignment) {
        self.alignment = alignment
        var sayers = alignment.spans.map { [[Int]](repeating: [], count: $0.claim.words.count) }
        for index in alignment.draft.words.indices where !alignment.draft.words[index].isOfLiteral {
            for place in alignment.matches[index] { sayers[place.span][place.word].append(index) }
        }
        self.sayers = sayers
    }

    /// Problems of all clauses, each limit once.
    func problems() -> [(kind: GroundingProblem.Kind, utf8Range: Range<Int>, words: String)] {
        var problems: [(kind: GroundingProblem.Kind, utf8Range: Range<Int>, words: String)] = []
        for clause in alignment.draft.clauses.indices {
            guard let best = alignment.best[clause] else { continue }
            let range = alignment.draft.clauses[clause].utf8Range
            if let lost = lostCondition(of: best) ?? lostRestriction(clause) ?? lostBound(best, clause) {
                problems.append((.lostCondition, range, alignment.text(best.span, lost)))
            }
            if let added = addedRestriction(clause, best) { problems.append((.addedRestriction, added, "")) }
        }
        return problems
    }

    // MARK: Conditions and exceptions

    private func lostCondition(of best: ClaimAlignment.ClausePlace) -> Range<Int>? {
        let claim = alignment.spans[best.span].claim
        for clause in max(0, best.clause - 1)...min(claim.clauses.count - 1, best.clause + 1) {
            guard claim.clauses[clause].sentence == claim.clauses[best.clause].sentence else { continue }
            for index in claim.clauses[clause].words
            where isMarker(claim.words[index], inBest: clause == best.clause, best.span) {
                let scope = (claim.words[index].form == "вине" ? index : index + 1)..<endOfScope(index, claim)
                if claim.words[index].form == "если", draftHasCondition { continue }
                if !isKept(scope, best.span, besides: claim.clauses[best.clause].words) {
                    return claim.words[index].utf8Range
                        .lowerBound..<claim.words[max(index, scope.upperBound - 1)].utf8Range.upperBound
                }
            }
        }
        return nil
    }

    /// Whether a word starts a limit; «без» does in a clause with a number: «без подписки 299 ₽».
    private func isMarker(_ word: ClaimWord, inBest: Bool, _ span: Int) -> Bool {
        let roles = word.roles
        if word.form == "если" || word.form == "вине" || roles.contains(.exception) { return true }
        return inBest
            && (word.form == "при" && !isOfAll(word, span)
                || roles.contains(.without) && hasSaidNumber(in: word.clause, span))
    }

    /// «При любой сумме» is no limit.
    private func isOfAll(_ word: ClaimWord, _ span: Int) -> Bool {
        let claim = alignment.spans[span].claim
        return claim.words[claim.clauses[word.clause].words].contains {
            $0.position == word.position + 1 && $0.roles.contains(.universal)
        }
    }

    private func hasSaidNumber(in clause: Int, _ span: Int) -> Bool {
        alignment.spans[span].claim.literals.contains { literal in
            literal.clause == clause && alignment.draft.literals.contains { $0.value == literal.value }
        }
    }

    /// The end of what a marker governs: «если» and «кроме» to the end of the clause, «при» and «без» three words.
    private func endOfScope(_ index: Int, _ claim: ClaimText) -> Int {
        let word = claim.words[index]
        let end = claim.clauses[word.clause].words.upperBound
        if word.form == "вине" { return index + 1 }
        let isLong = word.form == "если" || word.roles.contains(.exception)
        return isLong ? end : min(end, index + 3)
    }

    /// Whether the draft has a condition of its own; whether it is the right one the other rules see.
    private var draftHasCondition: Bool {
        alignment.draft.words.contains { $0.form == "если" || $0.form == "когда" || $0.form == "при" }
    }

    /// Whether the draft says at least half of the words and numbers of a limit.
    ///
    /// A word of the draft that says a word of the clause outside the limit does not count.
    private func isKept(_ scope: Range<Int>, _ span: Int, besides clause: Range<Int> = 0..<0) -> Bool {
        let words = alignment.spans[span].claim.words
        var all: Float = 0
        var said: Float = 0
        if let first = scope.first {
            let range = words[first].utf8Range.lowerBound..<words[scope.upperBound - 1].utf8Range.upperBound
            for literal in alignment.spans[span].claim.literals where range.overlaps(literal.utf8Range) {
                all += 1
                if alignment.draft.literals.contains(where: { $0.value == literal.value }) { said += 1 }
            }
        }
        for index in scope {
            let weight = ClaimAlignment.weight(words[index])
            all += weight
            let isSaid = sayers[span][index].contains { sayer in
                alignment.draft.words[sayer].stem == words[index].stem
                    || !alignment.matches[sayer].contains {
                        $0.span == span && clause.contains($0.word) && !scope.contains($0.word)
                    }
            }
            if isSaid { said += weight }
        }
        return all == 0 || said * 2 >= all
    }

    // MARK: «Только»

    /// A «только» that the draft neither has nor says by one more denial or negative word.
    private func lostRestriction(_ clause: Int) -> Range<Int>? {
        let draft = alignment.draft.clauses.map(\.denial)
        let said = alignment.said.map { alignment.clause(at: $0).denial }
        guard said.map(\.limitingWords).reduce(0, +) > draft.map(\.limitingWords).reduce(0, +),
            said.map(\.all).reduce(0, +) > draft.map(\.all).reduce(0, +)
        else { return nil }
        for place in alignment.said(of: clause) where place.span == alignment.best[clause]?.span {
            let word = alignment.words(of: place).first { $0.roles.contains(.restriction) }
            if let word { return word.utf8Range }
        }
        return nil
    }

    private func addedRestriction(_ clause: Int, _ best: ClaimAlignment.ClausePlace) -> Range<Int>? {
        let words = alignment.draft.words[alignment.draft.clauses[clause].words]
        guard let word = words.first(where: { !$0.roles.isDisjoint(with: [.restriction, .exception]) }) else {
            return nil
        }
        let said = alignment.sentenceWords(of: best)
        let roles = ModalityRule.roles(of: said)
        // One of several choices is not the only one.
        if word.roles.contains(.restriction), roles.isDisjoint(with: [.restriction, .exception]), Self.isChoice(said),
            !Self.isChoice(words)
        {
            return word.utf8Range
        }
        return roles.isDisjoint(with: [.restriction, .exception, .negation, .denial, .condition]) ? word.utf8Range : nil
    }

    private static func isChoice(_ words: ArraySlice<ClaimWord>) -> Bool {
        words.contains { $0.form == "или" || $0.form == "либо" }
    }

    // MARK: Bounds

    /// A number that limits the clause and is not said, when most of the rest of the clause is.
    private func lostBound(_ best: ClaimAlignment.ClausePlace, _ clause: Int) -> Range<Int>? {
        let claim = alignment.spans[best.span].claim
        let limits: ClaimLiteral.Bound = [.within, .atMost, .atLeast, .lessThan, .moreThan]
        let words = claim.clauses[best.clause].words
        guard isKept(words, best.span) else { return nil }
        let lost = claim.literals.first { literal in
            literal.clause == best.clause && !literal.bound.isDisjoint(with: limits)
                && !alignment.draft.literals.contains {
                    LiteralComparison.isSaid($0.value, by: literal.value, $0.bound)
                }
        }
        return lost?.utf8Range
    }
}
