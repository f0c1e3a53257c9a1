import Synchronization

/// How many requests a provider gets at once, and how many may wait.
public struct ConcurrencyPolicy: Hashable, Sendable {
    /// Requests at once, ≥ 1.
    ///
    /// YandexGPT's quota is 10.
    public var placeCount: Int
    /// Requests that wait, all operators together.
    public var queueLength: Int
    /// Requests of one operator that wait.
    public var queueLengthPerOperator: Int

    /// Makes a policy.
    public init(placeCount: Int = 8, queueLength: Int = 100, queueLengthPerOperator: Int = 4) {
        self.placeCount = max(1, placeCount)
        self.queueLength = max(0, queueLength)
        self.queueLengthPerOperator = max(0, queueLengthPerOperator)
    }
}

/// Lets so many in at once.
///
/// Who waits is let in operator by operator in turn, each operator's requests in their order: one who asks much waits longer, not
/// the others.
final class FairGate: Sendable {
    /// A place inside; `leave()` gives it back, once however often it is called.
    final class Place: Sendable {
        private let gate: FairGate
        private let isLeft = Atomic(false)

        fileprivate init(gate: FairGate) { self.gate = gate }

        /// Gives it back.
        func leave() {
            if !isLeft.exchange(true, ordering: .relaxed) { gate.giveBack() }
        }
    }

    private enum Outcome: Sendable { case admitted, full, late, cancelled }

    private struct Waiter {
        let number: UInt64
        let continuation: CheckedContinuation<Outcome, Never>
    }

    private struct State {
        var usedCount = 0
        var waitingCount = 0
        /// No queue is empty.
        var queues: [String: [Waiter]] = [:]
        /// The operators that have a queue, next first.
        var turns: [String] = []

        mutating func append(_ waiter: Waiter, of operatorID: String) {
            if queues[operatorID] == nil { turns.append(operatorID) }
            queues[operatorID, default: []].append(waiter)
            waitingCount += 1
        }

        mutating func takeNext() -> Waiter? {
            guard !turns.isEmpty else { return nil }
            let operatorID = turns.removeFirst()
            guard let waiter = queues[operatorID]?.removeFirst() else { return nil }
            waitingCount -= 1
            if queues[operatorID]?.isEmpty == false { turns.append(operatorID) } else { queues[operatorID] = nil }
            return waiter
        }

        mutating func remove(_ number: UInt64, of operatorID: String) -> Waiter? {
            guard let index = queues[operatorID]?.firstIndex(where: { $0.number == number }) else { return nil }
            let waiter = queues[operatorID]?.remove(at: index)
            waitingCount -= 1
            if queues[operatorID]?.isEmpty == true {
                queues[operatorID] = nil
                turns.removeAll { $0 == operatorID }
            }
            return waiter
        }
    }

    private let policy: ConcurrencyPolicy
    private let provider: String
    private let clock: ModelClock
    private let state = Mutex(State())
    private let lastNumber = Atomic<UInt64>(0)

    init(policy: ConcurrencyPolicy, provider: String, clock: ModelClock) {
        self.policy = policy
        self.provider = provider
        self.clock = clock
    }

    /// How many wait.
    var waitingCount: Int { state.withLock { $0.waitingCount } }

    /// Waits for a place.
    ///
    /// - Parameters:
    ///   - operatorID: whose turn it takes.
    ///   - limit: until when.
    /// - Returns: the place, which must be left.
    /// - Throws: `.queueFull`, `.timeout` with `.queue`, `.cancelled`.
    func enter(operatorID: String, before limit: MonotonicTime) async throws(ModelError) -> Place {
        if Task.isCancelled { throw .cancelled }
        let outcome = takeFreePlace() ? .admitted : await waitForTurn(operatorID, limit)
        switch outcome {
        case .admitted: return Place(gate: self)
        case .full: throw .queueFull(provider: provider)
        case .late: throw .timeout(provider: provider, limit: .queue)
        case .cancelled: throw .cancelled
        }
    }

    private func takeFreePlace() -> Bool {
        state.withLock { state in
            guard state.usedCount < policy.placeCount else { return false }
            state.usedCount += 1
            return true
        }
    }

    private func waitForTurn(_ operatorID: String, _ limit: MonotonicTime) async -> Outcome {
        let number = lastNumber.wrappingAdd(1, ordering: .relaxed).newValue
        return await withTaskGroup(of: Void.self) { group in
            group.addTask { [clock] in
                if await clock.wait(limit) { self.end(number, of: operatorID, with: .late) }
            }
            let outcome = await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    self.park(Waiter(number: number, continuation: continuation), of: operatorID, limit: limit)
                }
            } onCancel: {
                self.end(number, of: operatorID, with: .cancelled)
            }
            group.cancelAll()
            return outcome
        }
    }

    private func park(_ waiter: Waiter, of operatorID: String, limit: MonotonicTime) {
        let outcome: Outcome? = state.withLock { state in
            if state.usedCount < policy.placeCount {
                state.usedCount += 1
                return .admitted
            }
            guard state.waitingCount < policy.queueLength,
                state.queues[operatorID]?.count ?? 0 < policy.queueLengthPerOperator
            else { return .full }
            // The timer may have gone off before there was anything to end.
            guard clock.now() < limit else { return .late }
            state.append(waiter, of: operatorID)
            return nil
        }
        if let outcome { waiter.continuation.resume(returning: outcome) }
        // And so may the cancellation.
        if outcome == nil, Task.isCancelled { end(waiter.number, of: operatorID, with: .cancelled) }
    }

    private func end(_ number: UInt64, of operatorID: String, with outcome: Outcome) {
        let waiter = state.withLock { $0.remove(number, of: operatorID) }
        waiter?.continuation.resume(returning: outcome)
    }

    private func giveBack() {
        // The place goes to the next who waits without becoming free in between.
        let next: Waiter? = state.withLock { state in
            let next = state.takeNext()
            if next == nil { state.usedCount -= 1 }
            return next
        }
        next?.continuation.resume(returning: .admitted)
    }
}
