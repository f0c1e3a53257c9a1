import KnowledgeBase
import TextAnalysis

/// Cuts an article into sentences and weighs each for a query.
struct SentenceCollector {
    let article: Article
    let weights: TermWeights

    /// The sentences in the order of the article.
    ///
    /// Headings, table headers and code are no sentences.
    func sentences(analyzer: inout RussianAnalyzer) throws(AnalysisError) -> [SentenceEvidence] {
        var sentences: [SentenceEvidence] = []
        var passage = 0
        for (number, block) in article.plainText.blocks.enumerated() where Self.isText(block.kind) {
            while passage + 1 < article.passages.count,
                block.utf8Range.lowerBound >= article.passages[passage + 1].utf8Range.lowerBound
            { passage += 1 }
            let text = article.plainText.text(in: block.utf8Range)
            for range in ranges(of: text, block.kind) {
                let sentence = String(text.utf8Slice(range))
                let start = block.utf8Range.lowerBound + range.lowerBound
                let utf8Range = start..<(start + range.count)
                sentences.append(
                    SentenceEvidence(
                        text: sentence,
                        utf8Range: utf8Range,
                        sourceRange: article.plainText.sourceRange(of: utf8Range),
                        kind: block.kind,
                        block: number,
                        passage: passage,
                        worth: try worth(of: sentence, analyzer: &analyzer)
                    ))
            }
        }
        return sentences
    }

    /// A list item or a table row is quoted as a whole; a paragraph by the sentence.
    private func ranges(of text: String, _ kind: PlainText.Kind) -> [Range<Int>] {
        switch kind {
        case .listItem, .tableRow: text.isEmpty ? [] : [0..<text.utf8.count]
        default: SentenceSplitter.sentences(of: text)
        }
    }

    private static func isText(_ kind: PlainText.Kind) -> Bool {
        switch kind {
        case .paragraph, .listItem, .tableRow, .quote: true
        case .heading, .tableHeader, .code: false
        }
    }

    private func worth(of sentence: String, analyzer: inout RussianAnalyzer) throws(AnalysisError) -> Float {
        guard weights.total > 0 else { return 0 }
        var best: [String: Float] = [:]
        for token in try analyzer.analyze(sentence) where !token.isCompound {
            guard let match = weights.match(analyzer.word(token.word)) else { continue }
            best[match.key] = max(best[match.key] ?? 0, match.worth)
        }
        // Summed in ascending order: the same sentence gives the same float every time.
        return min(1, best.values.sorted().reduce(0, +) / weights.total)
    }
}
