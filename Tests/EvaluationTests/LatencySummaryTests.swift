import Evaluation
import Testing

@Suite struct LatencySummaryTests {
    // Ranks ⌈0.5 n⌉, ⌈0.95 n⌉ and ⌈0.99 n⌉ of the values 1…n.
    @Test(arguments: [
        (1, 1.0, 1.0, 1.0), (2, 1, 2, 2), (3, 2, 3, 3), (20, 10, 19, 20), (21, 11, 20, 21), (99, 50, 95, 99),
        (100, 50, 95, 99), (101, 51, 96, 100), (1000, 500, 950, 990), (1001, 501, 951, 991), (2040, 1020, 1938, 2020),
    ])
    func `percentiles are the values at the nearest rank`(count: Int, p50: Double, p95: Double, p99: Double) throws {
        let summary = try LatencySummary(microseconds: (1...count).map(Double.init))
        #expect(summary.p50 == p50)
        #expect(summary.p95 == p95)
        #expect(summary.p99 == p99)
        #expect(summary.max == Double(count))
        #expect(summary.sampleCount == count)
    }

    @Test func `the order of the samples does not matter`() throws {
        let summary = try LatencySummary(microseconds: [30, 0, 10, 20])
        // Sorted 0, 10, 20, 30: the median is at rank 2, the mean is 60 / 4.
        #expect(summary.p50 == 10)
        #expect(summary.p95 == 30)
        #expect(summary.mean == 15)
        #expect(summary.max == 30)
    }

    @Test func `no samples have no distribution`() {
        #expect(throws: EvaluationError.noSamples) { try LatencySummary(microseconds: []) }
    }

    @Test(arguments: [Double.nan, .infinity, -1])
    func `a sample must be finite and not negative`(sample: Double) {
        #expect(throws: EvaluationError.invalidSample(index: 1)) {
            try LatencySummary(microseconds: [1, sample, 2, sample])
        }
    }
}
