import SearchIndex
import TextAnalysis

/// Chooses the sentences of a passage that show best why it was found, and marks the found words.
///
/// A sentence is worth the summed idf of the distinct query words in it, by stem or, at half the worth, by root. The
/// snippet starts at the best sentence (the first of equals) and grows by its neighbours while it stays within the
/// limit.
struct SnippetGenerator: Sendable {
    /// The longest snippet, in characters, not counting the two `…`.
    static let maxCharacters = 280

    private let weights: TermWeights

    init(query: AnalyzedQuery, snapshot: IndexSnapshot) throws(RetrievalError) {
        weights = try TermWeights(query: query, snapshot: snapshot)
    }

    func snippet(of text: String, analyzer: inout RussianAnalyzer) throws(AnalysisError) -> Snippet {
        let matches = try matches(in: text, analyzer: &analyzer)
        let sentences = SentenceSplitter.sentences(of: text)
        guard !sentences.isEmpty else { return Snippet(text: "", highlights: []) }
        var best = 0
        var bestWorth: Float = -1
        for (index, sentence) in sentences.enumerated() {
            let worth = worth(of: sentence, matches)
            guard worth > bestWorth else { continue }
            best = index
            bestWorth = worth
        }
        return cut(text, window(around: best, sentences, text), matches)
    }

    private struct Match {
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

    private func worth(of sentence: Range<Int>, _ matches: [Match]) -> Float {
        var best: [String: Float] = [:]
        for match in matches where sentence.contains(match.utf8Range.lowerBound) {
            best[match.term] = max(best[match.term] ?? 0, match.worth)
        }
        return best.values.sorted().reduce(0, +)
    }

    /// The first and last sentence of the snippet.
    private func window(around best: Int, _ sentences: [Range<Int>], _ text: String) -> Range<Int> {
        var first = best
        var last = best
        while true {
            if last + 1 < sentences.count, fits(sentences[first].lowerBound..<sentences[last + 1].upperBound, text) {
                last += 1
            } else if first > 0, fits(sentences[first - 1].lowerBound..<sentences[last].upperBound, text) {
                first -= 1
            } else {
                return sentences[first].lowerBound..<sentences[last].upperBound
            }
        }
    }

    private func fits(_ range: Range<Int>, _ text: String) -> Bool {
        characters(range, text) <= Self.maxCharacters
    }

    private func characters(_ range: Range<Int>, _ text: String) -> Int {
        text.utf8Slice(range).unicodeScalars.count
    }

    /// Cuts a window that is one overlong sentence around its first match.
    private func cut(_ text: String, _ window: Range<Int>, _ matches: [Match]) -> Snippet {
        let inside = matches.filter { window.contains($0.utf8Range.lowerBound) }
        var kept = window
        if !fits(window, text) {
            let start = window.lowerBound..<window.lowerBound
            kept = shorten(text, window, around: inside.first?.utf8Range ?? start)
        }
        let prefix = kept.lowerBound > window.lowerBound ? "… " : ""
        let suffix = kept.upperBound < window.upperBound ? " …" : ""
        let shift = prefix.utf8.count - kept.lowerBound
        let highlights =
            inside
            .filter { kept.contains($0.utf8Range.lowerBound) && $0.utf8Range.upperBound <= kept.upperBound }
            .map { ($0.utf8Range.lowerBound + shift)..<($0.utf8Range.upperBound + shift) }
        return Snippet(text: prefix + String(text.utf8Slice(kept)) + suffix, highlights: highlights)
    }

    /// A part of `window` of at most ``maxCharacters`` that starts a little before `focus`.
    ///
    /// It is cut at white space where there is some beside `focus`, else between two characters.
    private func shorten(_ text: String, _ window: Range<Int>, around focus: Range<Int>) -> Range<Int> {
        let slice = text.utf8Slice(window)
        let focused = text.utf8Slice(focus)
        let room = max(0, Self.maxCharacters - focused.unicodeScalars.count)
        var start = slice.startIndex
        if slice[..<focused.startIndex].unicodeScalars.count > min(Self.maxLead, room) {
            let lead = Self.suffix(of: slice[..<focused.startIndex], characters: min(Self.lead, room))
            start = lead.firstIndex(where: \.isWhitespace).map(lead.index(after:)) ?? lead.startIndex
        }
        let rest = slice[start...]
        var end = Self.prefix(of: rest, characters: Self.maxCharacters).endIndex
        if end < slice.endIndex, let space = rest[..<end].lastIndex(where: \.isWhitespace), space > start,
            space >= focused.endIndex
        {
            end = space
        }
        let lower = text.utf8.distance(from: text.utf8.startIndex, to: start)
        return lower..<text.utf8.distance(from: text.utf8.startIndex, to: end)
    }

    /// Text before the first match that is shown whole, in characters.
    private static let maxLead = 60
    /// Text before the first match that is shown of a longer one, in characters.
    private static let lead = 40

    /// The longest end of `text` of whole graphemes with at most so many characters.
    private static func suffix(of text: Substring, characters: Int) -> Substring {
        var count = 0
        let kept = text.reversed().prefix { grapheme in
            count += grapheme.unicodeScalars.count
            return count <= characters
        }
        return text[kept.endIndex.base...]
    }

    /// The longest beginning of `text` of whole graphemes with at most so many characters.
    private static func prefix(of text: Substring, characters: Int) -> Substring {
        var count = 0
        return text.prefix { grapheme in
            count += grapheme.unicodeScalars.count
            return count <= characters
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
