import SearchIndex
import TextAnalysis

/// A word of a query that was read in another way than it was typed.
public struct QueryRewrite: Equatable, Sendable {
    /// As the customer typed it.
    public let original: String
    /// As it was searched.
    public let rewritten: String
}

/// Reads Latin words of a query that are Russian in disguise: typed on the wrong keyboard layout, or transliterated.
///
/// A piece between spaces that has Latin letters and no Cyrillic ones is read in three ways: as typed, in the other layout, transliterated. A
/// reading is *known* when its words are function words or occur in the index. The reading that makes most pieces of the message known is the
/// message's; with it, a piece is replaced if that reading is known, or if it is not known as typed either. Pieces of messages that
/// are mostly known as typed are replaced only one by one, where the piece is unknown as typed and known otherwise. In a message with
/// Cyrillic letters, pieces that are known as typed stay.
struct QueryRewriter {
    let snapshot: IndexSnapshot
    let skeletons: SkeletonDictionary

    private enum Reading: CaseIterable {
        case otherLayout, transliterated
    }

    private struct Piece {
        let isKnownAsTyped: Bool
        /// The text in each reading that is known.
        let known: [Reading: String]
        /// The readings in which it is function words only.
        let functionWords: Set<Reading>
        let inOtherLayout: String
    }

    /// The text with the pieces replaced, and what was replaced; the text itself when nothing was.
    func rewrite(
        _ text: String, analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) -> (text: String, rewrites: [QueryRewrite]) {
        guard text.utf8.contains(where: Self.isLatinLetter) else { return (text, []) }
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        var pieces: [Int: Piece] = [:]
        // A Latin word that the index knows, in the midst of Russian, is what it seems to be.
        let isMixed = text.unicodeScalars.contains(where: Self.isCyrillic)
        for (index, part) in parts.enumerated() where Self.isLatinOnly(part) {
            if isMixed, try isKnown(String(part), analyzer: &analyzer) { continue }
            pieces[index] = try read(part, analyzer: &analyzer)
        }
        let reading = Self.reading(of: Array(pieces.values))
        var rewrites: [QueryRewrite] = []
        let replaced = parts.indices.map { index -> String in
            let original = String(parts[index])
            guard let piece = pieces[index], let replacement = Self.replacement(of: piece, reading) else {
                return original
            }
            rewrites.append(QueryRewrite(original: original, rewritten: replacement))
            // A word that is known both ways is searched both ways, unless it only holds the sentence together.
            let isSearchedBothWays = piece.isKnownAsTyped && reading.map { !piece.functionWords.contains($0) } ?? true
            return isSearchedBothWays ? replacement + " " + original : replacement
        }
        return (replaced.joined(separator: " "), rewrites)
    }

    /// The reading of most pieces; `nil` when as many are known as typed.
    private static func reading(of pieces: [Piece]) -> Reading? {
        let asTyped = pieces.count(where: \.isKnownAsTyped)
        let counts = Reading.allCases.map { reading in (reading, pieces.count { $0.known[reading] != nil }) }
        guard let best = counts.max(by: { $0.1 < $1.1 }), best.1 > asTyped else { return nil }
        return best.0
    }

    private static func replacement(of piece: Piece, _ reading: Reading?) -> String? {
        guard let reading else {
            return piece.isKnownAsTyped ? nil : piece.known[.otherLayout] ?? piece.known[.transliterated]
        }
        if let known = piece.known[reading] { return known }
        guard !piece.isKnownAsTyped else { return nil }
        return piece.known.first?.value ?? (reading == .otherLayout ? piece.inOtherLayout : nil)
    }

    private func read(_ part: Substring, analyzer: inout RussianAnalyzer) throws(RetrievalError) -> Piece {
        let inOtherLayout = KeyboardLayout.russian(fromLatin: part)
        var known: [Reading: String] = [:]
        if try isKnown(inOtherLayout, analyzer: &analyzer) { known[.otherLayout] = inOtherLayout }
        if let russian = try transliterated(part, analyzer: &analyzer) { known[.transliterated] = russian }
        var functionWords: Set<Reading> = []
        for (reading, text) in known {
            if try words(of: text, &analyzer).allSatisfy(\.isStopWord) { functionWords.insert(reading) }
        }
        return Piece(
            isKnownAsTyped: try isKnown(String(part), analyzer: &analyzer),
            known: known,
            functionWords: functionWords,
            inOtherLayout: inOtherLayout
        )
    }

    /// Whether the piece has words and all of them are function words or occur in the index.
    private func isKnown(_ text: String, analyzer: inout RussianAnalyzer) throws(RetrievalError) -> Bool {
        let words = try words(of: text, &analyzer)
        guard !words.isEmpty else { return false }
        for word in words where !word.isStopWord {
            guard try occurs(word.stem) else { return false }
        }
        return true
    }

    /// The piece in Russian letters, each word as the index spells it; `nil` when one of its words is in no way known.
    private func transliterated(
        _ part: Substring, analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) -> String? {
        let written = Transliteration.russian(fromLatin: part)
        let words = try words(of: written, &analyzer)
        guard !words.isEmpty else { return nil }
        var spelled: [String] = []
        for word in words {
            if word.isStopWord {
                spelled.append(word.form)
            } else if let known = try skeletons.word(like: word, in: snapshot) {
                spelled.append(known)
            } else {
                return nil
            }
        }
        return spelled.joined(separator: " ")
    }

    private func words(of text: String, _ analyzer: inout RussianAnalyzer) throws(RetrievalError) -> [AnalyzedWord] {
        do throws(AnalysisError) {
            return try analyzer.analyze(text).filter { !$0.isCompound }.map { analyzer.word($0.word) }
        } catch {
            throw .analysis(error)
        }
    }

    private func occurs(_ stem: String) throws(RetrievalError) -> Bool {
        guard let layer = snapshot.manifest.schema.layers.firstIndex(where: { $0.analysis == .stem }) else {
            return false
        }
        return try mappingIndexErrors { () throws(IndexError) in
            try snapshot.documentFrequency(of: stem, layer: layer) > 0
        }
    }

    private static func isLatinLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
        (0x400...0x52F).contains(scalar.value)
    }

    private static func isLatinOnly(_ part: Substring) -> Bool {
        part.utf8.contains(where: isLatinLetter) && !part.unicodeScalars.contains(where: isCyrillic)
    }
}
