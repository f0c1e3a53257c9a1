/// What a character is to ``SurfaceTokenizer``.
enum SurfaceCharacter: Equatable {
    /// A letter: its small form with ё→е and Ukrainian letters as their Russian neighbours.
    case letter(Unicode.Scalar, isCapital: Bool, isLatin: Bool)
    case digit(UInt8)
    case space
    case lineBreak
    /// Not seen: dropped wherever it stands.
    case ignorable
    /// The breve over «и» that makes it «й».
    case breve
    case mark(Unicode.Scalar)

    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x430...0x44F: self = .letter(scalar, isCapital: false, isLatin: false)
        case 0x410...0x42F: self = .letter(Self.scalar(value + 0x20), isCapital: true, isLatin: false)
        case 0x20, 0x09, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
        case 0x0A, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: self = .lineBreak
        case 0x30...0x39: self = .digit(UInt8(value))
        case 0xFF10...0xFF19: self = .digit(UInt8(value - 0xFF10 + 0x30))
        case 0x61...0x7A: self = .letter(scalar, isCapital: false, isLatin: true)
        case 0x41...0x5A: self = .letter(Self.scalar(value + 0x20), isCapital: true, isLatin: true)
        case 0xFF21...0xFF3A: self = .letter(Self.scalar(value - 0xFF21 + 0x61), isCapital: true, isLatin: true)
        case 0xFF41...0xFF5A: self = .letter(Self.scalar(value - 0xFF41 + 0x61), isCapital: false, isLatin: true)
        case 0xAD, 0x300, 0x301, 0x308, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE0F, 0xFEFF:
            self = .ignorable
        case 0x306: self = .breve
        case 0x400...0x52F: self = Self.rareCyrillic(value)
        default: self = .mark(Self.sign(scalar))
        }
    }

    /// Letters of the other Cyrillic alphabets.
    private static func rareCyrillic(_ value: UInt32) -> Self {
        let isCapital = value < 0x430 || (value >= 0x460 && value % 2 == 0)
        let letter: Unicode.Scalar =
            switch value {
            case 0x401, 0x451, 0x404, 0x454, 0x400, 0x450: "е"
            case 0x406, 0x456, 0x407, 0x457, 0x40D, 0x45D: "и"
            case 0x40E, 0x45E, 0x4AE, 0x4AF, 0x4B0, 0x4B1: "у"
            case 0x490, 0x491, 0x492, 0x493: "г"
            case 0x49A, 0x49B: "к"
            case 0x4A2, 0x4A3: "н"
            case 0x4D8, 0x4D9: "а"
            case 0x4E8, 0x4E9: "о"
            case 0x4BA, 0x4BB, 0x4B2, 0x4B3: "х"
            default: scalar(value)
            }
        return .letter(letter, isCapital: isCapital, isLatin: false)
    }

    /// One sign for all that mean the same.
    private static func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: "-"
        case 0xAB, 0xBB, 0x201C...0x201F, 0x22: "\""
        case 0x2018, 0x2019, 0x02BC: "'"
        case 0xFF0E: "."
        case 0xFF0C: ","
        case 0xFF0F, 0x2044: "/"
        default: scalar
        }
    }

    /// The Cyrillic letter that a small Latin one of a mixed word stands for.
    static func cyrillicTwin(of latin: Unicode.Scalar) -> Unicode.Scalar? {
        switch latin {
        case "a": "а"
        case "b": "в"
        case "c": "с"
        case "e": "е"
        case "h": "н"
        case "i": "и"
        case "k": "к"
        case "m": "м"
        case "o": "о"
        case "p": "р"
        case "t": "т"
        case "x": "х"
        case "y": "у"
        default: nil
        }
    }

    private static func scalar(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? " " }
}
