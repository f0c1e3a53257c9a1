/// When a request is sent again to the same provider.
///
/// The wait before retry n (1, 2, …) is random(0, min(longest, base · 2ⁿ⁻¹)), "full jitter": many clients that failed together do not come back together.
///
/// - Source: M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog, 2015.
public struct RetryPolicy: Hashable, Sendable {
    /// The most requests for one answer, the first included: 1…3.
    public var attemptCount: Int
    /// The upper end of the first wait.
    public var base: Duration
    /// The upper end of any wait.
    public var longest: Duration
    /// The most retries for 100 first requests, counted since the start: 0…100.
    ///
    /// Sending never grows by more than that.
    public var budgetPercent: Int

    /// Makes a policy; numbers outside their range are taken for the nearest inside.
    public init(
        attemptCount: Int = 3, base: Duration = .milliseconds(200), longest: Duration = .seconds(2),
        budgetPercent: Int = 20
    ) {
        self.attemptCount = min(max(attemptCount, 1), 3)
        self.base = max(base, .zero)
        self.longest = max(longest, .zero)
        self.budgetPercent = min(max(budgetPercent, 0), 100)
    }

    /// The wait before a retry.
    ///
    /// - Parameters:
    ///   - retry: its number, from 1.
    ///   - retryAfter: what the server asked for; the wait is not shorter.
    ///   - random: random numbers.
    /// - Returns: how long to wait.
    func wait(beforeRetry retry: Int, retryAfter: Duration?, random: RandomSource) -> Duration {
        let ceiling = min(longest, base * (1 << min(max(retry - 1, 0), 20)))
        return max(ceiling * random.fraction(), retryAfter ?? .zero)
    }
}
