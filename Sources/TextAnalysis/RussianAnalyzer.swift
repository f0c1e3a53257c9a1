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
    /// The latest stretch's, kept for their storage.
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
        try analyze(text.utf8Span, into: &tokens)
    }

    /// Replaces the content of `tokens`, keeping its storage, by the tokens of a text that is no `String`.
    ///
    /// - Throws: as `analyze(_:)`; `tokens` may then have a part of the text's tokens.
    public mutating func analyze(_ text: UTF8Span, into tokens: inout [Token]) throws(AnalysisError) {
        guard text.count <= Self.maxTextBytes else {
            throw .textTooLong(byteCount: text.count, limit: Self.maxTextBytes)
        }
        if table.words.count > maxWords { table.removeAll() }
        tokens.removeAll(keepingCapacity: true)
        let utf8 = text.span
        var position = 0
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            if byte & 0xFE == 0xD0 {
                let key = WordKey(russianLettersOf: utf8, from: index)
                let end = index + key.byteCount
                if CommonText.isRussianWord(utf8, index, end) {
                    try append(key, index..<end, of: utf8, &position, &tokens)
                    index = end
                    continue
                }
            } else {
                let passed = CommonText.passedByteCount(utf8, at: index)
                if passed > 0 {
                    index += passed
                    continue
                }
                let end = CommonText.endOfLatinWord(utf8, from: index)
                if CommonText.isWord(utf8, index, end) {
                    try append(WordKey(utf8, index..<end), index..<end, of: utf8, &position, &tokens)
                    index = end
                    continue
                }
            }
            index = try appendStretch(of: utf8, from: index, &position, &tokens)
        }
    }

    /// Appends a word that stands alone.
    @inline(__always)
    private mutating func append(
        _ key: WordKey, _ range: Range<Int>, of utf8: Span<UInt8>, _ position: inout Int, _ tokens: inout [Token]
    ) throws(AnalysisError) {
        guard key.byteCount <= WordPart.maxBytes else { return }
        let known = table.find(key, in: utf8, at: range.lowerBound)
        let entry = if let known { known } else { try add(key, range, of: utf8) }
        guard !entry.isEmpty else { return }
        tokens.append(Token(utf8Range: range, position: position, word: entry.number, isCompound: false))
        position += 1
    }

    /// Appends the tokens from `start` to the end of the stretch that the tokenizer has to see; returns its offset.
    private mutating func appendStretch(
        of utf8: Span<UInt8>, from start: Int, _ position: inout Int, _ tokens: inout [Token]
    ) throws(AnalysisError) -> Int {
        let end = try tokenizer.tokenize(utf8, from: start, into: &pieces)
        try appendPieces(of: utf8, &position, &tokens)
        return end
    }

    /// The tokens of `text` by the way that every text may take: ICU for the whole, no short ways.
    ///
    /// The twin that `analyze` must equal.
    mutating func analyzeWithICU(_ text: String, into tokens: inout [Token]) throws(AnalysisError) {
        tokens.removeAll(keepingCapacity: true)
        let utf8 = text.utf8Span.span
        try tokenizer.tokenizeWithICU(utf8, into: &pieces)
        var position = 0
        try appendPieces(of: utf8, &position, &tokens)
    }

    private mutating func appendPieces(
        of utf8: Span<UInt8>, _ position: inout Int, _ tokens: inout [Token]
    ) throws(AnalysisError) {
        for index in pieces.indices {
            let piece = pieces[index]
            let entry: WordTable.Entry
            if let term = piece.term {
                let terms = tokenizer.terms
                entry = try self.entry(term, of: terms.span)
            } else {
                entry = try self.entry(piece.utf8Range, of: utf8)
            }
            guard !entry.isEmpty else { continue }
            let isCompound = piece.isCompound
            let place = isCompound ? Self.firstPosition(in: tokens, from: piece.utf8Range.lowerBound) : position
            tokens.append(
                Token(utf8Range: piece.utf8Range, position: place, word: entry.number, isCompound: isCompound))
            if !isCompound { position += 1 }
        }
    }

    /// The position of the first of the last tokens that start at or after `byteOffset`: a compound's first part.
    private static func firstPosition(in tokens: [Token], from byteOffset: Int) -> Int {
        var index = tokens.count
        while index > 0, tokens[index - 1].utf8Range.lowerBound >= byteOffset { index -= 1 }
        return index < tokens.count ? tokens[index].position : 0
    }

    /// The entry of a raw word, analysed now if it is new.
    private mutating func entry(_ range: Range<Int>, of utf8: Span<UInt8>) throws(AnalysisError) -> WordTable.Entry {
        let key = WordKey(utf8, range)
        return if let known = table.find(key, in: utf8, at: range.lowerBound) { known } else {
            try add(key, range, of: utf8)
        }
    }

    private mutating func add(
        _ key: WordKey, _ range: Range<Int>, of utf8: Span<UInt8>
    ) throws(AnalysisError) -> WordTable.Entry {
        let form = try normalizer.normalize(Self.string(utf8.extracting(range)))
        let number = table.insert(key, makeWord(form: form), in: utf8, at: range.lowerBound)
        return WordTable.Entry(number: number, isEmpty: form.isEmpty)
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
