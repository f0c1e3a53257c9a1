/// The FNV-1a hash of letters, 64 bits, extended letter by letter.
///
/// - Source: G. Fowler, L. C. Noll, K.-P. Vo, the constants of the 64-bit FNV-1a hash.
enum LetterHash {
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    static func adding(_ letter: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
    }

    static func hash(_ letters: some Sequence<UInt8>) -> UInt64 {
        letters.reduce(start) { adding($1, to: $0) }
    }

    static func hash(_ letters: some Collection<UInt8>, without skipped: Int) -> UInt64 {
        var hash = start
        for (index, letter) in letters.enumerated() where index != skipped { hash = adding(letter, to: hash) }
        return hash
    }
}
