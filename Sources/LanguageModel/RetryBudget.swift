import Synchronization

/// Bounds the retries by the first requests: a server in trouble is not given more work than a fixed share above the usual.
///
/// Each first request pays in a share of a retry; each retry takes one out. It starts empty, so the bound holds from the start, and keeps at most
/// `capacity` retries, so that a long quiet time does not pay for a storm.
///
/// - Source: the retry budget of Twitter's Finagle.
final class RetryBudget: Sendable {
    /// Retries that are kept at most.
    static let capacity = 10

    private let percent: Int
    /// In hundredths of a retry.
    private let balance = Mutex(0)

    init(percent: Int) { self.percent = percent }

    /// A first request is sent.
    func deposit() {
        balance.withLock { $0 = min($0 + percent, Self.capacity * 100) }
    }

    /// Whether a retry may be sent; it then must be.
    func withdraw() -> Bool {
        balance.withLock { balance in
            guard balance >= 100 else { return false }
            balance -= 100
            return true
        }
    }
}
