import Synchronization

/// Lends analysers to concurrent tasks: opening one costs more than a short search.
public final class AnalyzerPool: Sendable {
    /// Analysers kept for reuse; more are opened when more tasks run at once, and closed after.
    private static let maxIdle = 16

    /// A noncopyable analyser in a box, so that an array can hold it.
    ///
    /// Only one task at a time takes a box out.
    private final class Box {
        var analyzer: RussianAnalyzer

        init() throws(AnalysisError) {
            analyzer = try RussianAnalyzer()
        }
    }

    /// `@unchecked Sendable`: a box is reachable either from the pool or from the one task that took it, never from
    /// both.
    private struct Idle: @unchecked Sendable {
        var boxes: [Box] = []
    }

    private let idle = Mutex(Idle())

    /// Makes an empty pool; analysers are opened when they are asked for.
    public init() {}

    /// Gives an analyser to `body` for the time of the call.
    ///
    /// - Parameter body: what to do with it; it must not keep word numbers.
    /// - Returns: what `body` returns.
    /// - Throws: `.icu` or `.stemmerUnavailable` when none can be opened; what `body` throws.
    public func withAnalyzer<Result>(
        _ body: (inout RussianAnalyzer) throws(AnalysisError) -> Result
    ) throws(AnalysisError) -> Result {
        let box = try take()
        defer { put(box) }
        return try body(&box.analyzer)
    }

    private func take() throws(AnalysisError) -> Box {
        let taken = idle.withLock { (idle) -> Idle in Idle(boxes: idle.boxes.popLast().map { [$0] } ?? []) }
        if let box = taken.boxes.first { return box }
        return try Box()
    }

    private func put(_ box: Box) {
        let returned = Idle(boxes: [box])
        idle.withLock { idle in
            if idle.boxes.count < Self.maxIdle { idle.boxes.append(contentsOf: returned.boxes) }
        }
    }
}
