import TextAnalysis

/// A piece of a text as the reader of literals sees it.
struct ClaimToken: Sendable {
    /// What it is.
    enum Kind: Sendable {
        case word(ClaimWord)
        /// A number in digits, in ten-thousandths.
        case number(Int, isOrdinal: Bool)
        case literal(ClaimLiteral.Value)
        /// A sign of punctuation, or of a unit.
        case mark(Mark)
    }

    /// A sign.
    enum Mark: Sendable {
        case comma, dash, end, semicolon, colon, bar, plus, other
        case unit(MeasureUnit)
    }

    var kind: Kind
    let utf8Range: Range<Int>

    var word: ClaimWord? { if case .word(let word) = kind { word } else { nil } }
}
