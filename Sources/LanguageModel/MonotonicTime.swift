/// A point of a clock that never jumps: nanoseconds since a start that means nothing.
///
/// Points of different clocks cannot be compared.
public struct MonotonicTime: Comparable, Hashable, Sendable {
    /// Nanoseconds since the clock's start.
    public let nanoseconds: Int64

    /// Makes a point by its nanoseconds.
    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// The point that never comes.
    public static let never = MonotonicTime(nanoseconds: .max)

    /// Whether the left point comes first.
    public static func < (left: Self, right: Self) -> Bool { left.nanoseconds < right.nanoseconds }

    /// The point so much later; `.never` when that is out of reach.
    public static func + (time: Self, duration: Duration) -> Self {
        let (sum, isTooFar) = time.nanoseconds.addingReportingOverflow(duration.wholeNanoseconds)
        return isTooFar ? .never : MonotonicTime(nanoseconds: sum)
    }

    /// How long it takes from the right point to the left one; negative when it is past.
    public static func - (later: Self, earlier: Self) -> Duration {
        let (difference, isTooFar) = later.nanoseconds.subtractingReportingOverflow(earlier.nanoseconds)
        return .nanoseconds(isTooFar ? Int64.max : difference)
    }
}

extension Duration {
    /// Whole nanoseconds, at most about ±292 years.
    var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let limit: Int64 = 9_000_000_000
        return min(max(seconds, -limit), limit) * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    /// Whole milliseconds, rounded up, so that a wait never ends too early.
    var millisecondsRoundedUp: Int64 {
        let nanoseconds = wholeNanoseconds
        return nanoseconds / 1_000_000 + (nanoseconds % 1_000_000 > 0 ? 1 : 0)
    }
}
