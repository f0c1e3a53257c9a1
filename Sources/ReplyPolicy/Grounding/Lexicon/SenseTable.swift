/// Looks words up by patterns: whole forms, and beginnings written with a `*` at the end.
///
/// A form gets what its longest beginning says; for what that leaves open, a shorter beginning; a whole form is the most exact.
struct SenseTable: Sendable {
    private struct Entry {
        let bytes: [UInt8]
        var whole: WordSense?
        var beginning: WordSense?
    }

    private var entries: [Entry] = []
    private var places: [UInt64: Int] = [:]
    /// A bit for each hash, modulo its size, so that most beginnings that are no pattern cost no look-up.
    private var filter = [UInt64](repeating: 0, count: 1024)

    /// Adds patterns parted by spaces, with one sense for all.
    mutating func add(_ patterns: String, _ sense: WordSense) {
        for pattern in patterns.split(separator: " ") {
            let isBeginning = pattern.hasSuffix("*")
            let bytes = Array((isBeginning ? pattern.dropLast() : pattern).utf8)
            let place = place(of: bytes)
            if isBeginning {
                entries[place].beginning = Self.merged(entries[place].beginning, sense)
            } else {
                entries[place].whole = Self.merged(entries[place].whole, sense)
            }
        }
    }

    /// What is known of a normalised form.
    ///
    /// - Complexity: O(bytes of the form).
    func sense(of form: String) -> WordSense {
        var sense = WordSense()
        var hash = Self.seed
        var count = 0
        let bytes = form.utf8Span.span
        let length = bytes.count
        for index in bytes.indices {
            hash = Self.extended(hash, by: bytes[index])
            count += 1
            guard count >= 2, filter[Int(hash >> 6 & 1023)] & (1 << (hash & 63)) != 0, let place = places[hash] else {
                continue
            }
            let entry = entries[place]
            guard entry.bytes.count == count, form.utf8.starts(with: entry.bytes) else { continue }
            if let beginning = entry.beginning { sense.override(with: beginning) }
            if count == length, let whole = entry.whole { sense.override(with: whole) }
        }
        return sense
    }

    private mutating func place(of bytes: [UInt8]) -> Int {
        let hash = bytes.reduce(Self.seed, Self.extended)
        if let place = places[hash], entries[place].bytes == bytes { return place }
        entries.append(Entry(bytes: bytes))
        places[hash] = entries.count - 1
        filter[Int(hash >> 6 & 1023)] |= 1 << (hash & 63)
        return entries.count - 1
    }

    private static func merged(_ old: WordSense?, _ new: WordSense) -> WordSense {
        var sense = old ?? WordSense()
        sense.merge(new)
        return sense
    }

    /// FNV-1a of 64 bits.
    ///
    /// - Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, The FNV Non-Cryptographic Hash Algorithm.
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func extended(_ hash: UInt64, by byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
