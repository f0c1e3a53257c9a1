import SearchIndex
import TextAnalysis

/// Chooses the sentences of a passage that show best why it was found, and marks the found words.
///
/// A sentence, a list item or a table row is worth the summed idf of the distinct query words in it, by stem or, at half the worth, by root; to an item
/// with any of them the sentence that leads in to its list counts as well, and to a row its header. The snippet starts at the best one (the first of
/// equals) and grows by its neighbours while it stays within the limit. A list item brings its lead-in, a row the headers of its cells, so
/// that both can be understood alone: ``SnippetLayout``.
struct SnippetGenerator: Sendable {
    /// The longest snippet, in characters, not counting the two `…`.
    static let maxCharacters = 280

    private let weights: TermWeights

    init(query: AnalyzedQuery, snapshot: IndexSnapshot) throws(RetrievalError) {
        weights = try TermWeights(query: query, snapshot: snapshot)
    }

    /// The snippet of a passage.
    ///
    /// - Parameters:
    ///   - text: the passage.
    ///   - units: the passage's units; empty for a plain document, whose lines tell them.
    ///   - analyzer: finds the words in it.
    /// - Returns: the snippet; empty for a text of white space.
    /// - Throws: `AnalysisError` when ICU refuses.
    func snippet(
        of text: String, units: [PassageUnit] = [], analyzer: inout RussianAnalyzer
    ) throws(AnalysisError) -> Snippet {
        let matches = try matches(in: text, analyzer: &analyzer)
        var layout = SnippetLayout(units.isEmpty ? PassageUnit.units(ofPlain: text) : units, text)
        guard let best = best(of: layout, matches) else { return Snippet(text: "", highlights: [], parts: []) }
        if layout.groups[best].kind == .headerCell { layout.shownHeader = best }
        var builder = SnippetBuilder(text: text, matches: matches)
        if layout.characters(best..<(best + 1)) > Self.maxCharacters {
            builder.appendCut(layout.wholeGroup(best))
        } else {
            layout.append(window(around: best, layout), to: &builder)
        }
        return builder.snippet
    }

    /// A word of the query in a passage.
    struct Match {
        let utf8Range: Range<Int>
        let term: String
        let worth: Float
    }

    private func matches(in text: String, analyzer: inout RussianAnalyzer) throws(AnalysisError) -> [Match] {
        var matches: [Match] = []
        for token in try analyzer.analyze(text) where !token.isCompound {
            guard let match = weights.match(analyzer.word(token.word)) else { continue }
            matches.append(Match(utf8Range: token.utf8Range, term: match.key, worth: match.worth))
        }
        return matches
    }

    private func best(of layout: SnippetLayout, _ matches: [Match]) -> Int? {
        var best: Int?
        var bestWorth: Float = -1
        for index in layout.groups.indices {
            let worth = worth(of: index, layout, matches)
            guard worth > bestWorth else { continue }
            best = index
            bestWorth = worth
        }
        return best
    }

    private func worth(of index: Int, _ layout: SnippetLayout, _ matches: [Match]) -> Float {
        let group = layout.groups[index]
        var worths = Self.worths(in: group.textRange, matches)
        if !worths.isEmpty, let context = group.context {
            worths.merge(Self.worths(in: layout.groups[context].textRange, matches)) { max($0, $1) }
        }
        return worths.values.sorted().reduce(0, +)
    }

    private static func worths(in range: Range<Int>, _ matches: [Match]) -> [String: Float] {
        var worths: [String: Float] = [:]
        for match in matches where range.contains(match.utf8Range.lowerBound) {
            worths[match.term] = max(worths[match.term] ?? 0, match.worth)
        }
        return worths
    }

    /// The first and last group of the snippet.
    private func window(around best: Int, _ layout: SnippetLayout) -> Range<Int> {
        var window = best..<(best + 1)
        while true {
            let longer = window.lowerBound..<(window.upperBound + 1)
            let earlier = (window.lowerBound - 1)..<window.upperBound
            if longer.upperBound <= layout.groups.count, layout.characters(longer) <= Self.maxCharacters {
                window = longer
            } else if earlier.lowerBound >= 0, layout.characters(earlier) <= Self.maxCharacters {
                window = earlier
            } else {
                return window
            }
        }
    }
}

extension String {
    /// The part of the string at half-open UTF-8 offsets, which must lie on the borders of characters.
    func utf8Slice(_ range: Range<Int>) -> Substring {
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        let end = utf8.index(start, offsetBy: range.count)
        return self[start..<end]
    }
}
