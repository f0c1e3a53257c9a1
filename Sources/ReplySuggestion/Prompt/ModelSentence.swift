/// A finished sentence of a model's reply.
///
/// It is what a model says: nothing in it has been checked.
public struct ModelSentence: Equatable, Sendable {
    /// The sentence without citation marks, Markdown and the marker of a list item; never empty.
    public let text: String
    /// `1. ` or `— ` before a list item, else empty.
    public let marker: String
    /// What stands between the sentence and the one before; `.space` for the first.
    public let separator: DraftSentence.Separator
    /// The issued numbers of passages that it cites, each once, in the order of their first mark.
    public let passages: [Int]
    /// The issued numbers of messages that it cites, as `passages`.
    public let messages: [Int]
    /// Cited numbers that were never issued, as `7` or `С7`, each once, at most 16.
    public let unknownMarks: [String]
}

/// What a reader finds in a model's reply.
public enum ModelReplyEvent: Equatable, Sendable {
    /// A sentence has ended.
    case sentence(ModelSentence)
    /// The model has said «НЕТ ОТВЕТА»: the reply ends here, whatever it goes on to say.
    ///
    /// After sentences it means that these answer only a part of the message.
    case refusal(NoAnswerReason)
    /// All events before this one were of the model's reasoning: forget them.
    case restarted
}
