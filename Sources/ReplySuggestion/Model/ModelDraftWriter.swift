import LanguageModel
import ReplyPolicy
import Retrieval
import Synchronization
import TextAnalysis

/// Turns the pieces of a model's reply into checked sentences while they arrive.
final class ModelDraftWriter: Sendable {
    /// What has been read so far.
    struct Result: Sendable {
        /// The sentences without a review, with the places that each is held against.
        var sentences: [DraftSentence] = []
        /// What the model said instead of answering, or of going on.
        var refusal: NoAnswerReason?
        /// When the first words came.
        var firstText: ContinuousClock.Instant?
    }

    /// What a sentence is checked with: made when the first one is there, not before the request leaves.
    struct Tools: Sendable {
        let finder: PlaceFinder
        /// Over the places of the passages in their order.
        let check: SentenceCheck
    }

    private struct State: Sendable {
        var reader: ModelReplyReader
        var result = Result()
        var tools: Tools?
    }

    private let places: [Citation]
    private let mask: PersonalDataMask
    private let makeTools: @Sendable () throws(AnalysisError) -> Tools
    private let state: Mutex<State>

    /// Makes a writer for one reply.
    ///
    /// - Parameters:
    ///   - passages: what the model may cite.
    ///   - mask: what its placeholders stand for.
    ///   - makeTools: makes what its sentences are checked with.
    init(
        passages: NumberedPassages, mask: PersonalDataMask,
        makeTools: @escaping @Sendable () throws(AnalysisError) -> Tools
    ) {
        places = passages.places
        self.mask = mask
        self.makeTools = makeTools
        state = Mutex(State(reader: ModelReplyReader(passages: passages.numbers)))
    }

    /// What has been read so far.
    var result: Result { state.withLock { $0.result } }

    /// Takes the next piece.
    ///
    /// - Returns: what has become certain by it.
    func read(_ piece: String) -> [SuggestionEvent] {
        state.withLock { state in
            if state.result.firstText == nil { state.result.firstText = .now }
            let events = state.reader.read(piece)
            return take(events, &state)
        }
    }

    /// Ends the reply.
    ///
    /// - Returns: what was still open.
    func finish() -> [SuggestionEvent] {
        state.withLock { state in
            let events = state.reader.finish()
            return take(events, &state)
        }
    }

    private func take(_ events: [ModelReplyEvent], _ state: inout State) -> [SuggestionEvent] {
        events.compactMap { event in
            switch event {
            case .restarted:
                state.result.sentences = []
                state.result.refusal = nil
                return .restarted
            case .refusal(let reason):
                state.result.refusal = reason
                return nil
            case .sentence(let sentence):
                return take(sentence, &state)
            }
        }
    }

    private func tools(_ state: inout State) throws(AnalysisError) -> Tools {
        if let tools = state.tools { return tools }
        let tools = try makeTools()
        state.tools = tools
        return tools
    }

    private func take(_ sentence: ModelSentence, _ state: inout State) -> SuggestionEvent {
        // The customer's own data is put in before anything is checked.
        let text = mask.unmask(sentence.text).text
        let index = state.result.sentences.count
        func draft(_ citations: [Citation]) -> DraftSentence {
            DraftSentence(
                text: text, marker: sentence.marker, separator: sentence.separator, citations: citations)
        }
        do throws(AnalysisError) {
            let tools = try tools(&state)
            let citations = try tools.finder.nearest(to: text, citing: sentence.passages)
            let review = try tools.check.review(
                .init(text: text, citations: citations.compactMap { places.firstIndex(of: $0) }), at: index)
            state.result.sentences.append(draft(citations))
            let reviewed = draft(citations).reviewed(review, citations: review.supports.map { places[$0] })
            return .sentence(reviewed, isKept: tools.check.treatment(of: review.verdict) != .remove)
        } catch {
            // What cannot be read has no source and is not kept.
            state.result.sentences.append(draft([]))
            let review = ReviewedReply.Sentence(
                index: index, verdict: .unsupported, note: "Предложение не удалось разобрать.")
            return .sentence(draft([]).reviewed(review, citations: []), isKept: false)
        }
    }
}
