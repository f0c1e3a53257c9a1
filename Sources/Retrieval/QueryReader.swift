import SearchIndex
import TextAnalysis

/// Understands what a customer typed: reads Russian in disguise, corrects what is misspelt, leaves courtesy out, adds synonyms.
///
/// The usual message, of words that the index knows, is cut into words once and looked up word by word; only unknown words cost more.
struct QueryReader {
    let vocabulary: Vocabulary
    let synonyms: SynonymTable

    /// Words of a message beyond these are taken as they are: no customer misspells so many, and each costs a search of
    /// spellings.
    private static let maxUnknownWords = 64

    /// A message as it is searched.
    struct Reading {
        /// The text with misread words replaced; where nothing was, the message itself.
        let text: String
        /// The words of `text`.
        let words: ReadWords
        /// What was replaced, left out and added.
        let rewrites: [QueryRewrite]
    }

    /// Reads a message.
    func read(_ message: String, analyzer: inout RussianAnalyzer) throws(RetrievalError) -> Reading {
        var text = message
        var rewrites: [QueryRewrite] = []
        var words = try Self.words(of: text, &analyzer)
        if words.contains(where: isUnknown) {
            if text.utf8.contains(where: Self.isLatinLetter) {
                let latin = try QueryRewriter(vocabulary: vocabulary).rewrite(text, analyzer: &analyzer)
                if !latin.rewrites.isEmpty {
                    text = latin.text
                    rewrites = latin.rewrites
                    words = try Self.words(of: text, &analyzer)
                }
            }
            let corrected = try correct(text, words, analyzer: &analyzer)
            if !corrected.rewrites.isEmpty {
                text = corrected.text
                rewrites += corrected.rewrites
                words = try Self.words(of: text, &analyzer)
            }
        }
        var read = ReadWords(words: words)
        try weigh(&read, in: text, analyzer: &analyzer)
        return Reading(text: text, words: read, rewrites: rewrites + read.rewrites)
    }

    /// The words of a part of a message that was read, with their roles and additions.
    func words(of part: String, weight: Float, analyzer: inout RussianAnalyzer) throws(RetrievalError) -> ReadWords {
        var read = ReadWords(words: try Self.words(of: part, &analyzer), weight: weight)
        try weigh(&read, in: part, analyzer: &analyzer)
        return read
    }

    private func isUnknown(_ word: ReadWords.Word) -> Bool {
        !word.isCompound && (!vocabulary.isWord(word.word) || isNegated(word.word))
    }

    /// Whether a word that the index does not know is a verb it knows, with «не» before it.
    ///
    /// «Не» is always written apart from verbs, and together with most words of other kinds.
    private func isNegated(_ word: AnalyzedWord) -> Bool {
        guard word.form.utf8.count >= 14, word.form.hasPrefix("не"), !vocabulary.knows(word) else { return false }
        guard Self.verbEndings.contains(where: { word.form.hasSuffix($0) }) else { return false }
        return vocabulary.frequencyClass(ofForm: String(word.form.dropFirst(2))) > 0
    }

    /// Endings of infinitives, of the present and the past, that few words of other kinds have.
    private static let verbEndings = [
        "ать", "ять", "ить", "еть", "уть", "ться", "ет", "ит", "ут", "ют", "ят", "тся", "ешь", "ишь", "ете", "ите",
        "ла", "ло", "ли", "лся",
        "лась", "лось", "лись", "аю", "яю",
    ]

    static func words(
        of text: String, _ analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) -> [ReadWords.Word] {
        do throws(AnalysisError) {
            return try analyzer.analyze(text).map { token in
                let word = analyzer.word(token.word)
                return ReadWords.Word(
                    word: word, utf8Range: token.utf8Range, isCompound: token.isCompound,
                    role: word.isStopWord ? .grammatical : .content)
            }
        } catch {
            throw .analysis(error)
        }
    }

    private static func isLatinLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

extension QueryReader {
    /// The text with unknown Cyrillic words replaced by the known ones they were meant to be.
    private func correct(
        _ text: String, _ words: [ReadWords.Word], analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) -> (text: String, rewrites: [QueryRewrite]) {
        var rewrites: [QueryRewrite] = []
        var corrected = ""
        var position = 0
        var left = Self.maxUnknownWords
        let reader = WordReader(vocabulary: vocabulary)
        let isShouted = !text.contains(where: \.isLowercase)
        for word in words where isUnknown(word) && left > 0 {
            left -= 1
            let original = text.utf8Slice(word.utf8Range)
            let typing = WordReader.Typing(of: original, in: text, isShouted: isShouted)
            guard let found = try reader.meaning(of: word.word, typed: typing) else { continue }
            rewrites.append(QueryRewrite(kind: found.kind, original: String(original), rewritten: found.text))
            corrected += text.utf8Slice(position..<word.utf8Range.lowerBound) + found.text
            position = word.utf8Range.upperBound
        }
        guard !rewrites.isEmpty else { return (text, []) }
        return (corrected + text.utf8Slice(position..<text.utf8.count), rewrites)
    }
}
