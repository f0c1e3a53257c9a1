/// Cuts a text into words and joins some of them to units: our rules where ICU's segmentation fails Russian.
///
/// 1. A word of ICU's is cut at `.`, `_`, `@`, `:` and U+202F: `ул.Ленина` → `ул`, `Ленина`. ICU joins over them for the
///    sake of English abbreviations and numbers; the whole is what the next rules find.
/// 2. Parts that make a unit are words of their own, and the unit follows as a compound. A unit's term is not always its
///    text, so that different spellings meet: ``NumberRules`` (phones, dates, sums, `№ 5`), ``AddressRules`` (e-mails,
///    URLs), ``IdentifierRules`` (`crm.deal.add`, `А-12345`, `C++`).
/// 3. Some words have another term than their text: `т.е.` is one function word (``AbbreviationRule``), `1299,50` is
///    `1299.50` (``AmountRule``).
/// 4. Words and units over 255 UTF-8 bytes are none.
///
/// Every rule starts at a part and looks ahead over bytes that only it allows; what is before the part it sees at most as
/// a sign (`+`, `(`, `№`, `#`, `.`) directly before it. So the units of a text do not depend on where it was cut into
/// stretches, as long as a stretch is lengthened where a rule looks beyond its end.
struct Tokenizer: ~Copyable {
    /// A word or a unit: half-open UTF-8 range, and the term where it is not the text.
    struct Piece {
        let utf8Range: Range<Int>
        /// Whether it is a unit of the pieces before it.
        let isCompound: Bool
        /// Where its term is in ``Tokenizer/terms``; `nil` for the text itself.
        let term: Range<Int>?
    }

    /// Storage for more parts than any sensible stretch has is given back.
    private static let maxKept = 1 << 14

    private var segmenter: Segmenter
    private var parts: [WordPart] = []
    /// The parts of the text up to here are known.
    private var end = 0
    private var eMails = EMailRule()
    /// The terms that units of the latest call have instead of their text.
    private(set) var terms: [UInt8] = []

    init() throws(AnalysisError) {
        segmenter = try Segmenter()
    }

    /// Replaces `pieces` by those from `start`, a border of ``WordScanner``, to a space, a line feed or the end of the
    /// text; returns its offset.
    ///
    /// In the order of their start; a compound follows its parts.
    mutating func tokenize(
        _ text: Span<UInt8>, from start: Int, into pieces: inout [Piece]
    ) throws(AnalysisError) -> Int {
        parts.removeAll(keepingCapacity: parts.count <= Self.maxKept)
        end = try segmenter.appendParts(of: text, from: start, to: &parts)
        try applyRules(text, &pieces)
        return end
    }

    /// The same for a whole text at once, segmented by ICU alone.
    mutating func tokenizeWithICU(_ text: Span<UInt8>, into pieces: inout [Piece]) throws(AnalysisError) {
        parts.removeAll(keepingCapacity: parts.count <= Self.maxKept)
        try segmenter.appendPartsWithICU(of: text, in: 0..<text.count, to: &parts)
        end = text.count
        try applyRules(text, &pieces)
    }

    private mutating func applyRules(_ text: Span<UInt8>, _ pieces: inout [Piece]) throws(AnalysisError) {
        pieces.removeAll(keepingCapacity: pieces.count <= Self.maxKept)
        terms.removeAll(keepingCapacity: terms.count <= Self.maxKept)
        eMails.forget()
        var index = 0
        while index < parts.count {
            try lookAhead(text, from: index)
            index = appendUnit(text, at: index, &pieces)
        }
    }

    /// Adds the following stretches to the parts as far as a rule that starts at part `index` may reach.
    private mutating func lookAhead(_ text: Span<UInt8>, from index: Int) throws(AnalysisError) {
        while end < text.count, text[end] == 0x20, parts.count - index < NumberRules.maxParts,
            NumberRules.goesOn(text, after: parts[parts.count - 1], at: end)
                || AbbreviationRule.goesOn(text, after: parts[parts.count - 1], at: end)
        {
            end = try segmenter.appendParts(of: text, from: end + 1, to: &parts)
        }
    }

    /// Appends what starts at part `index`; returns the part after it.
    private mutating func appendUnit(_ text: Span<UInt8>, at index: Int, _ pieces: inout [Piece]) -> Int {
        let unit = match(text, at: index)
        let last = unit?.last ?? index
        if let unit, unit.isOneWord {
            pieces.append(Piece(utf8Range: unit.utf8Range, isCompound: false, term: unit.term))
            return last + 1
        }
        for part in parts[index...last] {
            pieces.append(Piece(utf8Range: part.start..<part.end, isCompound: false, term: nil))
            if let inner = unit?.inner, inner.upperBound == part.end {
                pieces.append(Piece(utf8Range: inner, isCompound: true, term: nil))
            }
        }
        if let unit, unit.utf8Range.count <= WordPart.maxBytes {
            pieces.append(Piece(utf8Range: unit.utf8Range, isCompound: true, term: unit.term))
        }
        return last + 1
    }

    private mutating func match(_ text: Span<UInt8>, at index: Int) -> WordUnit? {
        let characters = parts[index].characters
        if characters.isSubset(of: [.digit, .comma]),
            let unit = NumberRules.match(text, parts, at: index, terms: &terms)
        {
            return unit
        }
        if let unit = AbbreviationRule.match(text, parts, at: index, terms: &terms) { return unit }
        if characters.contains(.latin), let unit = AddressRules.matchURL(text, parts, at: index, terms: &terms) {
            return unit
        }
        if !characters.isDisjoint(with: [.comma, .other]) { return nil }
        return eMails.match(text, parts, at: index)
            ?? IdentifierRules.match(text, parts, at: index, terms: &terms)
    }
}

/// A run of parts that is one unit, or a word with another term than its text.
struct WordUnit {
    /// From its first sign or letter to its last, in UTF-8 bytes of the text.
    let utf8Range: Range<Int>
    /// The last part in it.
    let last: Int
    /// A unit within it: the host of a URL.
    var inner: Range<Int>?
    /// Where its term is in the tokenizer's terms; `nil` for the text itself.
    var term: Range<Int>?
    /// Whether its parts are no words of their own.
    var isOneWord = false
}
