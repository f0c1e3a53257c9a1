import Foundation

/// The time as the module sees it; tests put their own in.
public struct ModelClock: Sendable {
    /// The monotonic time now.
    public let now: @Sendable () -> MonotonicTime
    /// Milliseconds since 1970-01-01 00:00 UTC, for dates that servers send and for the day of a budget.
    public let millisecondsSince1970: @Sendable () -> Int64
    /// Waits until a point; returns false when the task was cancelled before.
    public let wait: @Sendable (MonotonicTime) async -> Bool

    /// Makes a clock of its three operations.
    public init(
        now: @escaping @Sendable () -> MonotonicTime,
        millisecondsSince1970: @escaping @Sendable () -> Int64,
        wait: @escaping @Sendable (MonotonicTime) async -> Bool
    ) {
        self.now = now
        self.millisecondsSince1970 = millisecondsSince1970
        self.wait = wait
    }

    /// The machine's clock.
    public static let system = ModelClock(
        now: systemNow, millisecondsSince1970: systemMillisecondsSince1970, wait: systemWait)
}

private let start = ContinuousClock.now

@Sendable private func systemNow() -> MonotonicTime {
    MonotonicTime(nanoseconds: start.duration(to: .now).wholeNanoseconds)
}

@Sendable private func systemMillisecondsSince1970() -> Int64 {
    Int64(Date().timeIntervalSince1970 * 1000)
}

@Sendable private func systemWait(until time: MonotonicTime) async -> Bool {
    let left = time - systemNow()
    guard left > .zero else { return !Task.isCancelled }
    do {
        try await Task.sleep(for: left)
        return true
    } catch {
        return false
    }
}
