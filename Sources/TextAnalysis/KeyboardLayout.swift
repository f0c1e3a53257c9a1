/// Text typed on the wrong keyboard layout: «djpdhfn» for «возврат», «шзрщту» for «iphone».
public enum KeyboardLayout {
    /// The rows of the Latin layout (QWERTY, US) and the Russian one (ЙЦУКЕН), key by key, without and with Shift.
    private static let rows: [(latin: String, russian: String)] = [
        ("`qwertyuiop[]", "ёйцукенгшщзхъ"), ("asdfghjkl;'", "фывапролджэ"), ("zxcvbnm,.", "ячсмитьбю"),
        ("~QWERTYUIOP{}", "ЁЙЦУКЕНГШЩЗХЪ"), ("ASDFGHJKL:\"", "ФЫВАПРОЛДЖЭ"), ("ZXCVBNM<>", "ЯЧСМИТЬБЮ"),
    ]

    /// The Russian letter of each ASCII character's key; 0 where the key has none.
    private static let russianByASCII: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 128)
        for row in rows {
            for (latin, russian) in zip(row.latin.utf16, row.russian.utf16) { table[Int(latin)] = russian }
        }
        return table
    }()

    /// The Latin letter of the key of each letter from `а` (0) to `я` (31); 0 where the key has a sign.
    private static let latinByRussian: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 32)
        for row in rows.prefix(3) {
            for (latin, russian) in zip(row.latin.utf8, row.russian.utf16) where isLetter(latin) && russian != 0x451 {
                table[Int(russian) - 0x430] = latin
            }
        }
        return table
    }()

    /// The letters beside each letter from `а` (0) to `я` (31) on the keyboard, as a set of bits.
    private static let neighbours: [UInt32] = {
        // A row lies half a key to the right of the row above it: the key n touches n and n + 1 there.
        let letters = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"].map { row in row.utf16.map { Int($0) - 0x430 } }
        var table = [UInt32](repeating: 0, count: 32)
        func join(_ first: Int, _ second: Int) {
            table[first] |= 1 << UInt32(second)
            table[second] |= 1 << UInt32(first)
        }
        for row in letters { for (left, right) in zip(row, row.dropFirst()) { join(left, right) } }
        for (upper, lower) in zip(letters, letters.dropFirst()) {
            for (index, letter) in lower.enumerated() {
                for above in upper[index..<min(index + 2, upper.count)] { join(letter, above) }
            }
        }
        return table
    }()

    /// The same keys in the Russian layout.
    ///
    /// Characters whose key is the same in both, digits among them, stay.
    public static func russian(fromLatin text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let russian = scalar.isASCII ? russianByASCII[Int(scalar.value)] : 0
            result.append(russian == 0 ? scalar : Unicode.Scalar(russian) ?? scalar)
        }
        return String(result)
    }

    /// Whether the key gives that sign with Shift only, and so a capital letter in the Russian layout: `:` gives «Ж».
    public static func isShifted(_ byte: UInt8) -> Bool {
        "~{}:\"<>".utf8.contains(byte)
    }

    /// A word of small Russian letters typed by the same keys in the Latin layout.
    ///
    /// - Returns: `nil` when a character is no letter from `а` to `я`, or its key has no Latin letter.
    public static func latin(fromRussian word: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        for scalar in word.unicodeScalars {
            guard (0x430...0x44F).contains(scalar.value) else { return nil }
            let latin = latinByRussian[Int(scalar.value) - 0x430]
            guard latin != 0 else { return nil }
            bytes.append(latin)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether two small Russian letters, given as numbers from `а` (0) to `я` (31), lie side by side on the keyboard.
    public static func areNeighbours(_ first: Int, _ second: Int) -> Bool {
        neighbours[first] & (1 << UInt32(second)) != 0
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
