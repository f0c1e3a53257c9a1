/// A set of letters from `а` (0) to `я` (31).
struct LetterSet: Sendable {
    private var bits: UInt32 = 0

    init(_ letters: [Int]) {
        for letter in letters { bits |= 1 << UInt32(letter) }
    }

    func contains(_ letter: Int) -> Bool { bits & (1 << UInt32(letter)) != 0 }
}
