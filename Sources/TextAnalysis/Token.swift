/// The number of a distinct word in an analyser's table.
///
/// Valid until the analyser's next call of `analyze`.
public struct WordID: Hashable, Sendable {
    /// Dense, from 0.
    public let index: Int

    /// Wraps a number.
    @inlinable public init(index: Int) {
        self.index = index
    }
}

/// One word of a text: where it stands and which word it is.
///
/// Sixteen bytes: a text of 1 GiB and as many words fit in 31 bits.
public struct Token: Sendable {
    @usableFromInline let start: UInt32
    @usableFromInline let end: UInt32
    @usableFromInline let place: UInt32
    /// The word's number, above the bit that says whether it is a compound.
    @usableFromInline let wordAndKind: UInt32

    @inline(__always)
    init(utf8Range: Range<Int>, position: Int, word: Int, isCompound: Bool) {
        start = UInt32(utf8Range.lowerBound)
        end = UInt32(utf8Range.upperBound)
        place = UInt32(position)
        precondition(word < 1 << 31, "more words than a table holds")
        wordAndKind = UInt32(word) << 1 | (isCompound ? 1 : 0)
    }

    /// Half-open range of UTF-8 bytes in the original, un-normalised text.
    @inlinable public var utf8Range: Range<Int> { Int(start)..<Int(end) }
    /// The number of the word in the text, from 0.
    ///
    /// A compound and its first part share one position.
    @inlinable public var position: Int { Int(place) }
    /// The distinct word, to be looked up in the analyser that made the token.
    @inlinable public var word: WordID { WordID(index: Int(wordAndKind >> 1)) }
    /// Whether the token is a whole unit (`crm.deal.add`, `8 (800) 555-35-35`, `№ 5`) whose parts are tokens of their own.
    ///
    /// Its term may be another than its text: `88005553535`.
    @inlinable public var isCompound: Bool { wordAndKind & 1 == 1 }
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
