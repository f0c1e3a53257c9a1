import Foundation
import TextAnalysis

/// Reads Latin pieces of a message that are Russian in disguise: typed on the wrong keyboard layout, or transliterated.
///
/// A piece between spaces that has Latin letters and no Cyrillic ones is read in three ways: as typed, in the other layout, transliterated. A
/// reading is *known* when its words are function words or occur in the index. The reading that makes most pieces of the message known is the
/// message's; with it, a piece is replaced if that reading is known, or if it is not known as typed either. Pieces of messages that
/// are mostly known as typed, or have Cyrillic letters, are replaced only one by one, where the piece is unknown as typed and known otherwise.
struct QueryRewriter {
    let vocabulary: Vocabulary

    /// Pieces of a message beyond these stay as typed: no customer writes so many, and each costs a search of spellings.
    private static let maxPieces = 64
    /// Longer pieces are no words either.
    private static let maxPieceBytes = 64

    /// Shorter pieces among Russian words are initials and signs: «I», «VI».
    private static let minLettersAmongRussian = 3

    private enum Reading: CaseIterable {
        case otherLayout, transliterated
    }

    private struct Piece {
        let isKnownAsTyped: Bool
        /// The text in each reading.
        var texts: [Reading: String] = [:]
        /// The readings that are known.
        var known: Set<Reading> = []
        /// The readings in which it is function words only.
        var functionWords: Set<Reading> = []
    }

    /// The text with the pieces replaced, and what was replaced; the text itself when nothing was.
    func rewrite(
        _ text: String, analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) -> (text: String, rewrites: [QueryRewrite]) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == " " || $0.isNewline }
        var pieces: [Int: Piece] = [:]
        // A Latin word that the index knows, in the midst of Russian, is what it seems to be.
        let isMixed = text.unicodeScalars.contains(where: Self.isCyrillic)
        for (index, part) in parts.enumerated() where pieces.count < Self.maxPieces && Self.isLatinOnly(part) {
            let isKnown = try isKnown(String(part), analyzer: &analyzer)
            if isMixed, isKnown || part.utf8.count(where: Self.isLatinLetter) < Self.minLettersAmongRussian { continue }
            pieces[index] = try read(part, isKnownAsTyped: isKnown, isMixed: isMixed, analyzer: &analyzer)
        }
        guard !pieces.isEmpty else { return (text, []) }
        let reading = isMixed ? nil : Self.reading(of: Array(pieces.values))
        var rewrites: [QueryRewrite] = []
        var replaced = ""
        for (index, part) in parts.enumerated() {
            if index > 0 { replaced.append(text[text.index(before: part.startIndex)]) }
            let original = String(part)
            guard let piece = pieces[index], let found = Self.replacement(of: piece, reading),
                !isBetterAsTyped(original, found.text, piece, reading)
            else {
                replaced += original
                continue
            }
            rewrites.append(Self.rewrite(original, found.text, found.reading))
            replaced += found.text
            if piece.isKnownAsTyped, isSearchedBothWays(original, found.text, piece, reading) {
                replaced += " " + original
            }
        }
        return (replaced, rewrites)
    }

    /// Whether a piece that is known both ways stays as it is: the index has it as typed much oftener.
    private func isBetterAsTyped(_ typed: String, _ meant: String, _ piece: Piece, _ reading: Reading?) -> Bool {
        guard let reading, piece.isKnownAsTyped, !piece.functionWords.contains(reading) else { return false }
        return isMuchOftener(typed, than: meant)
    }

    /// Whether a piece that is known both ways is searched both ways.
    ///
    /// Not if it only holds the sentence together; and in a message of the other reading only if it looks like a name.
    private func isSearchedBothWays(_ typed: String, _ meant: String, _ piece: Piece, _ reading: Reading?) -> Bool {
        guard let reading else { return true }
        return !piece.functionWords.contains(reading) && typed.contains(where: \.isUppercase)
            && !isMuchOftener(meant, than: typed)
    }

    /// Whether eight times as many documents have the first word as the second.
    private func isMuchOftener(_ first: String, than second: String) -> Bool {
        let classes = [first, second].map { Int(vocabulary.frequencyClass(ofForm: Self.bare($0))) }
        return classes[0] >= classes[1] + 3 * TermSet.classesOfDoubling
    }

    /// A word without the signs around it, in small letters.
    private static func bare(_ piece: String) -> String {
        piece.lowercased().trimmingCharacters(in: .alphanumerics.inverted)
    }

    /// The reading of most pieces; `nil` when as many are known as typed, or most are known in no reading.
    private static func reading(of pieces: [Piece]) -> Reading? {
        let asTyped = pieces.count(where: \.isKnownAsTyped)
        let counts = Reading.allCases.map { reading in (reading, pieces.count { $0.known.contains(reading) }) }
        guard let best = counts.max(by: { $0.1 < $1.1 }), best.1 > asTyped, best.1 * 2 >= pieces.count else {
            return nil
        }
        return best.0
    }

    private static func replacement(of piece: Piece, _ reading: Reading?) -> (text: String, reading: Reading)? {
        let order: [Reading] =
            reading.map { $0 == .otherLayout ? [$0, .transliterated] : [$0, .otherLayout] } ?? Reading.allCases
        if let reading, piece.known.contains(reading), let text = piece.texts[reading] { return (text, reading) }
        guard !piece.isKnownAsTyped else { return nil }
        for reading in order where piece.known.contains(reading) {
            if let text = piece.texts[reading] { return (text, reading) }
        }
        return reading.flatMap { reading in piece.texts[reading].map { ($0, reading) } }
    }

    /// The rewrite as it is shown, without the signs around the words.
    private static func rewrite(_ original: String, _ rewritten: String, _ reading: Reading) -> QueryRewrite {
        var (typed, meant) = (original[...], rewritten[...])
        while let last = typed.last, last == meant.last, !last.isLetter, !last.isNumber {
            typed.removeLast()
            meant.removeLast()
        }
        while let first = typed.first, first == meant.first, !first.isLetter, !first.isNumber {
            typed.removeFirst()
            meant.removeFirst()
        }
        return QueryRewrite(
            kind: reading == .otherLayout ? .layout : .transliteration, original: String(typed),
            rewritten: String(meant))
    }

    private func read(
        _ part: Substring, isKnownAsTyped: Bool, isMixed: Bool, analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) -> Piece {
        var piece = Piece(isKnownAsTyped: isKnownAsTyped)
        // What the index has as typed gives way to what it has in another reading, not to what the dictionary has.
        let isStrict = isMixed || isKnownAsTyped
        let layoutReader = LayoutReader(vocabulary: vocabulary, isStrict: isStrict)
        let layout = try layoutReader.russian(fromLatin: String(part), analyzer: &analyzer)
        piece.texts[.otherLayout] = layout.text
        if layout.isKnown { piece.known.insert(.otherLayout) }
        let transliterated = try transliterated(part, isStrict: isStrict, analyzer: &analyzer)
        piece.texts[.transliterated] = transliterated.word
        if transliterated.isKnown { piece.known.insert(.transliterated) }
        for reading in piece.known {
            let words = try TransliterationReader.words(of: piece.texts[reading] ?? "", &analyzer)
            if words.allSatisfy(\.isStopWord) { piece.functionWords.insert(reading) }
        }
        return piece
    }

    /// Whether the piece has words and all of them are function words or occur in the index.
    private func isKnown(_ text: String, analyzer: inout RussianAnalyzer) throws(RetrievalError) -> Bool {
        let words = try TransliterationReader.words(of: text, &analyzer)
        return !words.isEmpty && words.allSatisfy(vocabulary.knows)
    }

    /// The piece in Russian letters, each word as the index spells it.
    private func transliterated(
        _ part: Substring, isStrict: Bool, analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) -> TransliterationReader.Reading {
        let reader = TransliterationReader(vocabulary: vocabulary, isStrict: isStrict)
        var text = ""
        let runs = Transliteration.runs(of: part.lowercased())
        let isCompound = runs.count(where: \.isLatin) > 1
        for run in runs {
            guard run.isLatin else {
                text += run.text
                continue
            }
            let reading = try reader.russian(fromLatin: run.text, analyzer: &analyzer)
            // «IP-adres»: a Latin part that the index knows better stays.
            let typed = vocabulary.frequencyClass(ofForm: run.text)
            let isLatin =
                isCompound && typed > 0
                && (!reading.isKnown || typed >= vocabulary.frequencyClass(ofForm: reading.word))
            text += isLatin ? run.text : reading.word
        }
        let words = try TransliterationReader.words(of: text, &analyzer)
        let isKnown = !words.isEmpty && words.allSatisfy(isStrict ? vocabulary.knows : vocabulary.isWord)
        return .init(word: text, isKnown: isKnown)
    }

    private static func isLatinLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
        (0x400...0x52F).contains(scalar.value)
    }

    private static func isLatinOnly(_ part: Substring) -> Bool {
        part.utf8.count <= maxPieceBytes && part.utf8.contains(where: isLatinLetter)
            && !part.unicodeScalars.contains(where: isCyrillic)
    }
}
