/// A polynomial hash over the characters of a word, from which the hash of an edited word follows without hashing it anew.
///
/// ```
/// h(c₁…cₙ) = Bⁿ + c₁·Bⁿ⁻¹ + … + cₙ   (mod 2⁶⁴)
/// ```
/// c: the scalar values; B: an odd constant. Two of a million words share a hash with a chance below 10⁻⁶.
/// - Source: R. M. Karp, M. O. Rabin, Efficient randomized pattern-matching algorithms, IBM J. Res. Dev. 31(2), 1987.
enum WordHash {
    /// B: the golden ratio in 64 bits, which is odd.
    static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The hash of the empty word.
    static let empty: UInt64 = 1

    /// The hash of a word that goes on with one more character.
    static func appending(_ character: UInt16, to hash: UInt64) -> UInt64 {
        hash &* base &+ UInt64(character)
    }

    /// The hash of a word.
    static func hash(of word: String) -> UInt64 { hash(ofUTF8: word.utf8) }

    /// The hash of a word in UTF-8.
    @inline(__always)
    static func hash(ofUTF8 bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = empty
        var scalar: UInt64 = 0
        var pending = 0
        // Decodes UTF-8 by hand: a scalar view costs several times more, and words are hashed for every query.
        for byte in bytes {
            switch byte {
            case 0x00...0x7F: scalar = UInt64(byte)
            case 0x80...0xBF:
                scalar = scalar << 6 | UInt64(byte & 0x3F)
                pending -= 1
            case 0xC0...0xDF: (scalar, pending) = (UInt64(byte & 0x1F), 1)
            case 0xE0...0xEF: (scalar, pending) = (UInt64(byte & 0x0F), 2)
            default: (scalar, pending) = (UInt64(byte & 0x07), 3)
            }
            if pending == 0 { hash = hash &* base &+ scalar }
        }
        return hash
    }
}
