/// Characters that are not seen, or that change what is seen.
///
/// - Source: Unicode Character Database, `Default_Ignorable_Code_Point`, `Bidi_Control`, general categories Cc and Co; Unicode
///   Technical Report #36, Security Considerations; the tag block as used for ASCII smuggling.
enum HiddenCharacter: Equatable {
    /// Takes no room: zero-width space, soft hyphen, fillers, joiners outside emoji.
    case zeroWidth
    /// Changes the direction of text.
    case direction
    /// A tag character, an invisible copy of ASCII.
    case tag
    /// A control character other than tab and line breaks.
    case control
    /// A selector of the shape of the character before.
    case variation
    /// Of private use: every font shows something else.
    case privateUse

    /// What kind a character is; `nil` for those that are seen as they are.
    static func kind(of scalar: Unicode.Scalar) -> HiddenCharacter? {
        let value = scalar.value
        if value < 0xAD { return isControl(value) ? .control : nil }
        // All letters of Russian and of its neighbours.
        if (0x370...0x5FF).contains(value) { return nil }
        switch value {
        case 0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200D, 0x2060...0x2065,
            0x206A...0x206F, 0x2800, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A:
            return .zeroWidth
        case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return .direction
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .variation
        case 0xE0000...0xE00FF: return .tag
        case 0xE000...0xF8FF, 0xFFFE, 0xFFFF, 0xF0000...0x10FFFF: return .privateUse
        default: return nil
        }
    }

    private static func isControl(_ value: UInt32) -> Bool {
        value < 0x20 ? value != 0x09 && value != 0x0A && value != 0x0D : (0x7F...0x9F).contains(value)
    }

    /// Whether a character can be part of an emoji that is built with joiners and selectors.
    static func isEmojiPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // The digits and signs of key caps, © and ®.
        case 0x23, 0x2A, 0x30...0x39, 0xA9, 0xAE, 0x20E3: true
        case 0x203C...0x3299: scalar.properties.isEmoji
        case 0x1F000...0x1FAFF: true
        default: false
        }
    }
}

/// Finds hidden characters that are not part of an emoji, in one pass.
struct HiddenCharacterScan {
    private var previous: Unicode.Scalar = "\n"
    /// Tag characters after a black flag belong to the flag of a region, six at most.
    private var tagsLeft = 0

    /// What the next character of the text hides; `nil` when it is seen, or when its emoji needs it.
    mutating func kind(of scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> HiddenCharacter? {
        guard let kind = HiddenCharacter.kind(of: scalar) else {
            tagsLeft = scalar.value == 0x1F3F4 ? 7 : 0
            previous = scalar
            return nil
        }
        switch kind {
        case .zeroWidth where scalar.value == 0x200D:
            if isEmojiLike(previous), next.map(HiddenCharacter.isEmojiPart) == true { return nil }
        case .variation where scalar.value == 0xFE0F || scalar.value == 0xFE0E:
            if HiddenCharacter.isEmojiPart(previous) {
                previous = scalar
                return nil
            }
        case .tag where tagsLeft > 0:
            tagsLeft = scalar.value == 0xE007F ? 0 : tagsLeft - 1
            if tagsLeft > 0 || scalar.value == 0xE007F { return nil }
        default: break
        }
        return kind
    }

    private func isEmojiLike(_ scalar: Unicode.Scalar) -> Bool {
        HiddenCharacter.isEmojiPart(scalar) || scalar.value == 0xFE0F
    }
}
