/// One byte for each letter that the escalation topics tell apart.
///
/// Small and capital letters are one, «ё» is «е», letters of other alphabets than the Russian and the Latin one are all
/// ``otherLetter``.
enum LetterCode {
    /// A letter of another alphabet.
    static let otherLetter: UInt8 = 69
    /// A sign that hides a letter: «п*здец».
    static let mask: UInt8 = 70
    /// The code of «а»; the 32 letters without «ё» follow.
    static let russianA: UInt8 = 1
    /// The code of `a`.
    static let latinA: UInt8 = 33
    /// The code of `0`.
    static let zero: UInt8 = 59

    /// The code of a letter or digit, or `nil` for what is neither.
    static func code(of scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x430...0x44F: UInt8(scalar.value - 0x430) + russianA
        case 0x410...0x42F: UInt8(scalar.value - 0x410) + russianA
        case 0x451, 0x401: russianA + 5
        case 0x61...0x7A: UInt8(scalar.value - 0x61) + latinA
        case 0x41...0x5A: UInt8(scalar.value - 0x41) + latinA
        case 0x30...0x39: UInt8(scalar.value - 0x30) + zero
        case 0..<0x80: nil
        default: scalar.properties.isAlphabetic ? otherLetter : nil
        }
    }

    static func isRussian(_ code: UInt8) -> Bool { (russianA...32).contains(code) }
    static func isLatin(_ code: UInt8) -> Bool { (latinA...58).contains(code) }
    static func isDigit(_ code: UInt8) -> Bool { (zero...68).contains(code) }

    /// The codes of a text's letters and digits.
    static func codes(of text: some StringProtocol) -> [UInt8] {
        text.unicodeScalars.compactMap { code(of: $0) }
    }

    /// The letters of codes in lower case; what has no code of its own is a `*`.
    static func text(of codes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        for code in codes {
            let value: UInt32 =
                switch code {
                case russianA...32: 0x430 + UInt32(code - russianA)
                case latinA...58: 0x61 + UInt32(code - latinA)
                case zero...68: 0x30 + UInt32(code - zero)
                default: 0x2A
                }
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return String(scalars)
    }

    /// The Russian letter drawn like a Latin one: `c` for «с».
    static func russianTwin(ofLatin code: UInt8) -> UInt8? {
        isLatin(code) ? twins[Int(code - latinA)] : nil
    }

    /// The Russian letter that a digit stands for in a Russian word: «г0вно».
    static func russianLetter(standingFor scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case "0": 15
        case "3": 8
        case "4": 24
        case "6": 2
        case "1": 9
        default: nil
        }
    }

    private static let twins: [UInt8?] = {
        var table = [UInt8?](repeating: nil, count: 26)
        for (latin, russian) in zip("abcehkmoptxyurn", "авсенкмортхуигп") {
            guard let from = codes(of: String(latin)).first, let to = codes(of: String(russian)).first else { continue }
            table[Int(from - latinA)] = to
        }
        return table
    }()
}
