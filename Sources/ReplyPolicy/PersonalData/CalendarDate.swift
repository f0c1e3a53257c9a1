/// A date as people write it: `12.03.1985`, `1985-03-12`, `12/03/85`, `5 мая 1990`, `12 03 1985`, or a year alone.
struct CalendarDate: Equatable, Sendable {
    /// Half-open, in tokens.
    let tokens: Range<Int>
    let year: Int
    /// 0 for a year alone.
    let month: Int
    let day: Int

    private static let months = [
        "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
    ]

    /// Whether day, month and year are given.
    var isFull: Bool { month > 0 }
    /// Whether somebody who writes may have been born then.
    var mayBeBirth: Bool { (1900...2025).contains(year) }
    /// `1985-03-12`, or `1985`.
    var canonical: String {
        isFull ? "\(year)-\(Self.padded(month))-\(Self.padded(day))" : "\(year)"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The date that starts at a token; `nil` if none does.
    static func read(_ tokens: [SurfaceToken], at start: Int) -> CalendarDate? {
        if start > 0, tokens[start].gap == .none, ["-", ".", "/", "+", "№"].contains(tokens[start - 1].form),
            tokens[start - 1].gap == .none
        {
            return nil
        }
        guard let first = number(tokens, at: start, maxDigits: 4) else { return nil }
        if let date = spelled(tokens, start, first) { return date }
        if let date = digits(tokens, start, first) { return date }
        guard first.digits == 4, (1900...2030).contains(first.value) else { return nil }
        return CalendarDate(tokens: start..<first.end, year: first.value, month: 0, day: 0)
    }

    /// «5 мая 1990».
    private static func spelled(_ tokens: [SurfaceToken], _ start: Int, _ day: Number) -> CalendarDate? {
        guard day.digits <= 2, (1...31).contains(day.value), day.end < tokens.count, tokens[day.end].isWord,
            let month = month(tokens[day.end].form)
        else { return nil }
        var next = day.end + 1
        while next < tokens.count, [".", ",", "-"].contains(tokens[next].form) { next += 1 }
        guard next < tokens.count, tokens[next].gap <= .space, let year = number(tokens, at: next, maxDigits: 4),
            let full = fullYear(year)
        else { return nil }
        return CalendarDate(tokens: start..<year.end, year: full, month: month, day: day.value)
    }

    private static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 6 else { return nil }
        for (index, stem) in months.enumerated() where index != 4 && word.hasPrefix(stem) { return index + 1 }
        return word == "мая" || word == "май" ? 5 : nil
    }

    private static func digits(_ tokens: [SurfaceToken], _ start: Int, _ first: Number) -> CalendarDate? {
        guard let second = number(tokens, after: first.end, maxDigits: 2),
            let third = number(tokens, after: second.end, maxDigits: first.digits == 4 ? 2 : 4)
        else { return nil }
        let isYearFirst = first.digits == 4
        guard let year = fullYear(isYearFirst ? first : third) else { return nil }
        let day = isYearFirst ? third : first
        guard day.digits <= 2, (1...31).contains(day.value), (1...12).contains(second.value) else { return nil }
        if third.end < tokens.count, tokens[third.end].isNumber, tokens[third.end].gap == .none { return nil }
        return CalendarDate(tokens: start..<third.end, year: year, month: second.value, day: day.value)
    }

    private struct Number {
        let value: Int
        let digits: Int
        let end: Int
    }

    private static func fullYear(_ number: Number) -> Int? {
        if number.digits == 4 { return (1900...2030).contains(number.value) ? number.value : nil }
        guard number.digits == 2 else { return nil }
        return number.value < 27 ? 2000 + number.value : 1900 + number.value
    }

    /// A number after one sign or space.
    private static func number(_ tokens: [SurfaceToken], after end: Int, maxDigits: Int) -> Number? {
        guard end < tokens.count else { return nil }
        if tokens[end].isNumber {
            return tokens[end].gap == .space ? number(tokens, at: end, maxDigits: maxDigits) : nil
        }
        guard [".", "-", "/", ",", "_"].contains(tokens[end].form), end + 1 < tokens.count,
            tokens[end + 1].gap <= .space
        else { return nil }
        return number(tokens, at: end + 1, maxDigits: maxDigits)
    }

    /// The number at a token; digits that are typed apart («1 9 8 5») are one number.
    private static func number(_ tokens: [SurfaceToken], at start: Int, maxDigits: Int) -> Number? {
        guard tokens[start].isNumber else { return nil }
        guard tokens[start].length == 1 else {
            guard tokens[start].length <= maxDigits, let value = Int(tokens[start].form) else { return nil }
            return Number(value: value, digits: tokens[start].length, end: start + 1)
        }
        var end = start
        var form = ""
        while end < tokens.count, form.utf8.count < maxDigits, tokens[end].isNumber, tokens[end].length == 1,
            end == start || tokens[end].gap == .space
        {
            form += tokens[end].form
            end += 1
        }
        guard let value = Int(form) else { return nil }
        return Number(value: value, digits: form.utf8.count, end: end)
    }
}
