/// Units of numbers: phones, dates, sums and numbers after a number sign.
///
/// Each rule starts at a part of digits. A unit's term is one for all spellings.
enum NumberRules {
    /// A rule reads at most so many parts.
    static let maxParts = 12

    /// The unit that starts at part `first`, which has digits only.
    static func match(
        _ text: Span<UInt8>, _ parts: [WordPart], at first: Int, terms: inout [UInt8]
    ) -> WordUnit? {
        NumberSignRule.match(text, parts, at: first, terms: &terms)
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
        guard part.characters == .cyrillic, part.end == space, WordCharacters(lead: next) == .digit else { return false }
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
/// `1 299,50 ₽` → `1299.50`, `1 299 руб.` and `1 299,00` → `1299`, `0,5` → `0.5`, which is how programs write them.
/// Groups after the first have three digits and the first no leading zero. Three numbers of a list that happen to look so
/// become a unit too; their parts stay.
/// - Source: ГОСТ 8.417-2024 on writing numbers: groups of three digits, comma before the fraction.
enum AmountRule {
    /// Groups of digits: up to 10¹⁵.
    private static let maxGroups = 5

    static func match(
        _ text: Span<UInt8>, _ parts: [WordPart], at first: Int, terms: inout [UInt8]
    ) -> WordUnit? {
        guard !NumberRules.continues(text, parts[first].start) else { return nil }
        let last = lastGroup(text, parts, first)
        let fraction = fraction(text, parts, after: last, isGrouped: last > first)
        let end = parts[fraction ?? last].end
        guard last > first || fraction != nil, !NumberRules.isContinued(text, end) else { return nil }
        let isZero = fraction.map { text.hasBytes("00", at: parts[$0].start) && parts[$0].byteCount == 2 } ?? true
        // `1299,00` says no more than its first part.
        if isZero, last == first { return nil }
        let termStart = terms.count
        for part in parts[first...last] { terms.append(text, part) }
        if let fraction, !isZero {
            terms.append(UInt8(ascii: "."))
            terms.append(text, parts[fraction])
        }
        return WordUnit(utf8Range: parts[first].start..<end, last: fraction ?? last, term: termStart..<terms.count)
    }

    private static func lastGroup(_ text: Span<UInt8>, _ parts: [WordPart], _ first: Int) -> Int {
        var last = first
        guard parts[first].byteCount <= 3, text[parts[first].start] != UInt8(ascii: "0") else { return first }
        while last + 1 < parts.count, last - first + 1 < maxGroups {
            let next = parts[last + 1]
            let space = text.innerSpaceByteCount(at: parts[last].end)
            guard space > 0, next.start == parts[last].end + space else { break }
            guard next.characters == .digit, next.byteCount == 3 else { break }
            last += 1
        }
        return last
    }

    /// The part that is the fraction of a number whose last group is part `last`.
    private static func fraction(
        _ text: Span<UInt8>, _ parts: [WordPart], after last: Int, isGrouped: Bool
    ) -> Int? {
        guard last + 1 < parts.count, parts[last + 1].characters == .digit else { return nil }
        guard parts[last + 1].start == parts[last].end + 1 else { return nil }
        let sign = text[parts[last].end]
        // Without groups a full stop makes an identifier: a version, a section.
        guard sign == UInt8(ascii: ",") || isGrouped && sign == UInt8(ascii: ".") else { return nil }
        return last + 1
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
            let isFree = WordCharacters(lead: before) == .other && before < 0x80 && before != UInt8(ascii: "#")
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
