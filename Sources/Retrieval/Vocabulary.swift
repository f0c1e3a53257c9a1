import Foundation
import SearchIndex
import Synchronization
import TextAnalysis

/// The words of one generation of the index, to tell known words from others: forms and stems by hash, some ten bytes a word.
final class Vocabulary: Sendable {
    /// Word forms of the index, function words and words of courtesy; empty when the index has no layer of forms.
    let forms: TermSet
    /// Stems of the index, without those of function words.
    let stems: TermSet

    /// What unknown words mean, by the words of this generation.
    let meanings = MeaningCache()

    /// ln of the number of documents.
    private let logDocuments: Float
    private let functionWords: TermSet
    private let snapshot: IndexSnapshot
    private let stemLayer: Int?
    private let formLayer: Int?

    /// Reads the terms of a generation.
    ///
    /// - Complexity: O(terms).
    init(of snapshot: IndexSnapshot, analyzer: inout RussianAnalyzer) throws(RetrievalError) {
        let layers = snapshot.manifest.schema.layers
        stemLayer = layers.firstIndex { $0.analysis == .stem }
        formLayer = layers.firstIndex { $0.analysis == .form }
        self.snapshot = snapshot
        logDocuments = logf(Float(max(1, snapshot.manifest.documentCount)))
        let common = TermSet.frequencyClass(of: snapshot.manifest.documentCount)
        let grammatical = RussianAnalyzer.functionWords.union(CourtesyPhrases.words)
        let functionHashes = grammatical.map { (hash: WordHash.hash(of: $0), frequencyClass: common) }
        functionWords = TermSet(functionHashes)
        let functionStems = TermSet(
            try Self.stems(of: RussianAnalyzer.functionWords, &analyzer).map { (WordHash.hash(of: $0), common) })
        var forms = try Self.terms(of: snapshot, layer: formLayer)
        if !forms.isEmpty { forms += functionHashes }
        self.forms = TermSet(forms)
        stems = TermSet(try Self.terms(of: snapshot, layer: stemLayer).filter { !functionStems.contains($0.hash) })
    }

    /// Whether a word says something to the index: by its stem, or as a function word.
    func knows(_ word: AnalyzedWord) -> Bool {
        if word.isStopWord { return true }
        let isShort = Self.hasShortStem(word)
        if !isShort, stems.contains(WordHash.hash(of: word.stem)) { return true }
        let form = WordHash.hash(of: word.form)
        return functionWords.contains(form) || isShort && forms.contains(form)
    }

    /// Whether a word is cut down to one or two letters, which say little: the stem of «даые» is that of «да».
    private static func hasShortStem(_ word: AnalyzedWord) -> Bool {
        word.stem.utf8.count <= 4 && word.form.utf8.count >= word.stem.utf8.count + 4
    }

    /// Whether a word is a word: of the index, or of the Russian dictionary.
    func isWord(_ word: AnalyzedWord) -> Bool {
        if knows(word) { return true }
        // A Bloom filter of Russian stems says nothing of other words.
        guard !Self.hasShortStem(word), word.form.utf8.count >= 6, word.stem.utf8.first ?? 0 >= 0xD0 else {
            return false
        }
        return RussianWords.contains(stemHash: WordHash.hash(of: word.stem))
    }

    /// Whether the very form of a word occurs, or it is a function word.
    func knowsForm(_ word: AnalyzedWord) -> Bool {
        word.isStopWord || forms.contains(WordHash.hash(of: word.form))
    }

    /// The class of the document frequency of a form; 0 when it is unknown.
    func frequencyClass(ofForm form: String) -> TermSet.FrequencyClass {
        forms.frequencyClass(of: WordHash.hash(of: form))
    }

    /// ln(N / n) of a stem, at least that of a stem in two thirds of the documents; of an unknown one ln N.
    func rarity(ofStem stem: String) -> Float {
        let found = stems.frequencyClass(of: WordHash.hash(of: stem))
        return max(0.4, logDocuments - (found > 0 ? TermSet.logFrequency(found) : 0))
    }

    /// Whether a form is a function word or a word of courtesy.
    func isFunctionWord(_ form: String) -> Bool { functionWords.contains(WordHash.hash(of: form)) }

    /// Whether the index itself has a stem; exact.
    func hasStem(_ stem: String) throws(RetrievalError) -> Bool { try has(stem, stemLayer) }

    /// Whether the index itself has a form; exact.
    func hasForm(_ form: String) throws(RetrievalError) -> Bool { try has(form, formLayer) }

    private func has(_ term: String, _ layer: Int?) throws(RetrievalError) -> Bool {
        guard let layer else { return false }
        return try mappingIndexErrors { () throws(IndexError) in
            try snapshot.documentFrequency(of: term, layer: layer) > 0
        }
    }

    private static func terms(
        of snapshot: IndexSnapshot, layer: Int?
    ) throws(RetrievalError) -> [(hash: UInt64, frequencyClass: TermSet.FrequencyClass)] {
        guard let layer else { return [] }
        var terms: [(hash: UInt64, frequencyClass: TermSet.FrequencyClass)] = []
        try mappingIndexErrors { () throws(IndexError) in
            try snapshot.forEachTerm(inLayer: layer) { utf8, frequency in
                terms.append((WordHash.hash(ofUTF8: utf8), TermSet.frequencyClass(of: frequency)))
            }
        }
        return terms
    }

    private static func stems(
        of words: Set<String>, _ analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) -> [String] {
        do throws(AnalysisError) {
            let tokens = try analyzer.analyze(words.joined(separator: " "))
            return tokens.map { analyzer.word($0.word).stem }
        } catch {
            throw .analysis(error)
        }
    }
}

/// The vocabulary of a generation, read when the first query needs it.
final class VocabularyCache: Sendable {
    private let content = Mutex<Vocabulary?>(nil)

    func vocabulary(
        of snapshot: IndexSnapshot, analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) -> Vocabulary {
        if let known = content.withLock({ $0 }) { return known }
        // Two first queries at once may both read it: the result is the same.
        let made = try Vocabulary(of: snapshot, analyzer: &analyzer)
        content.withLock { $0 = made }
        return made
    }
}
