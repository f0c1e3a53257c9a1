public import Retrieval

/// What is told while a suggestion is made with a model, in this order: retrieved, quoted, the model's sentences, finished.
public enum SuggestionEvent: Equatable, Sendable {
    /// The nearest articles are known.
    case retrieved([RankedArticle], generation: UInt64)
    /// The suggestion as it is without a model: it stays when the model fails.
    case quoted(Suggestion)
    /// A model has begun to write.
    case started
    /// A sentence of the model, checked; one that is not kept is told to be shown as taken out.
    case sentence(DraftSentence, isKept: Bool)
    /// The sentences so far were a model's thoughts: forget them.
    case restarted
    /// The suggestion as it stays.
    case finished(Suggestion)
}
