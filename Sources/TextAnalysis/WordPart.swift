/// A piece of a text that becomes one word: half-open range of UTF-8 bytes, and what characters are in it.
///
/// Never empty; at most ``maxBytes`` long.
struct WordPart: Equatable {
    /// Longest word that is indexed, in UTF-8 bytes.
    static let maxBytes = 255

    let start: Int
    let end: Int
    let characters: WordCharacters

    var byteCount: Int { end - start }
}

extension [WordPart] {
    /// Appends the part from `start` to `end`, unless it is empty or longer than a word may be.
    mutating func appendPart(from start: Int, to end: Int, _ characters: WordCharacters) {
        guard end > start, end - start <= WordPart.maxBytes else { return }
        append(WordPart(start: start, end: end, characters: characters))
    }
}

/// The kinds of characters that the rules tell apart.
struct WordCharacters: OptionSet {
    let rawValue: UInt8

    /// `a` to `z`, `A` to `Z`.
    static let latin = WordCharacters(rawValue: 1)
    /// `0` to `9`.
    static let digit = WordCharacters(rawValue: 2)
    /// U+0400 to U+047F, which has all Russian letters.
    static let cyrillic = WordCharacters(rawValue: 4)
    /// A comma between digits.
    static let comma = WordCharacters(rawValue: 8)
    /// Anything else: other letters, marks, apostrophes.
    static let other = WordCharacters(rawValue: 16)

    /// The kinds in some bytes of a text.
    init(of text: Span<UInt8>, _ range: Range<Int>) {
        var kinds: WordCharacters = []
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            kinds.insert(WordCharacters(lead: byte))
            index += byte < 0x80 || byte & 0xFE != 0xD0 ? 1 : 2
        }
        self = kinds
    }

    /// The kind of the character that starts with this byte.
    init(lead: UInt8) {
        switch lead {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .latin
        case 0xD0, 0xD1: self = .cyrillic
        case UInt8(ascii: ","): self = .comma
        default: self = .other
        }
    }

    /// Whether a letter (Latin or Russian) or a digit starts with this byte.
    static func isLetterOrDigit(_ lead: UInt8) -> Bool {
        !WordCharacters(lead: lead).isDisjoint(with: [.latin, .digit, .cyrillic])
    }

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }
}
