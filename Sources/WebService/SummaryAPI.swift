import ReplyPolicy
import ReplySuggestion

/// The answer of `POST /v1/summaries`.
struct SummaryAnswer: Encodable, Equatable, Sendable {
    /// In the order of reading.
    let sentences: [Sentence]
    /// `extractive` or `model`.
    let source: String
    /// Whether a language model wrote it, or why not.
    let model: SuggestionAnswer.Model

    /// A sentence with the numbers of the messages that it is taken from, from 1.
    struct Sentence: Encodable, Equatable, Sendable {
        let text: String
        let messages: [Int]
        let note: String?
    }

    init(_ summary: HandoffSummary) {
        sentences = summary.sentences.map { Sentence(text: $0.text, messages: $0.messages, note: $0.note) }
        source = summary.source.rawValue
        model = SuggestionAnswer.Model(summary.model)
    }
}

extension SuggestionRequestBody {
    /// Why a person takes over.
    func handoffReason() throws(APIError) -> HandoffReason {
        guard let reason = HandoffReason(rawValue: reason ?? HandoffReason.humanRequested.rawValue) else {
            throw .unknownReason
        }
        return reason
    }
}
