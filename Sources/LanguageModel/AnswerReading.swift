/// The reading of one answer: takes the parts of a transfer, watches the limits and tells the receiver.
struct AnswerReading {
    /// How long the end of the body is waited for after the server said that nothing follows; it usually is there already, and then the connection can
    /// be used again.
    private static let endLimit = Duration.milliseconds(20)

    private let configuration: ProviderConfiguration
    private let transfer: Transfer
    private let clock: ModelClock
    private let start: MonotonicTime
    private let deadline: Deadline
    private var reader: ChatAnswerReader
    private var lastProgress: MonotonicTime
    /// When the model stopped.
    private var finished: MonotonicTime?
    /// What the receiver was told.
    private(set) var text = ""

    init(
        configuration: ProviderConfiguration, transfer: Transfer, clock: ModelClock, start: MonotonicTime,
        deadline: Deadline
    ) {
        self.configuration = configuration
        self.transfer = transfer
        self.clock = clock
        self.start = start
        self.deadline = deadline
        reader = ChatAnswerReader(provider: configuration.name, limits: configuration.limits)
        lastProgress = start
    }

    /// Reads to the end.
    mutating func run(
        receiver: ChatModel.Receiver, onFirstProgress: @Sendable (Duration) -> Void
    ) async throws(ModelError) -> ProviderClient.Answer {
        while true {
            switch await transfer.next(until: limit) {
            case .head(let head): try check(head)
            case .bytes(let bytes, let arrival):
                // Nothing that follows the end is read.
                if reader.isDone, isWhole { return answer }
                guard clock.now() < deadline.instant else {
                    throw .timeout(provider: configuration.name, limit: .deadline)
                }
                let isProgress = try await take(bytes, receiver, onFirstProgress)
                // Bytes that say nothing do not move the limits, however many come. What came in time and was read late is not the server's fault.
                if !isProgress, arrival >= limit { return try answerAtLimit() }
            case .end(.complete):
                let hadProgress = reader.hasProgress
                let pieces = try reader.finish()
                if !hadProgress { onFirstProgress(clock.now() - start) }
                await tell(pieces, receiver)
                return answer
            case .end(let end):
                // The model had said all: what failed is the rest of the connection.
                if isWhole { return answer }
                throw ModelError(end: end, provider: configuration.name)
            case .limitReached: return try answerAtLimit()
            case .cancelled: throw .cancelled
            }
        }
    }

    private mutating func take(
        _ bytes: [UInt8], _ receiver: ChatModel.Receiver, _ onFirstProgress: @Sendable (Duration) -> Void
    ) async throws(ModelError) -> Bool {
        let hadProgress = reader.hasProgress
        let new = try reader.read(bytes)
        if !hadProgress, reader.hasProgress { onFirstProgress(clock.now() - start) }
        await tell(new.pieces, receiver)
        // After the receiver has them: its time is not the server's.
        if new.isProgress { lastProgress = clock.now() }
        if finished == nil, reader.finishReason != nil || reader.isDone { finished = clock.now() }
        return new.isProgress
    }

    private func answerAtLimit() throws(ModelError) -> ProviderClient.Answer {
        if isWhole { return answer }
        if finished != nil { try reader.checkIsWhole() }
        throw .timeout(provider: configuration.name, limit: reachedLimit)
    }

    private var answer: ProviderClient.Answer {
        .init(text: text, finishReason: reader.finishReason ?? .unspecified, usage: reader.usage)
    }

    /// Whether the answer is complete although the body is not.
    private var isWhole: Bool { finished != nil && reader.finishReason != .contentFilter && !text.isEmpty }

    /// Until when the next part may take.
    private var limit: MonotonicTime {
        let limits = configuration.limits
        if let finished { return finished + (reader.isDone ? Self.endLimit : limits.trailer) }
        if reader.hasProgress { return lastProgress + limits.idle }
        return min(start + limits.firstText, deadline.firstText)
    }

    private var reachedLimit: ModelError.Limit {
        if reader.hasProgress { return .idle }
        return deadline.instant <= start + configuration.limits.firstText && deadline.firstText == deadline.instant
            ? .deadline : .firstText
    }

    private func check(_ head: ResponseHead) throws(ModelError) {
        guard (200...299).contains(head.status) else {
            let wait = RetryAfter.duration(in: head, now: clock.millisecondsSince1970())
            throw .status(provider: configuration.name, code: head.status, retryAfter: wait)
        }
        try reader.check(head)
    }

    private mutating func tell(_ pieces: [String], _ receiver: ChatModel.Receiver) async {
        for piece in pieces {
            if text.isEmpty { await receiver(.started(provider: configuration.name)) }
            text += piece
            await receiver(.text(piece))
        }
    }
}
