import Synchronization

/// When a provider that fails is left alone.
public struct CircuitPolicy: Hashable, Sendable {
    /// So many failures in a row open the circuit.
    public var consecutiveFailures = 5
    /// More failures than this share, of at least `minimumRequests` within `window`, open it too.
    public var failureShare = 0.5
    /// See `failureShare`.
    public var minimumRequests = 10
    /// See `failureShare`.
    public var window = Duration.seconds(30)
    /// How long it stays open, and the least time between two probes.
    public var pause = Duration.seconds(5)
    /// A success that took longer to begin counts as a failure for the share, and neither as failure nor as success for those in a row.
    public var slowFirstText = Duration.seconds(6)

    /// The policy that is the default.
    public init() {}
}

/// Decides whether a provider is asked at all.
///
/// Closed: every request is let through. Open: none, for `pause`. Half open: one probe every `pause`, counted from start to start, so that a probe that
/// hangs holds up nobody; the first probe that the model begins to answer closes the circuit.
///
/// - Source: M. Nygard, Release It!, 2nd edition, "Circuit Breaker".
final class CircuitBreaker: Sendable {
    /// Leave to send one request; its outcome is to be told.
    struct Permit: Sendable {
        fileprivate let era: Int
        fileprivate let isProbe: Bool
    }

    /// What became of a request.
    enum Outcome: Sendable {
        case success(firstTextAfter: Duration)
        case failure
        /// It says nothing about the provider.
        case neither
    }

    private struct State {
        /// Changes whenever the circuit opens or closes: outcomes of requests from before are too old to count.
        var era = 0
        /// When the last probe began, or the circuit opened; `nil` while it is closed.
        var pausedSince: MonotonicTime?
        var failuresInRow = 0
        var outcomes: [(time: MonotonicTime, isFailure: Bool)] = []

        mutating func change(to pausedSince: MonotonicTime?) {
            self.pausedSince = pausedSince
            era += 1
            failuresInRow = 0
            outcomes = []
        }
    }

    /// Outcomes that are remembered at most.
    private static let capacity = 200

    private let policy: CircuitPolicy
    private let provider: String
    private let clock: ModelClock
    private let state = Mutex(State())

    init(policy: CircuitPolicy, provider: String, clock: ModelClock) {
        self.policy = policy
        self.provider = provider
        self.clock = clock
    }

    /// Until when nothing is let through; `nil` when something would be.
    var closedUntil: MonotonicTime? {
        let now = clock.now()
        return state.withLock { state in
            guard let since = state.pausedSince, now < since + policy.pause else { return nil }
            return since + policy.pause
        }
    }

    /// Asks for leave.
    ///
    /// - Throws: `.circuitOpen`.
    func admit() throws(ModelError) -> Permit {
        let now = clock.now()
        let (permit, wait): (Permit?, Duration) = state.withLock { state in
            guard let since = state.pausedSince else { return (Permit(era: state.era, isProbe: false), .zero) }
            guard now >= since + policy.pause else { return (nil, since + policy.pause - now) }
            state.pausedSince = now
            return (Permit(era: state.era, isProbe: true), .zero)
        }
        guard let permit else { throw .circuitOpen(provider: provider, retryIn: wait) }
        return permit
    }

    /// The model has begun to answer: a probe needs no more.
    func noteProgress(_ permit: Permit) {
        guard permit.isProbe else { return }
        state.withLock { state in
            if state.era == permit.era { state.change(to: nil) }
        }
    }

    /// Tells the outcome of a request.
    func record(_ outcome: Outcome, of permit: Permit) {
        let now = clock.now()
        state.withLock { state in
            // A probe that failed leaves all as it is: the next one may follow a pause after its start.
            guard state.era == permit.era, !permit.isProbe else { return }
            switch outcome {
            case .neither: return
            case .failure:
                state.failuresInRow += 1
                state.outcomes.append((now, true))
            case .success(let delay):
                let isSlow = delay > policy.slowFirstText
                if !isSlow { state.failuresInRow = 0 }
                state.outcomes.append((now, isSlow))
            }
            if shouldOpen(&state, now: now) { state.change(to: now) }
        }
    }

    private func shouldOpen(_ state: inout State, now: MonotonicTime) -> Bool {
        if state.failuresInRow >= policy.consecutiveFailures { return true }
        state.outcomes.removeAll { $0.time + policy.window < now }
        if state.outcomes.count > Self.capacity { state.outcomes.removeFirst(state.outcomes.count - Self.capacity) }
        guard state.outcomes.count >= policy.minimumRequests else { return false }
        let failures = state.outcomes.count { $0.isFailure }
        return Double(failures) > policy.failureShare * Double(state.outcomes.count)
    }
}
