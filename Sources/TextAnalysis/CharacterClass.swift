/// What a character does to the words around it: the classes of UAX #29 as ICU has them, where our cuts are kept apart.
///
/// - Source: UAX #29, `Word_Break`; ICU 72 takes `@` for a letter and `:` for no part of a word in Russian.
enum CharacterClass: UInt8 {
    /// `ALetter`.
    case letter
    /// `@`: a letter to ICU, a cut to us.
    case at
    /// `Numeric`.
    case digit
    /// `ExtendNumLet` (`_`, U+202F): joins letters and digits to ICU, a cut to us.
    case connector
    /// `MidNumLet` or `Single_Quote`: joins two letters or two digits.
    case apostrophe
    /// The full stop: as an apostrophe to ICU, a cut to us.
    case fullStop
    /// `MidLetter`: joins two letters.
    case middleDot
    /// `MidNum`: joins two digits.
    case comma
    /// The other `MidNum`, kept apart because no number has it.
    case semicolon
    /// `Extend` or `Format`: belongs to the character before it.
    case mark
    /// Ends a word.
    case other
    /// Not classified here: ICU decides.
    case unfamiliar
}

/// A character of a UTF-8 text with its class.
struct ClassifiedCharacter {
    let characterClass: CharacterClass
    let byteCount: Int
    let kind: WordCharacters

    private init(_ characterClass: CharacterClass, _ byteCount: Int, _ kind: WordCharacters = .other) {
        self.characterClass = characterClass
        self.byteCount = byteCount
        self.kind = kind
    }

    /// Classifies the character at `index`.
    ///
    /// Unfamiliar are scripts that neither Russian nor Western European texts use, the joiner U+200D with what it joins,
    /// flags and skin tones.
    init(in text: Span<UInt8>, at index: Int) {
        let lead = text[index]
        switch lead {
        case 0..<0x80: self = Self.ascii(lead)
        case 0xD0, 0xD1: self.init(.letter, 2, .cyrillic)
        case 0xC2...0xDF: self.init(Self.classOfTwoBytes(lead, text.byte(at: index + 1)), 2)
        case 0xE2: self.init(Self.classOfThreeBytes(text.byte(at: index + 1), text.byte(at: index + 2)), 3)
        // U+FE00 to U+FE0F, the variation selectors; U+FEFF, the byte order mark.
        case 0xEF where text.byte(at: index + 1) == 0xB8 && text.byte(at: index + 2) < 0x90: self.init(.mark, 3)
        case 0xEF where text.byte(at: index + 1) == 0xBB && text.byte(at: index + 2) == 0xBF: self.init(.mark, 3)
        case 0xF0: self.init(Self.classOfFourBytes(text.byte(at: index + 1), text.byte(at: index + 2)), 4)
        default: self.init(.unfamiliar, 1)
        }
    }

    private static func ascii(_ byte: UInt8) -> ClassifiedCharacter {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .init(.letter, 1, .latin)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .init(.digit, 1, .digit)
        case UInt8(ascii: "@"): .init(.at, 1)
        case UInt8(ascii: "_"): .init(.connector, 1)
        case UInt8(ascii: "'"): .init(.apostrophe, 1)
        case UInt8(ascii: "."): .init(.fullStop, 1)
        case UInt8(ascii: ","): .init(.comma, 1, .comma)
        case UInt8(ascii: ";"): .init(.semicolon, 1)
        default: .init(.other, 1)
        }
    }

    /// U+0080 to U+017F and U+0300 to U+052F.
    private static func classOfTwoBytes(_ lead: UInt8, _ tail: UInt8) -> CharacterClass {
        switch (lead, tail) {
        case (0xC2, 0xAD): .mark
        case (0xC2, 0xB7): .middleDot
        case (0xC2, 0xAA), (0xC2, 0xB5), (0xC2, 0xBA): .letter
        case (0xC2, _): .other
        // × and ÷.
        case (0xC3, 0x97), (0xC3, 0xB7): .other
        case (0xC3...0xC5, _): .letter
        case (0xCC, _): .mark
        case (0xCD, 0x80..<0xB0): .mark
        case (0xD2, 0x82): .other
        case (0xD2, 0x83...0x89): .mark
        case (0xD2...0xD3, _): .letter
        case (0xD4, 0x80..<0xB0): .letter
        default: .unfamiliar
        }
    }

    /// U+2000 to U+203E, currency signs, №, ™, arrows, mathematical and technical signs, boxes, dingbats.
    private static func classOfThreeBytes(_ second: UInt8, _ third: UInt8) -> CharacterClass {
        switch (second, third) {
        case (0x80, 0x8D): .unfamiliar
        // U+200C, U+200E, U+200F, U+202A to U+202E.
        case (0x80, 0x8C), (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE): .mark
        // ‘ and ’, U+2024.
        case (0x80, 0x98...0x99), (0x80, 0xA4): .apostrophe
        case (0x80, 0xA7): .middleDot
        case (0x80, 0xAF): .connector
        case (0x80, 0x80...0xBE): .other
        case (0x82, 0xA0...0xBF): .other
        case (0x84, 0x96), (0x84, 0xA2): .other
        case (0x86, 0x90...0xBF), (0x87...0x8F, _), (0x94...0x9F, _): .other
        default: .unfamiliar
        }
    }

    /// U+1F300 to U+1F6FF and U+1F900 to U+1F9FF (pictures of emoji) without the skin tones U+1F3FB to U+1F3FF.
    private static func classOfFourBytes(_ second: UInt8, _ third: UInt8) -> CharacterClass {
        guard second == 0x9F else { return .unfamiliar }
        return switch third {
        case 0x8C...0x8E, 0x90...0x9B, 0xA4...0xA7: .other
        default: .unfamiliar
        }
    }
}
