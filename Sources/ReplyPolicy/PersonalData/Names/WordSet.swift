/// Words to look up fast, by a 64-bit hash of their UTF-8.
///
/// A `Set<String>` normalises what it hashes and compares, which takes most of the time for Cyrillic; these words are normalised already. Two
/// words of one hash would be taken for each other: with 50,000 words the chance for a word of a text is 3·10⁻¹⁵.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private var hashes: Set<UInt64>

    init(_ words: some Sequence<String>) { hashes = Set(words.map(WordHash.hash)) }

    init(arrayLiteral words: String...) { self.init(words) }

    /// Whether a word is in it.
    func contains(_ word: String) -> Bool { hashes.contains(WordHash.hash(word)) }

    mutating func formUnion(_ words: some Sequence<String>) {
        for word in words { hashes.insert(WordHash.hash(word)) }
    }
}

/// Values by words, as ``WordSet``.
struct WordMap<Value: Sendable>: Sendable {
    private var values: [UInt64: Value] = [:]

    init(capacity: Int = 0) { values.reserveCapacity(capacity) }

    subscript(word: String) -> Value? {
        get { values[WordHash.hash(word)] }
        set { values[WordHash.hash(word)] = newValue }
    }

    subscript(word: String, default value: @autoclosure () -> Value) -> Value {
        get { values[WordHash.hash(word), default: value()] }
        set { values[WordHash.hash(word)] = newValue }
    }
}

/// FNV-1a, 64 bits.
///
/// - Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, The FNV Non-Cryptographic Hash Algorithm, IETF draft.
enum WordHash {
    static func hash(_ word: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
