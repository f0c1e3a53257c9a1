/// When an answer must be there, whatever is tried on the way.
///
/// It is made once, where the request comes in, and handed down: retries, waits in a queue and other providers all happen within it.
public struct Deadline: Hashable, Sendable {
    /// The end of everything.
    public let instant: MonotonicTime
    /// When the first words must be there, or the answer is given up in favour of another provider; not after `instant`.
    public let firstText: MonotonicTime

    /// A deadline at a point of time.
    ///
    /// - Parameters:
    ///   - instant: the end of everything.
    ///   - firstText: the end of waiting for the first words; `nil` for the same.
    public init(at instant: MonotonicTime, firstText: MonotonicTime? = nil) {
        self.instant = instant
        self.firstText = min(firstText ?? instant, instant)
    }

    /// A deadline so long from now.
    public init(after duration: Duration, clock: ModelClock = .system) {
        self.init(at: clock.now() + duration)
    }
}
