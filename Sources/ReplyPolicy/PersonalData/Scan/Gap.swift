/// What stands between two groups of digits.
struct Gap: Equatable, Sendable {
    /// The signs in a gap.
    struct Signs: OptionSet, Equatable, Sendable {
        let rawValue: UInt16
        static let space = Signs(rawValue: 1 << 0)
        static let newline = Signs(rawValue: 1 << 1)
        static let dash = Signs(rawValue: 1 << 2)
        /// A full stop, or a sign that people put in its place: `_`, `·`, `~`.
        static let dot = Signs(rawValue: 1 << 3)
        static let slash = Signs(rawValue: 1 << 4)
        static let opening = Signs(rawValue: 1 << 5)
        static let closing = Signs(rawValue: 1 << 6)
        static let comma = Signs(rawValue: 1 << 7)
        static let plus = Signs(rawValue: 1 << 8)
        static let numberSign = Signs(rawValue: 1 << 9)
        static let colon = Signs(rawValue: 1 << 10)
        static let quote = Signs(rawValue: 1 << 11)
        /// Anything else: `*`, `@`, `₽`, a picture.
        static let other = Signs(rawValue: 1 << 12)
        /// Letters.
        static let letters = Signs(rawValue: 1 << 13)
        /// A word for a number sign between two groups: «4510 номер 123456».
        static let numberWord = Signs(rawValue: 1 << 14)
        /// The digits touch: spoken `сорок` beside written `5`, or a group after letters that look like digits.
        static let brackets: Signs = [.opening, .closing]
    }

    /// How firmly the groups hold together; the smaller, the firmer.
    enum Looseness: UInt8, Comparable {
        /// A hyphen, a full stop, a slash or a bracket without a space.
        case tight
        /// Spaces, or a line break, with or without these signs.
        case spaced
        /// A comma, a number sign or its word: only some numbers go over it.
        case loose
        /// Not one number.
        case apart

        static func < (left: Looseness, right: Looseness) -> Bool { left.rawValue < right.rawValue }
    }

    /// More characters than this between two groups are never inside a number: « - (».
    private static let maxCharacters = 6

    var signs: Signs = []
    /// How many characters, without invisible ones.
    var characterCount = 0

    /// How firmly it holds compared with what is beside a number: «45 10 № 123456 770-001» is cut after the six digits.
    var looseningOfNumber: Looseness {
        let looseness = looseness
        return looseness == .loose && !signs.isDisjoint(with: [.numberSign, .numberWord]) ? .spaced : looseness
    }

    /// How firmly it holds.
    var looseness: Looseness {
        if !signs.isDisjoint(with: [.letters, .other, .plus]) { return .apart }
        if signs.contains(.numberWord) { return .loose }
        if !signs.isDisjoint(with: [.colon, .quote]) { return .apart }
        if characterCount > Self.maxCharacters { return .apart }
        if !signs.isDisjoint(with: [.comma, .numberSign]) { return .loose }
        return signs.isDisjoint(with: [.space, .newline]) ? .tight : .spaced
    }
}
