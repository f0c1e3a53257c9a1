import KnowledgeBase
import TextAnalysis

/// Synonyms as the index sees them: phrases of stems, each with the words that are searched beside it.
struct SynonymTable: Sendable {
    /// Another name of what a phrase names.
    struct Expansion: Sendable {
        /// As the file has it.
        let text: String
        let words: [AnalyzedWord]
    }

    private var expansions: [[Expansion]] = []
    private var phrases = PhraseTable([])

    /// No synonyms.
    init() {}

    /// The synonyms of a file in an analyser's stems.
    init(_ synonyms: Synonyms, analyzer: inout RussianAnalyzer) throws(AnalysisError) {
        var hashes: [[UInt64]] = []
        for group in synonyms.groups {
            let sources = try group.from.map { (name) throws(AnalysisError) in try Self.expansion(name, &analyzer) }
            let targets = try group.to.map { (name) throws(AnalysisError) in try Self.expansion(name, &analyzer) }
            for source in sources {
                let stems = source.words.map(\.stem)
                guard !stems.isEmpty else { continue }
                hashes.append(stems.map(WordHash.hash(of:)))
                expansions.append(targets.filter { !$0.words.isEmpty && $0.words.map(\.stem) != stems })
            }
        }
        phrases = PhraseTable(hashes)
    }

    /// The places of a text that have other names, with these.
    func matches(inStems hashes: [UInt64]) -> [(range: Range<Int>, expansions: [Expansion])] {
        phrases.matches(in: hashes).map { ($0.range, expansions[$0.phrase]) }
    }

    var isEmpty: Bool { phrases.isEmpty }

    private static func expansion(
        _ name: String, _ analyzer: inout RussianAnalyzer
    ) throws(AnalysisError) -> Expansion {
        let words = try analyzer.analyze(name).filter { !$0.isCompound }.map { analyzer.word($0.word) }
        return Expansion(text: name, words: words)
    }
}
