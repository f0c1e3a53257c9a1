/// A word of a message in one of its readings.
struct ReadWord: Equatable, Sendable {
    /// The letters as ``LetterCode``s; letters that are stretched are there once.
    let letters: [UInt8]
    /// The letters folded by sound, see ``SoundFolding``.
    let key: [UInt8]
    /// Where it stands in the original text, in UTF-8 bytes.
    let utf8Range: Range<Int>
    /// The number of its sentence; sentences end at a stop, an exclamation or question mark, a semicolon, a line's end.
    let sentence: Int

    /// The number of its clause; clauses end where sentences do and at a comma, a colon, a dash, a bracket, a quotation mark.
    var clause = 0
    /// Whether it was read from Latin letters, where the soft sign is left out.
    var isTransliterated = false
    /// Whether a hyphen joins it to the word before.
    let isHyphenated: Bool

    init(letters: [UInt8], utf8Range: Range<Int>, sentence: Int, isHyphenated: Bool = false) {
        self.letters = letters
        key = SoundFolding.key(of: letters)
        self.utf8Range = utf8Range
        self.sentence = sentence
        self.isHyphenated = isHyphenated
    }

    /// The letters as a text in lower case.
    var text: String { LetterCode.text(of: letters) }

    /// Whether it is a number of digits only.
    var isNumber: Bool { !letters.isEmpty && letters.allSatisfy(LetterCode.isDigit) }

    /// Whether all its letters are Latin; digits may be among them.
    var isLatin: Bool {
        letters.contains(where: LetterCode.isLatin)
            && letters.allSatisfy { LetterCode.isLatin($0) || LetterCode.isDigit($0) }
    }

    /// Whether it has a Russian letter.
    var isRussian: Bool { letters.contains(where: LetterCode.isRussian) }
}
