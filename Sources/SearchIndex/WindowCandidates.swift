/// The documents of a window that could still enter the results, ascending, with what they have so far.
struct WindowCandidates {
    /// Offsets of the documents in the window; the first `count` are valid.
    private(set) var offsets = [Int32](repeating: 0, count: WindowScores.windowLength)
    /// Units of ``Score`` so far; the first `count` are valid.
    private(set) var units = [UInt32](repeating: 0, count: WindowScores.windowLength)
    private(set) var count = 0

    /// Forgets all candidates.
    mutating func removeAll() {
        count = 0
    }

    /// Adds a candidate; offsets must ascend.
    @inline(__always)
    mutating func append(offset: Int, units score: UInt32) {
        offsets[count] = Int32(truncatingIfNeeded: offset)
        units[count] = score
        count += 1
    }

    /// Adds to what a candidate has.
    @inline(__always)
    mutating func add(_ more: UInt32, at index: Int) {
        units[index] &+= more
    }

    /// Keeps the candidates that have more than `least` units.
    mutating func keep(above least: UInt32) {
        var kept = 0
        for index in 0..<count {
            let score = units[index]
            offsets[kept] = offsets[index]
            units[kept] = score
            kept += score > least ? 1 : 0
        }
        count = kept
    }
}
