import Foundation
import Synchronization

/// The thread that owns curl: it alone touches the handles; others hand it commands and wake it.
final class CurlEngine: Sendable {
    private enum Command: Sendable {
        case start(Transfer, OutboundRequest)
        case stop(UInt64)
    }

    private struct Mailbox {
        var commands: [Command] = []
        var isStopping = false
        var hasStopped = false
        var stopWaiters: [CheckedContinuation<Void, Never>] = []
    }

    /// A transfer in curl; only the thread has these.
    private struct Running {
        let transfer: Transfer
        let handle: CurlTransferHandle
        /// Its CURLcode once curl is done with it.
        var code: Int32?
    }

    private let multi: CurlMultiHandle
    private let clock: ModelClock
    private let mailbox = Mutex(Mailbox())
    /// Until when the thread means to sleep, in nanoseconds; `.max` while it is awake, so that whoever comes then wakes it.
    private let plannedWake = Atomic<Int64>(.max)
    private let lastNumber = Atomic<UInt64>(0)

    /// Starts the thread; nil when curl cannot be set up.
    init?(clock: ModelClock) {
        guard let multi = CurlMultiHandle() else { return nil }
        self.multi = multi
        self.clock = clock
        let thread = Thread { self.run() }
        thread.name = "language-model"
        thread.start()
    }

    // MARK: For any thread

    /// Begins a request.
    func start(_ request: OutboundRequest, deadline: MonotonicTime) -> Transfer {
        let number = lastNumber.wrappingAdd(1, ordering: .relaxed).newValue
        let transfer = Transfer(number: number, deadline: deadline, engine: self)
        let isTaken = mailbox.withLock { mailbox in
            guard !mailbox.isStopping else { return false }
            mailbox.commands.append(.start(transfer, request))
            return true
        }
        if isTaken { multi.wake() } else { transfer.finish(.notStarted) }
        return transfer
    }

    /// Stops a transfer and closes its connection.
    func stop(_ number: UInt64) {
        mailbox.withLock { $0.commands.append(.stop(number)) }
        multi.wake()
    }

    /// Has the thread look at all transfers.
    func wake() { multi.wake() }

    /// Wakes the thread if it would sleep past a time.
    func wake(ifLaterThan time: MonotonicTime) {
        if time.nanoseconds < plannedWake.load(ordering: .sequentiallyConsistent) { multi.wake() }
    }

    /// Ends the thread; whatever runs ends with `.notStarted`.
    func beginStopping() {
        mailbox.withLock { $0.isStopping = true }
        multi.wake()
    }

    /// Waits until the thread has ended and all connections are closed.
    func waitUntilStopped() async {
        await withCheckedContinuation { continuation in
            let hasStopped = mailbox.withLock { mailbox in
                if !mailbox.hasStopped { mailbox.stopWaiters.append(continuation) }
                return mailbox.hasStopped
            }
            if hasStopped { continuation.resume() }
        }
    }

    // MARK: The thread

    /// Bytes that are handed on at once: a reader looks at the time between two parts.
    private static let partByteCount = 1 << 14
    /// The longest sleep; nothing depends on it.
    private static let longestSleepMilliseconds: Int64 = 60_000

    private func run() {
        multi.beginThread()
        var running: [UInt64: Running] = [:]
        while takeCommands(&running) {
            let code = multi.step(milliseconds: sleepTime(&running))
            // Only for want of memory or descriptors. Nothing can go on: whatever runs fails, later requests may succeed.
            if code != 0 { failAll(&running, code: code) }
            while let done = multi.nextDone() { running[done.number]?.code = done.code }
            for number in Array(running.keys) { moveParts(of: number, in: &running) }
        }
        for entry in running.values { entry.transfer.finish(.notStarted) }
        running = [:]
        multi.close()
        let waiters = mailbox.withLock { mailbox in
            mailbox.hasStopped = true
            defer { mailbox.stopWaiters = [] }
            return mailbox.stopWaiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Does what was asked; false when the thread is to end.
    private func takeCommands(_ running: inout [UInt64: Running]) -> Bool {
        let (commands, isStopping) = mailbox.withLock { mailbox in
            defer { mailbox.commands = [] }
            return (mailbox.commands, mailbox.isStopping)
        }
        for command in commands {
            switch command {
            case .stop(let number): running[number] = nil
            case .start(let transfer, let request):
                guard !isStopping, let handle = makeHandle(transfer, request) else {
                    transfer.finish(.notStarted)
                    continue
                }
                running[transfer.number] = Running(transfer: transfer, handle: handle)
            }
        }
        return !isStopping
    }

    private func makeHandle(_ transfer: Transfer, _ request: OutboundRequest) -> CurlTransferHandle? {
        // The engine ends it at the deadline; curl's own limit, a quarter of a second later, is a net under that.
        let limit = transfer.deadline - clock.now() + .milliseconds(250)
        return CurlTransferHandle(number: transfer.number, request: request, totalLimit: limit, in: multi)
    }

    /// Ends the waits that are over and says how long nothing else will be.
    private func sleepTime(_ running: inout [UInt64: Running]) -> Int32 {
        // Before the transfers are looked at: a reader that comes after its transfer was looked at sees `.max` and wakes the thread.
        plannedWake.store(.max, ordering: .sequentiallyConsistent)
        let now = clock.now()
        var next = MonotonicTime.never
        for (number, entry) in running {
            if entry.transfer.deadline <= now {
                running[number] = nil
                entry.transfer.finish(.deadline)
            } else {
                next = min(next, entry.transfer.deadline, entry.transfer.expire(at: now))
            }
        }
        plannedWake.store(next.nanoseconds, ordering: .sequentiallyConsistent)
        return Int32(min(max(0, (next - now).millisecondsRoundedUp), Self.longestSleepMilliseconds))
    }

    /// Hands on what curl received, as far as there is room, and then the end.
    private func moveParts(of number: UInt64, in running: inout [UInt64: Running]) {
        guard let entry = running[number] else { return }
        if let head = entry.handle.takeHead() { entry.transfer.receive(ResponseHead(bytes: head)) }
        // Taking may let a paused transfer go on at once and fill the buffer again.
        while entry.handle.bodyCount > 0, entry.transfer.hasRoom() {
            entry.transfer.receive(entry.handle.takeBody(atMost: Self.partByteCount), at: clock.now())
        }
        guard let code = entry.code, entry.handle.bodyCount == 0 else { return }
        let end: Transfer.End =
            code == 0
            ? .complete
            : .failed(
                code: Int(code), wasConnected: entry.handle.wasConnected, isHeadTooLarge: entry.handle.isHeadTooLarge)
        running[number] = nil
        entry.transfer.finish(end)
    }

    private func failAll(_ running: inout [UInt64: Running], code: Int32) {
        for entry in running.values {
            entry.transfer.finish(.failed(code: Int(code), wasConnected: true, isHeadTooLarge: false))
        }
        running = [:]
    }
}
