import TextAnalysis

/// A number, date, sum, phone, link, address or code must be in a cited span or in the conversation, with its unit and bound, and belong
/// to the same thing.
///
/// Values are compared, not spellings: `1 299 ₽` is «1299 рублей», `14 дней` is «две недели», `15.03.2026` is «15 марта 2026 года».
/// - Positive (found): «5 дней» from «14 дней»; «от 14 дней» from «до 14 дней»; «курьером 499 ₽, почтой 199 ₽» from «курьером 199 ₽, почтой
///   499 ₽».
/// - Negative: «за две недели» from «в течение 14 дней».
/// - Near miss: «до 5 рабочих дней» from «3–5 рабочих дней» is said by the range; «до 5 дней» is not, its days are others.
/// - Source: law 4 of the design: numbers, dates, sums, phones and addresses occur in the cited spans or in the conversation.
struct LiteralRule {
    let alignment: ClaimAlignment
    let conversation: [ClaimLiteral]
    let affinity: NumberAffinity

    init(_ alignment: ClaimAlignment, conversation: [ClaimLiteral]) {
        self.alignment = alignment
        self.conversation = conversation
        affinity = NumberAffinity(alignment)
    }

    /// One problem for each literal that is not said, in the order of the text.
    func problems() -> [(kind: GroundingProblem.Kind, utf8Range: Range<Int>)] {
        alignment.draft.literals.compactMap { literal in
            problem(with: literal).map { ($0, literal.utf8Range) }
        }
    }

    private func problem(with literal: ClaimLiteral) -> GroundingProblem.Kind? {
        var isSaid = false
        var isBound = false
        var (best, otherwise): ([Float], [Float]) = ([], [])
        for (span, source) in alignment.spans.enumerated() {
            for other in source.claim.literals
            where LiteralComparison.isSaid(literal.value, by: other.value, literal.bound) {
                guard literal.isDenied == other.isDenied || LiteralComparison.kind(of: literal.value) != nil else {
                    return .lostNegation
                }
                isSaid = true
                let shares = affinity.shares(literal, other, span)
                if LiteralComparison.areCompatible(literal, other) {
                    isBound = true
                    if best.isEmpty || shares.reduce(0, +) > best.reduce(0, +) { best = shares }
                } else if otherwise.isEmpty || shares.reduce(0, +) > otherwise.reduce(0, +) {
                    otherwise = shares
                }
            }
        }
        if isBound, Self.isCloser(NumberAffinity.difference(otherwise, best)) { return .changedBound }
        if isBound { return isMisplaced(literal, best) || hasOtherEvent(literal) ? .misplacedNumber : nil }
        if conversation.contains(where: { $0.value == literal.value }) {
            return isMisplaced(literal, []) ? .misplacedNumber : nil
        }
        if isSaid { return .changedBound }
        if literal.value == .free || CountingWord.claimsNothing(literal, alignment) { return nil }
        if isSaidWithUnitElsewhere(literal) || hasUnitElsewhere(literal) { return nil }
        return hasSameNumber(literal) ? .changedUnit : Self.invented(literal.value)
    }

    /// Whether another value of the same kind stands clearly closer to the words around it.
    ///
    /// When the draft has that other value too, both have to be better off changed with each other: a paraphrase may put them in another
    /// order.
    private func isMisplaced(_ literal: ClaimLiteral, _ best: [Float]) -> Bool {
        guard let kind = LiteralComparison.kind(of: literal.value) else { return false }
        for (span, source) in alignment.spans.enumerated() {
            for other in source.claim.literals
            where LiteralComparison.kind(of: other.value) == kind
                && !LiteralComparison.isSaid(literal.value, by: other.value, literal.bound)
                && !(other.value == .free && literal.bound != .exact)
            {
                let change = NumberAffinity.difference(affinity.shares(literal, other, span), best)
                guard Self.isCloser(change) else { continue }
                let twins = alignment.draft.literals.filter { $0.value == other.value }
                guard !twins.isEmpty else {
                    if hasNumber(of: other) { continue }
                    return true
                }
                let isBetterChanged = twins.allSatisfy { twin in
                    let back = NumberAffinity.difference(
                        bestShares(of: literal.value, at: twin), bestShares(of: other.value, at: twin))
                    return Self.isCloser((change.gain + back.gain, change.loss + back.loss))
                }
                if isBetterChanged { return true }
            }
        }
        return false
    }

    private static func isCloser(_ change: (gain: Float, loss: Float)) -> Bool {
        change.gain > change.loss * 1.5 + 0.02
    }

    /// The shares of the place of a value in the spans that is most like a place of the draft.
    private func bestShares(of value: ClaimLiteral.Value, at literal: ClaimLiteral) -> [Float] {
        var best = [Float](repeating: 0, count: alignment.draft.words.count + alignment.draft.literals.count)
        for (span, source) in alignment.spans.enumerated() {
            for other in source.claim.literals where other.value == value {
                let shares = affinity.shares(literal, other, span)
                if shares.reduce(0, +) > best.reduce(0, +) { best = shares }
            }
        }
        return best
    }

    /// Whether the draft has the number of a literal with another unit.
    private func hasNumber(of literal: ClaimLiteral) -> Bool {
        guard let written = literal.written else { return false }
        return alignment.draft.literals.contains { $0.written == written }
    }

    /// Whether the event that a time is counted from or to is none of the spans': «с покупки» for «с активации».
    private func hasOtherEvent(_ literal: ClaimLiteral) -> Bool {
        guard case .quantity(let quantity) = literal.value, quantity.dimension?.isTime ?? false,
            let first = alignment.draft.words.firstIndex(where: {
                $0.utf8Range.lowerBound >= literal.utf8Range.upperBound
            }),
            ["с", "со", "после", "от", "до", "перед"].contains(alignment.draft.words[first].form)
        else { return false }
        let segment = alignment.draft.words[first].segment
        let next = alignment.draft.words[first...].dropFirst().prefix { $0.segment == segment }.prefix(2)
        // The event is the first word, or the second behind an adjective.
        guard let event = next.indices.first(where: { ClaimAlignment.weight(alignment.draft.words[$0]) == 1 }),
            alignment.matches[event].isEmpty, !Self.isNoEvent(alignment.draft.words[event].form)
        else { return false }
        return !Self.isAdjective(alignment.draft.words[event].form)
            || next.indices.dropFirst().contains {
                ClaimAlignment.weight(alignment.draft.words[$0]) == 1 && alignment.matches[$0].isEmpty
            }
    }

    /// «С адреса», «с подпиской»: from there, or with it, and no event.
    private static func isNoEvent(_ form: ClaimTerm) -> Bool {
        ["адрес", "почт", "номер", "подписк", "карт", "счет", "помощ", "учет", "тех", "этого"].contains(
            where: form.hasPrefix)
    }

    private static func isAdjective(_ form: ClaimTerm) -> Bool {
        ["ого", "его", "ой", "ых", "их", "ным", "ней"].contains(where: form.hasSuffix)
    }

    /// Whether a span has the number bare and its unit in another place of the sentence: «столько же дней: 30 на обувь, 14 на остальное».
    private func isSaidWithUnitElsewhere(_ literal: ClaimLiteral) -> Bool {
        guard case .quantity(let quantity) = literal.value, let dimension = quantity.dimension else { return false }
        return alignment.spans.contains { source in
            source.claim.literals.contains { other in
                guard case .quantity(let bare) = other.value, bare.dimension == nil,
                    bare.isOrdinal == quantity.isOrdinal,
                    !literal.bound.isDisjoint(with: other.bound)
                else { return false }
                return source.claim.words.contains { word in
                    guard word.sentence == other.sentence, !word.isOfLiteral, let unit = word.sense.unit,
                        unit.dimension == dimension
                    else { return false }
                    return bare.measured(in: unit) == quantity
                }
            }
        }
    }

    /// Whether the draft has the unit of a bare number at another one: «30 дней или 45 с подпиской».
    private func hasUnitElsewhere(_ literal: ClaimLiteral) -> Bool {
        guard case .quantity(let bare) = literal.value, bare.dimension == nil, !bare.isOrdinal else { return false }
        return alignment.draft.literals.contains { twin in
            guard let unit = twin.unit, twin.written != literal.written, let whole = bare.measured(in: unit) else {
                return false
            }
            return alignment.spans.contains { source in
                source.claim.literals.contains {
                    $0.value == .quantity(whole) && !$0.bound.isDisjoint(with: literal.bound)
                }
            }
        }
    }

    /// Whether the bare number occurs with another unit.
    private func hasSameNumber(_ literal: ClaimLiteral) -> Bool {
        guard let written = literal.written else { return false }
        return alignment.spans.contains { $0.claim.literals.contains { $0.written == written } }
    }

    static func invented(_ value: ClaimLiteral.Value) -> GroundingProblem.Kind {
        switch value {
        case .quantity(let quantity):
            switch quantity.dimension {
            case .roubles?, .dollars?, .euros?: .inventedSum
            default: .inventedNumber
            }
        case .free: .inventedSum
        case .date: .inventedDate
        case .time: .inventedTime
        case .phone: .inventedPhone
        case .link: .inventedLink
        case .email: .inventedEmail
        case .code: .inventedCode
        }
    }
}

/// Whether one literal says another.
enum LiteralComparison {
    /// Kinds of literals of which one can be mistaken for another.
    enum Kind: Equatable {
        case quantity(MeasureUnit.Dimension?, isOrdinal: Bool)
        case date, time
    }

    static func kind(of value: ClaimLiteral.Value) -> Kind? {
        switch value {
        case .quantity(let quantity):
            // A time in one unit can be mistaken for a time in another.
            .quantity(
                quantity.dimension?.isTime ?? false ? .seconds : quantity.dimension, isOrdinal: quantity.isOrdinal)
        case .free: .quantity(.roubles, isOrdinal: false)
        case .date: .date
        case .time: .time
        default: nil
        }
    }

    /// Whether `source` says `value`: the same value, a date of which `value` is a part, or a range of which it is the named end.
    static func isSaid(_ value: ClaimLiteral.Value, by source: ClaimLiteral.Value, _ bound: ClaimLiteral.Bound) -> Bool
    {
        switch (value, source) {
        case (.quantity(let draft), .quantity(let said)): isSaid(draft, by: said, bound)
        case (.date(let day, let month, let year), .date(let saidDay, let saidMonth, let saidYear)):
            (day == 0 || day == saidDay) && (month == 0 || month == saidMonth) && (year == 0 || year == saidYear)
        case (.free, .quantity(let said)): said.low == 0 && said.high == 0 && said.dimension == .roubles
        case (.quantity(let draft), .free): draft.low == 0 && draft.high == 0 && draft.dimension == .roubles
        default: value == source
        }
    }

    private static func isTime(_ value: ClaimLiteral.Value) -> Bool {
        switch value {
        case .date, .time: true
        case .quantity(let quantity): quantity.dimension?.isTime ?? false
        default: false
        }
    }

    private static func isSaid(_ draft: Quantity, by said: Quantity, _ bound: ClaimLiteral.Bound) -> Bool {
        if draft == said { return true }
        guard draft.dimension == said.dimension, draft.isOrdinal == said.isOrdinal, said.low < said.high,
            draft.low == draft.high
        else { return false }
        return draft.high == said.high && bound.contains(.atMost) || draft.low == said.low && bound.contains(.atLeast)
    }

    /// Whether the bounds of two literals of one value have a reading in common; only numbers, dates and times have bounds.
    static func areCompatible(_ draft: ClaimLiteral, _ source: ClaimLiteral) -> Bool {
        if case .code(let code) = draft.value, code.contains("×") { return !draft.bound.isDisjoint(with: source.bound) }
        guard kind(of: draft.value) != nil else { return true }
        if draft.value == .free { return true }
        if case .quantity(let said) = source.value, said.low < said.high { return true }
        if case .quantity(let quantity) = draft.value, quantity.isOrdinal, quantity.dimension == nil { return true }
        if draft.isDeadline || source.isDeadline, isTime(draft.value) {
            let (one, other) = (draft.bound, source.bound)
            if one == .exact && other.contains(.atMost) || other == .exact && one.contains(.atMost) { return true }
        }
        if draft.bound == .about { return source.bound == .about || source.bound.contains(.equal) }
        if draft.bound == .later && source.bound == .exact || draft.bound == .exact && source.bound == .later {
            return true
        }
        return !draft.bound.isDisjoint(with: source.bound)
    }
}
