/// Units of numbers: phones, dates, sums and numbers after a number sign.
///
/// Each rule starts at a part of digits. A unit's term is one for all spellings.
enum NumberRules {
    /// A rule reads at most so many parts.
    static let maxParts = 12

    /// The unit that starts at part `first`, which has digits and perhaps commas.
    static func match(
        _ text: Span<UInt8>, _ parts: [WordPart], at first: Int, terms: inout [UInt8]
    ) -> WordUnit? {
        if parts[first].characters.contains(.comma) { return AmountRule.decimal(text, parts, at: first, terms: &terms) }
        return NumberSignRule.match(text, parts, at: first, terms: &terms)
            ?? PhoneRule.match(text, parts, at: first, terms: &terms)
            ?? DateRule.match(text, parts, at: first, terms: &terms)
            ?? AmountRule.match(text, parts, at: first, terms: &terms)
    }

    /// Whether a unit may go on over the space at `space`, when `part` is the last before it.
    static func goesOn(_ text: Span<UInt8>, after part: WordPart, at space: Int) -> Bool {
        let next = text.byte(at: space + 1)
        if part.characters == .digit {
            guard space - part.end <= PhoneRule.maxGapBytes else { return false }
            if WordCharacters(lead: next) == .digit { return true }
            if next == UInt8(ascii: "(") || next == UInt8(ascii: "-") || next == 0xE2 { return true }
            return part.end == space && part.byteCount <= 2 && DateRule.month(text, at: space + 1) != nil
        }
        guard part.characters == .cyrillic, part.end == space, WordCharacters(lead: next) == .digit else {
            return false
        }
        return DateRule.month(text, at: part.start)?.byteCount == part.byteCount
    }

    /// The value of a part of at most four digits.
    static func value(_ text: Span<UInt8>, _ part: WordPart) -> Int {
        (part.start..<part.end).reduce(0) { $0 * 10 + Int(text[$1] & 0x0F) }
    }

    /// Whether digits end before the sign before `start`, so that what starts there is only the end of a longer chain.
    static func continues(_ text: Span<UInt8>, _ start: Int) -> Bool {
        let sign = text.byte(at: start - 1)
        let isInChain = sign == UInt8(ascii: ",") || sign == UInt8(ascii: ".") || sign == UInt8(ascii: "/")
        return isInChain && WordCharacters(lead: text.byte(at: start - 2)) == .digit
    }

    /// Whether the unit that ends at `end` is only the beginning of a longer chain of digits: `12.03.2026.5`, `1,2,3`.
    static func isContinued(_ text: Span<UInt8>, _ end: Int) -> Bool {
        switch text.byte(at: end) {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"):
            WordCharacters(lead: text.byte(at: end + 1)) == .digit
        default: false
        }
    }
}

/// Sums and other numbers: thousands set apart by a space (also U+00A0, U+2009, U+202F), a decimal comma.
///
/// `1 299,50 ₽` → `1299.50`, `1 299 руб.` and `1 299,00` → `1299`, `0,5` → `0.5`, which is how programs write them. Groups
/// after the first have three digits and the first no leading zero. `1,2,3` is no number.
///
/// Such a number is one word, unless it is told from a list (`100 200 300`) by nothing, neither by a fraction nor by another
/// space than U+0020: then it is a compound and its groups are words too.
/// - Source: ГОСТ 8.417-2024 on writing numbers: groups of three digits, comma before the fraction.
enum AmountRule {
    /// Groups of digits: up to 10¹⁵.
    private static let maxGroups = 5

    /// The number with groups that starts at part `first`, which has digits only.
    static func match(
        _ text: Span<UInt8>, _ parts: [WordPart], at first: Int, terms: inout [UInt8]
    ) -> WordUnit? {
        guard !NumberRules.continues(text, parts[first].start) else { return nil }
        var last = lastGroup(text, parts, first)
        guard last > first else { return nil }
        let termStart = terms.count
        for part in parts[first..<last] { terms.append(text, part) }
        appendDecimal(text, parts[last].start..<parts[last].end, to: &terms)
        if !parts[last].characters.contains(.comma), let fraction = pointFraction(text, parts, after: last) {
            last += 1
            appendDecimal(text, fraction, to: &terms)
        }
        guard !NumberRules.isContinued(text, parts[last].end) else {
            terms.removeLast(terms.count - termStart)
            return nil
        }
        let range = parts[first].start..<parts[last].end
        return WordUnit(
            utf8Range: range, last: last, term: termStart..<terms.count, isOneWord: !mayBeList(text, range))
    }

    /// Whether only digits and plain spaces are in a number.
    private static func mayBeList(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where text[index] != 0x20 && WordCharacters(lead: text[index]) != .digit { return false }
        return true
    }

    /// The number without groups that is part `index`, which has commas.
    static func decimal(
        _ text: Span<UInt8>, _ parts: [WordPart], at index: Int, terms: inout [UInt8]
    ) -> WordUnit? {
        let range = parts[index].start..<parts[index].end
        guard hasOneComma(text, range), !NumberRules.continues(text, range.lowerBound) else { return nil }
        guard !NumberRules.isContinued(text, range.upperBound) else { return nil }
        let termStart = terms.count
        appendDecimal(text, range, to: &terms)
        return WordUnit(utf8Range: range, last: index, term: termStart..<terms.count, isOneWord: true)
    }

    private static func lastGroup(_ text: Span<UInt8>, _ parts: [WordPart], _ first: Int) -> Int {
        var last = first
        guard parts[first].byteCount <= 3, text[parts[first].start] != UInt8(ascii: "0") else { return first }
        while last + 1 < parts.count, last - first + 1 < maxGroups, parts[last].characters == .digit {
            let next = parts[last + 1]
            let space = text.innerSpaceByteCount(at: parts[last].end)
            guard space > 0, next.start == parts[last].end + space, isGroup(text, next) else { break }
            last += 1
        }
        return last
    }

    /// Whether a part is three digits, or three digits and a fraction.
    private static func isGroup(_ text: Span<UInt8>, _ part: WordPart) -> Bool {
        if part.characters == .digit { return part.byteCount == 3 }
        let range = part.start..<part.end
        return part.characters == [.digit, .comma] && text.byte(at: part.start + 3) == UInt8(ascii: ",")
            && hasOneComma(text, range)
    }

    private static func hasOneComma(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var commas = 0
        for index in range where text[index] == UInt8(ascii: ",") { commas += 1 }
        return commas == 1
    }

    /// The fraction that follows part `last`, with the full stop before it.
    ///
    /// Without groups a full stop makes an identifier: a version, a section.
    private static func pointFraction(_ text: Span<UInt8>, _ parts: [WordPart], after last: Int) -> Range<Int>? {
        guard last + 1 < parts.count, parts[last + 1].characters == .digit else { return nil }
        guard parts[last + 1].start == parts[last].end + 1, text[parts[last].end] == UInt8(ascii: ".") else {
            return nil
        }
        return parts[last].end..<parts[last + 1].end
    }

    /// Appends digits with a full stop for the comma, but without a fraction `00`.
    private static func appendDecimal(_ text: Span<UInt8>, _ range: Range<Int>, to terms: inout [UInt8]) {
        let isWhole =
            range.count >= 3
            && (text.hasBytes(",00", at: range.upperBound - 3) || text.hasBytes(".00", at: range.upperBound - 3))
        for index in range.lowerBound..<(isWhole ? range.upperBound - 3 : range.upperBound) {
            terms.append(text[index] == UInt8(ascii: ",") ? UInt8(ascii: ".") : text[index])
        }
    }
}

/// Numbers after a number sign: `№ 5`, `№5`, `#5` → `#5`; `№ 12-345` → `#12-345`.
///
/// `#` must not follow a letter, a digit or another `#`.
enum NumberSignRule {
    static func match(
        _ text: Span<UInt8>, _ parts: [WordPart], at first: Int, terms: inout [UInt8]
    ) -> WordUnit? {
        guard let start = signStart(text, before: parts[first].start) else { return nil }
        let identifier = IdentifierRules.match(text, parts, at: first, terms: &terms)
        let last = identifier?.last ?? first
        let termStart = terms.count
        terms.append(UInt8(ascii: "#"))
        if let term = identifier?.term {
            for index in term { terms.append(terms[index]) }
        } else {
            for index in parts[first].start..<parts[last].end { terms.append(text[index]) }
        }
        return WordUnit(
            utf8Range: start..<parts[last].end,
            last: last,
            inner: identifier?.term == nil ? identifier?.utf8Range : nil,
            term: termStart..<terms.count
        )
    }

    private static func signStart(_ text: Span<UInt8>, before start: Int) -> Int? {
        if text.byte(at: start - 1) == UInt8(ascii: "#") {
            let before = text.byte(at: start - 2)
            let isFree = !WordCharacters.isLetterOrDigit(before) && before < 0x80 && before != UInt8(ascii: "#")
            return isFree ? start - 1 : nil
        }
        let sign = start - text.innerSpaceByteCount(before: start) - 3
        return text.hasBytes("№", at: sign) ? sign : nil
    }
}

extension [UInt8] {
    /// Appends the bytes of a part.
    mutating func append(_ text: Span<UInt8>, _ part: WordPart) {
        for index in part.start..<part.end { append(text[index]) }
    }
}
