/// A whole answer of a model.
public struct ChatReply: Hashable, Sendable {
    /// All pieces in a row; not empty.
    public let text: String
    /// Why the model stopped.
    ///
    /// After `.length` the text is cut off in the middle.
    public let finishReason: FinishReason
    /// What it cost in tokens.
    public let usage: TokenUsage
    /// The configured name of the provider.
    public let provider: String
    /// The model, as the provider names it.
    public let model: String
    /// What it cost with all failed attempts, in the unit of ``TokenPrice``.
    public let cost: Int
    /// How many requests were sent for it, to all providers together.
    public let attempts: Int

    /// Makes an answer.
    public init(
        text: String, finishReason: FinishReason, usage: TokenUsage, provider: String, model: String = "",
        cost: Int = 0, attempts: Int = 1
    ) {
        self.text = text
        self.finishReason = finishReason
        self.usage = usage
        self.provider = provider
        self.model = model
        self.cost = cost
        self.attempts = attempts
    }
}

/// Why a model stopped.
public enum FinishReason: Hashable, Sendable {
    /// It had said all.
    case stop
    /// It reached the limit of tokens: the text is not complete.
    case length
    /// The provider's filter cut it off.
    case contentFilter
    /// The server gave no reason, or one that is not known here.
    case unspecified

    /// Reads the word of a server; `nil` for none.
    ///
    /// - Source: the enumeration of `finish_reason` in OpenAI's OpenAPI document; "blacklist" is GigaChat's word for its filter.
    init(serverWord: String?) {
        self =
            switch serverWord {
            case "stop", "eos", "end_turn": .stop
            case "length", "max_tokens": .length
            case "content_filter", "blacklist": .contentFilter
            default: .unspecified
            }
    }
}
