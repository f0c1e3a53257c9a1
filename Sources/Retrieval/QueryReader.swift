import Foundation // TUNE
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
        try weigh(&read, in: text, &analyzer)
        return Reading(text: text, words: read, rewrites: rewrites + read.rewrites)
    }

    /// The words of a part of a message that was read, with their roles and additions.
    func words(of part: String, weight: Float, analyzer: inout RussianAnalyzer) throws(RetrievalError) -> ReadWords {
        var read = ReadWords(words: try Self.words(of: part, &analyzer), weight: weight)
        try weigh(&read, in: part, &analyzer)
        return read
    }

    private func isUnknown(_ word: ReadWords.Word) -> Bool {
        !word.isCompound && (!vocabulary.isWord(word.word) || isNegated(word.word))
    }

    /// Whether a word that the index does not know is one it knows with «не» before it.
    private func isNegated(_ word: AnalyzedWord) -> Bool {
        guard word.form.hasPrefix("не"), word.form.utf8.count >= 14, !vocabulary.knows(word) else { return false }
        return vocabulary.frequencyClass(ofForm: String(word.form.dropFirst(2))) > 0
    }

    private static func words(
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

extension QueryReader {
    /// How much another name counts of a word that the index knows.
    private static let knownWeight: Float = Float(ProcessInfo.processInfo.environment["SYNK"] ?? "0.4") ?? 0.4 // TUNE
    /// How much another name counts of a word that the index does not know: it is all there is.
    private static let unknownWeight: Float = Float(ProcessInfo.processInfo.environment["SYNU"] ?? "0.8") ?? 0.8 // TUNE
    /// How much a word counts that was typed as two.
    private static let joinWeight: Float = 0.8

    /// Finds the words that say nothing, and those to search beside others.
    private func weigh(
        _ read: inout ReadWords, in text: String, _ analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) {
        let simple = read.words.indices.filter { !read.words[$0].isCompound }
        IgnoredWords.mark(&read, simple, in: text, vocabulary)
        addSynonyms(&read, simple, in: text)
        try addJoins(&read, simple, in: text, &analyzer)
    }

    private func addSynonyms(_ read: inout ReadWords, _ simple: [Int], in text: String) {
        guard !synonyms.isEmpty else { return }
        let stems = simple.map { WordHash.hash(of: read.words[$0].word.stem) }
        for match in synonyms.matches(inStems: stems) {
            let places = match.range.map { simple[$0] }
            guard let main = places.first(where: { !read.words[$0].word.isStopWord }),
                places.allSatisfy({ read.words[$0].role != .ignorable })
            else { continue }
            let isKnown = places.allSatisfy { vocabulary.knows(read.words[$0].word) }
            // A rare name must not outweigh the common word it stands for.
            let rarity = places.filter { !read.words[$0].word.isStopWord }
                .map { vocabulary.rarity(ofStem: read.words[$0].word.stem) }.max() ?? 0
            var names: [String] = []
            let usable = match.expansions.filter { $0.words.allSatisfy(vocabulary.knows) }
            let spread = Float(max(1, usable.count)).squareRoot()
            for expansion in usable {
                let weight = (isKnown ? Self.knownWeight : Self.unknownWeight) / (Float(expansion.words.count).squareRoot() * spread)
                for word in expansion.words {
                    let share = ProcessInfo.processInfo.environment["SYNI"] != nil ? 1 : min(1, rarity / vocabulary.rarity(ofStem: word.stem))  // TUNE
                    read.additions.append(.init(word: word, original: read.words[main].word, weight: weight * share))
                }
                names.append(expansion.text)
            }
            guard !names.isEmpty, let first = places.first, let last = places.last else { continue }
            let range = read.words[first].utf8Range.lowerBound..<read.words[last].utf8Range.upperBound
            read.rewrites.append(
                QueryRewrite(
                    kind: .synonym, original: String(text.utf8Slice(range)), rewritten: names.joined(separator: ", ")))
        }
    }

    /// Adds the known words that two words side by side make together: «не возможно», «он лайн».
    private func addJoins(
        _ read: inout ReadWords, _ simple: [Int], in text: String, _ analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) {
        for (left, right) in zip(simple, simple.dropFirst()) {
            let (first, second) = (read.words[left], read.words[right])
            guard isJoinable(first.word, second.word), second.utf8Range.lowerBound == first.utf8Range.upperBound + 1 else {
                continue
            }
            let joined = first.word.form + second.word.form
            guard vocabulary.forms.contains(WordHash.hash(of: joined)), try vocabulary.hasForm(joined),
                let word = try TransliterationReader.words(of: joined, &analyzer).first
            else { continue }
            let range = first.utf8Range.lowerBound..<second.utf8Range.upperBound
            let typed = String(text.utf8Slice(range))
            read.additions.append(.init(word: word, original: second.word, weight: Self.joinWeight))
            read.rewrites.append(QueryRewrite(kind: .join, original: typed, rewritten: joined))
        }
    }

    /// «Не» before a word, or two words of which one is unknown.
    private func isJoinable(_ first: AnalyzedWord, _ second: AnalyzedWord) -> Bool {
        if first.form == "не" { return !second.isStopWord }
        guard !first.isStopWord, !second.isStopWord else { return false }
        return !vocabulary.knows(first) || !vocabulary.knows(second)
    }
}
