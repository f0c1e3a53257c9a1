/// HTTP for the providers: one thread, one pool of connections.
///
/// One is enough for a process. It blocks no thread of Swift's pool.
public final class CurlTransport: Sendable {
    private let engine: CurlEngine

    /// Starts the thread.
    ///
    /// - Throws: `.configuration` when libcurl cannot be set up.
    public init(clock: ModelClock = .system) throws(ModelError) {
        guard let engine = CurlEngine(clock: clock) else {
            throw .configuration(provider: "", setting: "libcurl")
        }
        self.engine = engine
    }

    /// Without `shutDown()` the thread ends a moment later by itself.
    deinit { engine.beginStopping() }

    /// Begins a request; the reader must close the transfer.
    func start(_ request: OutboundRequest, deadline: MonotonicTime) -> Transfer {
        engine.start(request, deadline: deadline)
    }

    /// Ends the thread and closes all connections; requests under way and later ones fail.
    public func shutDown() async {
        engine.beginStopping()
        await engine.waitUntilStopped()
    }
}
