/// Puts a snippet together from parts of a passage and the glue between them, and keeps the ranges.
struct SnippetBuilder {
    private let passage: String
    private let matches: [SnippetGenerator.Match]
    private var text = ""
    private var highlights: [Range<Int>] = []
    private var parts: [Snippet.Part] = []

    /// - Parameters:
    ///   - text: the passage.
    ///   - matches: the query's words in it, ascending.
    init(text: String, matches: [SnippetGenerator.Match]) {
        passage = text
        self.matches = matches
    }

    /// The snippet so far.
    var snippet: Snippet { Snippet(text: text, highlights: highlights, parts: parts) }

    /// Adds text that the passage does not have.
    mutating func append(glue: String) { text += glue }

    /// Adds a unit as it stands.
    mutating func append(_ unit: PassageUnit) { append(unit.textRange, of: unit) }

    /// Adds a unit that is too long, cut around its first match.
    mutating func appendCut(_ unit: PassageUnit) {
        let start = unit.textRange.lowerBound..<unit.textRange.lowerBound
        let focus = matches.first { unit.textRange.contains($0.utf8Range.lowerBound) }?.utf8Range ?? start
        let kept = shorten(unit.textRange, around: focus)
        if kept.lowerBound > unit.textRange.lowerBound { append(glue: "… ") }
        append(kept, of: unit)
        if kept.upperBound < unit.textRange.upperBound { append(glue: " …") }
    }

    private mutating func append(_ range: Range<Int>, of unit: PassageUnit) {
        let start = text.utf8.count
        let shift = start - range.lowerBound
        text += passage.utf8Slice(range)
        guard !range.isEmpty else { return }
        parts.append(Snippet.Part(utf8Range: start..<(start + range.count), sourceRange: unit.sourceRange))
        for match in matches
        where range.contains(match.utf8Range.lowerBound) && match.utf8Range.upperBound <= range.upperBound {
            highlights.append((match.utf8Range.lowerBound + shift)..<(match.utf8Range.upperBound + shift))
        }
    }

    /// A part of `window` of at most ``SnippetGenerator/maxCharacters`` that starts a little before `focus`.
    ///
    /// It is cut at white space where there is some beside `focus`, else between two characters.
    private func shorten(_ window: Range<Int>, around focus: Range<Int>) -> Range<Int> {
        let slice = passage.utf8Slice(window)
        let focused = passage.utf8Slice(focus)
        let room = max(0, SnippetGenerator.maxCharacters - focused.unicodeScalars.count)
        var start = slice.startIndex
        if slice[..<focused.startIndex].unicodeScalars.count > min(Self.maxLead, room) {
            let lead = Self.suffix(of: slice[..<focused.startIndex], characters: min(Self.lead, room))
            start = lead.firstIndex(where: \.isWhitespace).map(lead.index(after:)) ?? lead.startIndex
        }
        let rest = slice[start...]
        var end = Self.prefix(of: rest, characters: SnippetGenerator.maxCharacters).endIndex
        if end < slice.endIndex, let space = rest[..<end].lastIndex(where: \.isWhitespace), space > start,
            space >= focused.endIndex
        {
            end = space
        }
        let lower = passage.utf8.distance(from: passage.utf8.startIndex, to: start)
        return lower..<passage.utf8.distance(from: passage.utf8.startIndex, to: end)
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
