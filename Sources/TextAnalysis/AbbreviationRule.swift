/// Abbreviations of two letters that are function words: `т.е.`, `т. д.`, `т.к` → one word `т.е.` and so on.
///
/// Written together or with a space, with the last full stop or, if together, without it. Not `т. 5` (a volume), `т.Иванов`.
/// - Source: the table of abbreviations of ГОСТ Р 7.0.12-2011: то есть, так далее, тому подобное, так как, так
///   называемый, том числе, таким образом.
enum AbbreviationRule {
    /// The abbreviation that starts at part `first`.
    static func match(
        _ text: Span<UInt8>, _ parts: [WordPart], at first: Int, terms: inout [UInt8]
    ) -> WordUnit? {
        guard first + 1 < parts.count, isFirst(text, parts[first]), isSecond(text, parts[first + 1]) else { return nil }
        let (start, second) = (parts[first].end + 1, parts[first + 1])
        let space = text.innerSpaceByteCount(at: start)
        guard text.byte(at: start - 1) == UInt8(ascii: "."), second.start == start + space else { return nil }
        let hasEnd = text.byte(at: second.end) == UInt8(ascii: ".")
        guard hasEnd || space == 0 && !isJoined(text.byte(at: second.end)) else { return nil }
        let termStart = terms.count
        let tail = smallTail(text, second)
        terms.append(contentsOf: [0xD1, 0x82, UInt8(ascii: "."), tail < 0x90 ? 0xD1 : 0xD0, tail, UInt8(ascii: ".")])
        return WordUnit(
            utf8Range: parts[first].start..<(hasEnd ? second.end + 1 : second.end),
            last: first + 1,
            term: termStart..<terms.count,
            isOneWord: true
        )
    }

    /// Whether an abbreviation may go on over the space at `space`, when `part` is the last before it.
    static func goesOn(_ text: Span<UInt8>, after part: WordPart, at space: Int) -> Bool {
        isFirst(text, part) && space == part.end + 1 && text[part.end] == UInt8(ascii: ".")
            && text.byte(at: space + 3) == UInt8(ascii: ".")
    }

    private static func isFirst(_ text: Span<UInt8>, _ part: WordPart) -> Bool {
        part.byteCount == 2 && (text.hasBytes("т", at: part.start) || text.hasBytes("Т", at: part.start))
    }

    private static func isSecond(_ text: Span<UInt8>, _ part: WordPart) -> Bool {
        guard part.byteCount == 2, part.characters == .cyrillic else { return false }
        return switch smallTail(text, part) {
        // е д п к н о of U+043x, ч of U+044x.
        case 0xB5, 0xB4, 0xBF, 0xBA, 0xBD, 0xBE, 0x87: true
        default: false
        }
    }

    /// The second byte of a Russian letter in small: Е is D0 95 and е D0 B5, Ч is D0 A7 and ч D1 87.
    private static func smallTail(_ text: Span<UInt8>, _ part: WordPart) -> UInt8 {
        let tail = text[part.start + 1]
        guard text[part.start] == 0xD0 else { return tail }
        return switch tail {
        case 0x90..<0xA0: tail + 0x20
        case 0xA0..<0xB0: tail - 0x20
        default: tail
        }
    }

    /// Whether a letter, a digit or a joiner follows, so that the letters are of something longer.
    private static func isJoined(_ byte: UInt8) -> Bool {
        WordCharacters.isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "@")
            || byte == UInt8(ascii: "_") || byte >= 0xC3
    }
}
