/// The distinct raw words an analyser has met, with their analysis: a hash table from the bytes of a word to its number.
///
/// Stemming is an order of magnitude slower than segmentation; a text of a million words has tens of thousands of
/// distinct ones. A word of up to 24 bytes is found by one access to memory: its slot has its bytes.
struct WordTable {
    /// A word that the table knows.
    struct Entry: Equatable {
        let number: Int
        /// Whether nothing is left of the word after normalisation.
        let isEmpty: Bool
    }

    /// A place of the table: 32 bytes, two to a cache line.
    private struct Slot {
        /// The bytes of ``WordKey``; of a longer word the first eight, the hash and the offset of the bytes in `longKeys`.
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        /// 0 for a free slot, else from the high bits: number + 1 (32), emptiness (1), length in bytes (16).
        var tag: UInt64 = 0

        var byteCount: Int { Int(tag & 0xFFFF) }
        var entry: Entry { Entry(number: Int(tag >> 32) - 1, isEmpty: tag & 0x1_0000 != 0) }
    }

    private(set) var words: [AnalyzedWord] = []
    private var longKeys: [UInt8] = []
    /// Open addressing with linear probing, at most two thirds full.
    private var slots = [Slot](repeating: Slot(), count: 1024)
    /// The first place of a hash is its highest bits.
    private var shift: UInt64 = 64 - 10

    /// Forgets all words; numbers given out before become invalid.
    mutating func removeAll() {
        self = WordTable()
    }

    /// The word with this key, or `nil`; `raw` are the bytes the key was made of.
    @inline(__always)
    func find(_ key: WordKey, in text: Span<UInt8>, at start: Int) -> Entry? {
        let mask = slots.count &- 1
        var place = Int(truncatingIfNeeded: key.hash &>> shift)
        while true {
            let slot = slots[place & mask]
            if slot.tag == 0 { return nil }
            if slot.byteCount == key.byteCount, slot.first == key.first {
                if key.isInline {
                    if slot.second == key.second, slot.third == key.third { return slot.entry }
                } else if slot.second == key.hash, hasLongKey(slot, text, start) {
                    return slot.entry
                }
            }
            place &+= 1
        }
    }

    /// Adds a word that is not in the table yet; returns its number.
    mutating func insert(
        _ key: WordKey, _ word: AnalyzedWord, in text: Span<UInt8>, at start: Int
    ) -> Int {
        precondition(key.byteCount <= 0xFFFF && words.count < UInt32.max, "a word or a table beyond its limits")
        if (words.count + 1) * 3 > slots.count * 2 { grow() }
        let number = words.count
        words.append(word)
        var slot = Slot(first: key.first, second: key.second, third: key.third)
        slot.tag = UInt64(number + 1) << 32 | (word.form.isEmpty ? 0x1_0000 : 0) | UInt64(key.byteCount)
        if !key.isInline {
            slot.second = key.hash
            slot.third = UInt64(longKeys.count)
            for index in start..<start + key.byteCount { longKeys.append(text[index]) }
        }
        place(slot, hash: key.hash)
        return number
    }

    private func hasLongKey(_ slot: Slot, _ text: Span<UInt8>, _ start: Int) -> Bool {
        let keys = longKeys.span
        let offset = Int(slot.third)
        var index = 0
        while index < slot.byteCount {
            let rest = slot.byteCount - index
            let different = keys.eightBytes(at: offset + index) ^ text.eightBytes(at: start + index)
            // Bytes behind the word's end do not count.
            if rest >= 8 ? different != 0 : different << UInt64(8 * (8 - rest)) != 0 { return false }
            index += 8
        }
        return true
    }

    private mutating func place(_ slot: Slot, hash: UInt64) {
        var place = Int(truncatingIfNeeded: hash >> shift)
        while slots[place & (slots.count - 1)].tag != 0 { place += 1 }
        slots[place & (slots.count - 1)] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        shift -= 1
        for slot in old where slot.tag != 0 {
            let isInline = slot.byteCount <= WordKey.maxInlineBytes
            place(slot, hash: isInline ? WordKey.hash(slot.first, slot.second, slot.third) : slot.second)
        }
    }
}
