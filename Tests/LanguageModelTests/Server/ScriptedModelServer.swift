import Foundation
import Glibc
import LanguageModel
import Synchronization

/// A model server on the loopback that does what it is told: one thread, own sockets, ends by itself after its lifetime.
final class ScriptedModelServer: Sendable {
    /// Answers a request.
    typealias Script = @Sendable (ReceivedRequest) -> [Step]

    /// What the server has seen.
    struct Log: Sendable {
        var requests: [ReceivedRequest] = []
        /// When a client closed, by connection.
        var peerClosings: [Int: MonotonicTime] = [:]
        var openCount = 0
        var hasStopped = false
    }

    private struct Watch {
        let condition: @Sendable (Log) -> Bool
        let limit: Int64
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct Shared {
        var log = Log()
        var watches: [Watch] = []
        var isStopping = false
    }

    let port: UInt16
    private let listener: Int32
    private let wakeReader: Int32
    private let wakeWriter: Int32
    private let script: Script
    private let onAccept: @Sendable (Int) -> [Step]
    private let shared = Mutex(Shared())

    /// Begins to listen.
    ///
    /// - Parameters:
    ///   - lifetime: seconds after which it ends in any case.
    ///   - onAccept: what is done before a request is read; nothing means that it is read.
    ///   - script: the answer to a request.
    /// - Throws: when the system gives no socket.
    init(
        lifetime: Int = 120, onAccept: @escaping @Sendable (Int) -> [Step] = { _ in [] }, script: @escaping Script
    ) throws {
        let (listener, port) = try Self.listen(backlog: 1024)
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        self.listener = listener
        self.port = port
        (wakeReader, wakeWriter) = (ends[0], ends[1])
        self.script = script
        self.onAccept = onAccept
        Thread { [self] in run(until: Self.milliseconds() + Int64(lifetime) * 1000) }.start()
    }

    /// The base URL, with a path of its own if one is given.
    func url(_ path: String = "v1", scheme: String = "http") -> String { "\(scheme)://127.0.0.1:\(port)/\(path)" }

    var log: Log { shared.withLock { $0.log } }

    /// Waits until something is so; false when it is not within the time.
    func wait(seconds: Double = 10, until condition: @escaping @Sendable (Log) -> Bool) async -> Bool {
        await withCheckedContinuation { continuation in
            let limit = Self.milliseconds() + Int64(seconds * 1000)
            let result: Bool? = shared.withLock { shared in
                if condition(shared.log) { return true }
                if shared.log.hasStopped { return false }
                shared.watches.append(Watch(condition: condition, limit: limit, continuation: continuation))
                return nil
            }
            if let result { continuation.resume(returning: result) } else { wake() }
        }
    }

    /// Ends it and waits until all its sockets are closed.
    func stop() async {
        shared.withLock { $0.isStopping = true }
        wake()
        _ = await wait { $0.hasStopped }
    }

    // MARK: The thread

    private func run(until end: Int64) {
        var connections: [ScriptedConnection] = []
        var accepted = 0
        while Self.milliseconds() < end, !shared.withLock({ $0.isStopping }) {
            waitForEvents(connections, end: end)
            while case let descriptor = accept(listener, nil, nil), descriptor >= 0 {
                _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
                var one: Int32 = 1
                setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
                accepted += 1
                connections.append(
                    ScriptedConnection(number: accepted, descriptor: descriptor, steps: onAccept(accepted)))
            }
            connections = connections.filter { serve($0) }
            let openCount = connections.count
            change { $0.openCount = openCount }
        }
        for connection in connections { close(connection.descriptor) }
        for descriptor in [listener, wakeReader, wakeWriter] { close(descriptor) }
        change { log in
            log.openCount = 0
            log.hasStopped = true
        }
    }

    /// Goes on with a connection; false when it is over.
    private func serve(_ connection: ScriptedConnection) -> Bool {
        guard connection.read() else { return end(connection, .closedByPeer) }
        while let request = connection.takeRequest() {
            change { $0.requests.append(request) }
            connection.begin(script(request))
        }
        let state = connection.run(now: Self.milliseconds())
        return state == .open || end(connection, state)
    }

    private func end(_ connection: ScriptedConnection, _ state: ScriptedConnection.State) -> Bool {
        close(connection.descriptor)
        if state == .closedByPeer {
            let now = ModelClock.system.now()
            change { $0.peerClosings[connection.number] = now }
        }
        return false
    }

    private func waitForEvents(_ connections: [ScriptedConnection], end: Int64) {
        var polled = [
            pollfd(fd: listener, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakeReader, events: Int16(POLLIN), revents: 0),
        ]
        var next = min(end, shared.withLock { $0.watches.map(\.limit).min() ?? .max })
        for connection in connections {
            let events = Int16(POLLIN) | (connection.wantsToWrite ? Int16(POLLOUT) : 0)
            polled.append(pollfd(fd: connection.descriptor, events: events, revents: 0))
            if let time = connection.nextTime() { next = min(next, time) }
        }
        let timeout = min(max(next - Self.milliseconds(), 0), 60_000)
        poll(&polled, nfds_t(polled.count), Int32(timeout))
        var buffer = [UInt8](repeating: 0, count: 256)
        while read(wakeReader, &buffer, buffer.count) > 0 {}
        change { _ in }
    }

    private func wake() {
        var byte: UInt8 = 1
        // A full pipe wakes as well.
        _ = write(wakeWriter, &byte, 1)
    }

    private func change(_ body: (inout Log) -> Void) {
        let now = Self.milliseconds()
        let done: [(CheckedContinuation<Bool, Never>, Bool)] = shared.withLock { shared in
            body(&shared.log)
            var done: [(CheckedContinuation<Bool, Never>, Bool)] = []
            var left: [Watch] = []
            for watch in shared.watches {
                let isSo = watch.condition(shared.log)
                if isSo || watch.limit <= now || shared.log.hasStopped {
                    done.append((watch.continuation, isSo))
                } else {
                    left.append(watch)
                }
            }
            shared.watches = left
            return done
        }
        for (continuation, isSo) in done { continuation.resume(returning: isSo) }
    }

    static func milliseconds() -> Int64 { ModelClock.system.now().nanoseconds / 1_000_000 }

    /// A socket that listens on a free port of the loopback.
    static func listen(backlog: Int32) throws -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(
            AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { throw POSIXError(.EMFILE) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) == 0 && getsockname(descriptor, generic, &length) == 0
            }
        }
        guard isBound, backlog < 0 || Glibc.listen(descriptor, backlog) == 0 else {
            close(descriptor)
            throw POSIXError(.EADDRINUSE)
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }
}
