import TextAnalysis

/// What the classifier sees of a message: hashes of its words, of their beginnings, of pairs of beginnings, and of its signs.
///
/// Beginnings stand for stems: they survive endings and most slips. Each feature counts once, however often it occurs.
enum MessageFeatures {
    /// What a feature is made of; its raw value is the first byte that is hashed.
    private enum Kind: UInt8 {
        case word = 1
        case beginning, shortBeginning, pair, gapPair, first, last, sign
    }

    private static let beginning = 5
    private static let shortBeginning = 4
    private static let number: [UInt8] = [0xFF]

    /// The features of one reading of a message, ascending, each once.
    ///
    /// - Complexity: O(bytes + words · log words).
    static func hashes(of words: [ReadWord], in bytes: [UInt8]) -> [UInt32] {
        let letters = words.filter { !$0.letters.isEmpty }.map { $0.isNumber ? number : $0.letters }
        let beginnings = letters.map { $0.prefix(beginning) }
        var hashes: Set<UInt32> = []
        for (index, word) in letters.enumerated() {
            hashes.insert(hash(.word, word[...]))
            hashes.insert(hash(.beginning, beginnings[index]))
            if word.count > shortBeginning { hashes.insert(hash(.shortBeginning, word.prefix(shortBeginning))) }
            if index > 0 { hashes.insert(hash(.pair, beginnings[index - 1], beginnings[index])) }
            if index > 1 { hashes.insert(hash(.gapPair, beginnings[index - 2], beginnings[index])) }
        }
        if let first = beginnings.first { hashes.insert(hash(.first, first)) }
        if let last = beginnings.last { hashes.insert(hash(.last, last)) }
        for sign in [UInt8(ascii: "!"), UInt8(ascii: "?")] {
            let count = bytes.count { $0 == sign }
            if count > 0 { hashes.insert(hash(.sign, [sign])) }
            if count > 1 { hashes.insert(hash(.sign, [sign, sign])) }
        }
        return hashes.sorted()
    }

    /// The feature of one word.
    static func hash(of word: ReadWord) -> UInt32 { hash(.word, word.letters[...]) }

    /// FNV-1a with 32 bits.
    ///
    /// - Source: G. Fowler, L. C. Noll, K.-P. Vo; IETF draft-eastlake-fnv.
    private static func hash(_ kind: Kind, _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8> = []) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        func add(_ byte: UInt8) { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        add(kind.rawValue)
        for byte in first { add(byte) }
        if !second.isEmpty {
            add(0xFE)
            for byte in second { add(byte) }
        }
        return hash
    }
}
