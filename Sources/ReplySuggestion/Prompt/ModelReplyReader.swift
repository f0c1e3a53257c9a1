/// Reads a model's reply while it is streamed: sentences with the numbers they cite, or a refusal.
///
/// The reply may come in pieces of any size; the events are the same however it is cut. A sentence is given when the first character of the next one
/// is there, or at the end. What is dropped on the way, each by its own type:
///
/// - the thoughts of reasoning models and HTML tags (`ReasoningFilter`);
/// - Markdown and citation marks (`MarkupFilter`, `CitationMark`);
/// - an opening such as «Вот черновик ответа:» (`PreambleFilter`);
/// - quotation marks around the whole reply (`ReplyQuotation`), lines without a letter or digit, a list of sources at the end (`SentenceAssembler`).
///
/// Memory is bounded: a sentence ends after 4000 characters at the latest, and nothing is kept of sentences that were given.
///
/// - Complexity: O(bytes) for a whole reply.
public struct ModelReplyReader: Sendable {
    private let issued: IssuedNumbers
    private var decoder = ScalarDecoder()
    private var reasoning = ReasoningFilter()
    private var markup = MarkupFilter()
    private var preamble = PreambleFilter()
    private var sentences: SentenceAssembler
    private var hasGivenEvents = false

    /// Makes a reader for one reply.
    ///
    /// - Parameters:
    ///   - passages: the numbers of the passages in the prompt.
    ///   - messages: the numbers of the messages in the prompt. If there are no passages, a bare number means a message.
    public init(passages: Set<Int>, messages: Set<Int> = []) {
        issued = IssuedNumbers(passages: passages, messages: messages)
        sentences = SentenceAssembler(issued: issued)
    }

    /// Takes the next piece of the reply.
    ///
    /// - Returns: what has become certain by it, in the order of the reply.
    public mutating func read(_ text: String) -> [ModelReplyEvent] { read(utf8: text.utf8) }

    /// Takes the next bytes; a character may be cut in two.
    ///
    /// - Returns: as ``read(_:)``.
    public mutating func read(utf8 bytes: some Sequence<UInt8>) -> [ModelReplyEvent] {
        var events: [ModelReplyEvent] = []
        push(decoder.decode(bytes), &events)
        return given(events)
    }

    /// Ends the reply.
    ///
    /// - Returns: what was still open. Call it once, after the last piece.
    public mutating func finish() -> [ModelReplyEvent] {
        var events: [ModelReplyEvent] = []
        push(decoder.finish(), &events)
        var visible: [ReasoningFilter.Output] = []
        reasoning.finish(&visible)
        pass(visible, &events)
        var tokens: [ReplyToken] = []
        markup.finish(&tokens)
        pass(tokens, &events)
        var rest: [ReplyToken] = []
        preamble.finish(&rest)
        for token in rest { sentences.push(token, &events) }
        sentences.finish(&events)
        return given(events)
    }

    private mutating func push(_ scalars: String.UnicodeScalarView, _ events: inout [ModelReplyEvent]) {
        var visible: [ReasoningFilter.Output] = []
        for scalar in scalars { reasoning.push(scalar, &visible) }
        pass(visible, &events)
    }

    private mutating func pass(_ visible: [ReasoningFilter.Output], _ events: inout [ModelReplyEvent]) {
        var tokens: [ReplyToken] = []
        for output in visible {
            switch output {
            case .scalar(let scalar): markup.push(scalar, &tokens)
            case .restart:
                pass(tokens, &events)
                tokens = []
                restart(&events)
            }
        }
        pass(tokens, &events)
    }

    private mutating func pass(_ tokens: [ReplyToken], _ events: inout [ModelReplyEvent]) {
        var rest: [ReplyToken] = []
        for token in tokens { preamble.push(token, &rest) }
        for token in rest { sentences.push(token, &events) }
    }

    private mutating func restart(_ events: inout [ModelReplyEvent]) {
        markup = MarkupFilter()
        preamble = PreambleFilter()
        sentences = SentenceAssembler(issued: issued)
        if hasGivenEvents || !events.isEmpty { events.append(.restarted) }
    }

    private mutating func given(_ events: [ModelReplyEvent]) -> [ModelReplyEvent] {
        if !events.isEmpty { hasGivenEvents = true }
        return events
    }
}

/// The closed set of numbers that a reply may cite.
struct IssuedNumbers: Sendable {
    let passages: Set<Int>
    let messages: Set<Int>
}

/// A piece of a reply without its markup.
enum ReplyToken: Equatable, Sendable {
    /// A character; never a line end.
    case scalar(Unicode.Scalar)
    /// A line end.
    case newline
    /// The beginning of a list item: `1. ` or `— `.
    case marker(String)
    /// A citation mark.
    case mark(CitationMark)
}
