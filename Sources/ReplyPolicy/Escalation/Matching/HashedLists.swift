/// Lists of elements by the hash of letters; open addressing, so that a probe costs a few nanoseconds.
///
/// The keys are hashes already. Two words with one hash of 64 bits would share their lists; among some 100,000 keys that is a chance of
/// 1 in 3·10⁹, and costs a false cue.
struct HashedLists: Sendable {
    private var keys: [UInt64] = []
    private var slots: [Int32] = []
    private var lists: [[Int32]] = []
    private var mask = 0

    private static let empty: Int32 = -1

    /// Packs a dictionary.
    init(_ dictionary: [UInt64: [Int32]] = [:]) {
        var capacity = 16
        while capacity < dictionary.count * 3 { capacity *= 2 }
        mask = capacity - 1
        keys = [UInt64](repeating: 0, count: capacity)
        slots = [Int32](repeating: Self.empty, count: capacity)
        for (key, list) in dictionary.sorted(by: { $0.key < $1.key }) {
            var slot = place(of: key)
            while slots[slot] != Self.empty { slot = (slot + 1) & mask }
            keys[slot] = key
            slots[slot] = Int32(lists.count)
            lists.append(list)
        }
    }

    /// Appends the list of a hash, if there is one.
    func append(_ key: UInt64, to found: inout [Int32]) {
        var slot = place(of: key)
        while slots[slot] != Self.empty {
            if keys[slot] == key {
                found.append(contentsOf: lists[Int(slots[slot])])
                return
            }
            slot = (slot + 1) & mask
        }
    }

    private func place(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }
}
