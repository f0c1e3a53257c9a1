/// Puts numbers together with their units and bounds, and finds dates.
struct LiteralReader {
    private struct Found {
        var low: Int
        var high: Int
        var isOrdinal = false
        var unit: MeasureUnit?
        var tokens: Range<Int>
        var bound: ClaimLiteral.Bound
        /// The first token of the list it is in: all numbers of a list stand where the list does.
        var listStart: Int?
    }

    let tokens: [ClaimToken]
    /// For each token, whether a literal has taken it.
    private(set) var isTaken: [Bool]
    private var literals: [ClaimLiteral] = []
    private var numbers: [Found] = []

    init(_ tokens: [ClaimToken]) {
        self.tokens = tokens
        isTaken = [Bool](repeating: false, count: tokens.count)
    }

    /// The literals in the order of their start.
    mutating func read() -> [ClaimLiteral] {
        var index = 0
        while index < tokens.count {
            index = step(index)
        }
        shareUnits()
        for number in numbers { append(number) }
        literals.sort { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
        return literals
    }

    /// Reads what starts at a token; returns the next one to look at.
    private mutating func step(_ index: Int) -> Int {
        switch tokens[index].kind {
        case .literal(let value): return literal(value, index)
        case .number: return number(index)
        case .word(let word):
            if let number = word.sense.number {
                if let unit = word.sense.unit, case .cardinal(let value) = number {
                    return take(
                        Found(low: value, high: value, unit: unit, tokens: index..<index + 1, bound: bound(index)))
                }
                return self.number(index)
            }
            if word.form.hasPrefix("бесплат") {
                append(.free, index..<index + 1)
                isTaken[index] = false
                return index + 1
            }
            if word.sense.month > 0 { return month(index, Int(word.sense.month)) }
            if let unit = word.sense.unit, BareUnit.isOne(tokens, index, unit) {
                let found = Found(
                    low: Quantity.one, high: Quantity.one, unit: unit, tokens: index..<index + 1,
                    bound: BareUnit.bound(tokens, index))
                return take(found)
            }
            return index + 1
        case .mark: return index + 1
        }
    }

    /// Appends a literal; sizes such as `60×40×35 см` have a unit.
    private mutating func literal(_ value: ClaimLiteral.Value, _ index: Int) -> Int {
        if case .code(let code) = value, code.contains("×"),
            let unit = tokens.dropFirst(index + 1).first?.word?.sense.unit
        {
            append(.code("\(code) \(unit.dimension) \(unit.factor)"), index..<index + 2)
            return index + 2
        }
        append(value, index..<index + 1)
        return index + 1
    }

    private mutating func take(_ found: Found) -> Int {
        numbers.append(found)
        for token in found.tokens { isTaken[token] = true }
        return found.tokens.upperBound
    }

    private func bound(_ index: Int) -> ClaimLiteral.Bound {
        let bound = BoundReader.bound(tokens, before: index)
        return bound == .exact ? BoundReader.heading(tokens, before: index) ?? bound : bound
    }

    // MARK: Numbers

    private mutating func number(_ index: Int) -> Int {
        guard let first = NumberReader.match(tokens, at: index) else { return index + 1 }
        var found = Found(
            low: first.value, high: first.value, isOrdinal: first.isOrdinal, tokens: index..<first.end,
            bound: bound(index))
        if let next = hour(found) { return next }
        readUnit(&found)
        readUpperEnd(&found)
        if let next = date(found) { return next }
        found.bound = BoundReader.bound(found.bound, tokens, after: found.tokens.upperBound)
        return take(found)
    }

    /// Appends «8 утра» or «9 вечера» as a time; returns the next token.
    private mutating func hour(_ found: Found) -> Int? {
        let end = found.tokens.upperBound
        guard end < tokens.count, let form = tokens[end].word?.form, form == "утра" || form == "вечера",
            found.low % Quantity.one == 0, (1...12).contains(found.low / Quantity.one)
        else { return nil }
        let hours = found.low / Quantity.one % 12 + (form == "вечера" ? 12 : 0)
        append(.time(hours * 60), found.tokens.lowerBound..<end + 1)
        return end + 1
    }

    /// Takes the unit behind a number, with the adjective between them: «3 рабочих дня».
    private func readUnit(_ found: inout Found) {
        var next = found.tokens.upperBound
        var isWorking = false
        while next < tokens.count, next - found.tokens.upperBound < 2, let word = tokens[next].word,
            let adjective = UnitAdjective(word.form)
        {
            isWorking = isWorking || adjective == .working
            next += 1
        }
        defer {
            // «3–5 рабочих» are days.
            if isWorking, found.unit == nil { found.unit = MeasureUnit(dimension: .workingDays, factor: 1) }
        }
        guard next < tokens.count else { return }
        switch tokens[next].kind {
        case .mark(.unit(let unit)) where next == found.tokens.upperBound: found.unit = unit
        case .word(let word):
            guard let unit = word.sense.unit, word.sense.number == nil else { return }
            found.unit =
                isWorking && unit.dimension == .days ? MeasureUnit(dimension: .workingDays, factor: unit.factor) : unit
        default: return
        }
        found.tokens = found.tokens.lowerBound..<next + 1
    }

    /// Takes the upper end of a range: `3–5`, «от 3 до 5».
    private func readUpperEnd(_ found: inout Found) {
        let dash = found.tokens.upperBound
        guard dash + 1 < tokens.count else { return }
        switch tokens[dash].kind {
        case .mark(.dash): break
        case .word(let word):
            guard found.bound.contains(.atLeast), word.form == "до" || word.form == "по" else { return }
        default: return
        }
        guard let second = NumberReader.match(tokens, at: dash + 1), second.value > found.low else { return }
        var upper = Found(
            low: second.value, high: second.value, tokens: dash + 1..<second.end, bound: .exact)
        readUnit(&upper)
        guard found.unit == nil || found.unit == upper.unit else { return }
        found.high = second.value
        found.unit = upper.unit
        found.isOrdinal = found.isOrdinal || second.isOrdinal
        found.tokens = found.tokens.lowerBound..<upper.tokens.upperBound
        found.bound = .exact
    }

    /// Numbers of a list have the unit of the last: «3, 6 или 12 месяцев».
    private mutating func shareUnits() {
        for index in numbers.indices.dropLast().reversed() where numbers[index].unit == nil {
            let next = numbers[index + 1]
            let between =
                numbers[index].tokens.upperBound..<max(next.tokens.lowerBound, numbers[index].tokens.upperBound)
            guard next.unit != nil, !numbers[index].isOrdinal, (1...2).contains(between.count),
                between.allSatisfy({ Self.isOfList(tokens[$0]) })
            else { continue }
            numbers[index].unit = next.unit
            numbers[index + 1].listStart = numbers[index].tokens.lowerBound
        }
        for index in numbers.indices.dropFirst() where isElliptic(numbers[index]) {
            numbers[index].unit = numbers[index - 1].unit
        }
        for index in numbers.indices.dropFirst() {
            guard let start = numbers[index].listStart, start == numbers[index - 1].tokens.lowerBound else { continue }
            numbers[index].listStart = numbers[index - 1].listStart ?? start
        }
    }

    /// Whether a bare number ends a part of the sentence behind «за» or «до»: «электронные — за 1 день, пластиковые — за 5».
    private func isElliptic(_ number: Found) -> Bool {
        guard number.unit == nil, !number.isOrdinal, number.tokens.lowerBound > 0,
            let word = tokens[number.tokens.lowerBound - 1].word?.form, word == "за" || word == "до"
        else { return false }
        guard number.tokens.upperBound < tokens.count else { return true }
        switch tokens[number.tokens.upperBound].kind {
        case .mark(.end), .mark(.comma), .mark(.semicolon): return true
        default: return false
        }
    }

    private static func isOfList(_ token: ClaimToken) -> Bool {
        switch token.kind {
        case .mark(.comma), .mark(.dash): true
        case .word(let word): ["и", "или", "либо", "до", "по", "на"].contains(word.form)
        default: false
        }
    }

    // MARK: Dates

    private mutating func month(_ index: Int, _ month: Int) -> Int {
        let (year, end) = year(at: index + 1)
        append(.date(day: 0, month: month, year: year), index..<end)
        return end
    }

    /// Appends the date or dates that a number begins; returns the next token.
    private mutating func date(_ found: Found) -> Int? {
        let (first, end) = (found.tokens.lowerBound, found.tokens.upperBound)
        if found.low == found.high, isYear(found) {
            append(.date(day: 0, month: 0, year: found.low / Quantity.one), first..<end)
            return end
        }
        guard found.unit == nil, end < tokens.count, let word = tokens[end].word, word.sense.month > 0,
            isDay(found.low), isDay(found.high)
        else { return nil }
        let (year, last) = year(at: end + 1)
        for day in found.low == found.high ? [found.low] : [found.low, found.high] {
            let value = ClaimLiteral.Value.date(day: day / Quantity.one, month: Int(word.sense.month), year: year)
            append(value, first..<last)
        }
        return last
    }

    private func isDay(_ value: Int) -> Bool {
        value % Quantity.one == 0 && (1...31).contains(value / Quantity.one)
    }

    private func isYear(_ found: Found) -> Bool {
        guard found.low % Quantity.one == 0, (1900...2099).contains(found.low / Quantity.one) else { return false }
        guard let word = tokens[found.tokens.upperBound - 1].word else { return false }
        return found.unit == MeasureUnit(dimension: .months, factor: 12) && !word.form.hasPrefix("лет")
    }

    /// The year at a token with the word «года»; 0 if there is none.
    private func year(at index: Int) -> (year: Int, end: Int) {
        guard index < tokens.count, case .number(let value, _) = tokens[index].kind, value % Quantity.one == 0,
            (1900...2099).contains(value / Quantity.one)
        else { return (0, index) }
        let hasWord = index + 1 < tokens.count && tokens[index + 1].word.map { $0.form.hasPrefix("г") } ?? false
        let isYearWord = hasWord && tokens[index + 1].word?.sense.unit?.dimension == .months
        let isLetter = hasWord && tokens[index + 1].word?.form == "г"
        return (value / Quantity.one, isYearWord || isLetter ? index + 2 : index + 1)
    }

    // MARK: Results

    private mutating func append(_ value: ClaimLiteral.Value, _ range: Range<Int>) {
        var literal = ClaimLiteral(
            value: value,
            utf8Range: tokens[range.lowerBound].utf8Range.lowerBound..<tokens[range.upperBound - 1].utf8Range.upperBound
        )
        literal.bound = bound(range.lowerBound)
        if case .date = value, range.lowerBound > 0, tokens[range.lowerBound - 1].word?.form == "по" {
            literal.bound = .atMost
        }
        if case .time = value {
            literal.bound = ofTimeRange(range.lowerBound) ?? ofDay(before: range.lowerBound) ?? literal.bound
        }
        literal.position = range.lowerBound
        literal.isDeadline = Deadline.isNear(tokens, range)
        literal.isDenied = range.lowerBound > 0 && tokens[range.lowerBound - 1].word?.form == "не"
        literals.append(literal)
        for token in range { isTaken[token] = true }
    }

    /// The bound of an end of `9:00–21:00`.
    private func ofTimeRange(_ index: Int) -> ClaimLiteral.Bound? {
        func isTime(_ index: Int) -> Bool {
            if tokens.indices.contains(index), case .literal(.time) = tokens[index].kind { true } else { false }
        }
        func isDash(_ index: Int) -> Bool {
            if tokens.indices.contains(index), case .mark(.dash) = tokens[index].kind { true } else { false }
        }
        if isDash(index + 1), isTime(index + 2) { return [.atLeast, .equal] }
        return isDash(index - 1) && isTime(index - 2) ? [.atMost, .lessThan, .equal] : nil
    }

    /// The bound of a time behind its day: «до пятницы, 14:20», «до 19 ноября, 16:40».
    private func ofDay(before index: Int) -> ClaimLiteral.Bound? {
        guard index > 1, case .mark(.comma) = tokens[index - 1].kind else { return nil }
        if let day = literals.last, case .date = day.value {
            return tokens[index - 2].utf8Range.upperBound == day.utf8Range.upperBound ? day.bound : nil
        }
        guard let word = tokens[index - 2].word, WeekDay.isDay(word.form) else { return nil }
        return bound(index - 2)
    }

    private mutating func append(_ found: Found) {
        let bare = Quantity(low: found.low, high: found.high, isOrdinal: found.isOrdinal)
        let isTime = found.unit?.isTime ?? false
        // «После трёх заказов» is no time.
        let bound: ClaimLiteral.Bound = found.bound == .later && !isTime ? .exact : found.bound
        if let unit = found.unit, unit.dimension != .times {
            if let quantity = bare.measured(in: unit) {
                append(.quantity(quantity), found.tokens)
            } else {
                append(.code("\(found.low)"), found.tokens)
            }
        } else {
            append(.quantity(bare), found.tokens)
        }
        literals[literals.count - 1].bound = bound
        literals[literals.count - 1].isInWords = tokens[found.tokens.lowerBound].word != nil
        literals[literals.count - 1].unit = found.unit
        literals[literals.count - 1].position = found.listStart ?? found.tokens.lowerBound
        literals[literals.count - 1].written = found.low...max(found.low, found.high)
    }
}

/// Words that make a time the last one: «последний день — 1 декабря», «период закончится 19 ноября», «на обращение есть 7 дней».
enum Deadline {
    private static let reach = 6

    /// Whether such a word stands near a literal, in the same sentence.
    static func isNear(_ tokens: [ClaimToken], _ range: Range<Int>) -> Bool {
        let near = max(0, range.lowerBound - reach)..<min(tokens.count, range.upperBound + 3)
        return tokens[near].contains { $0.word?.roles.contains(.deadline) ?? false }
    }
}

/// The days of the week.
enum WeekDay {
    /// Whether a form names one.
    static func isDay(_ form: ClaimTerm) -> Bool { beginnings.contains(where: form.hasPrefix) }

    private static let beginnings = [
        "понедельник", "вторник", "среда", "среду", "среды", "четверг", "пятниц", "суббот", "воскресен",
    ]
}

/// An adjective between a number and its unit.
enum UnitAdjective {
    case working, plain

    init?(_ form: ClaimTerm) {
        if form.hasPrefix("рабоч") || form.hasPrefix("банковск") {
            self = .working
        } else if Self.plainBeginnings.contains(where: form.hasPrefix) {
            self = .plain
        } else {
            return nil
        }
    }

    private static let plainBeginnings = ["календарн", "полн", "цел", "последн", "ближайш", "перв", "подряд"]
}
