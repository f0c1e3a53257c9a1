import TextAnalysis

/// Finds the Russian word of the index that a word in Latin letters stands for, and the other way round.
struct TransliterationReader {
    let vocabulary: Vocabulary
    /// Whether words of the dictionary that the index does not have are unknown too.
    let isStrict: Bool

    /// Longer words are no words.
    private static let maxLetters = 40
    /// Spellings looked at in a pass.
    private static let maxSpellings = 500
    /// The cost up to which spellings are looked at first: most words are found there.
    private static let usualCost: Float = 2.1
    /// The cost up to which they are looked at when nothing was found.
    private static let highestCost: Float = 5
    /// Spellings whose stems are looked for when no spelling is a known form.
    private static let maxStems = 6

    /// What a word was read as.
    struct Reading {
        let word: String
        /// Whether the index has it, or the dictionary, where that counts.
        let isKnown: Bool
    }

    private struct Spelling {
        let letters: [UInt16]
        let cost: Float
    }

    /// The spelling of a known form that is the likeliest by its frequency and the cost of the letters; else one with a
    /// known stem; else one of the dictionary; else a known form of a rarer spelling; else the cheapest.
    ///
    /// The word is of small Latin letters and what stands for letters: one run of `Transliteration.runs`.
    func russian(
        fromLatin word: String, analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) -> Reading {
        let typed = Array(word.utf8)
        guard typed.count <= Self.maxLetters else {
            return Reading(word: Transliteration.russian(fromLatin: word), isKnown: false)
        }
        let lattice = Self.lattice(typed)
        var cheapest: [Spelling] = []
        if let form = knownForm(in: lattice, maxCost: Self.usualCost, &cheapest) {
            return Reading(word: form, isKnown: true)
        }
        var ofDictionary: String?
        for spelling in cheapest {
            let text = spelling.letters.text
            let words = try Self.words(of: text, &analyzer)
            guard words.count == 1 else { continue }
            if vocabulary.knows(words[0]) { return Reading(word: text, isKnown: true) }
            if ofDictionary == nil, vocabulary.isWord(words[0]) { ofDictionary = text }
        }
        if let ofDictionary { return Reading(word: ofDictionary, isKnown: !isStrict) }
        if !isStrict, let form = knownForm(in: lattice, maxCost: Self.highestCost, &cheapest) {
            return Reading(word: form, isKnown: true)
        }
        return Reading(word: Transliteration.russian(fromLatin: word), isKnown: false)
    }

    /// The likeliest known form; collects the cheapest spellings on the way.
    private func knownForm(in lattice: WordLattice, maxCost: Float, _ cheapest: inout [Spelling]) -> String? {
        var best: (letters: [UInt16], score: Float)?
        var collected: [Spelling] = []
        lattice.forEachSpelling(maxCost: maxCost, limit: Self.maxSpellings) { hash, cost, letters in
            let found = vocabulary.forms.frequencyClass(of: hash)
            if found > 0 {
                let score = TermSet.logFrequency(found) - 2 * cost
                if score > best?.score ?? -.infinity { best = (letters, score) }
            }
            guard best == nil else { return }
            if collected.count < Self.maxStems {
                collected.append(Spelling(letters: letters, cost: cost))
            } else if let worst = collected.indices.max(by: { collected[$0].cost < collected[$1].cost }),
                cost < collected[worst].cost
            {
                collected[worst] = Spelling(letters: letters, cost: cost)
            }
        }
        cheapest = collected.sorted { $0.cost < $1.cost }
        return best?.letters.text
    }

    private static func lattice(_ typed: [UInt8]) -> WordLattice {
        var lattice = WordLattice(length: typed.count)
        for start in typed.indices {
            for option in Transliteration.options(in: typed, at: start) {
                let range = start..<(start + option.length)
                let letters = Array(option.russian.utf16)
                lattice.add(range, letters, cost: option.cost)
                // The soft sign is left out by most; «пью», «семья», «обувь», «вернуть».
                if let last = letters.last, softens.contains(last), mayBeSoft(typed, range.upperBound) {
                    lattice.add(range, letters + [0x44C], cost: option.cost + Transliteration.softSignCost)
                }
            }
        }
        return lattice
    }

    /// Consonants that a soft sign follows.
    private static let softens = Set("бвдзлмнпрстфчшжщ".utf16)

    /// A soft sign stands at the end, before a consonant, and before a softening vowel.
    private static func mayBeSoft(_ typed: [UInt8], _ next: Int) -> Bool {
        next == typed.count || !"aou'".utf8.contains(typed[next])
    }

    static func words(
        of text: String, _ analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) -> [AnalyzedWord] {
        do throws(AnalysisError) {
            return try analyzer.analyze(text).filter { !$0.isCompound }.map { analyzer.word($0.word) }
        } catch {
            throw .analysis(error)
        }
    }
}
