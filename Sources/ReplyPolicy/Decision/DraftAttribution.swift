import TextAnalysis

/// Asks who says a sentence of a draft, where its words alone would do for the check of its sources.
///
/// Not said by the source:
/// - what speaks to a machine: an order in a draft is an order that a text gave the model;
/// - what the source only quotes within a sentence of its own («нажмите «Вернуть»»): it names the words, it does not claim them;
/// - what the customer wrote, word for word, unless the sources have each of its words: a customer vouches for nothing.
///
/// Near misses: a sentence that a source has outside quotation marks, a quotation that is a sentence of its own, «Да, срок 7 дней» after
/// the question «Срок 7 дней?».
struct DraftAttribution {
    private let screen: InjectionScreen
    private let sourceWords: [WordSequence]
    private let quoted: [Quotations]
    private let conversation: [WordSequence]

    /// Reads the texts once for all sentences.
    ///
    /// - Parameters:
    ///   - screen: finds orders to a machine.
    ///   - sources: what the draft cites.
    ///   - conversation: the messages so far.
    init(screen: InjectionScreen, sources: [AnalyzedText], conversation: [AnalyzedText]) {
        self.screen = screen
        sourceWords = sources.map { WordSequence($0.bytes[...]) }
        quoted = sources.map(Quotations.init)
        self.conversation = conversation.map { WordSequence($0.bytes[...]) }
    }

    /// Why the sources do not say a sentence, in Russian; `nil` when nothing speaks against it.
    ///
    /// - Parameters:
    ///   - sentence: a sentence that the check of its sources has let pass.
    ///   - citations: indices of the sources that it cites.
    ///   - hasSupport: whether a place of a source supports it.
    /// - Returns: a sentence for the operator.
    func objection(to sentence: AnalyzedText, citing citations: [Int], hasSupport: Bool) -> String? {
        if screen.findings(in: sentence).contains(where: { Self.orders.contains($0.kind) }) {
            return "Это указание машине, а не ответ клиенту."
        }
        let words = WordSequence(sentence.bytes[...])
        if citations.contains(where: { quoted[$0].quotes.contains(words) }),
            !citations.contains(where: { quoted[$0].says(words) })
        {
            return "Источник приводит эти слова в кавычках, но сам этого не утверждает."
        }
        guard conversation.contains(where: { $0.contains(words) }),
            !citations.contains(where: { sourceWords[$0].contains(words) })
        else { return nil }
        guard !hasSupport || !words.isSaid(by: citations.map { sourceWords[$0] }) else { return nil }
        return "Это слова клиента: источник их не подтверждает."
    }

    private static let orders: Set<ScreeningFinding.Kind> = [
        .instructionToMachine, .promptExtraction, .roleChange, .dictatedReply, .dataRequest, .disguisedLetters,
        .encodedPayload,
        .delimiterForgery,
    ]

    // MARK: Quotation marks

    /// What a source quotes within its sentences, and what it says itself.
    private struct Quotations {
        /// Shorter words say nothing by standing inside a sentence.
        private static let minWords = 4

        /// A quotation that is a whole sentence is none: it says what it says.
        private(set) var quotes: Set<WordSequence> = []
        private var sentences: Set<WordSequence> = []
        private var rest: WordSequence

        init(_ source: AnalyzedText) {
            var outside = source.bytes
            for sentence in source.sentences {
                sentences.insert(WordSequence(source.bytes[sentence]))
                for range in DraftAttribution.quotationRanges(source.bytes, in: sentence) {
                    let before = source.bytes[sentence.lowerBound..<range.lowerBound]
                    let after = source.bytes[range.upperBound..<sentence.upperBound]
                    guard !WordSequence(before).isEmpty || !WordSequence(after).isEmpty else { continue }
                    quotes.insert(WordSequence(source.bytes[range]))
                    for index in range { outside[index] = 0x20 }
                }
            }
            rest = WordSequence(outside[...])
        }

        /// Whether the source says words outside quotation marks.
        func says(_ words: WordSequence) -> Bool {
            sentences.contains(words) || words.count >= Self.minWords && rest.contains(words)
        }
    }

    /// What stands between `«` and `»`, `„` and `“`, `“` and `”`, or two `"`.
    private static func quotationRanges(_ bytes: [UInt8], in sentence: Range<Int>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var open: (start: Int, mark: Unicode.Scalar)?
        var reader = UTF8Reader(bytes, from: sentence.lowerBound)
        while reader.position < sentence.upperBound, let (scalar, range) = reader.next() {
            if let mark = open?.mark, let start = open?.start, closes(mark, scalar) {
                ranges.append(start..<range.lowerBound)
                open = nil
            } else if "«„“\"".unicodeScalars.contains(scalar) {
                open = (range.upperBound, scalar)
            }
        }
        return ranges
    }

    private static func closes(_ open: Unicode.Scalar, _ scalar: Unicode.Scalar) -> Bool {
        switch open {
        case "«": scalar == "»"
        case "„": scalar == "“" || scalar == "”"
        case "“": scalar == "”"
        default: scalar == "\""
        }
    }
}

/// The words of a text without case, dress and signs, to be compared and looked for.
struct WordSequence: Hashable {
    /// Folded letters, a space before and after each word.
    private let letters: [UInt8]

    init(_ bytes: ArraySlice<UInt8>) {
        var letters: [UInt8] = [0x20]
        var reader = UTF8Reader(Array(bytes))
        while let (scalar, _) = reader.next() {
            if let letter = FoldedLetter(scalar) {
                letters.append(letter.code)
            } else if letters.last != 0x20 {
                letters.append(0x20)
            }
        }
        if letters.last != 0x20 { letters.append(0x20) }
        self.letters = letters
    }

    /// Whether there is no word.
    var isEmpty: Bool { letters.count < 2 }
    /// The number of words.
    var count: Int { letters.count { $0 == 0x20 } - 1 }

    /// Whether each word of four letters or more begins like a word of one of the texts.
    func isSaid(by texts: [WordSequence]) -> Bool {
        letters.split(separator: 0x20).allSatisfy { word in
            word.count < 4 || texts.contains { $0.hasWord(beginning: [0x20] + word.prefix(4)) }
        }
    }

    private func hasWord(beginning: [UInt8]) -> Bool {
        letters.indices.contains { start in
            letters[start] == 0x20 && letters[start...].starts(with: beginning)
        }
    }

    /// Whether words occur in this order, without others between them.
    ///
    /// - Complexity: O(letters) for texts of a language; at worst their product.
    func contains(_ words: WordSequence) -> Bool {
        guard !words.isEmpty, words.letters.count <= letters.count else { return false }
        for start in 0...letters.count - words.letters.count
        where letters[start] == 0x20 && letters[start + 1] == words.letters[1] {
            if letters[start..<start + words.letters.count].elementsEqual(words.letters) { return true }
        }
        return false
    }
}
