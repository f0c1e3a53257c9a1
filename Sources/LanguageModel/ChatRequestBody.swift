import Foundation

/// The JSON of a request.
///
/// - Source: `CreateChatCompletionRequest` of https://github.com/openai/openai-openapi (openapi.yaml).
struct ChatRequestBody: Encodable {
    private struct Message: Encodable {
        let role: String
        let content: String
    }

    private struct StreamOptions: Encodable {
        let isUsageIncluded: Bool
        enum CodingKeys: String, CodingKey { case isUsageIncluded = "include_usage" }
    }

    private enum CodingKeys: String, CodingKey {
        case model, messages, temperature, stream
        case maxTokens = "max_tokens"
        case maxCompletionTokens = "max_completion_tokens"
        case streamOptions = "stream_options"
    }

    private let model: String
    private let messages: [Message]
    private let temperature: Double?
    private let maxTokens: Int?
    private let maxCompletionTokens: Int?
    private let stream = true
    private let streamOptions: StreamOptions?

    /// Puts a request and a provider's settings together.
    init(_ request: ChatRequest, configuration: ProviderConfiguration) {
        let parameters = configuration.parameters
        let limit = configuration.tokenLimit(for: request)
        model = configuration.wireModel
        messages = request.messages.map { Message(role: $0.role.rawValue, content: $0.content) }
        // What a model refuses altogether is not sent because one request asks for it.
        temperature = parameters.temperature.map { min(max(request.temperature ?? $0, 0), 2) }
        maxTokens = parameters.tokenLimitField == .maxTokens ? limit : nil
        maxCompletionTokens = parameters.tokenLimitField == .maxCompletionTokens ? limit : nil
        streamOptions = parameters.asksForUsage ? StreamOptions(isUsageIncluded: true) : nil
    }

    /// The bytes, the same for the same request.
    ///
    /// - Throws: `.configuration` when a number cannot be written; checked settings have none.
    func bytes(provider: String) throws(ModelError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(self))
        } catch {
            throw .configuration(provider: provider, setting: "temperature")
        }
    }
}

extension ProviderConfiguration {
    /// The most tokens that the answer to a request may have.
    func tokenLimit(for request: ChatRequest) -> Int {
        max(1, min(parameters.maxTokens, request.maxTokens ?? parameters.maxTokens))
    }
}
