import TextAnalysis

/// Decides from the last word of a text and the next character whether a sentence is over, as ``SentenceSplitter`` does for whole texts.
enum SentenceEnd {
    /// Longer words are no abbreviations.
    private static let maxTail = 24

    /// Whether a text that is followed by white space or a mark is a whole sentence.
    ///
    /// - Parameters:
    ///   - scalars: the text so far.
    ///   - next: the next visible character.
    ///   - isAfterMark: a citation mark stands between the two. Then a capital letter always begins a sentence: «300 руб. [1] Срок…».
    /// - Returns: whether `next` belongs to the next sentence.
    static func isEnd(of scalars: [Unicode.Scalar], before next: Unicode.Scalar, isAfterMark: Bool) -> Bool {
        guard let last = scalars.last(where: { !closers.contains($0) }), terminators.contains(last) else {
            return false
        }
        if isAfterMark, next.properties.isUppercase { return true }
        return isSplit(tail(of: scalars) + " " + String(next))
    }

    /// The length of the first sentence when a text ends with a lower-case Cyrillic letter, a terminator, a capital and a lower-case letter.
    ///
    /// Not for abbreviations («ул.Ленина») and not for addresses («Пример.РФ»).
    static func gluedLength(of scalars: [Unicode.Scalar]) -> Int? {
        let count = scalars.count
        guard count >= 4, isSmallCyrillic(scalars[count - 1]), isCapitalCyrillic(scalars[count - 2]),
            ".!?".unicodeScalars.contains(scalars[count - 3]), isSmallCyrillic(scalars[count - 4])
        else { return nil }
        let first = Array(scalars[..<(count - 2)])
        return isSplit(tail(of: first) + " " + String(scalars[count - 2])) ? count - 2 : nil
    }

    private static let terminators: Set<Unicode.Scalar> = [".", "!", "?", "…"]
    private static let closers: Set<Unicode.Scalar> = [")", "\"", "»", "”", "“"]

    private static func isSplit(_ text: String) -> Bool { SentenceSplitter.sentences(of: text).count > 1 }

    /// The last word with a word before it if there is one: a number is judged otherwise at the beginning of a sentence.
    private static func tail(of scalars: [Unicode.Scalar]) -> String {
        let window = scalars.suffix(maxTail)
        let space = window.lastIndex { $0.properties.isWhitespace }
        let word = space.map { window[($0 + 1)...] } ?? window
        let isFirst = space == nil && window.count == scalars.count
        return (isFirst ? "" : "а ") + String(String.UnicodeScalarView(word))
    }

    private static func isSmallCyrillic(_ scalar: Unicode.Scalar) -> Bool {
        ("а"..."я").contains(scalar) || scalar == "ё"
    }

    private static func isCapitalCyrillic(_ scalar: Unicode.Scalar) -> Bool {
        ("А"..."Я").contains(scalar) || scalar == "Ё"
    }
}
