import TextAnalysis

/// Finds what an unknown Cyrillic word was meant to be: a Latin name, a misspelt word, or two words.
struct WordReader {
    let vocabulary: Vocabulary

    /// How a word stands in its message.
    struct Typing: Hashable {
        /// Whether it begins with a capital letter inside a sentence.
        let isName: Bool
        /// Whether it is an abbreviation: capitals only, in a message that has small letters.
        let isAbbreviation: Bool

        init(of word: Substring, in text: String, isShouted: Bool) {
            let isCapital = word.first?.isUppercase ?? false
            isAbbreviation = isCapital && !isShouted && !word.contains(where: \.isLowercase)
            let before = text[..<word.startIndex].last { !$0.isWhitespace && $0 != "«" && $0 != "\"" }
            isName = isCapital && !isShouted && before.map { !".!?…".contains($0) } ?? false
        }
    }

    /// What a word was meant to be.
    struct Meaning: Sendable {
        let text: String
        let kind: QueryRewrite.Kind
    }

    /// Latin words shorter than this come out of Russian letters by chance.
    private static let minLatinLetters = 4

    /// What was meant, or `nil` when nothing is likely enough.
    ///
    /// Words that are no plain Russian letters, those with digits among them, are never touched.
    func meaning(of word: AnalyzedWord, typed: Typing) throws(RetrievalError) -> Meaning? {
        guard word.form.utf8.count <= 2 * SpellingCorrector.maxLetters else { return nil }
        if let known = vocabulary.meanings.meaning(of: word.form, typed) { return known }
        let meaning = try search(word, typed)
        vocabulary.meanings.insert(meaning, of: word.form, typed)
        return meaning
    }

    private func search(_ word: AnalyzedWord, _ typed: Typing) throws(RetrievalError) -> Meaning? {
        guard let edits = EditedWords(word.form) else { return nil }
        if let latin = KeyboardLayout.latin(fromRussian: word.form), latin.utf8.count >= Self.minLatinLetters,
            vocabulary.stems.contains(WordHash.hash(of: latin)), try vocabulary.hasStem(latin)
        {
            return Meaning(text: latin, kind: .layout)
        }
        guard !typed.isAbbreviation else { return nil }
        if vocabulary.isWord(word) {
            return try WordSplitter(vocabulary: vocabulary).split(edits, at: 2).map { Meaning(text: $0, kind: .split) }
        }
        let corrected = try SpellingCorrector(vocabulary: vocabulary).correction(of: word, isName: typed.isName)
        if let corrected, corrected.cost < SpellingCosts.space { return Meaning(text: corrected.word, kind: .typo) }
        if !typed.isName, let words = try WordSplitter(vocabulary: vocabulary).split(edits) {
            return Meaning(text: words, kind: .split)
        }
        if let corrected { return Meaning(text: corrected.word, kind: .typo) }
        let name = try LatinNameReader(vocabulary: vocabulary).name(fromStem: word.stem, isName: typed.isName)
        return name.map { Meaning(text: $0, kind: .transliteration) }
    }
}
