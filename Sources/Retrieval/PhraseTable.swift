/// Phrases by the hashes of their words, to find all that begin at a word of a text.
struct PhraseTable: Sendable {
    /// A phrase found in a text.
    struct Match {
        /// The positions of its words.
        let range: Range<Int>
        /// The number of the phrase, in the order of the table.
        let phrase: Int
    }

    private let phrases: [[UInt64]]
    /// The phrases that begin with a word, longest first.
    private let starts: [UInt64: [Int]]

    /// Makes a table; empty phrases are never found.
    init(_ phrases: [[UInt64]]) {
        self.phrases = phrases
        var starts: [UInt64: [Int]] = [:]
        for (number, phrase) in phrases.enumerated() {
            if let first = phrase.first { starts[first, default: []].append(number) }
        }
        self.starts = starts.mapValues { numbers in numbers.sorted { phrases[$0].count > phrases[$1].count } }
    }

    var isEmpty: Bool { starts.isEmpty }

    /// The longest phrases from left to right, none overlapping another; of the same words all phrases.
    func matches(in words: [UInt64]) -> [Match] {
        guard !isEmpty else { return [] }
        var matches: [Match] = []
        var index = 0
        while index < words.count {
            guard let candidates = starts[words[index]] else {
                index += 1
                continue
            }
            var length = 0
            for number in candidates
            where phrases[number].count >= length && words[index...].starts(with: phrases[number]) {
                length = phrases[number].count
                matches.append(Match(range: index..<(index + length), phrase: number))
            }
            index += max(1, length)
        }
        return matches
    }
}
