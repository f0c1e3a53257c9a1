/// Folds the spellings of a Russian word that sound alike: «апператора» and «оператора», «саидините» and «соедините».
///
/// Vowels fall into three groups (а о, е и ы э я, у ю), doubled letters become one, soft and hard signs go, «тся» and «ться» become «ца».
/// Words and beginnings of words must be folded alike before they are compared; short ones get too vague for that.
/// - Source: the vowel classes of Russian MetaPhone (P. Kankovsky, 2002), with я beside и as in unstressed syllables; the rules for
///   consonants were not taken.
enum PhoneticKey {
    /// The key of a lower-case word.
    static func key(of word: some StringProtocol) -> String {
        let ending = word.hasSuffix("ться") ? 4 : word.hasSuffix("тся") ? 3 : 0
        var key = ""
        for letter in word.dropLast(ending) {
            guard let folded = fold(letter), folded != key.last else { continue }
            key.append(folded)
        }
        return ending > 0 ? key + "ца" : key
    }

    private static func fold(_ letter: Character) -> Character? {
        switch letter {
        case "о", "а": "а"
        case "е", "ё", "и", "ы", "э", "я": "и"
        case "у", "ю": "у"
        case "ь", "ъ": nil
        default: letter
        }
    }
}
