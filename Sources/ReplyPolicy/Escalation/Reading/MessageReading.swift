import TextAnalysis

/// The words of a message under one assumption about how it was typed.
struct MessageReading: Sendable {
    /// How it was typed.
    enum Kind: CaseIterable, Sendable {
        /// As it stands.
        case asTyped
        /// Russian in Latin letters: «gde operator».
        case transliterated
        /// Russian keys in the Latin layout: «jgthfnjh».
        case wrongLayout
    }

    let kind: Kind
    let words: [ReadWord]

    /// The readings of a message: as typed, and the other two where Latin letters make them possible.
    ///
    /// - Complexity: O(bytes).
    static func readings(of text: String) -> [MessageReading] {
        var typed = ReadWordScanner()
        typed.scan(text)
        guard text.utf8.contains(where: { (0x41...0x5A).contains($0 & 0xDF) }) else {
            return [MessageReading(kind: .asTyped, words: typed.words)]
        }
        var layout = ReadWordScanner()
        layout.scan(text, as: .wrongLayout)
        let fromLatin = typed.words.map { word in
            word.isLatin ? Self.fromLatin(word, in: text) : word
        }
        return [
            MessageReading(kind: .asTyped, words: typed.words),
            MessageReading(kind: .transliterated, words: fromLatin),
            MessageReading(kind: .wrongLayout, words: layout.words),
        ]
    }

    private static func fromLatin(_ word: ReadWord, in text: String) -> ReadWord {
        guard word.letters.count <= 40 else { return word }
        let latin = String(
            decoding: word.letters.map {
                LetterCode.isDigit($0) ? $0 - LetterCode.zero + 0x30 : $0 - LetterCode.latinA + 0x61
            },
            as: UTF8.self)
        let letters = LetterCode.codes(of: Transliteration.russian(fromLatin: latin))
        var read = ReadWord(letters: letters, utf8Range: word.utf8Range, sentence: word.sentence)
        read.isTransliterated = true
        read.clause = word.clause
        return read
    }
}
