import Synchronization

/// One request under way as its reader sees it: parts come out, one reader at a time.
///
/// Memory is bounded: what the reader has not taken waits here up to `roomByteCount`, then in curl's buffer, then in the server.
final class Transfer: Sendable {
    /// What comes out, in this order: at most one head, bytes, one end.
    ///
    /// `.limitReached` may come in between any number of times.
    enum Part: Sendable {
        case head(ResponseHead)
        /// The first of them arrived at that time.
        case bytes([UInt8], arrival: MonotonicTime)
        case end(End)
        case limitReached
        case cancelled
    }

    /// How it ended.
    enum End: Hashable, Sendable {
        /// The answer is complete as HTTP has it.
        case complete
        /// curl gave up.
        case failed(code: Int, wasConnected: Bool, isHeadTooLarge: Bool)
        /// The deadline passed.
        case deadline
        /// curl refused the settings, or the transport is shut down.
        case notStarted
    }

    private struct Waiter {
        let continuation: CheckedContinuation<Part, Never>
        let limit: MonotonicTime
    }

    private struct State {
        var head: ResponseHead?
        var bytes: [UInt8] = []
        var arrival = MonotonicTime.never
        var end: End?
        var waiter: Waiter?
        var isClosed = false
        /// Whether the engine left bytes with curl for want of room here.
        var isStarved = false

        mutating func nextPart() -> Part? {
            if isClosed { return .cancelled }
            if let head {
                self.head = nil
                return .head(head)
            }
            if !bytes.isEmpty {
                defer { bytes = [] }
                return .bytes(bytes, arrival: arrival)
            }
            return end.map { .end($0) }
        }
    }

    /// Bytes that wait here before the engine leaves further ones with curl.
    private static let roomByteCount = 1 << 16

    /// Its number in the engine, ≥ 1.
    let number: UInt64
    /// When it is over in any case.
    let deadline: MonotonicTime
    private let engine: CurlEngine
    private let state = Mutex(State())

    init(number: UInt64, deadline: MonotonicTime, engine: CurlEngine) {
        self.number = number
        self.deadline = deadline
        self.engine = engine
    }

    // MARK: For the reader

    /// The next part, waiting for it until the limit or the deadline.
    ///
    /// Cancelling the task closes the connection at once. After the end it comes again.
    func next(until limit: MonotonicTime) async -> Part {
        // What is there already is taken without waiting: a server that floods must not keep a thread of the pool from other tasks.
        await Task.yield()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                wait(Waiter(continuation: continuation, limit: limit))
            }
        } onCancel: {
            close()
        }
    }

    /// Stops it, wherever it is.
    ///
    /// Every transfer must be closed by its reader; again does nothing.
    func close() {
        let (waiter, wasRunning) = state.withLock { state in
            let wasRunning = !state.isClosed && state.end == nil
            state.isClosed = true
            state.bytes = []
            defer { state.waiter = nil }
            return (state.waiter, wasRunning)
        }
        waiter?.continuation.resume(returning: .cancelled)
        if wasRunning { engine.stop(number) }
    }

    private func wait(_ waiter: Waiter) {
        let (part, wasStarved): (Part?, Bool) = state.withLock { state in
            if let part = state.nextPart() {
                defer { state.isStarved = false }
                return (part, state.isStarved)
            }
            state.waiter = waiter
            return (nil, false)
        }
        if let part {
            waiter.continuation.resume(returning: part)
            if wasStarved { engine.wake() }
        } else {
            engine.wake(ifLaterThan: waiter.limit)
        }
    }

    // MARK: For the engine's thread

    /// Whether bytes may be given to it now; if not, the engine is woken when they may.
    func hasRoom() -> Bool {
        state.withLock { state in
            state.isStarved = state.bytes.count >= Self.roomByteCount
            return !state.isStarved
        }
    }

    func receive(_ head: ResponseHead) { change { $0.head = head } }

    func receive(_ bytes: [UInt8], at time: MonotonicTime) {
        change { state in
            guard !state.isClosed else { return }
            if state.bytes.isEmpty { state.arrival = time }
            state.bytes.append(contentsOf: bytes)
        }
    }

    func finish(_ end: End) { change { $0.end = $0.end ?? end } }

    /// Ends the wait of a reader whose limit has passed.
    ///
    /// - Returns: the limit of a reader that goes on waiting.
    func expire(at now: MonotonicTime) -> MonotonicTime {
        let (expired, limit): (Waiter?, MonotonicTime) = state.withLock { state in
            guard let waiter = state.waiter else { return (nil, .never) }
            guard waiter.limit <= now else { return (nil, waiter.limit) }
            state.waiter = nil
            return (waiter, .never)
        }
        expired?.continuation.resume(returning: .limitReached)
        return limit
    }

    private func change(_ body: (inout State) -> Void) {
        let ready: (Waiter, Part)? = state.withLock { state in
            body(&state)
            guard let waiter = state.waiter, let part = state.nextPart() else { return nil }
            state.waiter = nil
            return (waiter, part)
        }
        if let (waiter, part) = ready { waiter.continuation.resume(returning: part) }
    }
}
