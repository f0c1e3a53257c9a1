/// What a character is to someone who looks for numbers.
enum ScalarClass: Equatable {
    /// A decimal digit in any of the forms people paste: `7`, `７`, `⑦`, `٧`, `𝟕`.
    case digit(UInt8)
    /// A letter of any script.
    case letter
    /// Nothing that is seen: zero-width spaces and joiners, soft hyphens, variation selectors, the keycap of `7️⃣`, marks of direction.
    case invisible
    /// Something between the parts of a text.
    case separator(Gap.Signs)

    /// The class of a character.
    ///
    /// - Source: the Unicode Character Database 15.1, properties `Nd`, `No` (circled digits), `Default_Ignorable_Code_Point`, `Pd`, `Zs`.
    init(_ scalar: UInt32) {
        self = scalar < 0x80 ? Self.ascii(scalar) : Self.wide(scalar)
    }

    private static func ascii(_ scalar: UInt32) -> ScalarClass {
        switch scalar {
        case 0x30...0x39: .digit(UInt8(scalar - 0x30))
        case 0x41...0x5A, 0x61...0x7A: .letter
        case 0x20, 0x09: .separator(.space)
        case 0x0A...0x0D: .separator(.newline)
        case 0x2D: .separator(.dash)
        case 0x2E, 0x5F, 0x7E, 0x27, 0x60: .separator(.dot)
        case 0x2F, 0x5C: .separator(.slash)
        case 0x28: .separator(.opening)
        case 0x29: .separator(.closing)
        case 0x5B, 0x5D, 0x22: .separator(.quote)
        case 0x2C, 0x3B: .separator(.comma)
        case 0x2B: .separator(.plus)
        case 0x23: .separator(.numberSign)
        case 0x3A, 0x3D: .separator(.colon)
        default: .separator(.other)
        }
    }

    private static func wide(_ scalar: UInt32) -> ScalarClass {
        switch scalar {
        case 0x400...0x52F, 0xC0...0x24F: .letter
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .separator(.space)
        case 0x85, 0x2028, 0x2029: .separator(.newline)
        case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20E3, 0xFE00...0xFE0F,
            0xFEFF:
            .invisible
        case 0x2010...0x2015, 0x2043, 0x2212, 0x2E3A, 0x2E3B, 0xFE58, 0xFE63, 0xFF0D: .separator(.dash)
        case 0xB7, 0x2022, 0x2024, 0x2027, 0x2219, 0xFF0E, 0x3002, 0xFF3F: .separator(.dot)
        case 0x2044, 0x2215, 0xFF0F: .separator(.slash)
        case 0xFF08: .separator(.opening)
        case 0xFF09: .separator(.closing)
        case 0xAB, 0xBB, 0x2018...0x201F: .separator(.quote)
        case 0xFF0B: .separator(.plus)
        case 0x2116, 0xFF03: .separator(.numberSign)
        case 0xFF0C, 0xFF1B, 0x3001: .separator(.comma)
        default: rare(scalar)
        }
    }

    private static func rare(_ scalar: UInt32) -> ScalarClass {
        switch scalar {
        case 0xFF10...0xFF19: .digit(UInt8(scalar - 0xFF10))
        case 0x660...0x669: .digit(UInt8(scalar - 0x660))
        case 0x6F0...0x6F9: .digit(UInt8(scalar - 0x6F0))
        case 0x966...0x96F: .digit(UInt8(scalar - 0x966))
        case 0x1D7CE...0x1D7FF: .digit(UInt8((scalar - 0x1D7CE) % 10))
        case 0x2460...0x2468: .digit(UInt8(scalar - 0x245F))
        case 0x2776...0x277E: .digit(UInt8(scalar - 0x2775))
        case 0x2080...0x2089: .digit(UInt8(scalar - 0x2080))
        case 0x24EA: .digit(0)
        case 0x250...0x2AF, 0x370...0x3FF, 0x530...0x65F, 0x66E...0x6EF, 0x1E00...0x1FFF, 0xFF21...0xFF3A,
            0xFF41...0xFF5A:
            .letter
        case 0xE0000...0xE007F: .invisible
        default: .separator(.other)
        }
    }
}

/// Reads characters out of the UTF-8 of a text.
enum WellFormedUTF8 {
    /// The character that starts at `index` and how many bytes it takes.
    ///
    /// Requires the UTF-8 of a `String`, which is always well formed, and an index on a border of characters.
    @inline(__always)
    static func scalar(_ bytes: [UInt8], at index: Int) -> (value: UInt32, length: Int) {
        let lead = bytes[index]
        if lead < 0x80 { return (UInt32(lead), 1) }
        if lead < 0xE0 { return (UInt32(lead & 0x1F) << 6 | tail(bytes, index + 1), 2) }
        if lead < 0xF0 { return (UInt32(lead & 0x0F) << 12 | tail(bytes, index + 1) << 6 | tail(bytes, index + 2), 3) }
        let high = UInt32(lead & 0x07) << 18 | tail(bytes, index + 1) << 12
        return (high | tail(bytes, index + 2) << 6 | tail(bytes, index + 3), 4)
    }

    @inline(__always)
    private static func tail(_ bytes: [UInt8], _ index: Int) -> UInt32 { UInt32(bytes[index] & 0x3F) }
}
