/// The words that sound like a typed one, by their hashes: «аткрыца» may be «открыться».
///
/// Letters and groups are replaced by others that are heard alike, several at once. Only the replaced places are walked: what is between
/// them comes from hashes of prefixes and suffixes.
struct SoundVariants {
    /// Letters of a range that may stand for others.
    private struct Replacement {
        let start: Int
        let end: Int
        /// At most four letters, −1 where there is none.
        let letters: (Int, Int, Int, Int)
        let cost: Float
    }

    private let letters: [Int]
    /// The replacements, by the letter they begin at.
    private var replacements: [Replacement] = []
    /// `starts[i]`: the first replacement that begins at letter i or later.
    private var starts: [Int] = []
    private var suffixes: [UInt64]
    private var powers: [UInt64] = [1]

    /// Groups that are heard as others.
    /// - Source: simplified groups of consonants, reflexive endings and signs (Розенталь, §§ 3–9, 24).
    private static let groups: [(typed: [Int], meant: [Int], cost: Float)] = [
        ("ца", "тся", 1), ("ца", "ться", 1), ("цца", "тся", 1), ("цца", "ться", 1), ("тса", "тся", 1), ("щ", "сч", 1.5),
        ("щ", "зч", 2), ("сч", "щ", 1.5), ("тс", "ц", 1.5), ("йэ", "е", 1.5), ("йе", "е", 1.5), ("шн", "чн", 1.5),
        ("сн", "стн", 1.5), ("зн", "здн", 1.5), ("ии", "и", 2), ("йи", "и", 1.5), ("йд", "д", 1.5),
    ].map { (numbers($0.0), numbers($0.1), $0.2) }

    private static let groupLetters = LetterSet(groups.compactMap(\.typed.first))
    private static let consonants = LetterSet(numbers("бвгджзклмнпрстфхцчшщ"))
    private static let softened = LetterSet(numbers("бвдзлмнпрстф"))

    /// Prepares the variants of a word.
    init(of letters: [Int]) {
        self.letters = letters
        suffixes = [UInt64](repeating: 0, count: letters.count + 1)
        for _ in letters { powers.append(powers[powers.count - 1] &* WordHash.base) }
        for index in letters.indices.reversed() {
            suffixes[index] = suffixes[index + 1] &+ UInt64(letters[index] + 0x430) &* powers[letters.count - 1 - index]
        }
        for index in letters.indices {
            starts.append(replacements.count)
            addLetters(at: index)
            addGroups(at: index)
        }
        starts.append(replacements.count)
    }

    /// Calls `body` with the hash and cost of every word that differs and costs at most `maxCost`, until `limit` of them.
    ///
    /// It also gets the numbers of the replacements, ascending, for ``letters(after:)``.
    func forEach(maxCost: Float, limit: Int, _ body: (_ hash: UInt64, _ cost: Float, _ choice: [Int]) -> Void) {
        var left = limit
        var chosen: [Int] = []
        vary(from: 0, WordHash.empty, 0, maxCost, &left, &chosen, body)
    }

    /// The letters after the chosen replacements.
    func letters(after chosen: [Int]) -> [Int] {
        var result: [Int] = []
        var position = 0
        for number in chosen {
            let (replacement, new) = (replacements[number], replacements[number].letters)
            result += letters[position..<replacement.start] + [new.0, new.1, new.2, new.3].filter { $0 >= 0 }
            position = replacement.end
        }
        return result + letters[position...]
    }

    /// The place of the last letter that a choice replaces.
    func lastPlace(of chosen: [Int]) -> Int { chosen.last.map { replacements[$0].start } ?? 0 }

    private func vary(
        from start: Int, _ hashBefore: UInt64, _ cost: Float, _ maxCost: Float, _ left: inout Int,
        _ chosen: inout [Int], _ body: (_ hash: UInt64, _ cost: Float, _ choice: [Int]) -> Void
    ) {
        var hash = hashBefore
        for index in start..<letters.count {
            for number in starts[index]..<starts[index + 1] {
                let replacement = replacements[number]
                let total = cost + replacement.cost
                guard total <= maxCost, left > 0 else { continue }
                let next = Self.appending(replacement.letters, to: hash)
                chosen.append(number)
                left -= 1
                body(next &* powers[letters.count - replacement.end] &+ suffixes[replacement.end], total, chosen)
                if total + SpellingCosts.reduction <= maxCost {
                    vary(from: replacement.end, next, total, maxCost, &left, &chosen, body)
                }
                chosen.removeLast()
            }
            hash = WordHash.appending(UInt16(letters[index] + 0x430), to: hash)
        }
    }

    private static func appending(_ letters: (Int, Int, Int, Int), to hash: UInt64) -> UInt64 {
        var hash = hash
        if letters.0 >= 0 { hash = WordHash.appending(UInt16(letters.0 + 0x430), to: hash) }
        if letters.1 >= 0 { hash = WordHash.appending(UInt16(letters.1 + 0x430), to: hash) }
        if letters.2 >= 0 { hash = WordHash.appending(UInt16(letters.2 + 0x430), to: hash) }
        if letters.3 >= 0 { hash = WordHash.appending(UInt16(letters.3 + 0x430), to: hash) }
        return hash
    }

    private mutating func addLetters(at index: Int) {
        let letter = letters[index]
        let end = index + 1
        for other in SpellingCosts.letters(soundingLike: letter) {
            add(index, end, (other, -1, -1, -1), SpellingCosts.substitution(typed: letter, meant: other))
        }
        if letter == SpellingCosts.softSign { add(index, end, (-1, -1, -1, -1), SpellingCosts.confusion) }
        let isBeforeSoftSign = end < letters.count && letters[end] == SpellingCosts.softSign
        if Self.softened.contains(letter), !isBeforeSoftSign {
            add(index, end, (letter, SpellingCosts.softSign, -1, -1), SpellingCosts.confusion)
        }
        if end < letters.count, letters[end] == letter {
            add(index, index + 2, (letter, -1, -1, -1), SpellingCosts.doubling)
        } else if Self.consonants.contains(letter) {
            add(index, end, (letter, letter, -1, -1), SpellingCosts.doubling)
        }
    }

    private mutating func addGroups(at index: Int) {
        guard Self.groupLetters.contains(letters[index]) else { return }
        for group in Self.groups where letters[index...].starts(with: group.typed) {
            let meant = group.meant + [-1, -1, -1]
            add(index, index + group.typed.count, (meant[0], meant[1], meant[2], meant[3]), group.cost)
        }
    }

    private mutating func add(_ start: Int, _ end: Int, _ letters: (Int, Int, Int, Int), _ cost: Float) {
        replacements.append(Replacement(start: start, end: end, letters: letters, cost: cost))
    }

    private static func numbers(_ text: String) -> [Int] { text.utf16.map { Int($0) - 0x430 } }
}
