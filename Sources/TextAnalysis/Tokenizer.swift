/// Cuts a text into words: ICU's segmentation, then our rules where ICU's fail Russian.
///
/// The rules, each over ICU's words:
/// 1. A word is cut at full stops, `_`, `@` and `:` inside it: `ул.Ленина` → `ул`, `Ленина`.
/// 2. An identifier (Latin letters and digits joined by `.`, `_`, `-`, `@`, `:`, `/` without a space) gives its parts
///    and then the whole as a compound: `crm.deal.add`, `v2.3.1`, `help@kudesovo.example`, `8-800-000-10-20`.
/// 3. Words over 255 UTF-8 bytes are no words.
struct Tokenizer: ~Copyable {
    /// Longest word that is indexed, in UTF-8 bytes.
    static let maxWordBytes = 255

    /// A piece of the text: half-open UTF-8 range, and whether it is a compound of the pieces before it.
    struct Piece {
        let utf8Range: Range<Int>
        let isCompound: Bool
    }

    private var breaker: WordBreaker
    private var text = UTF16Text()
    private var words: [BrokenWord] = []

    init() throws(AnalysisError) {
        breaker = try WordBreaker()
    }

    /// Appends the pieces of `utf8` to `pieces`, in order of their start; a compound follows its parts.
    mutating func tokenize(_ utf8: Span<UInt8>, into pieces: inout [Piece]) throws(AnalysisError) {
        text.set(utf8)
        words.removeAll(keepingCapacity: true)
        var found = words
        try breaker.forEachWord(in: text.units, count: text.count) { found.append($0) }
        words = found
        var index = 0
        while index < words.count {
            let last = lastOfIdentifier(startingAt: index)
            let partsBefore = pieces.count
            for word in words[index...last] { appendParts(of: word, to: &pieces) }
            if pieces.count - partsBefore > 1, isLatinOrDigit(words[index].start, words[last].end) {
                // From the first part to the last, so that joiners around an identifier are not of it.
                let whole = pieces[partsBefore].utf8Range.lowerBound..<pieces[pieces.count - 1].utf8Range.upperBound
                if whole.count <= Self.maxWordBytes { pieces.append(Piece(utf8Range: whole, isCompound: true)) }
            }
            index = last + 1
        }
    }

    /// The last word of the identifier that starts at word `first`: words joined by exactly one joiner.
    private func lastOfIdentifier(startingAt first: Int) -> Int {
        var last = first
        guard isLatinOrDigit(words[first].start, words[first].end) else { return first }
        while last + 1 < words.count {
            let gap = words[last].end
            let next = words[last + 1]
            guard next.start == gap + 1, isJoiner(text.units[gap]), isLatinOrDigit(next.start, next.end) else { break }
            last += 1
        }
        return last
    }

    private func appendParts(of word: BrokenWord, to pieces: inout [Piece]) {
        var start = word.start
        for index in word.start...word.end {
            let isEnd = index == word.end
            guard isEnd || isSeparator(text.units[index]) else { continue }
            let range = text.utf8Range(start, index)
            if index > start, range.count <= Self.maxWordBytes {
                pieces.append(Piece(utf8Range: range, isCompound: false))
            }
            start = index + 1
        }
    }

    /// Characters at which a word of ICU's is cut: full stop, `_`, `@`, `:`.
    ///
    /// Their full-width kin stay with ICU.
    private func isSeparator(_ unit: UInt16) -> Bool {
        unit == 0x2E || unit == 0x5F || unit == 0x40 || unit == 0x3A
    }

    private func isJoiner(_ unit: UInt16) -> Bool {
        isSeparator(unit) || unit == 0x2D || unit == 0x2F
    }

    /// Whether all units are ASCII letters, digits or joiners.
    private func isLatinOrDigit(_ start: Int, _ end: Int) -> Bool {
        for index in start..<end {
            switch text.units[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x40, 0x3A, 0x2D, 0x2F: continue
            default: return false
            }
        }
        return true
    }
}
