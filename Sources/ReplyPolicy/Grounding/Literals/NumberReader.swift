/// Numbers in digits and in words: `30`, `30 тысяч`, «двадцать пять», «два с половиной».
enum NumberReader {
    /// The number that starts at a token, if one does.
    static func match(_ tokens: [ClaimToken], at index: Int) -> (value: Int, isOrdinal: Bool, end: Int)? {
        guard index < tokens.count else { return nil }
        switch tokens[index].kind {
        case .number(let value, let isOrdinal):
            if index + 1 < tokens.count, case .scale(let scale)? = tokens[index + 1].word?.sense.number {
                let (product, isTooLarge) = value.multipliedReportingOverflow(by: scale)
                if !isTooLarge { return (product, isOrdinal, index + 2) }
            }
            return (value, isOrdinal, index + 1)
        case .word(let word):
            guard word.sense.number != nil, word.sense.unit == nil, !isFigure(tokens, index) else { return nil }
            return words(tokens, index)
        default: return nil
        }
    }

    private static func words(_ tokens: [ClaimToken], _ start: Int) -> (value: Int, isOrdinal: Bool, end: Int)? {
        var (total, current, limit, index) = (0, 0, Int.max, start)
        var isOrdinal = false
        loop: while index < tokens.count, !isOrdinal, let word = tokens[index].word, word.sense.unit == nil {
            switch word.sense.number {
            case .cardinal(let value) where value < limit:
                current += value
                limit = nextLimit(value)
            case .ordinal(let value) where value < limit:
                current += value
                isOrdinal = true
            case .scale(let scale) where total == 0:
                total = (current == 0 ? Quantity.one : current) * scale
                current = 0
                limit = scale * Quantity.one
            default: break loop
            }
            index += 1
        }
        guard index > start else { return nil }
        if index + 1 < tokens.count, tokens[index].word?.form == "с", tokens[index + 1].word?.form == "половиной" {
            return (total + current + Quantity.one / 2, isOrdinal, index + 2)
        }
        return (total + current, isOrdinal, index)
    }

    /// What a word after this one must be less than: after «двадцать» less than ten.
    private static func nextLimit(_ value: Int) -> Int {
        switch value / Quantity.one {
        case 100...: 100 * Quantity.one
        case 20..<100: 10 * Quantity.one
        default: 0
        }
    }

    /// «Один из», «ещё один», «один и тот же», «во-первых», «в первую очередь»: a figure of speech and no number.
    private static func isFigure(_ tokens: [ClaimToken], _ index: Int) -> Bool {
        let form = tokens[index].word?.form ?? ""
        let next = index + 1 < tokens.count ? tokens[index + 1].word?.form : nil
        let last = index > 0 ? tokens[index - 1].word?.form : nil
        if form.hasPrefix("одн") || form == "один" {
            return last == "еще" || last == "ни" || next == "из" || next == "и"
        }
        if form.hasPrefix("перв") { return last == "во" || next == "очередь" || next == "делом" }
        return form.hasPrefix("втор") && last == "во"
    }
}

/// A unit without a number that means one: «за неделю», «в течение часа», «через месяц», «сутки».
enum BareUnit {
    /// Whether the unit at a token means one of it.
    static func isOne(_ tokens: [ClaimToken], _ index: Int, _ unit: MeasureUnit) -> Bool {
        guard let word = tokens[index].word, unit.isTime else { return false }
        guard !isBirthday(tokens, index) else { return false }
        if always.contains(where: word.form.hasPrefix) { return !plurals.contains(word.form) }
        guard singular.contains(word.form), index > 0, let last = tokens[index - 1].word?.form else { return false }
        if last == "в", word.form == "день", index > 1, isOfRate(tokens[index - 2]) { return true }
        if last == "в" || last == "на" { return perPeriod.contains(word.form) }
        if perPeriod.contains(word.form), let before = tokens[index - 1].word, before.isPredicate {
            return true
        }
        return words.contains(last)
    }

    /// How a unit that means one bounds.
    static func bound(_ tokens: [ClaimToken], _ index: Int) -> ClaimLiteral.Bound {
        let bound = BoundReader.bound(tokens, before: index)
        guard index > 0, let last = tokens[index - 1].word?.form else { return bound }
        if last == "в" || last.hasPrefix("кажд") { return .rate }
        return last == "за" ? bound.union(.rate) : bound
    }

    /// Whether a token ends what is counted by the day: `0,1 % в день`.
    private static func isOfRate(_ token: ClaimToken) -> Bool {
        switch token.kind {
        case .mark(.unit), .number: true
        case .word(let word): word.sense.unit != nil
        default: false
        }
    }

    private static func isBirthday(_ tokens: [ClaimToken], _ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index + 1].word?.form.hasPrefix("рожд") ?? false
    }

    private static let always = ["недел", "сут"]
    private static let plurals: Set<ClaimTerm> = ["недели", "недель", "неделям", "неделями"]
    private static let singular: Set<ClaimTerm> = [
        "день", "дня", "месяц", "месяца", "год", "года", "час", "часа", "минуту", "минуты", "квартал", "квартала",
        "секунду",
    ]
    /// «В день» is the day on which something happens as often as «a day»; it is left to the words.
    private static let perPeriod: Set<ClaimTerm> = ["месяц", "год", "час", "минуту", "квартал"]
    private static let words: Set<ClaimTerm> = [
        "за", "через", "течение", "течении", "спустя", "каждый", "каждую", "целый", "целую", "полный", "полную", "весь",
        "всю",
        "ближайший", "будет", "есть", "свыше", "более", "больше", "менее", "меньше", "около", "до", "пол",
    ]
}
