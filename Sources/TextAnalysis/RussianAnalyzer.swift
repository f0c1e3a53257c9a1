/// Turns Russian text into words with offsets, and words into the terms of every ``AnalysisLayer``.
///
/// One analyser serves one task at a time; unique ownership makes sharing it a compile error.
public struct RussianAnalyzer: ~Copyable {
    /// The longest text accepted in one piece, in UTF-8 bytes.
    public static let maxTextBytes = 1 << 30
    /// The number of leading letters that make a word's root term.
    public static let rootLetters = 4

    private var tokenizer: Tokenizer
    private var normalizer: WordNormalizer
    private var russianStemmer: Stemmer
    private var table = WordTable()
    private var pieces: [Tokenizer.Piece] = []
    private let maxWords: Int

    /// Opens an analyser.
    ///
    /// - Parameter maxWords: how many distinct words it keeps; a call of `analyze` that starts above that forgets all,
    ///   and with them the meaning of earlier word numbers. Use `.max` where numbers must stay valid.
    /// - Throws: `.icu` or `.stemmerUnavailable` when a system library refuses.
    public init(maxWords: Int = 1 << 16) throws(AnalysisError) {
        // Locals first: a noncopyable struct cannot be half initialised when one of its parts throws.
        let tokenizer = try Tokenizer()
        let normalizer = try WordNormalizer()
        let russianStemmer = try Stemmer(algorithm: "russian")
        self.tokenizer = tokenizer
        self.normalizer = normalizer
        self.russianStemmer = russianStemmer
        self.maxWords = maxWords
    }

    /// How many distinct words have numbers now.
    public var wordCount: Int { table.words.count }

    /// The word with a number from the latest call of `analyze`.
    public func word(_ id: WordID) -> AnalyzedWord {
        table.words[id.index]
    }

    /// The tokens of `text` in order of their start; a compound follows its parts.
    ///
    /// Never empty words.
    ///
    /// - Throws: `.textTooLong` above ``maxTextBytes``; `.icu` when ICU refuses.
    /// - Complexity: O(bytes), and one stemming for each word not met before.
    public mutating func analyze(_ text: String) throws(AnalysisError) -> [Token] {
        var tokens: [Token] = []
        try analyze(text, into: &tokens)
        return tokens
    }

    /// Replaces the content of `tokens`, keeping its storage, by the tokens of `text`.
    ///
    /// - Throws: as `analyze(_:)`; `tokens` may then have a part of the text's tokens.
    public mutating func analyze(_ text: String, into tokens: inout [Token]) throws(AnalysisError) {
        guard text.utf8.count <= Self.maxTextBytes else {
            throw .textTooLong(byteCount: text.utf8.count, limit: Self.maxTextBytes)
        }
        if table.words.count > maxWords { table.removeAll() }
        tokens.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        let utf8 = text.utf8Span.span
        try tokenizer.tokenize(utf8, into: &pieces)
        var position = 0
        for index in pieces.indices {
            let piece = pieces[index]
            guard let number = try number(of: utf8.extracting(piece.utf8Range)) else { continue }
            let place = piece.isCompound ? Self.firstPosition(in: tokens, from: piece.utf8Range.lowerBound) : position
            tokens.append(
                Token(
                    utf8Range: piece.utf8Range,
                    position: place,
                    word: WordID(index: number),
                    isCompound: piece.isCompound
                )
            )
            if !piece.isCompound { position += 1 }
        }
    }

    /// The position of the first of the last tokens that start at or after `byteOffset`: a compound's first part.
    private static func firstPosition(in tokens: [Token], from byteOffset: Int) -> Int {
        var index = tokens.count
        while index > 0, tokens[index - 1].utf8Range.lowerBound >= byteOffset { index -= 1 }
        return index < tokens.count ? tokens[index].position : 0
    }

    /// The number of a raw word, analysed now if it is new; `nil` if nothing is left of it after normalisation.
    private mutating func number(of raw: Span<UInt8>) throws(AnalysisError) -> Int? {
        let hash = WordTable.hash(raw)
        if let known = table.find(raw, hash: hash) {
            return table.words[known].form.isEmpty ? nil : known
        }
        let form = try normalizer.normalize(Self.string(raw))
        let word = makeWord(form: form)
        let number = table.insert(raw, hash: hash, word)
        return form.isEmpty ? nil : number
    }

    private mutating func makeWord(form: String) -> AnalyzedWord {
        let isCyrillic = form.unicodeScalars.contains(where: Script.isCyrillic)
        let isStopWord = isCyrillic && StopWords.russian.contains(form)
        let hasRoot = isCyrillic && !isStopWord
        return AnalyzedWord(
            form: form,
            stem: isCyrillic ? russianStemmer.stem(of: form) : form,
            root: hasRoot ? String(form.unicodeScalars.prefix(Self.rootLetters)) : nil,
            isStopWord: isStopWord
        )
    }

    private static func string(_ raw: Span<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        for index in raw.indices { bytes.append(raw[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
