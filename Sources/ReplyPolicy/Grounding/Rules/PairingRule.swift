import TextAnalysis

/// What the source says of two things may not be changed about between them.
///
/// Each word of the draft that occurs in one part of the source only belongs to that part; parts end at commas. When two parts of the draft each
/// put together words of the same two parts of the source, the pairs are crossed.
/// - Positive (found): «в пункте при любой сумме, на почте от 30 000 ₽» from «в пункте от 30 000 ₽, на почте при любой сумме».
/// - Negative: the same pairs in another order.
/// - Near miss: a draft of one part that draws two parts together.
struct PairingRule {
    let alignment: ClaimAlignment

    /// Where the pairs of the draft are crossed.
    func problem() -> Range<Int>? {
        guard let last = alignment.draft.words.last, let first = alignment.draft.words.first,
            last.segment > first.segment
        else { return nil }
        var parts: [Int: [Int: Int]] = [:]
        var places: [Int: Range<Int>] = [:]
        for index in alignment.draft.words.indices {
            let word = alignment.draft.words[index]
            guard word.weight == .content || word.weight == .critical, !word.isPredicate, let part = part(of: index)
            else {
                continue
            }
            parts[word.segment, default: [:]][part, default: 0] += 1
            places[word.segment] = word.utf8Range
        }
        let crossed = parts.filter { $0.value.count == 2 }
        for (one, ofOne) in crossed {
            for (other, ofOther) in crossed where other > one && Set(ofOne.keys) == Set(ofOther.keys) {
                return places[one]
            }
        }
        return nil
    }

    /// The part of the spans that alone has a word of the draft.
    private func part(of index: Int) -> Int? {
        var part: Int?
        for place in alignment.matches[index] {
            let said = alignment.word(at: place)
            guard Derivation.distance(alignment.draft.words[index], said) != .family else { continue }
            let key = place.span << 32 | said.segment
            guard part == nil || part == key else { return nil }
            part = key
        }
        return part
    }
}
