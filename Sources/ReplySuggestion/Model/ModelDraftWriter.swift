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

    private struct State: Sendable {
        var reader: ModelReplyReader
        var result = Result()
    }

    private let passages: NumberedPassages
    private let places: [Citation]
    private let mask: PersonalDataMask
    private let check: SentenceCheck
    private let state: Mutex<State>

    /// Makes a writer for one reply.
    ///
    /// - Parameters:
    ///   - passages: what the model may cite.
    ///   - mask: what its placeholders stand for.
    ///   - check: over the places of the passages in their order.
    init(passages: NumberedPassages, mask: PersonalDataMask, check: SentenceCheck) {
        self.passages = passages
        places = passages.places
        self.mask = mask
        self.check = check
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
            return take(state.reader.read(piece), &state.result)
        }
    }

    /// Ends the reply.
    ///
    /// - Returns: what was still open.
    func finish() -> [SuggestionEvent] {
        state.withLock { take($0.reader.finish(), &$0.result) }
    }

    private func take(_ events: [ModelReplyEvent], _ result: inout Result) -> [SuggestionEvent] {
        events.compactMap { event in
            switch event {
            case .restarted:
                result.sentences = []
                result.refusal = nil
                return .restarted
            case .refusal(let reason):
                result.refusal = reason
                return nil
            case .sentence(let sentence):
                let draft = draftSentence(sentence)
                let review = review(draft, at: result.sentences.count)
                result.sentences.append(draft)
                let reviewed = draft.reviewed(review, citations: review.supports.map { places[$0] })
                return .sentence(reviewed, isKept: check.treatment(of: review.verdict) != .remove)
            }
        }
    }

    /// The sentence with the customer's own data put in and the places that it is held against.
    private func draftSentence(_ sentence: ModelSentence) -> DraftSentence {
        let text = mask.unmask(sentence.text).text
        let citations: [Citation]
        do throws(AnalysisError) {
            citations = try passages.nearest(to: text, citing: sentence.passages)
        } catch {
            // Without a place it is not supported.
            citations = []
        }
        return DraftSentence(
            text: text, marker: sentence.marker, separator: sentence.separator, citations: citations)
    }

    private func review(_ sentence: DraftSentence, at index: Int) -> ReviewedReply.Sentence {
        do throws(AnalysisError) {
            let citations = sentence.citations.compactMap { places.firstIndex(of: $0) }
            return try check.review(.init(text: sentence.text, citations: citations), at: index)
        } catch {
            return .init(index: index, verdict: .unsupported, note: "Предложение не удалось разобрать.")
        }
    }
}
