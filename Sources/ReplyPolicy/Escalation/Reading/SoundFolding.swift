/// Folds the spellings of a Russian word that sound alike, on ``LetterCode``s; the rules are those of ``PhoneticKey``.
enum SoundFolding {
    /// The key of a word: vowels in three groups, no signs, no doubled letters, «тся», «ться» and «ця» as «ца».
    static func key(of letters: [UInt8]) -> [UInt8] {
        let ending =
            hasSuffix(letters, reflexive)
            ? 4 : hasSuffix(letters, reflexiveThird) ? 3 : hasSuffix(letters, softened) ? 2 : 0
        var key: [UInt8] = []
        key.reserveCapacity(letters.count + 1)
        for letter in letters.dropLast(ending) {
            let folded = letter < 33 ? table[Int(letter)] : letter
            guard folded != 0, folded != key.last else { continue }
            key.append(folded)
        }
        if ending > 0 { key += [23, 1] }
        // «Живово» for «живого».
        let count = key.count
        if count > 4, key[count - 1] == 1, key[count - 2] == 3, key[count - 3] == 1 || key[count - 3] == 9 {
            key[count - 2] = 4
        }
        return key
    }

    private static let reflexive = LetterCode.codes(of: "ться")
    /// What is read from «-tsya».
    private static let softened = LetterCode.codes(of: "ця")
    private static let reflexiveThird = LetterCode.codes(of: "тся")

    private static func hasSuffix(_ letters: [UInt8], _ suffix: [UInt8]) -> Bool {
        letters.count > suffix.count && letters.suffix(suffix.count).elementsEqual(suffix)
    }

    /// The folded letter of each Russian one; 0 where it goes.
    private static let table: [UInt8] = {
        var table = (0..<33).map { UInt8($0) }
        for (from, to) in [("о", "а"), ("е", "и"), ("ы", "и"), ("э", "и"), ("я", "и"), ("ю", "у")] {
            guard let source = LetterCode.codes(of: from).first, let target = LetterCode.codes(of: to).first else {
                continue
            }
            table[Int(source)] = target
        }
        for sign in LetterCode.codes(of: "ьъ") { table[Int(sign)] = 0 }
        return table
    }()
}
