/// The distribution of latencies, in microseconds.
///
/// Percentiles are nearest-rank: the p-th is the value at rank ⌈p / 100 · n⌉ of the n latencies in ascending order, so
/// it is always a latency that was measured. With fewer than 100 samples the 99th percentile is the maximum.
public struct LatencySummary: Equatable, Sendable {
    /// The number of latencies.
    public let sampleCount: Int
    /// The 50th percentile (median) in microseconds.
    public let p50: Double
    /// The 95th percentile in microseconds.
    public let p95: Double
    /// The 99th percentile in microseconds.
    public let p99: Double
    /// The arithmetic mean in microseconds.
    public let mean: Double
    /// The greatest latency in microseconds.
    public let max: Double

    /// Summarises latencies.
    ///
    /// - Parameter microseconds: The latencies in any order.
    /// - Throws: `EvaluationError.noSamples` when there are none; `.invalidSample` for the first one that is negative
    ///   or not finite.
    /// - Complexity: O(n log n).
    public init(microseconds: [Double]) throws(EvaluationError) {
        if let index = microseconds.firstIndex(where: { !$0.isFinite || $0 < 0 }) {
            throw .invalidSample(index: index)
        }
        let sorted = microseconds.sorted()
        guard let greatest = sorted.last else {
            throw .noSamples
        }
        sampleCount = sorted.count
        p50 = sorted[NearestRank.index(perMille: 500, count: sorted.count)]
        p95 = sorted[NearestRank.index(perMille: 950, count: sorted.count)]
        p99 = sorted[NearestRank.index(perMille: 990, count: sorted.count)]
        mean = sorted.reduce(0, +) / Double(sorted.count)
        max = greatest
    }
}
