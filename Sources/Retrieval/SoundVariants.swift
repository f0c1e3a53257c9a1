/// The words that sound like a typed one, by their hashes: «аткрыца» may be «открыться».
///
/// Letters and groups are replaced by others that are heard alike, several at once. Only the replaced places are walked: what is between
/// them comes from hashes of prefixes and suffixes.
struct SoundVariants {
    /// Letters of a range that may stand for others.
    struct Replacement {
        let range: Range<Int>
        let letters: [Int]
        let cost: Float
    }

    private let letters: [Int]
    /// The replacements that begin at each letter.
    private let replacements: [[Replacement]]
    private var suffixes: [UInt64]
    private var powers: [UInt64] = [1]

    /// Groups that are heard as others.
    /// - Source: simplified groups of consonants, reflexive endings and signs (Розенталь, §§ 3–9, 24).
    private static let groups: [(typed: [Int], meant: [Int], cost: Float)] = [
        ("ца", "тся", 1), ("ца", "ться", 1), ("цца", "тся", 1), ("цца", "ться", 1), ("тса", "тся", 1), ("щ", "сч", 1.5),
        ("щ", "зч", 2), ("сч", "щ", 1.5), ("тс", "ц", 1.5), ("йэ", "е", 1.5), ("йе", "е", 1.5), ("шн", "чн", 1.5),
        ("сн", "стн", 1.5), ("зн", "здн", 1.5), ("ии", "и", 2), ("йи", "и", 1.5), ("йд", "д", 1.5),
    ].map { (numbers($0.0), numbers($0.1), $0.2) }

    private static let groupLetters = Set(groups.compactMap(\.typed.first))
    private static let consonants = Set(numbers("бвгджзклмнпрстфхцчшщ"))
    private static let softened = Set(numbers("бвдзлмнпрстф"))

    /// Prepares the variants of a word.
    init(of letters: [Int]) {
        self.letters = letters
        replacements = letters.indices.map { Self.replacements(of: letters, at: $0) }
        for _ in letters { powers.append(powers[powers.count - 1] &* WordHash.base) }
        suffixes = [UInt64](repeating: 0, count: letters.count + 1)
        for index in letters.indices.reversed() {
            suffixes[index] = suffixes[index + 1] &+ UInt64(letters[index] + 0x430) &* powers[letters.count - 1 - index]
        }
    }

    /// Calls `body` with the hash and cost of every word that differs and costs at most `maxCost`, until `limit` of them.
    func forEach(
        maxCost: Float, limit: Int, _ body: (_ hash: UInt64, _ cost: Float, _ choice: [Replacement]) -> Void
    ) {
        var left = limit
        var chosen: [Replacement] = []
        vary(from: 0, WordHash.empty, 0, maxCost, &left, &chosen, body)
    }

    /// The letters after the chosen replacements, which ascend.
    func letters(after chosen: [Replacement]) -> [Int] {
        var result: [Int] = []
        var position = 0
        for replacement in chosen {
            result += letters[position..<replacement.range.lowerBound] + replacement.letters
            position = replacement.range.upperBound
        }
        return result + letters[position...]
    }

    private func vary(
        from start: Int, _ hashBefore: UInt64, _ cost: Float, _ maxCost: Float, _ left: inout Int,
        _ chosen: inout [Replacement],
        _ body: (_ hash: UInt64, _ cost: Float, _ choice: [Replacement]) -> Void
    ) {
        var hash = hashBefore
        for index in start..<letters.count {
            for replacement in replacements[index] where cost + replacement.cost <= maxCost && left > 0 {
                var next = hash
                for letter in replacement.letters { next = WordHash.appending(UInt16(letter + 0x430), to: next) }
                let end = replacement.range.upperBound
                chosen.append(replacement)
                left -= 1
                body(next &* powers[letters.count - end] &+ suffixes[end], cost + replacement.cost, chosen)
                if cost + replacement.cost + Self.cheapest <= maxCost {
                    vary(from: end, next, cost + replacement.cost, maxCost, &left, &chosen, body)
                }
                chosen.removeLast()
            }
            hash = WordHash.appending(UInt16(letters[index] + 0x430), to: hash)
        }
    }

    /// No replacement costs less.
    private static let cheapest: Float = SpellingCosts.reduction

    private static func replacements(of letters: [Int], at index: Int) -> [Replacement] {
        let letter = letters[index]
        let range = index..<(index + 1)
        var found: [Replacement] = []
        for other in SpellingCosts.letters(soundingLike: letter) {
            let cost = SpellingCosts.substitution(typed: letter, meant: other)
            found.append(Replacement(range: range, letters: [other], cost: cost))
        }
        if letter == SpellingCosts.softSign {
            found.append(Replacement(range: range, letters: [], cost: SpellingCosts.confusion))
        }
        if softened.contains(letter), index + 1 == letters.count || letters[index + 1] != SpellingCosts.softSign {
            let soft = [letter, SpellingCosts.softSign]
            found.append(Replacement(range: range, letters: soft, cost: SpellingCosts.confusion))
        }
        if index + 1 < letters.count, letters[index + 1] == letter {
            found.append(Replacement(range: index..<(index + 2), letters: [letter], cost: SpellingCosts.doubling))
        } else if consonants.contains(letter) {
            found.append(Replacement(range: range, letters: [letter, letter], cost: SpellingCosts.doubling))
        }
        guard groupLetters.contains(letter) else { return found }
        for group in groups where letters[index...].starts(with: group.typed) {
            let range = index..<(index + group.typed.count)
            found.append(Replacement(range: range, letters: group.meant, cost: group.cost))
        }
        return found
    }

    private static func numbers(_ text: String) -> [Int] { text.utf16.map { Int($0) - 0x430 } }
}
