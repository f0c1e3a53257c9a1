/// Folds the spellings of a Russian word that sound alike, over folded letters.
///
/// Vowels fall into three groups (а о, е и ы э я, у ю), doubled letters become one, soft and hard signs go. The twin of ``PhoneticKey`` for one-byte letters, which is too slow for every unknown word of a message.
/// - Source: the vowel classes of Russian MetaPhone (P. Kankovsky, 2002).
enum SoundKey {
    private static let folded: [UInt8] = {
        var table = (0...255).map { UInt8($0) }
        for (letters, sound) in [("ао", "а"), ("еиыэя", "и"), ("ую", "у"), ("щ", "ш")] {
            let code = FoldedLetter.codes(of: sound)[0]
            for letter in FoldedLetter.codes(of: letters) { table[Int(letter)] = code }
        }
        for letter in FoldedLetter.codes(of: "ьъ") { table[Int(letter)] = 0 }
        return table
    }()

    /// The key of a word of folded letters.
    static func key(_ word: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(word.count)
        for letter in word {
            let sound = folded[Int(letter)]
            if sound != 0, sound != key.last { key.append(sound) }
        }
        return key
    }
}
