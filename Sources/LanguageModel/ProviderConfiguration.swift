/// How a server wants to be spoken to.
///
/// All speak chat completions.
public enum ChatService: Hashable, Sendable {
    /// OpenAI, vLLM, Ollama, llama.cpp, LiteLLM and other servers that are compatible with it.
    case openAICompatible
    /// YandexGPT in the folder of that identifier. Yandex is asked not to log the requests.
    case yandex(folderID: String)
    /// GigaChat. The key is the authorization key, for which tokens of half an hour are fetched.
    ///
    /// - Parameters:
    ///   - scope: `GIGACHAT_API_PERS`, `GIGACHAT_API_B2B` or `GIGACHAT_API_CORP`.
    ///   - tokenURL: where tokens are fetched.
    case gigaChat(scope: String, tokenURL: String = ChatService.gigaChatTokenURL)

    /// YandexGPT's base URL.
    ///
    /// - Source: https://yandex.cloud/docs/ai-studio, "OpenAI compatibility".
    public static let yandexBaseURL = "https://ai.api.cloud.yandex.net/v1"
    /// GigaChat's base URL.
    ///
    /// - Source: https://developers.sber.ru/docs/ru/gigachat/api/reference/rest/gigachat-api.
    public static let gigaChatBaseURL = "https://gigachat.devices.sberbank.ru/api/v1"
    /// Where GigaChat gives tokens.
    public static let gigaChatTokenURL = "https://ngw.devices.sberbank.ru:9443/api/v2/oauth"
}

/// What is asked of the model each time, unless a request asks for something else.
public struct ChatParameters: Hashable, Sendable {
    /// The field that carries the limit of tokens.
    public enum TokenLimitField: String, Sendable {
        /// Understood by nearly every server.
        case maxTokens = "max_tokens"
        /// What OpenAI's newer models ask for.
        case maxCompletionTokens = "max_completion_tokens"
    }

    /// The randomness from 0 to 2; `nil` sends none, for models that refuse it.
    public var temperature: Double? = 0.2
    /// The most tokens of an answer, ≥ 1.
    public var maxTokens = 700
    /// The field that says so.
    public var tokenLimitField = TokenLimitField.maxTokens
    /// Whether the count of tokens is asked for at the end of the stream (`stream_options`); some servers refuse it, some count anyway.
    public var asksForUsage = true

    /// The parameters that are the default.
    public init() {}
}

/// What a provider costs, in millionths of a currency unit; all providers of a chain in the same currency.
public struct TokenPrice: Hashable, Sendable {
    /// For 1,000 tokens of a request.
    public let promptPerThousand: Int
    /// For 1,000 tokens of an answer.
    public let completionPerThousand: Int

    /// Makes a price of numbers ≥ 0.
    public init(promptPerThousand: Int, completionPerThousand: Int) {
        self.promptPerThousand = max(0, promptPerThousand)
        self.completionPerThousand = max(0, completionPerThousand)
    }

    /// Costs nothing.
    public static let free = TokenPrice(promptPerThousand: 0, completionPerThousand: 0)

    /// The price of tokens, rounded up to a millionth.
    func cost(of usage: TokenUsage) -> Int {
        let product = usage.promptTokens.multipliedReportingOverflow(by: promptPerThousand)
        let other = usage.completionTokens.multipliedReportingOverflow(by: completionPerThousand)
        let sum = product.partialValue.addingReportingOverflow(other.partialValue)
        guard !product.overflow, !other.overflow, !sum.overflow else { return .max / 4 }
        return sum.partialValue / 1000 + (sum.partialValue % 1000 > 0 ? 1 : 0)
    }
}

/// A server with a model, and everything about asking it.
public struct ProviderConfiguration: Hashable, Sendable {
    /// A header of one's own.
    ///
    /// Its value is not shown: it may be a key.
    public struct Header: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
        /// The name.
        public let name: String
        /// The value; it is sent to this provider only.
        public let value: String

        /// Makes a header.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        /// The name alone.
        public var description: String { name + ": <hidden>" }
        /// The name alone.
        public var customMirror: Mirror { Mirror(self, children: ["name": name]) }
    }

    /// The name in messages, metrics and budgets.
    public var name: String
    /// How it wants to be spoken to.
    public var service: ChatService
    /// The URL that `/chat/completions` is put behind, with or without a slash at its end.
    public var baseURL: String
    /// The model's name, for Yandex with or without `gpt://…/`.
    public var model: String
    /// The key.
    public var key = SecretSource.none
    /// The path of a PEM file with the only certificates to trust; `nil` for the system's.
    ///
    /// GigaChat needs one with the Russian Trusted Root CA.
    public var caBundle: String?
    /// The way out.
    public var proxy = ProxySetting.none
    /// More headers.
    public var headers: [Header] = []
    /// What is asked of the model.
    public var parameters = ChatParameters()
    /// How much and how long.
    public var limits = AnswerLimits()
    /// What it costs.
    public var price = TokenPrice.free
    /// Retries.
    public var retries = RetryPolicy()
    /// When it is left alone.
    public var circuit = CircuitPolicy()
    /// How many at once.
    public var concurrency = ConcurrencyPolicy()

    /// Makes a configuration with the defaults.
    public init(name: String, service: ChatService, baseURL: String, model: String) {
        self.name = name
        self.service = service
        self.baseURL = baseURL
        self.model = model
        if service != .openAICompatible { parameters.asksForUsage = false }
    }
}
