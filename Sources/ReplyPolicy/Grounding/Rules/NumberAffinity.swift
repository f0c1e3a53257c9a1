/// How much the words around a number of the draft are those around a number of a span.
///
/// The sum over words near the draft's number that the span has near its number, of the product of both closenesses. A word is the closer
/// the fewer tokens are between; one behind a comma counts half, one of another clause less, one of another sentence next to nothing. Numbers
/// of other kinds near by count as words do.
struct NumberAffinity {
    /// Words further away are not looked at.
    private static let reach = 14

    let alignment: ClaimAlignment

    init(_ alignment: ClaimAlignment) { self.alignment = alignment }

    /// The shares of the words, and then of the numbers, of the draft in the affinity of one of its literals with one of a span.
    func shares(_ literal: ClaimLiteral, _ other: ClaimLiteral, _ span: Int) -> [Float] {
        let draft = alignment.draft
        var shares = [Float](repeating: 0, count: draft.words.count + draft.literals.count)
        for (index, word) in draft.words.enumerated() where ClaimAlignment.weight(word) > 0 {
            let near = Self.closeness(word, literal)
            guard near > 0.03 else { continue }
            var most: Float = 0
            for place in alignment.matches[index] where place.span == span {
                let said = alignment.word(at: place)
                most = max(most, Self.closeness(said, other) * (said.stem == word.stem ? 1 : 0.5))
            }
            shares[index] = near * most * Self.weight(word)
        }
        for (index, neighbour) in draft.literals.enumerated()
        where neighbour.position != literal.position
            && LiteralComparison.kind(of: neighbour.value) != LiteralComparison.kind(of: literal.value)
        {
            let near = Self.closeness(neighbour, literal)
            guard near > 0.03 else { continue }
            var most: Float = 0
            for said in alignment.spans[span].claim.literals
            where said.value == neighbour.value && said.utf8Range != other.utf8Range {
                most = max(most, Self.closeness(said, other))
            }
            shares[draft.words.count + index] = near * most
        }
        return shares
    }

    /// Words that tell things apart weigh more than the verb that may serve several: «курьер едет 5 дней, а почта — 10».
    private static func weight(_ word: ClaimWord) -> Float {
        if word.sense.contrast > 0 { return 2 }
        return ClaimAlignment.weight(word) * (word.isPredicate ? 0.5 : 1)
    }

    /// The affinity of a literal of the draft with one of a span; 0 when they share no word.
    func affinity(_ literal: ClaimLiteral, _ other: ClaimLiteral, _ span: Int) -> Float {
        shares(literal, other, span).reduce(0, +)
    }

    /// What `other` gains and loses against `own`, share by share; what both have alike cancels out.
    static func difference(_ other: [Float], _ own: [Float]) -> (gain: Float, loss: Float) {
        var (gain, loss): (Float, Float) = (0, 0)
        for index in other.indices {
            let change = other[index] - (own.isEmpty ? 0 : own[index])
            if change > 0 { gain += change } else { loss -= change }
        }
        return (gain, loss)
    }

    private static func closeness(_ word: ClaimWord, _ literal: ClaimLiteral) -> Float {
        closeness(
            distance: abs(word.position - literal.position), isInSentence: word.sentence == literal.sentence,
            isInClause: word.clause == literal.clause, isInSegment: word.segment == literal.segment)
    }

    private static func closeness(_ left: ClaimLiteral, _ right: ClaimLiteral) -> Float {
        closeness(
            distance: abs(left.position - right.position), isInSentence: left.sentence == right.sentence,
            isInClause: left.clause == right.clause, isInSegment: left.segment == right.segment)
    }

    private static func closeness(distance: Int, isInSentence: Bool, isInClause: Bool, isInSegment: Bool) -> Float {
        guard isInSentence, distance <= reach else { return 0.02 }
        return (isInSegment ? 1 : isInClause ? 0.5 : 0.3) / Float(1 + distance)
    }
}
