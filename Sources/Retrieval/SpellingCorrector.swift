import TextAnalysis

/// Finds the word of the index that a misspelt word was meant to be.
///
/// The candidates are the known forms and stems one edit away, and those a few letters away that sound alike. The likeliest is the one with
/// the lowest cost less half the logarithm of its document frequency. The shorter the word, the surer the error must be: in a small base
/// most short words have a neighbour by chance.
struct SpellingCorrector {
    let vocabulary: Vocabulary

    /// Shorter words are left alone.
    static let minLetters = 4
    /// Longer words are no words.
    static let maxLetters = 32

    /// How much of ln(document frequency) speaks for a candidate.
    private static let frequencyWeight: Float = 0.5
    /// The cost of a candidate of which the index has the stem only.
    private static let stemCost: Float = 1
    /// The highest cost of letters that sound alike: three reduced vowels, or two other letters.
    private static let maxSoundCost: Float = 3.6
    /// Spellings that sound alike that are looked at.
    private static let maxSpellings = 1500

    private struct Candidate {
        let letters: [Int]
        let cost: Float
        let worth: Float
    }

    /// The word meant with the cost of the error, or `nil` when none is likely enough.
    ///
    /// The word is one the index does not know. One that looks like a name must have the surer error: it is more often foreign to the base
    /// than misspelt.
    func correction(of word: AnalyzedWord, isName: Bool) throws(RetrievalError) -> (word: String, cost: Float)? {
        guard let edits = EditedWords(word.form), (Self.minLetters...Self.maxLetters).contains(edits.letters.count)
        else {
            return nil
        }
        let limit = Self.maxCost(letters: edits.letters.count, isName: isName)
        let form = candidate(edits, among: vocabulary.forms, maxCost: limit) { _ in true }
        if let form, form.cost <= SpellingCosts.transposition || word.stem.utf16.count < Self.minLetters {
            if let text = try verified(form.letters, ending: "") { return (text, form.cost) }
        }
        var best = form.map { ($0, "") }
        if let stemEdits = EditedWords(word.stem), stemEdits.letters.count >= Self.minLetters {
            let ending = String(decoding: Array(word.form.utf16.dropFirst(stemEdits.letters.count)), as: UTF16.self)
            let stemLimit = Self.maxCost(letters: stemEdits.letters.count, isName: isName) - Self.stemCost
            // An edit at the end of a stem makes another form of the same word, or a form that there is not.
            let end = stemEdits.letters.count - 1
            if let stem = candidate(stemEdits, among: vocabulary.stems, maxCost: stemLimit, where: { $0 < end }),
                stem.worth - Self.stemCost > form?.worth ?? -.infinity
            {
                best = (stem, ending)
            }
        }
        guard let (candidate, ending) = best, let text = try verified(candidate.letters, ending: ending) else {
            return nil
        }
        return (text, candidate.cost)
    }

    /// The highest cost of an error that a word of so many letters may have.
    static func maxCost(letters: Int, isName: Bool) -> Float {
        switch letters {
        case ...4: isName ? 0 : SpellingCosts.transposition
        case 5: isName ? 0 : SpellingCosts.neighbour
        case 6: isName ? SpellingCosts.confusion : SpellingCosts.extra
        default: isName ? SpellingCosts.transposition : SpellingCosts.other
        }
    }

    private func candidate(
        _ edits: EditedWords, among terms: TermSet, maxCost: Float, where isAllowed: (_ place: Int) -> Bool
    ) -> Candidate? {
        var best: (worth: Float, cost: Float, edit: EditedWords.Edit)?
        edits.forEach(maxCost: maxCost) { hash, cost, edit in
            let found = terms.frequencyClass(of: hash)
            guard found > 0, isAllowed(edit.place) else { return }
            let worth = TermSet.logFrequency(found) * Self.frequencyWeight - cost
            if worth > best?.worth ?? -.infinity { best = (worth, cost, edit) }
        }
        let edited = best.map { Candidate(letters: edits.letters(after: $0.edit), cost: $0.cost, worth: $0.worth) }
        guard let heard = soundingAlike(edits.letters, among: terms, maxCost: maxCost, where: isAllowed),
            heard.worth > edited?.worth ?? -.infinity
        else { return edited }
        return heard
    }

    /// The likeliest word with up to three letters or groups that sound like the typed ones.
    private func soundingAlike(
        _ letters: [Int], among terms: TermSet, maxCost: Float, where isAllowed: (_ place: Int) -> Bool
    ) -> Candidate? {
        let variants = SoundVariants(of: letters)
        var best: (choice: [Int], cost: Float, worth: Float)?
        let most = min(maxCost, Self.maxSoundCost)
        variants.forEach(maxCost: most, limit: Self.maxSpellings) { hash, cost, choice in
            let found = terms.frequencyClass(of: hash)
            guard found > 0, isAllowed(variants.lastPlace(of: choice)) else { return }
            let worth = TermSet.logFrequency(found) * Self.frequencyWeight - cost
            if worth > best?.worth ?? -.infinity { best = (choice, cost, worth) }
        }
        return best.map { Candidate(letters: variants.letters(after: $0.choice), cost: $0.cost, worth: $0.worth) }
    }

    /// The candidate as text, if the index really has it: the sets may err.
    private func verified(_ letters: [Int], ending: String) throws(RetrievalError) -> String? {
        let text = letters.map { UInt16($0 + 0x430) }.text
        if ending.isEmpty, vocabulary.isFunctionWord(text) { return text }
        if ending.isEmpty, try vocabulary.hasForm(text) { return text }
        return try vocabulary.hasStem(text) ? text + ending : nil
    }
}
