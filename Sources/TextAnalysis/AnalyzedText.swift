/// A text with its words and sentences, worked out once for all who look at it.
///
/// All ranges are half-open, in UTF-8 bytes of the original text.
public struct AnalyzedText: Sendable {
    /// A word or a unit of the text.
    public struct Word: Equatable, Sendable {
        /// Where it stands.
        public let utf8Range: Range<Int>
        /// Its normalised form (small letters, ё→е, look-alikes of one script), stem and kind.
        public let analysis: AnalyzedWord

        /// The normalised form.
        public var form: String { analysis.form }
        /// The Snowball stem; the form itself for words without Cyrillic letters.
        public var stem: String { analysis.stem }
        /// Whether it is a function word.
        public var isStopWord: Bool { analysis.isStopWord }
    }

    /// The text as it came.
    public let string: String
    /// Its UTF-8.
    public let bytes: [UInt8]
    /// The words in the order of the text, without units: `8 (800) 555-35-35` is five words.
    public let words: [Word]
    /// The units in the order of their start: phones, dates, sums, numbers after a number sign, addresses, identifiers.
    ///
    /// A unit's form is one for all its spellings; its words are in ``words`` too.
    public let units: [Word]
    /// The sentences, in order, without white space at their ends; never empty.
    public let sentences: [Range<Int>]

    /// Analyses a text.
    ///
    /// - Parameters:
    ///   - string: the text.
    ///   - analyzers: lends the analyser.
    /// - Throws: `.textTooLong`; `.icu` or `.stemmerUnavailable` when a system library refuses.
    /// - Complexity: O(bytes).
    public init(_ string: String, using analyzers: AnalyzerPool) throws(AnalysisError) {
        let found = try analyzers.withAnalyzer { (analyzer) throws(AnalysisError) in
            try Self.analyze(string, &analyzer)
        }
        self.string = string
        bytes = Array(string.utf8)
        words = found.words
        units = found.units
        sentences = SentenceSplitter.sentences(of: string)
    }

    /// The text of a range.
    ///
    /// - Parameter utf8Range: must lie in the text; a character that it cuts becomes U+FFFD.
    /// - Returns: the text as it came.
    public func text(_ utf8Range: Range<Int>) -> String {
        String(decoding: bytes[utf8Range], as: UTF8.self)
    }

    private static func analyze(
        _ string: String, _ analyzer: inout RussianAnalyzer
    ) throws(AnalysisError) -> (words: [Word], units: [Word]) {
        var words: [Word] = []
        var units: [Word] = []
        for token in try analyzer.analyze(string) {
            let word = Word(utf8Range: token.utf8Range, analysis: analyzer.word(token.word))
            if token.isCompound { units.append(word) } else { words.append(word) }
        }
        return (words, units)
    }
}
