/// Reads the body of an answer as it comes: a stream of events, or one JSON object from a server that does not stream.
struct ChatAnswerReader {
    private enum Form { case unknown, events, json }

    private let provider: String
    private let limits: AnswerLimits
    private var form = Form.unknown
    private var parser: EventStreamParser
    /// The body so far while its form is not known, and all of it if it is JSON.
    private var body: [UInt8] = []
    private var byteCount = 0
    private var hasRecognizedPiece = false
    private var hasUnknownPiece = false
    /// Bytes of text so far.
    private(set) var textByteCount = 0
    /// Whether the model has begun to think or to speak.
    private(set) var hasProgress = false
    /// Why the model stopped; `nil` while it has not.
    private(set) var finishReason: FinishReason?
    /// The server's count; the last one wins, as some send a growing one with each piece.
    private(set) var usage: TokenUsage?
    /// Whether the server said that nothing follows.
    private(set) var isDone = false

    init(provider: String, limits: AnswerLimits) {
        self.provider = provider
        self.limits = limits
        parser = EventStreamParser(byteLimit: limits.lineByteCount)
    }

    /// Looks at the head; the status is 200…299.
    func check(_ head: ResponseHead) throws(ModelError) {
        let encoding = head.field("content-encoding")?.lowercased() ?? ""
        guard encoding.isEmpty || encoding == "identity" else { throw malformed(.compressed) }
    }

    /// Reads on.
    ///
    /// - Returns: the new pieces of text, none empty, and whether the model did anything.
    mutating func read(_ bytes: [UInt8]) throws(ModelError) -> (pieces: [String], isProgress: Bool) {
        byteCount += bytes.count
        guard byteCount <= limits.bodyByteCount else {
            throw .tooLarge(provider: provider, part: .body, limit: limits.bodyByteCount)
        }
        var bytes = bytes
        if form == .unknown {
            body += bytes
            try recognizeForm()
            guard form == .events else { return ([], false) }
            bytes = body
            body = []
        }
        guard form == .events else {
            body += bytes
            return ([], false)
        }
        var events: [EventStreamParser.Event] = []
        guard parser.read(bytes, into: &events) else { throw tooLongLine }
        return try take(events)
    }

    /// Reads what the end of the body completes, and checks that the answer is whole.
    mutating func finish() throws(ModelError) -> [String] {
        var pieces: [String] = []
        switch form {
        case .unknown: break
        case .events:
            var events: [EventStreamParser.Event] = []
            guard parser.finish(into: &events) else { throw tooLongLine }
            pieces = try take(events).pieces
        case .json:
            guard let chunk = try chunk(body, isError: false) else { throw malformed(.notJSON) }
            if let piece = try take(chunk).piece { pieces = [piece] }
            guard hasRecognizedPiece else { throw malformed(.wrongSchema) }
            // A whole object needs no reason to be whole.
            finishReason = finishReason ?? .unspecified
        }
        try checkIsWhole()
        return pieces
    }

    /// Checks that the answer is whole: for a server that keeps the connection open behind it.
    func checkIsWhole() throws(ModelError) {
        if finishReason == .contentFilter, textByteCount == 0 { throw .refused(provider: provider) }
        if !hasRecognizedPiece, hasUnknownPiece { throw malformed(.wrongSchema) }
        guard finishReason != nil || isDone else { throw malformed(byteCount == 0 ? .noText : .unfinished) }
        guard textByteCount > 0 else { throw malformed(.noText) }
    }

    // MARK: Pieces

    private mutating func take(
        _ events: [EventStreamParser.Event]
    ) throws(ModelError) -> (pieces: [String], isProgress: Bool) {
        var pieces: [String] = []
        var isProgress = false
        for event in events {
            for chunk in try chunks(of: event) where !isDone {
                guard let chunk else {
                    isDone = true
                    continue
                }
                let taken = try take(chunk)
                if let piece = taken.piece { pieces.append(piece) }
                isProgress = isProgress || taken.isProgress
            }
        }
        return (pieces, isProgress)
    }

    private mutating func take(_ chunk: ChatChunk) throws(ModelError) -> (piece: String?, isProgress: Bool) {
        if chunk.isError { throw .failedInStream(provider: provider, code: chunk.errorCode) }
        if chunk.isRecognized { hasRecognizedPiece = true } else { hasUnknownPiece = true }
        usage = chunk.usage ?? usage
        // Text behind the end is a server's repetition.
        let text = finishReason == nil ? chunk.text : ""
        if finishReason == nil, let word = chunk.finishWord { finishReason = FinishReason(serverWord: word) }
        textByteCount += text.utf8.count
        guard textByteCount <= limits.textByteCount else {
            throw .tooLarge(provider: provider, part: .text, limit: limits.textByteCount)
        }
        hasProgress = hasProgress || chunk.isProgress
        return (text.isEmpty ? nil : text, chunk.isProgress)
    }

    /// The pieces of an event, `nil` for `[DONE]`.
    ///
    /// One over all lines, as the standard has it, or one a line from servers that forget the blank lines between events. Blank lines of data keep
    /// connections alive.
    private func chunks(of event: EventStreamParser.Event) throws(ModelError) -> [ChatChunk?] {
        let lines = event.data.filter { !$0.allSatisfy(Self.isSpace) }
        let isError = event.name == "error"
        if lines.count > 1 {
            let joined = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
            if let chunk = try chunk(joined, isError: isError) { return [chunk] }
        }
        var chunks: [ChatChunk?] = []
        for line in lines {
            if let chunk = try chunk(line, isError: isError) {
                chunks.append(chunk)
            } else if line.starts(with: "[DONE]".utf8), line.dropFirst(6).allSatisfy(Self.isSpace) {
                chunks.append(nil)
            } else if isError {
                throw .failedInStream(provider: provider, code: nil)
            } else if event.name.isEmpty || event.name == "message" {
                throw malformed(.notJSON)
            }
            // Events of other kinds may say anything: "event: ping", "data: 12:30".
        }
        return chunks
    }

    /// A piece; `nil` for what is not JSON.
    private func chunk(_ json: [UInt8], isError: Bool) throws(ModelError) -> ChatChunk? {
        do throws(ChatChunk.Failure) {
            return try ChatChunk(json: json, isErrorEvent: isError)
        } catch {
            guard error == .notJSON else { throw malformed(.wrongSchema) }
            return nil
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

    /// Decides by the first byte that is no space; the content type is wrong too often.
    private mutating func recognizeForm() throws(ModelError) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = body.starts(with: mark) ? body.dropFirst(3) : body[...]
        guard let first = text.first(where: { !Self.isSpace($0) }) else { return }
        // The mark may still be coming.
        if body.count < 3, mark.starts(with: body) { return }
        switch first {
        case UInt8(ascii: "{"):
            form = .json
            if text.count != body.count { body.removeFirst(3) }
        case UInt8(ascii: ":"), UInt8(ascii: "a")...UInt8(ascii: "z"): form = .events
        default: throw malformed(.notAnAnswer)
        }
    }

    private var tooLongLine: ModelError { .tooLarge(provider: provider, part: .line, limit: limits.lineByteCount) }

    private func malformed(_ defect: ModelError.Defect) -> ModelError {
        .malformed(provider: provider, defect: defect)
    }
}
