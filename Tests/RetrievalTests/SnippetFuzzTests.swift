import SearchIndex
import Testing
import TestSupport
import TextAnalysis

@testable import Retrieval

@Suite struct SnippetFuzzTests {
    private static let pieces = [
        "оплата", "оплатить", "картой", "карта", "Чек", "чеки", "чеком", "курьер", "и", "не", "v2.3.1",
        "8-800-000-10-20", "help@a.example",
        "ул.Ленина", "Дом", "👍🏽", "👨‍👩‍👧", "е\u{301}", "опла\u{301}та", "кар\u{AD}та", "\u{301}", "\0", "\u{FEFF}",
        "\u{200D}", "送货", "чек/карта/чек",
        "aкк", "—", "«", "»", "5", "20 000 ₽", "т.", "е.",
    ]
    private static let separators = [
        " ", " ", " ", " ", "\n", "\n- ", "\n1. ", ":\n* ", " | ", "|", "|\n|", "\n|---|---|\n", ". ", "? ", "!", "… ",
        "\u{A0}", "\t", "", "-", "/", "\u{3000}", "\u{2028}", "\r\n",
        ", ", ".",
    ]

    private static func text(_ random: inout SeededGenerator) -> String {
        var text = ""
        let wordsOnly = Bool.random(using: &random)
        for _ in 0..<Int.random(in: 0...120, using: &random) {
            if Int.random(in: 0..<12, using: &random) == 0 {
                text += String(repeating: "x", count: Int.random(in: 1...400, using: &random))
            }
            text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
            text += wordsOnly ? " " : separators[Int.random(in: 0..<separators.count, using: &random)]
        }
        return text
    }

    @Test(arguments: 0..<8) func `snippets of seeded texts obey the rules`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let texts = (0..<60).map { _ in Self.text(&random) }
        let folder = try TemporaryFolder()
        var indexer = try KnowledgeIndexer()
        for (number, text) in texts.enumerated() {
            try indexer.add(PlainDocument(id: "\(number)", title: "", text: text))
        }
        _ = try indexer.commit(to: IndexDirectory(path: folder.path))
        let searcher = try KnowledgeSearcher(directory: IndexDirectory(path: folder.path))
        for query in ["оплата картой", "чек", "ленина дом 5", "и не"] {
            let analyzed = try searcher.analyze(query)
            let generator = try SnippetGenerator(query: analyzed, snapshot: searcher.snapshot)
            let content = analyzed.words.filter { !$0.word.isStopWord }.map(\.word)
            for (number, text) in texts.enumerated() {
                let snippet = try searcher.withAnalyzer { (analyzer) throws(AnalysisError) in
                    try generator.snippet(of: text, analyzer: &analyzer)
                }
                try check(snippet, of: text, for: content, "seed \(seed), text \(number), «\(query)»")
            }
        }
    }

    private func check(_ snippet: Snippet, of text: String, for words: [AnalyzedWord], _ place: String) throws {
        let ellipses = 2 * 2
        #expect(snippet.text.unicodeScalars.count <= SnippetGenerator.maxCharacters + ellipses, "\(place)")
        var partEnd = 0
        for part in snippet.parts {
            #expect(part.utf8Range.lowerBound >= partEnd && !part.utf8Range.isEmpty, "\(place)")
            let shown = try #require(utf8Text(snippet.text, part.utf8Range), "\(place)")
            // A plain document is its own source.
            let source = try #require(utf8Text(text, part.sourceRange), "\(place)")
            #expect(Array(source.utf8).firstRange(of: Array(shown.utf8)) != nil, "\(place)")
            partEnd = part.utf8Range.upperBound
        }
        var end = 0
        for range in snippet.highlights {
            #expect(range.lowerBound >= end && !range.isEmpty, "\(place)")
            let word = try #require(utf8Text(snippet.text, range), "\(place)")
            #expect(try matches(word, words), "\(place): «\(word)»")
            end = range.upperBound
            #expect(
                snippet.parts.contains {
                    $0.utf8Range.lowerBound <= range.lowerBound && range.upperBound <= $0.utf8Range.upperBound
                }, "\(place)")
        }
        #expect(snippet.highlights.isEmpty == !(try matches(text, words)), "\(place)")
    }

    private func matches(_ text: String, _ words: [AnalyzedWord]) throws -> Bool {
        var analyzer = try RussianAnalyzer()
        let stems = Set(words.map(\.stem))
        let roots = Set(words.compactMap(\.root))
        for token in try analyzer.analyze(text) where !token.isCompound {
            let word = analyzer.word(token.word)
            if word.isStopWord { continue }
            if stems.contains(word.stem) || word.root.map(roots.contains) == true { return true }
        }
        return false
    }
}
