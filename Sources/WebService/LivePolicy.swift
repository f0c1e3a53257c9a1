public import ReplyPolicy
import Synchronization

/// The policy that requests are decided by: the latest version of its file.
///
/// When the file changes, the next request after the check interval is decided by the new policy. A file that has become invalid changes nothing:
/// the old policy goes on, and the failure is told.
public final class LivePolicy: Sendable {
    /// Where policies come from.
    public struct Source: Sendable {
        /// Something that changes whenever the policy may have changed.
        public let stamp: @Sendable () throws -> String
        /// Reads the policy.
        public let read: @Sendable () throws -> Policy

        /// Makes a source.
        public init(
            stamp: @escaping @Sendable () throws -> String, read: @escaping @Sendable () throws -> Policy
        ) {
            self.stamp = stamp
            self.read = read
        }
    }

    private struct State: Sendable {
        var engine: PolicyEngine
        var stamp: String
        var lastCheck: ContinuousClock.Instant
    }

    private let source: Source
    private let checkInterval: Duration
    private let onFailure: @Sendable (any Error) -> Void
    private let state: Mutex<State>

    /// Reads the policy.
    ///
    /// - Parameters:
    ///   - source: where policies come from.
    ///   - checkInterval: how often the stamp is read at most.
    ///   - onFailure: told when a newer policy cannot be read, once for each stamp.
    /// - Throws: what the source throws.
    public init(
        source: Source,
        checkInterval: Duration = .seconds(1),
        onFailure: @escaping @Sendable (any Error) -> Void = { _ in }
    ) throws {
        self.source = source
        self.checkInterval = checkInterval
        self.onFailure = onFailure
        let stamp = try source.stamp()
        let engine = PolicyEngine(policy: try source.read())
        engine.prepare()
        state = Mutex(State(engine: engine, stamp: stamp, lastCheck: .now))
    }

    /// A policy that never changes.
    public convenience init(_ policy: Policy) throws {
        try self.init(source: Source(stamp: { "" }, read: { policy }))
    }

    /// Decides by the latest policy that could be read.
    public func engine() -> PolicyEngine {
        let (known, isDue) = state.withLock { state in
            let isDue = ContinuousClock.now - state.lastCheck >= checkInterval
            // Whoever comes first looks; the others go on with what is known.
            if isDue { state.lastCheck = .now }
            return (state, isDue)
        }
        return isDue ? newest(known) : known.engine
    }

    private func newest(_ known: State) -> PolicyEngine {
        do {
            let stamp = try source.stamp()
            guard stamp != known.stamp else { return known.engine }
            // Noted before reading, so that a bad file is told once.
            state.withLock { $0.stamp = stamp }
            let engine = PolicyEngine(policy: try source.read())
            state.withLock { $0.engine = engine }
            return engine
        } catch {
            onFailure(error)
            return known.engine
        }
    }
}
