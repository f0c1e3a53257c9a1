/// Endings of names with what they tell.
struct SuffixTable: Sendable {
    /// An ending that a word has.
    struct Match: Equatable, Sendable {
        /// Its length in letters.
        let length: Int
        /// The ending of the nominative.
        let lemmaEnding: String
        let forms: NameForms
        /// How much the ending alone says, from 0 to 1.
        let strength: Float
    }

    private var matches: [UInt64: [Match]] = [:]

    /// Adds the declined forms of a model ending.
    mutating func insert(_ forms: [NameDeclension.Form], lemmaEnding: String, strength: Float) {
        for form in forms {
            guard let key = LetterSuffix.key(of: form.text) else { continue }
            let match = Match(
                length: form.text.unicodeScalars.count, lemmaEnding: lemmaEnding, forms: form.forms, strength: strength)
            matches[key, default: []].append(match)
        }
    }

    /// The matches of a word that leave at least `minStem` letters, shortest endings first.
    func matches(_ word: String, minStem: Int) -> [Match] {
        let letterCount = word.utf8.count / 2
        var found: [Match] = []
        for (index, key) in LetterSuffix.keys(of: word).enumerated() where index + 1 + minStem <= letterCount {
            if let here = matches[key] { found += here }
        }
        return found
    }
}
