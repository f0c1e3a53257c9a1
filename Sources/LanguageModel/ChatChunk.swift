import Foundation

/// One piece of an answer: a `chat.completion.chunk`, a whole `chat.completion`, or an error.
///
/// Read leniently: what is missing, null or unknown is skipped. Only what cannot be an answer is an error.
///
/// - Source: `CreateChatCompletionStreamResponse` of https://github.com/openai/openai-openapi (openapi.yaml); errors inside a stream as vLLM, SGLang and
///   LiteLLM send them (https://github.com/BerriAI/litellm/pull/32237).
struct ChatChunk: Hashable {
    /// New text of the first choice; empty for none.
    var text = ""
    /// Whether the model did something: text, thoughts, or the end.
    var isProgress = false
    /// The server's word for why the first choice ended; `nil` while it has not.
    var finishWord: String?
    /// The server's count of tokens.
    var usage: TokenUsage?
    /// Whether it has the form of a piece of an answer.
    var isRecognized = false
    /// Whether the server reports a failure.
    var isError = false
    /// The failure's number, if there was one.
    var errorCode: Int?

    /// Why bytes are no piece of an answer.
    enum Failure: Error { case notJSON, wrongSchema }

    /// Reads JSON.
    ///
    /// - Throws: `.notJSON` for other bytes and invalid UTF-8, `.wrongSchema` for what contradicts the form.
    init(json: [UInt8], isErrorEvent: Bool) throws(Failure) {
        let value: Any
        // Foundation would guess UTF-16 and UTF-32, and be lenient with broken UTF-8.
        guard String(validating: json, as: UTF8.self) != nil else { throw .notJSON }
        do {
            value = try JSONSerialization.jsonObject(with: Data(json), options: [])
        } catch {
            throw .notJSON
        }
        guard let object = value as? [String: Any] else { throw .wrongSchema }
        if isErrorEvent || Self.isPresent(object["error"]) || object["object"] as? String == "error" {
            isError = true
            errorCode = Self.code(in: object["error"] as? [String: Any] ?? object)
            return
        }
        if let counts = object["usage"] as? [String: Any] {
            usage = Self.usage(counts)
            isRecognized = true
        }
        guard Self.isPresent(object["choices"]) else { return }
        guard let choices = object["choices"] as? [[String: Any]] else { throw .wrongSchema }
        isRecognized = true
        // Only one choice is asked for; a server that sends more has the first at index 0.
        for choice in choices where (choice["index"] as? Int ?? 0) == 0 { try readChoice(choice) }
    }

    private mutating func readChoice(_ choice: [String: Any]) throws(Failure) {
        if let word = choice["finish_reason"] as? String, !word.isEmpty { finishWord = word }
        let part = choice["delta"] ?? choice["message"]
        if Self.isPresent(part) {
            guard let part = part as? [String: Any] else { throw .wrongSchema }
            text += try Self.text(of: part["content"])
            let thoughts = part["reasoning_content"] as? String ?? part["reasoning"] as? String ?? ""
            isProgress = isProgress || !thoughts.isEmpty
            // A refusal of the model's own is no answer; it ends like the filter.
            if let refusal = part["refusal"] as? String, !refusal.isEmpty { finishWord = "content_filter" }
        }
        isProgress = isProgress || !text.isEmpty || finishWord != nil
        // OpenRouter and GigaChat say so of an answer that broke off.
        if finishWord == "error" { isError = true }
    }

    /// The text of a content: a string, or parts of which those with text count.
    private static func text(of content: Any?) throws(Failure) -> String {
        guard isPresent(content) else { return "" }
        if let text = content as? String { return text }
        guard let parts = content as? [[String: Any]] else { throw .wrongSchema }
        return parts.map { $0["text"] as? String ?? "" }.joined()
    }

    private static func usage(_ counts: [String: Any]) -> TokenUsage {
        TokenUsage(
            promptTokens: counts["prompt_tokens"] as? Int ?? 0,
            completionTokens: counts["completion_tokens"] as? Int ?? 0)
    }

    private static func code(in object: [String: Any]) -> Int? {
        for name in ["code", "status", "status_code"] {
            if let number = object[name] as? Int { return number }
            if let number = (object[name] as? String).flatMap({ Int($0) }) { return number }
        }
        return nil
    }

    private static func isPresent(_ value: Any?) -> Bool { value != nil && !(value is NSNull) }
}
