/// The number of a distinct word in an analyser's table.
///
/// Valid until the analyser's next call of `analyze`.
public struct WordID: Hashable, Sendable {
    /// Dense, from 0.
    public let index: Int

    /// Wraps a number.
    public init(index: Int) {
        self.index = index
    }
}

/// One word of a text: where it stands and which word it is.
public struct Token: Sendable {
    /// Half-open range of UTF-8 bytes in the original, un-normalised text.
    public let utf8Range: Range<Int>
    /// The number of the word in the text, from 0.
    ///
    /// A compound and its first part share one position.
    public let position: Int
    /// The distinct word, to be looked up in the analyser that made the token.
    public let word: WordID
    /// Whether the token is a whole identifier (`crm.deal.add`, `8-800-000-10-20`) whose parts are tokens of their own.
    public let isCompound: Bool
}

/// A distinct word with its terms in every layer.
public struct AnalyzedWord: Equatable, Sendable {
    /// The normalised form, in UTF-8: NFKC, case folded, ё→е, without stress marks.
    public let form: String
    /// The Snowball stem.
    ///
    /// The form itself for words without Cyrillic letters.
    public let stem: String
    /// The first letters of a Cyrillic content word, else `nil`.
    public let root: String?
    /// Whether the word is a function word, left out of the layers `form` and `root`.
    public let isStopWord: Bool

    /// The indexed term of one layer, or `nil` when the word has none there.
    public func term(in layer: AnalysisLayer) -> String? {
        switch layer {
        case .form: isStopWord ? nil : form
        case .stem: stem
        case .root: root
        }
    }
}
