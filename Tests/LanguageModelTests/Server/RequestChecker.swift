import Foundation

/// Holds the body of a request against the schema of chat completions: the fields this client may send, their types and ranges.
///
/// - Source: `CreateChatCompletionRequest`, `ChatCompletionRequestMessage` and `ChatCompletionStreamOptions` of https://github.com/openai/openai-openapi
///   (openapi.yaml). Stricter than that document where the client has no reason to use a freedom: unknown fields and null are problems.
enum RequestChecker {
    static func problems(in body: [UInt8]) -> [String] {
        guard let value = try? JSONSerialization.jsonObject(with: Data(body)), let object = value as? [String: Any]
        else { return ["not a JSON object"] }
        let known: Set = [
            "model", "messages", "temperature", "max_tokens", "max_completion_tokens", "stream", "stream_options",
        ]
        var problems = object.keys.filter { !known.contains($0) }.map { "unknown field \($0)" }
        func require(_ isSo: Bool, _ problem: String) { if !isSo { problems.append(problem) } }

        require((object["model"] as? String)?.isEmpty == false, "model is no text")
        require(isBool(object["stream"], true), "stream is not true")
        if let temperature = object["temperature"] {
            require((temperature as? Double).map { (0...2).contains($0) } ?? false, "temperature is not in 0...2")
        }
        let limits = ["max_tokens", "max_completion_tokens"].compactMap { object[$0] }
        require(limits.count == 1, "not exactly one limit of tokens")
        for limit in limits { require((limit as? Int).map { $0 >= 1 } ?? false, "a limit of tokens is no number ≥ 1") }
        if let options = object["stream_options"] {
            let fields = options as? [String: Any]
            require(fields.map { Set($0.keys) == ["include_usage"] } ?? false, "stream_options has other fields")
            require(isBool(fields?["include_usage"], true), "include_usage is not true")
        }
        return problems + messageProblems(object["messages"])
    }

    private static func messageProblems(_ value: Any?) -> [String] {
        guard let messages = value as? [[String: Any]], !messages.isEmpty else {
            return ["messages are no list of objects"]
        }
        return messages.flatMap { message in
            var problems: [String] = []
            if Set(message.keys) != ["role", "content"] { problems.append("a message has other fields") }
            if !["system", "user", "assistant"].contains(message["role"] as? String ?? "") {
                problems.append("a role is unknown")
            }
            if !(message["content"] is String) { problems.append("a content is no text") }
            return problems
        }
    }

    private static func isBool(_ value: Any?, _ wanted: Bool) -> Bool {
        // A number is bridged to Bool too: only the text of it tells them apart.
        guard let value, let data = try? JSONSerialization.data(withJSONObject: [value]) else { return false }
        return String(decoding: data, as: UTF8.self) == "[\(wanted)]"
    }
}
