import Foundation

extension Fault {
    private typealias Text = AnswerText

    private static let pieces = ["Верните ", "товар."]
    private static let begun: [Step] = [.send(Text.streamHead), .send(Text.chunk(Text.delta("Верните ")))]
    private static let streamHeadUntilClose = Text.head(
        "200 OK", ["Content-Type: text/event-stream", "Connection: close"])
    private static var wholeText: String { pieces.map(Text.delta).joined() + Text.finish() + Text.usage() + Text.done }

    static let connections: [Fault] = [
        Fault("the port refuses", .refusingPort, errors: ["connection"]),
        Fault("the connection is never made", .stallingPort, errors: ["timeout.connect"]),
        Fault("reset on accept", .onAccept([.reset], scheme: "http"), errors: ["connection"]),
        Fault("closed on accept", .onAccept([.close], scheme: "http"), errors: ["connection"]),
        Fault("accepted and never read", .onAccept([.hang], scheme: "http"), errors: ["timeout.firstText"]),
        Fault(
            "TLS asked of a plain port",
            .onAccept([.send(Array("HTTP/1.1 400 Bad\r\n\r\n".utf8)), .close], scheme: "https"),
            errors: ["tls"]),
        Fault("TLS that stalls", .onAccept([.hang], scheme: "https"), errors: ["timeout.connect"]),
        Fault(
            "plain asked of a TLS port", [.send([0x15, 3, 1, 0, 2, 2, 46]), .close].asFaultSteps, ["malformed.notHTTP"]),
        Fault(
            "a greeting of another protocol",
            .onAccept([.send(Array("220 smtp ready\r\n".utf8)), .hang], scheme: "http"),
            errors: ["malformed.notHTTP", "timeout.firstText", "connection"]),
    ]

    static let stalls: [Fault] = [
        Fault(
            "stall in the head", errors: ["timeout.firstText"],
            [.send(Array("HTTP/1.1 200 OK\r\nContent-".utf8)), .hang]),
        Fault("stall before the first byte", errors: ["timeout.firstText"], [.send(Text.streamHead), .hang]),
        Fault("stall in the stream", errors: ["timeout.idle"], begun + [.hang]),
        Fault(
            "a byte at a time", errors: ["timeout.firstText"],
            [.send(streamHeadUntilClose), .repeated([UInt8(ascii: "d")], count: 100, everyMilliseconds: 50)]),
        Fault(
            "a byte at a time after the first words", errors: ["timeout.idle"],
            begun + [.repeated(Text.chunk(":"), count: 100, everyMilliseconds: 50)]),
        Fault(
            "a head at a byte a time", errors: ["timeout.firstText"],
            Array(Text.streamHead).chunks(of: 1).flatMap { [.send($0), .wait(milliseconds: 50)] }),
        Fault(
            "keep-alives only", errors: ["timeout.firstText"],
            [.send(Text.streamHead), .repeated(Text.chunk(": ping\n\n"), count: 500, everyMilliseconds: 10)]),
        Fault(
            "empty pieces only", errors: ["timeout.firstText"],
            [.send(Text.streamHead), .repeated(Text.chunk(Text.delta("")), count: 500, everyMilliseconds: 10)]),
        Fault(
            "an endless flood of keep-alives", errors: ["tooLarge.body"],
            [
                .send(Text.streamHead),
                .repeated(Text.chunk(String(repeating: ":\n", count: 2000)), count: 10_000, everyMilliseconds: 0),
            ]),
        Fault(
            "slow words until the deadline", errors: ["timeout.deadline"],
            [.send(Text.streamHead), .repeated(Text.chunk(Text.delta("а")), count: 100, everyMilliseconds: 100)]),
        Fault("a slow success", [.wait(milliseconds: 200)] + Text.stream(pieces)),
        Fault("a success without an end", begun + [.send(Text.chunk(Text.delta("товар.") + Text.finish())), .hang]),
        Fault(
            "pings behind the end",
            begun + [
                .send(Text.chunk(Text.delta("товар.") + Text.finish())),
                .repeated(Text.chunk(": ping\n\n"), count: 500, everyMilliseconds: 5),
            ]),
        Fault(
            "an open connection behind [DONE]", begun + [.send(Text.chunk(Text.delta("товар.") + Text.done)), .hang]),
    ]

    static let statuses: [Fault] =
        [429, 500, 502, 503, 529, 400, 401, 403, 404, 413, 422, 408, 418].map { code in
            Fault("status \(code)", errors: ["status.\(code)"], Text.error("\(code) No"))
        } + [
            Fault("429 with Retry-After", errors: ["status.429"], Text.error("429 No", fields: ["Retry-After: 3600"])),
            Fault("503 with a page", errors: ["status.503"], Text.whole("503 No", "<html>нет</html>")),
            Fault(
                "a redirect to another host", errors: ["status.307"],
                Text.whole("307 Moved", "", fields: ["Location: http://127.0.0.2:9/"])),
            Fault("204 without anything", errors: ["malformed.noText"], [.send(Text.head("204 No Content", []))]),
            Fault(
                "a status that is none", errors: ["malformed.notHTTP", "status.0", "status.999"],
                Text.whole("999 Odd", "")),
        ]

    static let bodies: [Fault] = [
        Fault(
            "reset after the head", errors: ["connection"], [.send(Text.streamHead), .wait(milliseconds: 20), .reset]),
        Fault("reset in the stream", errors: ["connection"], begun + [.wait(milliseconds: 20), .reset]),
        Fault("closed in the stream", errors: ["connection"], begun + [.close]),
        Fault(
            "closed in a stream without length", errors: ["malformed.unfinished"],
            [.send(streamHeadUntilClose + Array(Text.delta("Верните ").utf8)), .close]),
        Fault(
            "half a JSON", errors: ["malformed.notJSON"],
            [.send(Text.streamHead + Text.chunk("data: {\"choices\":[{\"del\n\n" + Text.done) + Text.lastChunk)]),
        Fault("half a JSON body", errors: ["malformed.notJSON"], Text.whole("200 OK", #"{"choices":[{"mess"#)),
        Fault("another schema", errors: ["malformed.wrongSchema"], Text.whole("200 OK", #"{"result":{"text":"да"}}"#)),
        Fault(
            "other types", errors: ["malformed.wrongSchema"],
            [.send(Text.streamHead + Text.chunk("data: {\"choices\":\"да\"}\n\n" + Text.done) + Text.lastChunk)]),
        Fault("a list", errors: ["malformed.notAnAnswer"], Text.whole("200 OK", "[1,2]")),
        Fault(
            "deep nesting", errors: ["malformed.notJSON"],
            Text.whole("200 OK", "{\"a\":" + String(repeating: "[", count: 50_000))),
        Fault("an empty body", errors: ["malformed.noText"], Text.whole("200 OK", "")),
        Fault(
            "an empty stream", errors: ["malformed.noText"],
            [.send(Text.streamHead + Text.chunk(Text.done) + Text.lastChunk)]),
        Fault(
            "an end without text", errors: ["malformed.noText"],
            [.send(Text.streamHead + Text.chunk(Text.finish() + Text.done) + Text.lastChunk)]),
        Fault(
            "10 MB", errors: ["tooLarge.text", "tooLarge.body"],
            [
                .send(Text.streamHead),
                .repeated(
                    Text.chunk(Text.delta(String(repeating: "много ", count: 900))), count: 1000, everyMilliseconds: 0),
            ]),
        Fault(
            "10 MB of JSON", errors: ["tooLarge.body"],
            [
                .send(Text.head("200 OK", ["Content-Length: 10000000"])), .send(Array("{".utf8)),
                .repeated([UInt8](repeating: 0x20, count: 10_000), count: 1000, everyMilliseconds: 0),
            ]),
        Fault(
            "an endless line", errors: ["tooLarge.line"],
            [
                .send(Text.streamHead + Text.chunk("data: ")),
                .repeated(Text.chunk(String(repeating: "a", count: 4000)), count: 1000, everyMilliseconds: 0),
            ]),
        Fault(
            "huge fields", errors: ["tooLarge.head", "connection"],
            [
                .send(Text.head("200 OK", (0..<2000).map { "X-Field-\($0): " + String(repeating: "y", count: 60) })),
                .hang,
            ]),
        Fault(
            "broken UTF-8", errors: ["malformed.notJSON"],
            [
                .send(
                    Text.streamHead
                        + Text.chunk(
                            Array("data: {\"choices\":[{\"delta\":{\"content\":\"".utf8) + [0xD0, 0xFF, 0xC0]
                                + Array("\"}}]}\n\n".utf8)) + Text.lastChunk)
            ]),
        Fault(
            "a failure in the stream", errors: ["inStream.503"],
            [
                .send(
                    Text.streamHead + Text.chunk(Text.event(["error": ["message": "overloaded", "code": 503]]))
                        + Text.lastChunk)
            ]),
        Fault(
            "a failure in a field of its own", errors: ["inStream.500"],
            Text.whole("200 OK", #"error: {"code":500,"message":"x"}"# + "\n\n")),
        Fault(
            "a failure that is no JSON", errors: ["inStream.none"], Text.whole("200 OK", "event: error\ndata: boom\n\n")
        ),
        Fault(
            "a failure after words", errors: ["inStream.none"],
            begun + [.send(Text.chunk("event: error\ndata: {\"message\":\"boom\"}\n\n") + Text.lastChunk)]),
        Fault(
            "a failure with status 200", errors: ["inStream.400"],
            Text.whole("200 OK", #"{"object":"error","message":"bad","code":400}"#)),
        Fault(
            "a page", errors: ["malformed.notAnAnswer"],
            Text.whole("200 OK", "<html>Вход</html>", fields: ["Content-Type: text/html"])),
        Fault(
            "gzip unasked", errors: ["malformed.compressed"],
            Text.whole("200 OK", "xxxxxxxx", fields: ["Content-Encoding: gzip"])),
        Fault(
            "a refusal of the filter", errors: ["refused"],
            [.send(Text.streamHead + Text.chunk(Text.finish("content_filter") + Text.done) + Text.lastChunk)]),
        Fault(
            "a length that is too long", errors: ["connection"],
            [.send(Text.head("200 OK", ["Content-Length: 5000"]) + Array(wholeText.prefix(100).utf8)), .close]),
        Fault(
            "a chunk length that is no number", errors: ["connection"],
            [.send(Text.streamHead + Array("zz\r\n".utf8)), .hang]),
    ]

    static let oddities: [Fault] = [
        Fault(
            "empty events and events of other kinds",
            Text.whole("200 OK", "data:\n\ndata: \n\nevent: ping\ndata: 12:30\n\n" + wholeText)),
        Fault(
            "spaces behind [DONE] and no reason of the end",
            Text.whole("200 OK", pieces.map(Text.delta).joined() + "data: [DONE] \r\n\r\n")),
        Fault(
            "[DONE] without a blank line before it",
            Text.whole("200 OK", (pieces.map(Text.delta).joined() + Text.done).replacing("\n\n", with: "\n"))),
        Fault("HTTP/1.0 without a reason", [.send(Array("HTTP/1.0 200\r\n\r\n\(wholeText)".utf8)), .close]),
        Fault("a plain success", Text.stream(pieces)),
        Fault(
            "characters split over chunks",
            [.send(Text.streamHead)] + Array(wholeText.utf8).chunks(of: 7).map { .send(Text.chunk($0)) } + [
                .send(Text.lastChunk)
            ]),
        Fault(
            "no [DONE]",
            [.send(Text.streamHead + Text.chunk(pieces.map(Text.delta).joined() + Text.finish()) + Text.lastChunk)]),
        Fault(
            "no reason of the end",
            [.send(Text.streamHead + Text.chunk(pieces.map(Text.delta).joined() + Text.done) + Text.lastChunk)]),
        Fault("no length", [.send(streamHeadUntilClose + Array(wholeText.utf8)), .close]),
        Fault(
            "reset behind [DONE]",
            begun + [
                .send(Text.chunk(Text.delta("товар.") + Text.finish() + Text.done)), .wait(milliseconds: 5), .reset,
            ]),
        Fault("another content type", Text.whole("200 OK", wholeText, fields: ["Content-Type: text/html"])),
        Fault(
            "CRLF and a byte order mark",
            Text.whole("200 OK", "\u{FEFF}" + wholeText.replacingOccurrences(of: "\n", with: "\r\n"))),
        Fault("CR alone", Text.whole("200 OK", wholeText.replacingOccurrences(of: "\n", with: "\r"))),
        Fault("no blank lines", Text.whole("200 OK", wholeText.replacingOccurrences(of: "\n\n", with: "\n"))),
        Fault("comments and unknown fields", Text.whole("200 OK", ": hi\nid: 7\nretry: 10\nfoo\n\n" + wholeText)),
        Fault(
            "a JSON body",
            Text.whole(
                "200 OK",
                Text.json([
                    "choices": [
                        [
                            "index": 0, "message": ["role": "assistant", "content": "Верните товар."],
                            "finish_reason": "stop",
                        ] as [String: Any]
                    ]
                ]))),
        Fault(
            "null content, no choices, a late role",
            [
                .send(
                    Text.streamHead
                        + Text.chunk(
                            "data: {\"choices\":[{\"delta\":{\"content\":null}}]}\n\ndata: {\"choices\":[]}\n\n"
                                + Text.delta("Верните ")
                                + "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"}}]}\n\n"
                                + Text.delta("товар.") + Text.finish()
                                + Text.done) + Text.lastChunk)
            ]),
        Fault(
            "thoughts before words",
            [
                .send(
                    Text.streamHead
                        + Text.chunk(
                            "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"думаю\"}}]}\n\n" + wholeText)
                        + Text.lastChunk)
            ]),
        Fault(
            "the end repeated",
            [
                .send(
                    Text.streamHead
                        + Text.chunk(
                            pieces.map(Text.delta).joined() + Text.finish() + Text.finish() + Text.delta("ещё")
                                + Text.done + Text.done) + Text.lastChunk)
            ]),
        Fault(
            "duplicated pieces", text: "Верните Верните товар.",
            [
                .send(
                    Text.streamHead
                        + Text.chunk(
                            Text.delta("Верните ") + wholeText) + Text.lastChunk)
            ]),
        Fault(
            "a second choice",
            [
                .send(
                    Text.streamHead
                        + Text.chunk(
                            "data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"другое\"}}]}\n\n" + wholeText)
                        + Text.lastChunk)
            ]),
        Fault("an interim head", [.send(Text.head("103 Early Hints", ["Link: </x>"]))] + Text.stream(pieces)),
        Fault("trailers", [.send(Text.streamHead + Text.chunk(wholeText) + Array("0\r\nX-Late: 1\r\n\r\n".utf8))]),
        Fault(
            "words cut off by the limit",
            [
                .send(
                    Text.streamHead
                        + Text.chunk(
                            pieces.map(Text.delta).joined() + Text.finish("length") + Text.done) + Text.lastChunk)
            ]),
        Fault(
            "a model that obeys any attacker",
            .onRequest { request in
                Text.stream([request.fields["x-attack"] ?? "Верните товар."])
            }),
    ]

    private init(_ name: String, _ steps: FaultSteps, _ errors: Set<String>) {
        self.init(name, .onAccept(steps.steps, scheme: "http"), errors: errors.union(["connection"]))
    }
}

/// Steps that begin with the connection.
struct FaultSteps { let steps: [Step] }

extension [Step] {
    fileprivate var asFaultSteps: FaultSteps { FaultSteps(steps: self) }
}

extension Array {
    /// Pieces of so many elements.
    func chunks(of count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
    }
}
