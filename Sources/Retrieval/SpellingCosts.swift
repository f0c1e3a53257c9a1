import TextAnalysis

/// What errors cost: how unlikely they make a correction, in steps of a natural logarithm.
///
/// The classes and their order follow the counts of such studies, the values are rounded guesses: slips of the fingers hit neighbouring
/// keys, swap, drop and double letters; slips of the ear write a word as it sounds. Letters are numbers from `а` (0) to `я` (31).
/// - Source: F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 7(3), 1964 (four kinds of single
///   errors make 80 %); M. D. Kernighan, K. W. Church, W. A. Gale, A spelling correction program based on a noisy channel model, COLING 1990;
///   reduction of unstressed vowels and devoicing of consonants in Russian orthography (Розенталь, §§ 1–9).
enum SpellingCosts {
    /// An unstressed vowel written as it is heard.
    static let reduction: Float = 1
    /// A letter written for another that sounds alike.
    static let confusion: Float = 1.5
    /// Two letters in the wrong order.
    static let transposition: Float = 2
    /// A letter typed twice, or once instead of twice.
    static let doubling: Float = 1.8
    /// The key beside the right one, or another key hit along with it.
    static let neighbour: Float = 2.8
    /// A letter left out.
    static let missing: Float = 3
    /// A letter too many that is not beside its neighbours on the keyboard.
    static let extra: Float = 4
    /// Any other letter.
    static let other: Float = 5.5
    /// What an error among the first two letters adds: they are looked at most, and another prefix is another word.
    static let atStart: Float = 1.5
    /// Two words typed as one.
    static let space: Float = 2.5

    /// Pairs of vowels that are the same without stress.
    private static let reduced: [(String, String)] = [("о", "а"), ("е", "и")]

    /// Pairs of letters that are heard alike.
    private static let soundAlike: [(String, String)] =
        reduced + [
            ("е", "я"), ("и", "я"), ("и", "ы"), ("е", "э"), ("у", "ю"), ("е", "о"), ("а", "я"), ("и", "й"),
            ("б", "п"), ("в", "ф"), ("г", "к"), ("д", "т"), ("ж", "ш"), ("з", "с"), ("ш", "щ"), ("ч", "щ"), ("ч", "ш"),
            ("ь", "ъ"),
            ("ц", "с"), ("г", "в"), ("г", "х"),
        ]

    /// The letters that sound like each letter, as a set of bits.
    private static let confused = table(of: soundAlike)
    private static let reductions = table(of: reduced)

    private static func table(of pairs: [(String, String)]) -> [UInt32] {
        var table = [UInt32](repeating: 0, count: 32)
        for (first, second) in pairs {
            guard let first = first.utf16.first, let second = second.utf16.first else { continue }
            table[Int(first) - 0x430] |= 1 << UInt32(second - 0x430)
            table[Int(second) - 0x430] |= 1 << UInt32(first - 0x430)
        }
        return table
    }

    /// The cost of `typed` written for `meant`.
    private static let substitutions: [Float] = {
        var table: [Float] = []
        for typed in 0..<32 {
            for meant in 0..<32 {
                let bit: UInt32 = 1 << UInt32(meant)
                if reductions[typed] & bit != 0 {
                    table.append(reduction)
                } else if confused[typed] & bit != 0 {
                    table.append(confusion)
                } else {
                    table.append(KeyboardLayout.areNeighbours(typed, meant) ? neighbour : other)
                }
            }
        }
        return table
    }()

    /// The cost of one letter written for another.
    static func substitution(typed: Int, meant: Int) -> Float { substitutions[typed * 32 + meant] }

    /// The letters that sound like a letter.
    static func letters(soundingLike letter: Int) -> [Int] { alike[letter] }

    private static let alike = (0..<32).map { letter in (0..<32).filter { confused[letter] & (1 << UInt32($0)) != 0 } }

    /// The cost of a letter too many at a place.
    static func extra(_ letters: [Int], at index: Int) -> Float {
        let letter = letters[index]
        let before = index > 0 ? letters[index - 1] : -1
        let after = index + 1 < letters.count ? letters[index + 1] : -1
        if letter == before || letter == after { return doubling }
        // «ь» and «ъ» are silent: «клавишь».
        if letter == softSign || letter == softSign - 2 { return confusion }
        for other in [before, after] where other >= 0 && KeyboardLayout.areNeighbours(letter, other) {
            return neighbour
        }
        return extra
    }

    /// The cost of a letter left out before a place.
    static func missing(_ letter: Int, _ letters: [Int], at index: Int) -> Float {
        if letter == softSign { return confusion }
        let isDoubled =
            index > 0 && letters[index - 1] == letter || index < letters.count && letters[index] == letter
        return isDoubled ? doubling : missing
    }

    /// `ь`.
    static let softSign = 28
}
