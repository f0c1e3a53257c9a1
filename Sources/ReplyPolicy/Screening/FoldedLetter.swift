/// A letter without its dress: case, style, diacritics and look-alikes are taken off.
///
/// A folded letter is one byte: ASCII small letters and digits as they are, the small Russian letters as in Windows-1251 (`0xE0` to
/// `0xFF`, ё→е). One byte a letter makes words cheap to turn around, to shift and to look up.
/// - Source: Unicode Technical Standard #39, Security Mechanisms (`confusables.txt`); only letters that serve in Russian and English
///   words were taken.
struct FoldedLetter {
    /// Which alphabet a letter was written in.
    enum Script {
        case latin
        case cyrillic
        case digit
    }

    let code: UInt8
    let script: Script
    /// Whether it was no plain letter of its alphabet: 𝐚, ａ, ⓐ, α, á.
    var isDressed = false

    /// The letter of a character; `nil` if it is no letter and no digit.
    init?(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x30...0x39: self.init(UInt8(value), .digit)
        case 0x41...0x5A: self.init(UInt8(value) + 0x20, .latin)
        case 0x61...0x7A: self.init(UInt8(value), .latin)
        case 0x410...0x42F: self.init(UInt8(value - 0x410) + 0xE0, .cyrillic)
        case 0x430...0x44F: self.init(UInt8(value - 0x430) + 0xE0, .cyrillic)
        case 0x401, 0x451: self.init(0xE5, .cyrillic)
        default:
            guard let code = Self.undressed(value) else { return nil }
            self.init(code, (0x30...0x39).contains(code) ? .digit : code < 0x80 ? .latin : .cyrillic, isDressed: true)
        }
    }

    private init(_ code: UInt8, _ script: Script, isDressed: Bool = false) {
        self.code = code
        self.script = script
        self.isDressed = isDressed
    }

    /// The folded letters of a word; other characters are left out.
    static func codes(of word: some StringProtocol) -> [UInt8] {
        word.unicodeScalars.compactMap { FoldedLetter($0)?.code }
    }

    private static func undressed(_ value: UInt32) -> UInt8? {
        switch value {
        case 0xC0...0x17F: return ascii(value, from: 0xC0, in: accented)
        // Letters of other Cyrillic alphabets that are drawn like Latin or Russian ones.
        case 0x391...0x3C9: return ascii(value, from: 0x391, in: greek)
        case 0x400...0x4FF, 0x501, 0x51B, 0x51D: return otherCyrillic[value]
        case 0x1D400...0x1D6A3: return UInt8(ascii: "a") + UInt8((value - 0x1D400) % 26)
        case 0x1D7CE...0x1D7FF: return UInt8(ascii: "0") + UInt8((value - 0x1D7CE) % 10)
        case 0xFF10...0xFF19: return UInt8(value - 0xFF10) + 0x30
        case 0xFF21...0xFF3A: return UInt8(value - 0xFF21) + 0x61
        case 0xFF41...0xFF5A: return UInt8(value - 0xFF41) + 0x61
        case 0x249C...0x24B5: return UInt8(value - 0x249C) + 0x61
        case 0x24B6...0x24CF: return UInt8(value - 0x24B6) + 0x61
        case 0x24D0...0x24E9: return UInt8(value - 0x24D0) + 0x61
        case 0x1F130...0x1F149: return UInt8(value - 0x1F130) + 0x61
        case 0x1F150...0x1F169: return UInt8(value - 0x1F150) + 0x61
        case 0x1F170...0x1F189: return UInt8(value - 0x1F170) + 0x61
        case 0x1F1E6...0x1F1FF: return UInt8(value - 0x1F1E6) + 0x61
        case 0x250...0x2AF, 0x1D00...0x1D22, 0xA730, 0xA731, 0x2102...0x214B: return styled[value]
        default: return nil
        }
    }

    private static func ascii(_ value: UInt32, from start: UInt32, in table: [UInt8]) -> UInt8? {
        let index = Int(value - start)
        guard index < table.count, table[index] != UInt8(ascii: "-") else { return nil }
        return table[index]
    }

    /// Latin-1 and Latin Extended-A, from U+00C0.
    private static let accented = Array(
        ("aaaaaaaceeeeiiiidnooooo-ouuuuypsaaaaaaaceeeeiiiidnooooo-ouuuuypy"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjjjkkkllllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt"
            + "uuuuuuuuuuuuwwyyyzzzzzzs").utf8)
    /// Greek letters by their shape, from U+0391.
    private static let greek = Array("abrdezhoiklmnxonp-etyoxyo-------abydeznoiklmvxonpostuoxyw".utf8)
    private static let otherCyrillic: [UInt32: UInt8] = [
        0x405: 0x73, 0x455: 0x73, 0x406: 0x69, 0x456: 0x69, 0x407: 0x69, 0x457: 0x69, 0x408: 0x6A, 0x458: 0x6A,
        0x404: 0xFD, 0x454: 0xE5, 0x40E: 0xF3, 0x45E: 0xF3, 0x450: 0xE5, 0x45D: 0xE8, 0x490: 0xE3, 0x491: 0xE3,
        0x4BA: 0x68, 0x4BB: 0x68, 0x4C0: 0x6C, 0x4CF: 0x6C, 0x4AE: 0x79, 0x4AF: 0x79, 0x501: 0x64, 0x51B: 0x71,
        0x51D: 0x77, 0x4D1: 0xE0, 0x4D3: 0xE0, 0x4D7: 0xE5, 0x4E7: 0xEE,
    ]
    /// Small capitals, phonetic letters and letters of mathematics.
    private static let styled: [UInt32: UInt8] = {
        let pairs: [(UInt32, Character)] = [
            (0x1D00, "a"), (0x299, "b"), (0x1D04, "c"), (0x1D05, "d"), (0x1D07, "e"), (0xA730, "f"), (0x262, "g"),
            (0x29C, "h"), (0x26A, "i"), (0x1D0A, "j"), (0x1D0B, "k"), (0x29F, "l"), (0x1D0D, "m"), (0x274, "n"),
            (0x1D0F, "o"), (0x1D18, "p"), (0x280, "r"), (0xA731, "s"), (0x1D1B, "t"), (0x1D1C, "u"), (0x1D20, "v"),
            (0x1D21, "w"), (0x28F, "y"), (0x1D22, "z"), (0x251, "a"), (0x261, "g"), (0x269, "i"), (0x254, "c"),
            (0x258, "e"), (0x25B, "e"), (0x279, "r"), (0x287, "t"), (0x28C, "v"), (0x28D, "w"), (0x250, "a"),
            (0x2102, "c"), (0x210A, "g"), (0x210B, "h"), (0x210C, "h"), (0x210D, "h"), (0x210E, "h"), (0x2110, "i"),
            (0x2111, "i"), (0x2112, "l"), (0x2113, "l"), (0x2115, "n"), (0x2119, "p"), (0x211A, "q"), (0x211B, "r"),
            (0x211C, "r"), (0x211D, "r"), (0x2124, "z"), (0x212C, "b"), (0x212D, "c"), (0x212F, "e"), (0x2130, "e"),
            (0x2131, "f"), (0x2133, "m"), (0x2134, "o"),
        ]
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0.0, $0.1.asciiValue ?? 0) })
    }()
}
