import SearchIndex
import TextAnalysis

/// How the words of a query stand in the first words of a passage; both from 0 to 1.
struct HeadEvidence: Equatable, Sendable {
    /// How early the query's words stand: the share of their weight, a word at place p counting 20 / (20 + p).
    var depth: Float = 0
    /// How closely they stand: the share of the weight of the pairs of neighbouring words of the query; a pair counts whole where its
    /// words stand next to each other in the query's order, half where they are only near.
    var proximity: Float = 0
}

/// Looks for the words of one query in the first words of passages.
///
/// A word of the query matches words with the same first four letters (Russian), the same first eight (other scripts), or, where its stem has three
/// letters only, words that begin with the stem and are at most three letters longer («чек», «чеками»). Another name of a word, which is not searched by its
/// root, matches words that begin with its stem, and counts as the word. That is the index's root layer and what of its
/// stem layer the roots miss, without analysing the passage.
struct HeadMatcher: Sendable {
    /// Words of a query that are looked for, their other names included; most messages have fewer, and bits of a number hold them.
    static let maxTerms = 64
    /// The place at which a word counts half.
    static let halfDepth: Float = 20
    /// Words that far apart are near each other.
    static let nearDistance: Int32 = 4

    private struct Slot {
        var value: UInt64 = 0
        var mask: UInt64 = 0
        /// The first key that is too long.
        var limit: UInt64 = 0
        var term: Int32 = -1
    }

    /// A hash table with linear probing, at most a quarter full.
    private var slots: [Slot]
    private let hashShift: UInt64
    private var slotCount = 0
    private var weights: [Float] = []
    private var totalWeight: Float = 0
    private var totalPairWeight: Float = 0

    /// Prepares a query; words that are several words in plain text (identifiers) are looked for by their parts.
    ///
    /// - Parameters:
    ///   - words: the query's words.
    ///   - weight: what a word counts.
    /// - Throws: what `weight` throws.
    init(
        _ words: [AnalyzedQuery.WeightedWord], weight: (AnalyzedQuery.WeightedWord) throws(RetrievalError) -> Float
    ) throws(RetrievalError) {
        // The next power of two above four times the number of words.
        let bits = Int.bitWidth - (4 * min(words.count, Self.maxTerms)).leadingZeroBitCount
        slots = [Slot](repeating: Slot(), count: 1 << bits)
        hashShift = UInt64(UInt64.bitWidth - bits)
        weights.reserveCapacity(min(words.count, Self.maxTerms))
        // The term of each word; another name of a word is the same term.
        var terms: [Int32?] = []
        terms.reserveCapacity(words.count)
        for word in words {
            guard let pattern = Self.pattern(of: word.word, byRoot: word.hasRoot) else {
                terms.append(nil)
                continue
            }
            if let original = word.alternativeTo {
                if let term = terms[original], slotCount < Self.maxTerms { insert(pattern, as: term) }
                terms.append(nil)
            } else {
                terms.append(slotCount < Self.maxTerms ? insert(pattern, weight: try weight(word)) : nil)
            }
        }
        totalWeight = weights.reduce(0, +)
        totalPairWeight = zip(weights, weights.dropFirst()).reduce(0) { $0 + ($1.0 + $1.1) }
    }

    /// Whether there is anything to look for.
    var isEmpty: Bool { totalWeight <= 0 }

    private static func pattern(of word: AnalyzedWord, byRoot: Bool) -> Slot? {
        guard let key = WordPrefix(word: word.form), key.letters != 0 else { return nil }
        let exact = Slot(value: key.letters, mask: .max, limit: .max)
        guard word.root != nil else { return exact }
        if let stem = WordPrefix(word: word.stem), stem.count == 3 {
            return Slot(value: stem.letters, mask: 0xFF_FFFF, limit: 1 << 48)
        }
        if !byRoot, let stem = WordPrefix(word: word.stem), stem.count > 3 {
            let mask = UInt64.max >> UInt64(UInt64.bitWidth - 8 * stem.count)
            return Slot(value: stem.letters, mask: mask, limit: .max)
        }
        return key.count < 4 ? exact : Slot(value: key.letters & 0xFFFF_FFFF, mask: 0xFFFF_FFFF, limit: .max)
    }

    /// Adds a word; of words that match alike the greater weight counts.
    ///
    /// - Returns: its term.
    private mutating func insert(_ pattern: Slot, weight: Float) -> Int32 {
        let term = insert(pattern, as: Int32(weights.count))
        if Int(term) == weights.count {
            weights.append(weight)
        } else {
            weights[Int(term)] = max(weights[Int(term)], weight)
        }
        return term
    }

    /// Adds a pattern of a term, unless the table has it.
    ///
    /// - Returns: the term that the pattern stands for.
    @discardableResult
    private mutating func insert(_ pattern: Slot, as term: Int32) -> Int32 {
        var place = home(of: pattern.value)
        while slots[place].term >= 0 {
            if slots[place].value == pattern.value, slots[place].mask == pattern.mask { return slots[place].term }
            place = (place + 1) & (slots.count - 1)
        }
        slots[place] = pattern
        slots[place].term = term
        slotCount += 1
        return term
    }

    /// Where the search for a word begins: by its first three letters, which every pattern has.
    @inline(__always)
    private func home(of letters: UInt64) -> Int {
        Int(truncatingIfNeeded: ((letters & 0xFF_FFFF) &* 0x9E37_79B9_7F4A_7C15) >> hashShift)
    }

    /// The word of the query that a word of a passage is, or -1.
    @inline(__always)
    private func term(of letters: UInt64) -> Int32 {
        var place = home(of: letters)
        while true {
            let slot = slots[place]
            if slot.term < 0 { return -1 }
            if letters & slot.mask == slot.value, letters < slot.limit { return slot.term }
            place = (place + 1) & (slots.count - 1)
        }
    }
}

extension HeadMatcher {
    /// What is known of a passage while its words go by.
    private struct Scan {
        /// The latest place of each word of the query; far before the passage for one not met.
        var latest: InlineArray<64, Int32> = .init(repeating: -1_000)
        var depth: Float = 0
        var position: Int32 = 0
        var found: UInt64 = 0
        /// A bit for the pair of each word and the next one.
        var near: UInt64 = 0
        var adjacent: UInt64 = 0

        @inline(__always)
        mutating func meet(_ term: Int, weight: Float) {
            let bit: UInt64 = 1 << UInt64(term)
            if found & bit == 0 {
                found |= bit
                depth += weight * HeadMatcher.halfDepth / (HeadMatcher.halfDepth + Float(position))
            }
            if term > 0 {
                let distance = position - latest[term - 1]
                if distance <= HeadMatcher.nearDistance { near |= bit >> 1 }
                if distance == 1 { adjacent |= bit >> 1 }
            }
            if term + 1 < HeadMatcher.maxTerms, position - latest[term + 1] <= HeadMatcher.nearDistance { near |= bit }
            latest[term] = position
        }
    }

    /// The evidence in the first words of a passage: the ``WordPrefix/letters`` at some places of an array.
    ///
    /// - Complexity: O(words); nothing is allocated.
    func evidence(in words: [UInt64], _ places: Range<Int>) -> HeadEvidence {
        var scan = Scan()
        for place in places {
            let term = term(of: words[place])
            if term >= 0 { scan.meet(Int(term), weight: weights[Int(term)]) }
            scan.position += 1
        }
        return evidence(of: scan)
    }

    private func evidence(of scan: Scan) -> HeadEvidence {
        guard totalWeight > 0 else { return HeadEvidence() }
        var pairs: Float = 0
        var rest = scan.near
        while rest != 0 {
            let pair = rest.trailingZeroBitCount
            rest &= rest - 1
            let weight = weights[pair] + weights[pair + 1]
            pairs += scan.adjacent >> UInt64(pair) & 1 == 1 ? weight : weight / 2
        }
        return HeadEvidence(
            depth: min(1, scan.depth / totalWeight),
            proximity: totalPairWeight > 0 ? min(1, pairs / totalPairWeight) : 0
        )
    }
}
