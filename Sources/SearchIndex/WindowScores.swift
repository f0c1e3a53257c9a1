/// The scores of one window of documents while terms are added, and which documents have any.
struct WindowScores {
    /// Documents of a window: their scores fit the first-level cache.
    static let windowLength = 4096

    private var units = [UInt32](repeating: 0, count: windowLength)
    private var touched = [UInt64](repeating: 0, count: windowLength / 64)

    /// Adds to the score of the document at an offset in the window.
    @inline(__always)
    mutating func add(_ more: UInt32, to offset: Int) {
        units[offset] &+= more
        touched[offset >> 6] |= 1 << UInt64(offset & 63)
    }

    /// Calls `body` with the offset and the score of each document that has one, ascending, and clears all for the next window.
    mutating func drain(_ body: (_ offset: Int, _ units: UInt32) -> Void) {
        for word in touched.indices {
            var bits = touched[word]
            touched[word] = 0
            while bits != 0 {
                let offset = word << 6 + bits.trailingZeroBitCount
                bits &= bits - 1
                let score = units[offset]
                units[offset] = 0
                body(offset, score)
            }
        }
    }
}
