/// Puts sentences together from characters, line ends and citation marks.
///
/// Whose mark it is: a mark after a sentence or its full stop in the same line is that sentence's; a mark at the beginning of a line is that of the sentence
/// that follows in the line, or, in a line of marks only, that of the sentence before.
struct SentenceAssembler: Sendable {
    private static let footers: Set<String> = ["источники", "источник", "ссылки", "фрагменты", "sources", "source"]

    private let issued: IssuedNumbers
    private var current = SentenceInProgress()
    /// A sentence that a line end has closed; marks may follow it.
    private var held: SentenceInProgress?
    /// Line ends since the last sentence.
    private var lineBreaks = 0
    private var quotation = ReplyQuotation()
    private var refusal = RefusalDetector()
    private var isFirst = true
    /// Whether a list of sources has begun, with which a reply ends.
    private var isInFooter = false

    init(issued: IssuedNumbers) { self.issued = issued }

    /// Takes the next token.
    mutating func push(_ token: ReplyToken, _ events: inout [ModelReplyEvent]) {
        switch token {
        case .marker(let marker): current.marker = marker
        case .newline: endLine(&events)
        case .mark(let mark): current.append(mark, issued: issued)
        case .scalar(let scalar) where scalar.properties.isWhitespace: current.appendSpace(scalar)
        case .scalar(let scalar): append(scalar, &events)
        }
    }

    /// Ends the reply.
    mutating func finish(_ events: inout [ModelReplyEvent]) {
        endLine(&events)
        if let last = held { give(last, isLast: true, &events) }
        held = nil
        if let reason = refusal.finish() { events.append(.refusal(reason)) }
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ events: inout [ModelReplyEvent]) {
        giveHeld(&events)
        if current.isEmpty {
            current.lineBreaks = lineBreaks
            lineBreaks = 0
        } else if current.ends(before: scalar) {
            give(current, isLast: false, &events)
            current = SentenceInProgress()
        }
        current.append(scalar)
        if let next = current.cutGlued() {
            give(current, isLast: false, &events)
            current = next
        }
    }

    private mutating func endLine(_ events: inout [ModelReplyEvent]) {
        if !current.isEmpty {
            giveHeld(&events)
            held = current
        } else if current.hasMarks {
            held?.adoptMarks(of: current)
        }
        current = SentenceInProgress()
        lineBreaks += 1
    }

    private mutating func giveHeld(_ events: inout [ModelReplyEvent]) {
        guard let sentence = held else { return }
        held = nil
        give(sentence, isLast: false, &events)
    }

    private mutating func give(_ sentence: SentenceInProgress, isLast: Bool, _ events: inout [ModelReplyEvent]) {
        let hasWords = sentence.scalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        if Self.isFooter(sentence.scalars) { isInFooter = true }
        guard hasWords, !isInFooter else {
            lineBreaks += sentence.lineBreaks
            return
        }
        let scalars = quotation.unquoted(sentence.scalars, isFirst: isFirst, isLast: isLast)
        switch refusal.read(scalars) {
        case .text: break
        case .pending: return
        case .refused(let reason):
            events.append(.refusal(reason))
            return
        }
        let text = String(String.UnicodeScalarView(scalars))
        let separator: DraftSentence.Separator =
            isFirst || sentence.lineBreaks == 0 ? .space : sentence.lineBreaks == 1 ? .line : .paragraph
        isFirst = false
        events.append(
            .sentence(
                ModelSentence(
                    text: text, marker: sentence.marker, separator: separator, passages: sentence.passages,
                    messages: sentence.messages, unknownMarks: sentence.unknownMarks)))
    }

    private static func isFooter(_ scalars: [Unicode.Scalar]) -> Bool {
        guard scalars.count < 16 else { return false }
        let letters = String.UnicodeScalarView(scalars.filter(\.properties.isAlphabetic))
        return footers.contains(String(letters).lowercased())
    }
}
