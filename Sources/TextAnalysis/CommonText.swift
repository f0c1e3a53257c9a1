/// Where the short way through a text may go: words that stand alone, which no rule of ``Tokenizer`` joins to others.
///
/// A word stands alone if a character follows at which ICU ends every word and which no rule passes, or a sign and then
/// a space. All answers are of the kind "certainly" or "ask the tokenizer", never the other way.
enum CommonText {
    // MARK: Between words

    /// Bytes of a character outside words that may be passed without looking at its neighbours; 0 for other characters.
    ///
    /// An ASCII one is no letter, no digit and neither `@`, which ICU takes for a letter, nor `_`, which may begin a word.
    @inline(__always)
    static func passedByteCount(_ text: Span<UInt8>, at index: Int) -> Int {
        let byte = text[index]
        return byte < 0x80 ? (contains(passed, byte) ? 1 : 0) : signByteCount(text, at: index)
    }

    /// Bytes of a common sign outside ASCII that ends every word: no-break space, «», dashes, quotation marks, ellipsis.
    ///
    /// 0 for other characters.
    @inline(__always)
    private static func signByteCount(_ text: Span<UInt8>, at index: Int) -> Int {
        switch text[index] {
        case 0xC2:
            switch text.byte(at: index + 1) {
            case 0xA0, 0xAB, 0xBB: 2
            default: 0
            }
        case 0xE2 where text.byte(at: index + 1) == 0x80:
            switch text.byte(at: index + 2) {
            // U+2010 to U+2014, U+201C to U+201E, U+2022, U+2026.
            case 0x90...0x94, 0x9C...0x9E, 0xA2, 0xA6: 3
            default: 0
            }
        default: 0
        }
    }

    // MARK: Words

    /// Whether a run of Russian letters is a word that stands alone.
    @inline(__always)
    static func isRussianWord(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard end < text.count else { return true }
        let next = text[end]
        if next < 0x80 {
            if contains(endsRussian, next) { return true }
            guard contains(joins, next), isSpaceOrEnd(text, end + 1) else { return false }
            // `т. е.` goes on behind the space.
            return next != UInt8(ascii: ".") || end - start != 2 || !isT(text, start)
        }
        return signByteCount(text, at: end) > 0
    }

    /// The end of the run of ASCII letters and digits from `start`.
    @inline(__always)
    static func endOfLatinWord(_ text: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < text.count, contains(lettersAndDigits, text[index]) { index += 1 }
        return index
    }

    /// Whether a run of ASCII letters and digits is a word that stands alone; an empty one is none.
    @inline(__always)
    static func isWord(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard end > start else { return false }
        guard contains(digits, text[start]) else { return isLatinWord(text, start, end) }
        return isNumber(text, start, end)
    }

    @inline(__always)
    private static func isLatinWord(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        // `.NET`.
        if text.byte(at: start - 1) == UInt8(ascii: ".") { return false }
        guard end < text.count else { return true }
        let next = text[end]
        if next < 0x80 { return contains(endsLatin, next) || contains(joins, next) && isSpaceOrEnd(text, end + 1) }
        return signByteCount(text, at: end) > 0
    }

    private static func isNumber(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        // Ten digits without signs are no phone.
        guard end - start <= 10, isAllDigits(text, start, end), !isSignOfNumber(text, before: start) else {
            return false
        }
        guard end < text.count, text[end] != 0x0A else { return true }
        if text[end] != 0x20 {
            return (contains(joins, text[end]) || text[end] == UInt8(ascii: "%")) && isSpaceOrEnd(text, end + 1)
        }
        let next = text.byte(at: end + 1)
        if next < 0x80 {
            let isDigit = WordCharacters(lead: next) == .digit
            return !isDigit && next != UInt8(ascii: "(") && next != UInt8(ascii: "-")
        }
        return next & 0xFE == 0xD0 && (end - start > 2 || DateRule.month(text, at: end + 1) == nil)
    }

    private static func isAllDigits(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        for index in start..<end where !contains(digits, text[index]) { return false }
        return true
    }

    private static func isSignOfNumber(_ text: Span<UInt8>, before start: Int) -> Bool {
        let sign = text.byte(at: start - 1)
        switch sign {
        case UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: "#"), 0x80...: return true
        case 0x20: return text.byte(at: start - 2) >= 0x80 && text.hasBytes("№", at: start - 4)
        default: return false
        }
    }

    @inline(__always)
    private static func isSpaceOrEnd(_ text: Span<UInt8>, _ index: Int) -> Bool {
        guard index < text.count else { return true }
        return text[index] == 0x20 || text[index] == 0x0A
    }

    private static func isT(_ text: Span<UInt8>, _ start: Int) -> Bool {
        text.hasBytes("т", at: start) || text.hasBytes("Т", at: start)
    }

    // MARK: Sets of ASCII characters

    /// A set of ASCII characters: bit `n` of the first number is character `n`, of the second `n + 64`.
    private typealias ASCIISet = (low: UInt64, high: UInt64)

    private static let digits: ASCIISet = (0x03FF_0000_0000_0000, 0)
    private static let lettersAndDigits: ASCIISet = (0x03FF_0000_0000_0000, 0x07FF_FFFE_07FF_FFFE)
    /// All but letters, digits, `@` and `_`.
    private static let passed: ASCIISet = (0xFC00_FFFF_FFFF_FFFF, 0xF800_0001_7800_0000)
    /// `,`, `-`, `.`, `/`, `:`, `;`: join something only if it follows directly.
    private static let joins: ASCIISet = (0x0C00_F000_0000_0000, 0)
    /// What is passed, without what joins and `#`, `%`, `'`, `+`.
    private static let endsLatin: ASCIISet = (0xF000_0757_FFFF_FFFF, 0xF800_0001_7800_0000)
    /// As after a Latin word; and `,`, `:`, `;` join no Russian letters.
    private static let endsRussian: ASCIISet = (0xFC00_1757_FFFF_FFFF, 0xF800_0001_7800_0000)

    @inline(__always)
    private static func contains(_ set: ASCIISet, _ byte: UInt8) -> Bool {
        let bits = byte < 64 ? set.low : set.high
        return byte < 0x80 && bits &>> UInt64(byte & 63) & 1 == 1
    }
}
