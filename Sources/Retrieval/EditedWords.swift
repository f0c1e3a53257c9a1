/// The words one edit away from a word, by their hashes: a letter left out, added, replaced, or two swapped.
///
/// - Source: the distance of F. J. Damerau, CACM 7(3), 1964; hashes put together from prefixes and suffixes, see ``WordHash``.
struct EditedWords {
    /// An edit that turns the typed word into another.
    enum Edit: Equatable {
        case replace(Int, by: Int)
        case insert(Int, at: Int)
        case remove(Int)
        case swap(Int)

        /// The place of the letter that changes.
        var place: Int {
            switch self {
            case .replace(let index, _), .insert(_, let index), .remove(let index), .swap(let index): index
            }
        }
    }

    /// Letters from `а` (0) to `я` (31).
    let letters: [Int]
    /// `prefixes[i]`: the hash of the first i letters.
    private var prefixes: [UInt64] = [WordHash.empty]
    /// `suffixes[i]`: the letters from i on without the leading power of the base.
    private var suffixes: [UInt64]
    /// `powers[i]`: Bⁱ.
    private var powers: [UInt64] = [1]

    /// Prepares the edits of a word of letters from `а` to `я`; `nil` for other words.
    init?(_ word: String) {
        var letters: [Int] = []
        for unit in word.utf16 {
            guard (0x430...0x44F).contains(unit) else { return nil }
            letters.append(Int(unit) - 0x430)
            prefixes.append(WordHash.appending(unit, to: prefixes[prefixes.count - 1]))
        }
        for _ in 0...letters.count { powers.append(powers[powers.count - 1] &* WordHash.base) }
        suffixes = [UInt64](repeating: 0, count: letters.count + 1)
        for index in letters.indices.reversed() {
            suffixes[index] = suffixes[index + 1] &+ Self.unit(letters[index]) &* powers[letters.count - 1 - index]
        }
        self.letters = letters
    }

    /// The hashes of the words before and after a place.
    func halves(at index: Int) -> (UInt64, UInt64) {
        (prefixes[index], powers[letters.count - index] &+ suffixes[index])
    }

    /// Calls `body` with the hash of every word one edit away and the cost of the edit, if that is at most `maxCost`.
    func forEach(maxCost: Float, _ body: (_ hash: UInt64, _ cost: Float, _ edit: Edit) -> Void) {
        let count = letters.count
        for index in letters.indices {
            let start: Float = index < 2 ? SpellingCosts.atStart : 0
            let before = prefixes[index]
            for letter in 0..<32 where letter != letters[index] {
                let cost = SpellingCosts.substitution(typed: letters[index], meant: letter)
                let total = cost <= SpellingCosts.confusion ? cost : cost + start
                guard total <= maxCost else { continue }
                let hash =
                    before &* powers[count - index] &+ Self.unit(letter) &* powers[count - 1 - index]
                    &+ suffixes[index + 1]
                body(hash, total, .replace(index, by: letter))
            }
            let extra = SpellingCosts.extra(letters, at: index) + start
            if extra <= maxCost {
                body(before &* powers[count - 1 - index] &+ suffixes[index + 1], extra, .remove(index))
            }
            if index + 1 < count, letters[index] != letters[index + 1], SpellingCosts.transposition <= maxCost {
                let swapped =
                    Self.unit(letters[index + 1]) &* powers[count - 1 - index]
                    &+ Self.unit(letters[index]) &* powers[count - 2 - index]
                let hash = before &* powers[count - index] &+ swapped &+ suffixes[index + 2]
                body(hash, SpellingCosts.transposition, .swap(index))
            }
        }
        forEachInsertion(maxCost: maxCost, body)
    }

    private func forEachInsertion(maxCost: Float, _ body: (_ hash: UInt64, _ cost: Float, _ edit: Edit) -> Void) {
        let count = letters.count
        for index in 0...count {
            let start: Float = index < 2 ? SpellingCosts.atStart : 0
            let before = prefixes[index] &* powers[count - index + 1] &+ suffixes[index]
            for letter in 0..<32 {
                let cost = SpellingCosts.missing(letter, letters, at: index) + start
                guard cost <= maxCost else { continue }
                body(before &+ Self.unit(letter) &* powers[count - index], cost, .insert(letter, at: index))
            }
        }
    }

    /// The letters after an edit.
    func letters(after edit: Edit) -> [Int] {
        var letters = letters
        switch edit {
        case .replace(let index, let letter): letters[index] = letter
        case .insert(let letter, let index): letters.insert(letter, at: index)
        case .remove(let index): letters.remove(at: index)
        case .swap(let index): letters.swapAt(index, index + 1)
        }
        return letters
    }

    private static func unit(_ letter: Int) -> UInt64 { UInt64(letter + 0x430) }
}
