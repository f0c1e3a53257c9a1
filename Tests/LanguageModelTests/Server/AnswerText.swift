import Foundation

/// Pieces of answers as servers send them.
enum AnswerText {
    /// The head of a stream of events, chunked.
    static let streamHead = head("200 OK", ["Content-Type: text/event-stream", "Transfer-Encoding: chunked"])

    static func head(_ status: String, _ fields: [String]) -> [UInt8] {
        Array((["HTTP/1.1 " + status] + fields).joined(separator: "\r\n").utf8) + Array("\r\n\r\n".utf8)
    }

    /// A chunk of HTTP/1.1.
    static func chunk(_ bytes: [UInt8]) -> [UInt8] {
        Array((String(bytes.count, radix: 16) + "\r\n").utf8) + bytes + Array("\r\n".utf8)
    }

    static func chunk(_ text: String) -> [UInt8] { chunk(Array(text.utf8)) }

    static let lastChunk = Array("0\r\n\r\n".utf8)
    static let done = "data: [DONE]\n\n"

    /// An event with a piece of text.
    static func delta(_ text: String) -> String {
        event(["choices": [["index": 0, "delta": ["content": text], "finish_reason": NSNull()] as [String: Any]]])
    }

    /// An event with the reason of the end.
    static func finish(_ reason: String = "stop") -> String {
        event(["choices": [["index": 0, "delta": [String: Any](), "finish_reason": reason] as [String: Any]]])
    }

    /// An event with the count of tokens.
    static func usage(_ prompt: Int = 12, _ completion: Int = 5) -> String {
        event([
            "choices": [Any](),
            "usage": [
                "prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion,
            ],
        ])
    }

    static func event(_ object: [String: Any]) -> String { "data: " + json(object) + "\n\n" }

    static func json(_ object: [String: Any]) -> String {
        var whole = object
        if object["choices"] != nil {
            whole["id"] = "chatcmpl-1"
            whole["object"] = "chat.completion.chunk"
            whole["created"] = 1_700_000_000
            whole["model"] = "test"
        }
        guard let data = try? JSONSerialization.data(withJSONObject: whole, options: [.sortedKeys]) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }

    /// A whole stream: the pieces, the end, the count.
    static func stream(_ pieces: [String]) -> [Step] {
        [.send(streamHead)] + pieces.map { .send(chunk(delta($0))) }
            + [.send(chunk(finish()) + chunk(usage()) + chunk(done) + lastChunk)]
    }

    /// An answer with a length.
    static func whole(_ status: String, _ body: String, fields: [String] = []) -> [Step] {
        [.send(head(status, fields + ["Content-Length: \(body.utf8.count)"]) + Array(body.utf8))]
    }

    /// An error as OpenAI sends it.
    static func error(_ status: String, fields: [String] = []) -> [Step] {
        whole(
            status, #"{"error":{"message":"no","type":"server_error","param":null,"code":null}}"#,
            fields: fields + ["Content-Type: application/json"])
    }
}
