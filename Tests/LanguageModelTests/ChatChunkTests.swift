import Testing

@testable import LanguageModel

struct ChatChunkTests {
    private func chunk(_ json: String, isErrorEvent: Bool = false) -> Result<ChatChunk, ChatChunk.Failure> {
        do throws(ChatChunk.Failure) {
            return .success(try ChatChunk(json: Array(json.utf8), isErrorEvent: isErrorEvent))
        } catch {
            return .failure(error)
        }
    }

    @Test func `a piece of text`() throws {
        let chunk = try chunk(#"{"choices":[{"index":0,"delta":{"content":"Да\n"},"finish_reason":null}]}"#).get()
        #expect(chunk.text == "Да\n")
        #expect(chunk.isProgress && chunk.isRecognized && !chunk.isError)
        #expect(chunk.finishWord == nil)
    }

    @Test func `content in parts`() throws {
        let json =
            #"{"choices":[{"delta":{"content":[{"type":"text","text":"а"},{"type":"image"},{"type":"text","text":"б"}]}}]}"#
        #expect(try chunk(json).get().text == "аб")
    }

    @Test func `the end with its count`() throws {
        let json =
            #"{"choices":[{"delta":{},"finish_reason":"length"}],"usage":{"prompt_tokens":7,"completion_tokens":3}}"#
        let chunk = try chunk(json).get()
        #expect(chunk.finishWord == "length")
        #expect(chunk.usage == TokenUsage(promptTokens: 7, completionTokens: 3))
    }

    @Test(arguments: ["{}", #"{"choices":null}"#, #"{"type":"ping"}"#, #"{"error":null}"#])
    func `what says nothing is skipped`(json: String) throws {
        let chunk = try chunk(json).get()
        #expect(!chunk.isRecognized && !chunk.isError && chunk.text.isEmpty)
    }

    @Test(arguments: [
        (#"{"error":{"message":"x","code":429}}"#, 429), (#"{"error":{"message":"x","code":"503"}}"#, 503),
        (#"{"error":"boom"}"#, nil), (#"{"object":"error","message":"x","code":400}"#, 400),
        (#"{"error":{"code":"rate_limit"}}"#, nil), (#"{"status":401,"message":"x","error":true}"#, 401),
        (#"{"choices":[{"delta":{},"finish_reason":"error"}]}"#, nil),
    ])
    func `errors inside a stream are errors`(json: String, code: Int?) throws {
        let chunk = try chunk(json).get()
        #expect(chunk.isError)
        #expect(chunk.errorCode == code)
    }

    @Test func `an event of the kind error is one whatever it says`() throws {
        #expect(try chunk(#"{"code":500}"#, isErrorEvent: true).get().errorCode == 500)
    }

    @Test(arguments: [
        "[]", "1", #""text""#, "null", #"{"choices":{}}"#, #"{"choices":[1]}"#, #"{"choices":[{"delta":"x"}]}"#,
        #"{"choices":[{"delta":{"content":5}}]}"#,
    ])
    func `another form is said to be one`(json: String) {
        // Foundation reads a lone value only if asked to.
        #expect([.failure(.wrongSchema), .failure(.notJSON)].contains(chunk(json)))
    }

    @Test(arguments: ["", "{", #"{"choices":[}"#, "data", "{\"a\":1}x", "\u{0}"])
    func `what is not JSON is said not to be`(json: String) {
        #expect(chunk(json) == .failure(.notJSON))
    }

    @Test func `bytes that are not UTF-8 are not JSON`() {
        for byte: UInt8 in [0x80, 0xC0, 0xFF] {
            let json = Array(#"{"choices":[{"delta":{"content":""#.utf8) + [byte] + Array(#""}}]}"#.utf8)
            #expect(throws: ChatChunk.Failure.notJSON) { try ChatChunk(json: json, isErrorEvent: false) }
        }
        // UTF-16, which Foundation would read.
        let wide = "{\"choices\":[]}".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(throws: ChatChunk.Failure.notJSON) { try ChatChunk(json: [0xFF, 0xFE] + wide, isErrorEvent: false) }
    }

    @Test func `absurd counts of tokens do not overflow`() throws {
        let json = #"{"choices":[],"usage":{"prompt_tokens":9223372036854775807,"completion_tokens":-5}}"#
        let usage = try #require(try chunk(json).get().usage)
        #expect(usage.totalTokens == 1_000_000_000)
        #expect(TokenPrice(promptPerThousand: .max, completionPerThousand: 1).cost(of: usage) > 0)
    }

    @Test func `every truncation of a piece is an error or skipped, never a trap`() {
        let json = #"{"id":"x","choices":[{"index":0,"delta":{"content":"Да 😀"},"finish_reason":"stop"}]}"#
        let bytes = Array(json.utf8)
        for count in 0..<bytes.count {
            #expect(throws: ChatChunk.Failure.notJSON, "\(count)") {
                try ChatChunk(json: Array(bytes[..<count]), isErrorEvent: false)
            }
        }
    }
}
