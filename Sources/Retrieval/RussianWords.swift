/// The stems of the words of a Russian dictionary, to tell a word that is foreign to the base from one that is misspelt.
///
/// A Bloom filter: a stem of the dictionary is always found, another with a chance of some 3 %, so that as many misspelt words stay
/// uncorrected.
/// - Source: B. H. Bloom, CACM 13(7), 1970; the dictionary and its licence are in NOTICE, the filter is made by `scripts/make_word_filter.py`.
enum RussianWords {
    private static let probes = 5
    private static let bits: [UInt8] = PackageResources.russian_stems_bloom

    /// Whether the dictionary has a word with this stem, by the hash of the stem.
    static func contains(stemHash: UInt64) -> Bool {
        let mixed = TermSet.mix(stemHash)
        let step = (mixed >> 32) | 1
        let count = UInt64(bits.count) * 8
        for probe in 0..<UInt64(probes) {
            let place = (((mixed &+ probe &* step) & 0xFFFF_FFFF) * count) >> 32
            if bits[Int(place >> 3)] & (1 << UInt8(place & 7)) == 0 { return false }
        }
        return true
    }
}
