/// A word, a number or a sign of a text, as names and addresses are read from it.
///
/// Unlike the words of the search it keeps capitals, gaps and signs, joins words over a hyphen, and drops what is not seen: zero-width
/// characters, stress marks, soft hyphens.
struct SurfaceToken: Equatable, Sendable {
    /// What a token is.
    enum Kind: Equatable, Sendable {
        /// Letters of one script, hyphens and apostrophes inside.
        case word
        /// Digits, full-width ones too.
        case number
        /// One sign: all dashes are `-`, all quotation marks `"`.
        case mark
    }

    /// How a word is written.
    enum Capitals: Equatable, Sendable {
        case none, first, all
    }

    /// What is between a token and the one before.
    enum Gap: Int, Comparable, Sendable {
        case none, space, line, blankLine

        static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
    }

    let kind: Kind
    /// Half-open, in UTF-8 bytes of the text.
    let utf8Range: Range<Int>
    /// Small letters, ё→е, look-alikes of a Cyrillic word in Cyrillic, digits in ASCII.
    let form: String
    /// The number of letters or digits.
    let length: Int
    let capitals: Capitals
    let gap: Gap
    /// Whether all its letters are Latin.
    let isLatin: Bool
    /// Whether a capital letter says nothing here: the start of the text, of a line, of a sentence.
    let startsSentence: Bool
    /// What the word can be in an address.
    let roles: AddressWords.Roles

    var isWord: Bool { kind == .word }
    var isNumber: Bool { kind == .number }

    /// Whether it is the sign.
    func isMark(_ sign: String) -> Bool { kind == .mark && form == sign }
}
