/// The distinct raw words an analyser has met, with their analysis: a hash table from the bytes of a word to its
/// number.
///
/// Stemming is an order of magnitude slower than segmentation; a text of a million words has tens of thousands of
/// distinct ones.
struct WordTable {
    private(set) var words: [AnalyzedWord] = []
    /// The raw bytes of all words, one after the other; word `i` ends at `ends[i]`.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Open addressing with linear probing: 0 is free, else word number + 1.
    private var slots = [UInt32](repeating: 0, count: 1024)

    /// Forgets all words; numbers given out before become invalid.
    mutating func removeAll() {
        self = WordTable()
    }

    /// The number of the word with these bytes, or `nil`.
    func find(_ raw: Span<UInt8>, hash: UInt64) -> Int? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let candidate = Int(slots[slot]) - 1
            if equals(candidate, raw) { return candidate }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Adds a word that is not in the table yet; returns its number.
    mutating func insert(_ raw: Span<UInt8>, hash: UInt64, _ word: AnalyzedWord) -> Int {
        if (words.count + 1) * 2 > slots.count { grow() }
        let number = words.count
        for index in raw.indices { bytes.append(raw[index]) }
        ends.append(bytes.count)
        words.append(word)
        place(number, hash: hash)
        return number
    }

    /// FNV-1a with a final mix.
    /// - Source: G. Fowler, L. C. Noll, P. Vo, the FNV non-cryptographic hash algorithm.
    static func hash(_ raw: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in raw.indices { hash = (hash ^ UInt64(raw[index])) &* 0x0000_0100_0000_01B3 }
        return hash ^ (hash >> 29)
    }

    private func equals(_ number: Int, _ raw: Span<UInt8>) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == raw.count else { return false }
        for index in raw.indices where bytes[start + index] != raw[index] { return false }
        return true
    }

    private mutating func place(_ number: Int, hash: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(number + 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let allBytes = bytes
        let span = allBytes.span
        for number in words.indices {
            let start = number == 0 ? 0 : ends[number - 1]
            place(number, hash: Self.hash(span.extracting(start..<ends[number])))
        }
    }
}
