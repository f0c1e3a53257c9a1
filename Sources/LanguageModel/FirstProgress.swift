import Synchronization

/// How long a model took to begin, told by the reading of its answer.
final class FirstProgress: Sendable {
    private let stored = Mutex(Duration.zero)

    /// The time; zero until it is told.
    var delay: Duration {
        get { stored.withLock { $0 } }
        set { stored.withLock { $0 = newValue } }
    }
}
