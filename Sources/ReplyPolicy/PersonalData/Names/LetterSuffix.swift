/// Endings of Cyrillic words as numbers: six bits a letter, the last letter lowest.
enum LetterSuffix {
    /// The longest ending in letters.
    static let maxLength = 10

    /// The number of a whole ending; `nil` for one that is too long or has other characters.
    static func key(of ending: String) -> UInt64? {
        let keys = keys(of: ending)
        return keys.count == ending.unicodeScalars.count ? keys.last : nil
    }

    /// The numbers of the endings of one letter, of two letters and so on; up to a character that is no Russian letter.
    static func keys(of word: String, upTo count: Int = maxLength) -> [UInt64] {
        var keys: [UInt64] = []
        keys.reserveCapacity(count)
        var key: UInt64 = 0
        for scalar in word.unicodeScalars.reversed() {
            guard (0x430...0x44F).contains(scalar.value), keys.count < count else { break }
            key |= UInt64(scalar.value - 0x430 + 1) << UInt64(6 * keys.count)
            keys.append(key)
        }
        return keys
    }

    /// The last letters of a word; `nil` if it is shorter.
    static func last(_ count: Int, of word: String) -> String? {
        word.utf8.count < 2 * count ? nil : String(decoding: word.utf8.suffix(2 * count), as: UTF8.self)
    }

    /// A word without its last letters of two bytes.
    static func dropLast(_ count: Int, of word: String) -> String {
        String(decoding: word.utf8.dropLast(2 * count), as: UTF8.self)
    }
}
