/// A set of ASCII characters that costs nothing to ask.
struct ASCIISet {
    private var bits: UInt128 = 0

    /// The characters of a string; others than ASCII are left out.
    init(_ characters: String) {
        for scalar in characters.unicodeScalars where scalar.isASCII { bits |= 1 << UInt128(scalar.value) }
    }

    /// Whether the set holds a character.
    func contains(_ character: UInt32) -> Bool { character < 0x80 && bits & 1 << UInt128(character) != 0 }
}
