/// What a colleague who takes over must know of a conversation, with the messages it is taken from.
public struct HandoffSummary: Equatable, Sendable {
    /// A sentence.
    public struct Sentence: Equatable, Sendable {
        /// The sentence.
        public let text: String
        /// The numbers of the messages that it is taken from: places in ``Conversation/messages``, from 1.
        public let messages: [Int]
        /// A Russian sentence: what to look at; `nil` when the messages say it.
        public let note: String?
    }

    /// In the order of reading.
    public let sentences: [Sentence]
    /// `.extractive` when the messages are quoted, else `.model`.
    public let source: ReplyDraft.Source
    /// Whether a language model wrote it, or why not.
    public let model: ModelOutcome
}
