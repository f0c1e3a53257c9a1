public import ReplyPolicy

/// Which model wrote a text, with what and at what cost: what an auditor asks.
public struct ModelRecord: Equatable, Sendable {
    /// The provider, as it is configured.
    public let provider: String
    /// The model, as the provider names it.
    public let model: String
    /// The prompt's name and version: `reply.v1`.
    public let prompt: String
    /// The hash of the prompt's file.
    public let promptHash: ContentHash
    /// The hash of exactly what was sent; of a remembered reply, what would have been.
    public let requestHash: ContentHash
    /// Tokens of the request; none for a remembered reply.
    public let promptTokens: Int
    /// Tokens of the answer; none for a remembered reply.
    public let completionTokens: Int
    /// Whether the server gave no count, so that this one is guessed.
    public let areTokensEstimated: Bool
    /// Millionths of the currency unit of the settings.
    public let cost: Int
    /// Requests that were sent for it, to all providers together.
    public let attempts: Int
    /// Whether the reply was remembered from an earlier request.
    public let isCached: Bool
    /// From the request to the first words; `nil` when it was remembered.
    public let untilFirstText: Duration?
    /// From the request to the end.
    public let total: Duration
    /// The kinds of personal data that were masked in what was sent.
    public let masked: [PersonalDataKind]
}

/// What became of the wish for a text of a model.
public enum ModelOutcome: Equatable, Sendable {
    /// A model wrote the draft.
    case written(ModelRecord)
    /// There is no text of a model; with the record, if one had answered.
    case notWritten(NoDraftReason, ModelRecord?)
}
