import TextAnalysis

/// Reads a piece of text, typed with the Latin layout on, as the Russian letters of the same keys.
///
/// The keys of `,` `.` `;` `'` `[` `]` `` ` `` give letters too, so a sign at the edge of a piece is either: «jgkfnf,» is
/// «оплата,» and «vfibye.» is «машиную» or «машину.»; what the index knows decides.
struct LayoutReader {
    let vocabulary: Vocabulary
    /// Whether words of the dictionary that the index does not have are unknown too.
    let isStrict: Bool

    /// A reading of a piece.
    struct Reading {
        let text: String
        /// Whether all its words are known.
        let isKnown: Bool
    }

    /// The reading with the fewest signs kept that makes all words known, by their forms rather than by their stems; else
    /// the one that keeps a final comma, semicolon or full stop.
    ///
    /// Parts joined by hyphens are read one by one, and a part that the index knows better as typed stays: «ip-flhtc».
    func russian(fromLatin piece: String, analyzer: inout RussianAnalyzer) throws(RetrievalError) -> Reading {
        let parts = piece.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else { return try reading(of: piece, analyzer: &analyzer) }
        var texts: [String] = []
        var isKnown = true
        for part in parts {
            let reading = try reading(of: part, analyzer: &analyzer)
            let typed = vocabulary.frequencyClass(ofForm: part.lowercased())
            let isLatin = typed > 0 && typed >= vocabulary.frequencyClass(ofForm: reading.text)
            texts.append(isLatin ? part : reading.text)
            isKnown = isKnown && (isLatin || reading.isKnown)
        }
        return Reading(text: texts.joined(separator: "-"), isKnown: isKnown)
    }

    private func reading(of piece: String, analyzer: inout RussianAnalyzer) throws(RetrievalError) -> Reading {
        let typed = Array(piece.unicodeScalars)
        // No comma or full stop begins a word; quotation marks and brackets do.
        let leading = typed.prefix { !Self.isAlphanumeric($0) && $0 != "," && $0 != "." && $0 != ";" }.count
        let trailing = typed[leading...].reversed().prefix { !Self.isAlphanumeric($0) }.count
        // Further signs are no letters: a Russian word begins or ends with at most one or two of these keys.
        var withKnownStems: String?
        for kept in 0...min(2, trailing) + min(2, leading) {
            for keptAtStart in 0...min(kept, min(2, leading)) where kept - keptAtStart <= min(2, trailing) {
                let text = Self.read(typed, keepingFirst: keptAtStart, keepingLast: kept - keptAtStart)
                let words = try TransliterationReader.words(of: text, &analyzer)
                guard !words.isEmpty, words.allSatisfy(isStrict ? vocabulary.knows : vocabulary.isWord) else {
                    continue
                }
                if words.allSatisfy(vocabulary.knowsForm) { return Reading(text: text, isKnown: true) }
                withKnownStems = withKnownStems ?? text
            }
        }
        if let withKnownStems { return Reading(text: withKnownStems, isKnown: true) }
        let final = typed.last.map { $0 == "," || $0 == ";" || $0 == "." } ?? false
        return Reading(text: Self.read(typed, keepingFirst: 0, keepingLast: final ? 1 : 0), isKnown: false)
    }

    /// The piece by its keys, but for signs kept at both ends.
    private static func read(_ typed: [Unicode.Scalar], keepingFirst first: Int, keepingLast last: Int) -> String {
        // Shift gives a capital letter: «:» is «Ж» at the start of a word or among capitals, else it is itself.
        let hasSmall = typed.contains { (0x61...0x7A).contains($0.value) }
        var text = ""
        for (index, scalar) in typed.enumerated() {
            let isKept = index < first || index >= typed.count - last
            let isSign = scalar.isASCII && KeyboardLayout.isShifted(UInt8(scalar.value)) && hasSmall && index > 0
            let character = String(Character(scalar))
            text += isKept || isSign ? character : KeyboardLayout.russian(fromLatin: character)
        }
        return text
    }

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
