import TextAnalysis

/// The event from which or up to which something holds may not be changed for another.
///
/// When the draft says «после», «до», «в день», «в момент», «со дня» of an event, and the sentence that says it has the same word of other events
/// only, it is another moment.
/// - Positive (found): «в день возврата» from «в день получения»; «после отправки» from «после проверки».
/// - Negative: «после внесения оплаты» from «после оплаты».
/// - Near miss: «после проверки» where the source has no «после».
struct EventRule {
    let alignment: ClaimAlignment

    /// Where the draft names another event.
    func problems() -> [Range<Int>] {
        let draft = alignment.draft
        return draft.words.indices.compactMap { index in
            guard let kind = Self.kind(of: index, draft), let best = alignment.best[draft.words[index].clause],
                let event = Self.events(behind: index, draft).first
            else { return nil }
            let claim = alignment.spans[best.span].claim
            let sentence = claim.clauses[best.clause].sentence
            let anchors = claim.words.indices.filter {
                claim.words[$0].sentence == sentence && Self.kind(of: $0, claim) == kind
            }
            let said = anchors.compactMap { Self.events(behind: $0, claim).first }
            guard !said.isEmpty, !isSaid(event, best.span, said) else { return nil }
            return draft.words[index].utf8Range.lowerBound..<draft.words[event].utf8Range.upperBound
        }
    }

    /// Whether one of the events is the draft's, or a word behind the draft's word is one of them: «после внесения оплаты».
    private func isSaid(_ event: Int, _ span: Int, _ said: [Int]) -> Bool {
        let draft = alignment.draft
        let near = event..<min(event + 3, draft.words.count)
        return near.contains { index in
            draft.words[index].segment == draft.words[event].segment
                && alignment.matches[index].contains { $0.span == span && said.contains($0.word) }
        }
    }

    /// The first words of substance behind an anchor, at most three.
    private static func events(behind index: Int, _ claim: ClaimText) -> [Int] {
        var events: [Int] = []
        // A sign or a quotation mark between names something else.
        guard index + 1 < claim.words.count,
            claim.words[index + 1].utf8Range.lowerBound == claim.words[index].utf8Range.upperBound + 1,
            !claim.words[index + 1].isPredicate
        else { return [] }
        for place in index + 1..<max(index + 1, min(index + 7, claim.words.count)) {
            let word = claim.words[place]
            guard word.sentence == claim.words[index].sentence, !word.isOfLiteral else { break }
            if word.weight == .content || word.weight == .critical { events.append(place) }
            if events.count == 3 { break }
        }
        return events
    }

    /// One name for anchors of one kind; `nil` for other words.
    private static func kind(of index: Int, _ claim: ClaimText) -> ClaimTerm? {
        let form = claim.words[index].form
        if form == after { return after }
        guard index > 0, days.contains(form) else { return nil }
        let last = claim.words[index - 1].form
        switch form {
        case "день", "момент": return last == on ? on : nil
        default: return last == "со" || last == from ? from : nil
        }
    }

    private static let after: ClaimTerm = "после"
    private static let on: ClaimTerm = "в"
    private static let from: ClaimTerm = "с"
    private static let days: Set<ClaimTerm> = ["день", "дня", "момент", "момента"]
}
