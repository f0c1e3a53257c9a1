import TextAnalysis

/// A cited span, read once, with its words by stem, root and set of synonyms.
final class SourceIndex: Sendable {
    /// Words with a key in common: the first of them, and for each word the next.
    private struct Chains: Sendable {
        private var next: [Int]

        init(count: Int) { next = [Int](repeating: -1, count: count) }

        /// Puts a word before all that were put so far; returns the new first.
        mutating func put(_ word: Int, before first: Int?) -> Int {
            next[word] = first ?? -1
            return word
        }

        /// The first words of a chain, at most ``SourceIndex/maxPlaces``.
        func words(from first: Int?) -> [Int] {
            var words: [Int] = []
            var place = first ?? -1
            while place >= 0, words.count < SourceIndex.maxPlaces {
                words.append(place)
                place = next[place]
            }
            return words
        }
    }

    /// The most places that are looked at for one word.
    ///
    /// A word that a span repeats more often costs no more; later places are not seen.
    private static let maxPlaces = 32

    let text: AnalyzedText
    let claim: ClaimText
    /// The span as a draft writes it.
    let wording: [UInt8]
    private let stems: Chains
    private let roots: Chains
    private let firstOfStem: [ClaimTerm: Int]
    private let firstOfRoot: [ClaimTerm: Int]
    private let byGroup: [UInt16: [Int]]

    init(_ text: AnalyzedText) {
        self.text = text
        let isTable = text.bytes.contains(UInt8(ascii: "|"))
        wording = isTable ? Array(GroundingGuardrail.wording(of: text.string).utf8) : text.bytes
        let claim = ClaimText(text)
        self.claim = claim
        var (stems, roots) = (Chains(count: claim.words.count), Chains(count: claim.words.count))
        var (firstOfStem, firstOfRoot): ([ClaimTerm: Int], [ClaimTerm: Int]) = ([:], [:])
        var byGroup: [UInt16: [Int]] = [:]
        // From the last, so that chains go forward.
        for (index, word) in claim.words.enumerated().reversed() {
            firstOfStem[word.stem] = stems.put(index, before: firstOfStem[word.stem])
            if let root = word.root { firstOfRoot[root] = roots.put(index, before: firstOfRoot[root]) }
        }
        for (index, word) in claim.words.enumerated() {
            for group in word.sense.groups { byGroup[group, default: []].append(index) }
        }
        (self.stems, self.roots, self.byGroup) = (stems, roots, byGroup)
        (self.firstOfStem, self.firstOfRoot) = (firstOfStem, firstOfRoot)
    }

    /// The words that say the same as `word`: first of the same stem, then of the same root, then of a common set or a kind.
    ///
    /// - Returns: indices of ``ClaimText/words``, each once.
    func matches(of word: ClaimWord) -> [Int] {
        var found = stems.words(from: firstOfStem[word.stem])
        if let root = word.root {
            for index in roots.words(from: firstOfRoot[root]) where !found.contains(index) {
                if Derivation.areRelated(word, claim.words[index]) { found.append(index) }
            }
        }
        guard !word.isLatin else { return found }
        for group in word.sense.groups + word.sense.kinds {
            for index in (byGroup[group] ?? []).prefix(Self.maxPlaces) where !found.contains(index) {
                if !Derivation.areOpposite(word, claim.words[index]) { found.append(index) }
            }
        }
        return found
    }
}

/// Whether two words are of one family: «оплатить», «оплата», «оплачивать».
enum Derivation {
    /// Whether the stems share a beginning that is most of both.
    ///
    /// At least four letters, at most three letters left of the shorter and five of the longer. Opposites are never related.
    static func areRelated(_ left: ClaimWord, _ right: ClaimWord) -> Bool {
        guard !areOpposite(left, right) else { return false }
        let common = zip(left.stem.string.utf8, right.stem.string.utf8).prefix { $0 == $1 }.count / 2
        let (one, two) = (left.stem.byteCount / 2, right.stem.byteCount / 2)
        let (short, long) = (min(one, two), max(one, two))
        return common >= 4 && short - common <= 2 && long - common <= 5 && common * 2 >= long
    }

    /// How far two words that match are from each other.
    enum Distance: Comparable {
        /// One stem, or one root.
        case related
        /// A common set of synonyms.
        case synonyms
        /// Only a common family.
        case family
    }

    /// How far the words are from each other, if they match.
    static func distance(_ left: ClaimWord, _ right: ClaimWord) -> Distance {
        if left.stem == right.stem { return .related }
        if let root = left.root, root == right.root, areRelated(left, right) { return .related }
        let groups = right.sense.groups
        func isNear(_ group: UInt16) -> Bool { !SynonymWords.isFamily(group) && groups.contains(group) }
        return left.sense.groups.contains(where: isNear) || left.sense.kinds.contains(where: isNear)
            ? .synonyms : .family
    }

    /// Whether the words are on the two sides of one pair of opposites.
    static func areOpposite(_ left: ClaimWord, _ right: ClaimWord) -> Bool {
        left.sense.sides.contains { right.sense.sides.contains(-$0) }
    }
}
