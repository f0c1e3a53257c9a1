/// Signs and letters of a text in UTF-8, as the readers of claims need them.
enum ClaimBytes {
    /// Bytes of a space at `index`: ASCII white space, U+00A0, U+2009, U+202F; 0 if there is none.
    static func space(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        guard index < end else { return 0 }
        switch bytes[index] {
        case 0x20, 0x09, 0x0A, 0x0D: return 1
        case 0xC2: return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            guard index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
            return bytes[index + 2] == 0x89 || bytes[index + 2] == 0xAF ? 3 : 0
        default: return 0
        }
    }

    /// Bytes of a hyphen, a dash or a minus at `index`; 0 if there is none.
    static func dash(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        guard index < end else { return 0 }
        if bytes[index] == UInt8(ascii: "-") { return 1 }
        guard bytes[index] == 0xE2, index + 2 < end else { return 0 }
        if bytes[index + 1] == 0x80, (0x90...0x95).contains(bytes[index + 2]) { return 3 }
        return bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92 ? 3 : 0
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isLatin(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// Whether a Russian letter starts at `index`.
    static func isCyrillic(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == 0xD0 || bytes[index] == 0xD1
    }

    /// Bytes of the character at `index`.
    static func length(_ bytes: [UInt8], _ index: Int) -> Int {
        switch bytes[index] {
        case 0..<0x80: 1
        case 0xC0..<0xE0: 2
        case 0xE0..<0xF0: 3
        default: 4
        }
    }

    /// The first character of `range` that the check does not know, if there is one.
    ///
    /// Known are ASCII, Russian letters, the usual spaces, dashes, quotation marks and signs, and smiling faces. Other digits, look-alike
    /// letters, and characters that cannot be seen are unknown, so that nothing can be said in them.
    static func unknownCharacter(_ bytes: [UInt8], in range: Range<Int>) -> Range<Int>? {
        var index = range.lowerBound
        while index < range.upperBound {
            let next = min(index + length(bytes, index), range.upperBound)
            if !isKnown(bytes[index..<next]) { return index..<next }
            index = next
        }
        return nil
    }

    private static func isKnown(_ character: ArraySlice<UInt8>) -> Bool {
        let first = character.startIndex
        switch character.count {
        case 1: return (0x20..<0x7F).contains(character[first]) || [0x09, 0x0A, 0x0D].contains(character[first])
        case 2:
            let second = character[first + 1]
            switch character[first] {
            case 0xD0: return second == 0x81 || (0x90...0xBF).contains(second)
            case 0xD1: return second == 0x91 || (0x80...0x8F).contains(second)
            // U+00A0, §, «, °, ».
            case 0xC2: return [0xA0, 0xA7, 0xAB, 0xB0, 0xBB].contains(second)
            // ×.
            case 0xC3: return second == 0x97
            default: return false
            }
        case 3: return isKnownSign(character[first], character[first + 1], character[first + 2])
        default:
            // Smileys: U+1F600 to U+1F64F; a waving hand.
            let tail = Array(character.dropFirst())
            return character[first] == 0xF0
                && (tail.starts(with: [0x9F, 0x98]) && tail[2] >= 0x80
                    || tail.starts(with: [0x9F, 0x99]) && tail[2] < 0x90
                    || tail == [0x9F, 0x91, 0x8B])
        }
    }

    /// Spaces and dashes, „“”‘’, •, …, №, ₽, €, →, −.
    private static func isKnownSign(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        guard first == 0xE2 else { return false }
        switch second {
        case 0x80:
            return [0x89, 0xAF, 0x98, 0x99, 0x9C, 0x9D, 0x9E, 0xA2, 0xA6].contains(third)
                || (0x90...0x95).contains(third)
        case 0x82: return third == 0xBD || third == 0xAC
        case 0x84: return third == 0x96
        case 0x86: return third == 0x92
        case 0x88: return third == 0x92
        default: return false
        }
    }
}
