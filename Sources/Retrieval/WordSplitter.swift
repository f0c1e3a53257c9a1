/// Finds two words of the index that were typed as one: «личныйкабинет», «непроходит».
struct WordSplitter {
    let vocabulary: Vocabulary

    /// Shorter words are left alone.
    private static let minLetters = 5
    /// A part shorter than this must be a function word.
    private static let minPart = 3
    /// What a function word of one or two letters leaves must have so many letters.
    private static let minRest = 4

    /// The function words of one or two letters that are written together with their neighbours by mistake.
    private static let shortWords = Set(
        "в во к ко с со о об у и а но не ни на по за до из от бы же ли то мы вы он мне".split(separator: " ").map(
            String.init))

    /// The two words with the higher least frequency, a blank between them; `nil` when there are none.
    func split(_ edits: EditedWords) throws(RetrievalError) -> String? {
        try split(edits, at: 1..<max(1, edits.letters.count))
    }

    /// The words before and after a place, if they are known.
    func split(_ edits: EditedWords, at index: Int) throws(RetrievalError) -> String? {
        try split(edits, at: index..<(index + 1))
    }

    private func split(_ edits: EditedWords, at places: Range<Int>) throws(RetrievalError) -> String? {
        guard edits.letters.count >= max(Self.minLetters, places.upperBound) else { return nil }
        var best: (index: Int, worth: Float)?
        for index in places {
            let (left, right) = edits.halves(at: index)
            let classes = (vocabulary.forms.frequencyClass(of: left), vocabulary.forms.frequencyClass(of: right))
            guard classes.0 > 0, classes.1 > 0, isAllowed(edits, index) else { continue }
            let worth = min(TermSet.logFrequency(classes.0), TermSet.logFrequency(classes.1))
            if worth > best?.worth ?? -.infinity { best = (index, worth) }
        }
        guard let index = best?.index else { return nil }
        let parts = [text(edits.letters[..<index]), text(edits.letters[index...])]
        for part in parts where !vocabulary.isFunctionWord(part) {
            guard try vocabulary.hasForm(part) else { return nil }
        }
        return parts.joined(separator: " ")
    }

    private func isAllowed(_ edits: EditedWords, _ index: Int) -> Bool {
        let rest = edits.letters.count - index
        if index >= Self.minPart, rest >= Self.minPart { return true }
        let short = index < Self.minPart ? edits.letters[..<index] : edits.letters[index...]
        return edits.letters.count - short.count >= Self.minRest && Self.shortWords.contains(text(short))
    }

    private func text(_ letters: ArraySlice<Int>) -> String { letters.map { UInt16($0 + 0x430) }.text }
}
