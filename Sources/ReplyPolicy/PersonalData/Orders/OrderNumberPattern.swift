/// The form of a company's order or contract numbers, written as a short string.
///
/// | sign | stands for |
/// |---|---|
/// | `#` | one digit |
/// | `@` | one letter, Cyrillic or Latin |
/// | `-` | a hyphen; a dash, a space, a full stop, a slash or nothing may stand in its place where a word about orders is near |
/// | `?` | the sign, letter or digit before it may be left out: `@?-?######` |
/// | a letter or a digit | itself; case, and Cyrillic or Latin of the same look, do not matter |
/// | `/`, `.`, `№`, a space | as `-`, but drawn so |
///
/// A pattern has at least three `#` or `@`, at most 32 characters. Examples: `###-###-###`, `В-######`, `ДГ-####/##`.
public struct OrderNumberPattern: Hashable, Sendable {
    /// The longest pattern, in characters.
    public static let maxCharacters = 32
    /// The fewest places for a digit or a letter.
    public static let minPlaces = 3

    /// What stands at one place.
    enum Element: Hashable, Sendable {
        case digit
        case letter
        /// A letter or digit that is always the same, in its folded form.
        case literal(UInt32)
        /// A separator as it is drawn.
        case separator(UInt32)
    }

    /// A place of the pattern.
    struct Place: Hashable, Sendable {
        let element: Element
        let isOptional: Bool
    }

    /// The pattern as it was given.
    public let source: String
    /// Its places.
    let places: [Place]

    /// Reads a pattern.
    ///
    /// - Parameter source: see the type.
    /// - Throws: `.empty`, `.tooLong`, `.unexpectedCharacter`, `.nothingOptional` or `.tooFewPlaces`.
    public init(_ source: String) throws(OrderNumberPatternError) {
        let scalars = Array(source.unicodeScalars)
        guard !scalars.isEmpty else { throw .empty }
        guard scalars.count <= Self.maxCharacters else {
            throw .tooLong(characters: scalars.count, limit: Self.maxCharacters)
        }
        var places: [Place] = []
        for (offset, scalar) in scalars.enumerated() {
            if scalar == "?" {
                guard let last = places.last, !last.isOptional else {
                    throw .nothingOptional(pattern: source, offset: offset)
                }
                places[places.count - 1] = Place(element: last.element, isOptional: true)
                continue
            }
            guard let element = Self.element(scalar) else {
                throw .unexpectedCharacter(pattern: source, offset: offset)
            }
            places.append(Place(element: element, isOptional: false))
        }
        let count = places.filter { !$0.isOptional && ($0.element == .digit || $0.element == .letter) }.count
        guard count >= Self.minPlaces else {
            throw .tooFewPlaces(pattern: source, found: count, needed: Self.minPlaces)
        }
        self.source = source
        self.places = places
    }

    private static func element(_ scalar: Unicode.Scalar) -> Element? {
        switch scalar {
        case "#": return .digit
        case "@": return .letter
        default: break
        }
        switch ScalarClass(scalar.value) {
        case .letter, .digit: return .literal(fold(scalar.value))
        case .separator(let sign):
            let allowed: Gap.Signs = [.dash, .dot, .slash, .space, .numberSign, .comma]
            return sign.isSubset(of: allowed) ? .separator(sign.contains(.dash) ? 0x2D : scalar.value) : nil
        case .invisible: return nil
        }
    }

    /// One value for a letter in both sizes and, where they look alike, in both scripts; the ASCII digit for a digit.
    static func fold(_ scalar: UInt32) -> UInt32 {
        if case .digit(let value) = ScalarClass(scalar) { return 0x30 + UInt32(value) }
        if let twin = PlateLetter(scalar) { return twin.small.value }
        if let letter = PlateLetter(anyCyrillic: scalar) { return letter.small.value }
        return (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar
    }
}

/// Why a pattern of order numbers cannot be used.
public enum OrderNumberPatternError: Error, Equatable, Sendable {
    /// It has no characters.
    case empty
    /// It is longer than a number ever is.
    case tooLong(characters: Int, limit: Int)
    /// A character that means nothing; `offset` in characters from 0.
    case unexpectedCharacter(pattern: String, offset: Int)
    /// A `?` with nothing before it that it could be about; `offset` in characters from 0.
    case nothingOptional(pattern: String, offset: Int)
    /// It would match too much.
    case tooFewPlaces(pattern: String, found: Int, needed: Int)
}
