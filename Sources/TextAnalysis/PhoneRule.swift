/// Phone numbers in every usual punctuation: `8 (800) 555-35-35`, `+7 800 555 35 35`, `8-800-5553535`, `(495) 123-45-67`.
///
/// The term of a Russian number is `8` and ten digits, as it is dialled and most often written without punctuation; that
/// of another country is its digits after the `+`.
/// - Source: the Russian numbering plan (ten national digits, the first 3, 4, 7, 8 or 9), ITU-T E.164 (at most 15 digits).
enum PhoneRule {
    /// The longest gap between two groups: `) – ` with a thin space.
    static let maxGapBytes = 8
    private static let maxGroups = 8

    static func match(
        _ text: Span<UInt8>, _ parts: [WordPart], at first: Int, terms: inout [UInt8]
    ) -> WordUnit? {
        let sign = text.byte(at: parts[first].start - 1)
        let hasPlus = sign == UInt8(ascii: "+")
        guard let expected = expectedDigits(text, parts[first], hasPlus: hasPlus) else { return nil }
        var digits = parts[first].byteCount
        var last = first
        while digits < expected.upperBound, last + 1 < parts.count, last - first + 1 < maxGroups {
            let next = parts[last + 1]
            guard next.characters == .digit, digits + next.byteCount <= expected.upperBound,
                isGap(text, parts[last].end, next.start)
            else { break }
            digits += next.byteCount
            last += 1
        }
        guard expected.contains(digits), !NumberRules.isContinued(text, parts[last].end) else { return nil }
        let isDomestic = !hasPlus || text[parts[first].start] == UInt8(ascii: "7")
        if !hasPlus, digits == 10, !isAreaForm(text, parts[first...last]) { return nil }
        let termStart = terms.count
        append(text, parts[first...last], isDomestic: isDomestic, to: &terms)
        let start = hasPlus || sign == UInt8(ascii: "(") ? parts[first].start - 1 : parts[first].start
        return WordUnit(utf8Range: start..<parts[last].end, last: last, term: termStart..<terms.count)
    }

    /// How many digits a number has that starts with this group; `nil` when none does.
    private static func expectedDigits(_ text: Span<UInt8>, _ group: WordPart, hasPlus: Bool) -> ClosedRange<Int>? {
        let lead = text[group.start]
        if hasPlus { return lead == UInt8(ascii: "7") ? 11...11 : 10...15 }
        let isPrefix = lead == UInt8(ascii: "8") || lead == UInt8(ascii: "7")
        switch group.byteCount {
        case 1: return isPrefix ? 11...11 : nil
        case 3: return isNational(lead) ? 10...10 : nil
        case 4 where lead == UInt8(ascii: "8"), 11 where lead == UInt8(ascii: "7"):
            return isNational(text[group.start + 1]) ? 11...11 : nil
        case 4, 5: return text.byte(at: group.end) == UInt8(ascii: ")") ? 10...10 : nil
        default: return nil
        }
    }

    private static func isNational(_ digit: UInt8) -> Bool {
        switch digit {
        case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "9"): true
        default: false
        }
    }

    /// Whether a number without prefix looks like one: the area in parentheses, or groups of 3, 3, 2, 2 or 3, 3, 4 digits.
    private static func isAreaForm(_ text: Span<UInt8>, _ groups: ArraySlice<WordPart>) -> Bool {
        let area = groups[groups.startIndex]
        if text.byte(at: area.start - 1) == UInt8(ascii: "("), text.byte(at: area.end) == UInt8(ascii: ")") {
            return true
        }
        let first = groups.startIndex
        guard area.byteCount == 3, groups.count == 3 || groups.count == 4, groups[first + 1].byteCount == 3 else {
            return false
        }
        return groups[first + 2].byteCount == (groups.count == 3 ? 4 : 2)
    }

    /// Whether only spaces, hyphens, dashes and parentheses, three at most and no two spaces in a row, or one full stop are between two
    /// groups.
    private static func isGap(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        if end - start == 1, text[start] == UInt8(ascii: ".") { return true }
        guard end - start <= maxGapBytes else { return false }
        var index = start
        var signs = 0
        var isAfterSpace = false
        while index < end {
            let byteCount = gapByteCount(text, at: index)
            let isSpace = text.innerSpaceByteCount(at: index) > 0
            // Two spaces part columns and not groups of a number; the fast way does not look beyond them.
            guard byteCount > 0, !(isSpace && isAfterSpace) else { return false }
            isAfterSpace = isSpace
            index += byteCount
            signs += 1
        }
        return signs <= 3
    }

    private static func gapByteCount(_ text: Span<UInt8>, at index: Int) -> Int {
        switch text[index] {
        case UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"): 1
        // U+2010 to U+2014: hyphens and dashes.
        case 0xE2 where text.byte(at: index + 1) == 0x80 && (0x90...0x94).contains(text.byte(at: index + 2)): 3
        default: text.innerSpaceByteCount(at: index)
        }
    }

    private static func append(
        _ text: Span<UInt8>, _ groups: ArraySlice<WordPart>, isDomestic: Bool, to terms: inout [UInt8]
    ) {
        let termStart = terms.count
        for group in groups { terms.append(text, group) }
        guard isDomestic else { return }
        if terms.count - termStart == 10 {
            terms.insert(UInt8(ascii: "8"), at: termStart)
        } else {
            terms[termStart] = UInt8(ascii: "8")
        }
    }
}
