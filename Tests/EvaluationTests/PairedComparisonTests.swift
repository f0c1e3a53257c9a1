import Testing

@testable import Evaluation

@Suite struct PairedComparisonTests {
    /// Values by topic; topics are numbered with leading zeros so that their order is that of the array.
    private func values(_ values: [Double]) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: values.enumerated().map { (String(1000 + $0), $1) })
    }

    private func compare(_ differences: [Double], iterations: Int = 2000, seed: UInt64 = 1) throws -> PairedComparison {
        try PairedComparison(
            baseline: values(differences.map { _ in 0 }), candidate: values(differences), iterations: iterations,
            seed: seed)
    }

    private func randomDifferences(count: Int, shift: Double, seed: UInt64) -> [Double] {
        var generator = SplitMix64(seed: seed)
        return (0..<count).map { _ in Double(generator.next() >> 11) / 0x1p53 - 0.5 + shift }
    }

    @Test func `identical systems have a p-value of one and an interval of zero`() throws {
        let scores = values([0.1, 0.5, 1, 0])
        let comparison = try PairedComparison(baseline: scores, candidate: scores, iterations: 500, seed: 3)
        #expect(comparison.pValue == 1)
        #expect(comparison.meanDifference == 0)
        #expect(comparison.confidenceInterval == 0...0)
        #expect(comparison.minimalDetectableDifference == 0)
        #expect((comparison.wins, comparison.losses, comparison.ties) == (0, 0, 4))
    }

    @Test func `wins, losses and ties are counted from the candidate's side`() throws {
        let comparison = try PairedComparison(
            baseline: ["a": 0.5, "b": 0.5, "c": 0.5, "d": 0.25], candidate: ["a": 1, "b": 0.75, "c": 0, "d": 0.25],
            iterations: 100, seed: 1)
        #expect((comparison.wins, comparison.losses, comparison.ties) == (2, 1, 1))
        #expect(comparison.topicCount == 4)
        // (0.5 + 0.25 − 0.5 + 0) / 4
        #expect(comparison.meanDifference == 0.0625)
    }

    @Test func `a clear difference reaches the smallest p-value and an interval above zero`() throws {
        // All 40 differences are in 0.1…1.1: only one sign pattern of 2^40 has as great a sum.
        let comparison = try compare(randomDifferences(count: 40, shift: 0.6, seed: 5), iterations: 999)
        #expect(comparison.pValue == 0.001)
        #expect(comparison.confidenceInterval.lowerBound > 0.1)
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `the p-value agrees with the exact test over all sign patterns`(seed: UInt64) throws {
        let differences = randomDifferences(count: 11, shift: 0.15, seed: seed)
        let observed = abs(differences.reduce(0, +))
        var extremeCount = 0
        for pattern in 0..<(1 << differences.count) {
            var sum = 0.0
            for (index, difference) in differences.enumerated() {
                sum += pattern >> index & 1 == 0 ? difference : -difference
            }
            extremeCount += abs(sum) >= observed - 1e-12 ? 1 : 0
        }
        let exact = Double(extremeCount) / Double(1 << differences.count)
        // The standard error of 20,000 iterations is at most √(0.25 / 20,000) = 0.0035; 4 of them are 0.014.
        let estimate = try compare(differences, iterations: 20_000, seed: seed).pValue
        #expect(abs(estimate - exact) < 0.014, "seed \(seed)")
    }

    @Test func `sums that are equal but for rounding count as equally extreme`() throws {
        // The exact sum is 0, so every pattern is at least as extreme. In floating point −0.4 − 0.3 + 0.3 + 0.4 is
        // 5.6e-17, but 0.4 − 0.3 + 0.3 − 0.4 is 0.
        #expect(try compare([-0.4, -0.3, 0.3, 0.4]).pValue == 1)
        // Two differences of the same size: half of the patterns have a sum of ±0.2, and p is about 1/2.
        #expect(abs(try compare([0.1, 0.1]).pValue - 0.5) < 0.05)
    }

    @Test func `one topic can never be significant`() throws {
        let comparison = try compare([0.7])
        #expect(comparison.pValue == 1)
        #expect(comparison.confidenceInterval == 0.7...0.7)
        #expect(comparison.minimalDetectableDifference == nil)
    }

    @Test func `more than 64 topics get independent signs`() throws {
        // 64 zeros, then 6 differences of 1: p is 2 / 2^6 = 0.03125, with a standard error of 0.0018 at 10,000.
        let differences = [Double](repeating: 0, count: 64) + [Double](repeating: 1, count: 6)
        #expect(abs(try compare(differences, iterations: 10_000).pValue - 0.03125) < 0.008)
    }

    @Test func `the interval agrees with the normal one for many topics`() throws {
        let differences = randomDifferences(count: 300, shift: 0.05, seed: 11)
        let comparison = try compare(differences, iterations: 5000)
        let mean = comparison.meanDifference
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let halfWidth = 1.959964 * (squares / 299 / 300).squareRoot()
        #expect(abs(comparison.confidenceInterval.lowerBound - (mean - halfWidth)) < 0.08 * halfWidth)
        #expect(abs(comparison.confidenceInterval.upperBound - (mean + halfWidth)) < 0.08 * halfWidth)
    }

    @Test func `the interval leaves out the same number of means on both sides`() {
        // Differences 0 and 1: a mean is 0, 0.5 or 1 in 1/4, 1/2 and 1/4 of the iterations, far more than 2.5 %.
        #expect(PairedComparison.bootstrapInterval(of: [0, 1], iterations: 1000, seed: 1) == 0...1)
        // One iteration: both bounds are the only mean.
        let single = PairedComparison.bootstrapInterval(of: [0, 1], iterations: 1, seed: 1)
        #expect(single.lowerBound == single.upperBound)
    }

    @Test func `the same seed gives the same numbers and another seed gives others`() throws {
        let differences = randomDifferences(count: 30, shift: 0.05, seed: 17)
        let first = try compare(differences, seed: 1)
        #expect(try compare(differences, seed: 1) == first)
        let other = try compare(differences, seed: 2)
        #expect(other.pValue != first.pValue)
        #expect(other.confidenceInterval != first.confidenceInterval)
        #expect(other.meanDifference == first.meanDifference)
    }

    @Test func `swapping the sides mirrors the comparison`() throws {
        let baseline = values(randomDifferences(count: 25, shift: 0.5, seed: 1))
        let candidate = values(randomDifferences(count: 25, shift: 0.6, seed: 2))
        let forth = try PairedComparison(baseline: baseline, candidate: candidate, iterations: 1000, seed: 9)
        let back = try PairedComparison(baseline: candidate, candidate: baseline, iterations: 1000, seed: 9)
        #expect(back.meanDifference == -forth.meanDifference)
        #expect(back.pValue == forth.pValue)
        #expect(back.confidenceInterval.lowerBound == -forth.confidenceInterval.upperBound)
        #expect(back.confidenceInterval.upperBound == -forth.confidenceInterval.lowerBound)
        #expect((back.wins, back.losses) == (forth.losses, forth.wins))
    }

    @Test func `the detectable difference shrinks with the square root of the topics`() throws {
        // Differences 1, 2, 3: s = 1 and n = 3, so 2.801585 / √3 = 1.617496.
        let difference = try #require(try compare([1, 2, 3]).minimalDetectableDifference)
        #expect(abs(difference - 1.617496) < 1e-6)
    }

    @Test func `summaries of one measure are compared by topic`() throws {
        let baseline = try MeasureSummary(measure: .recall(at: 10), perTopic: ["a": 0.5, "b": 0.25])
        let candidate = try MeasureSummary(measure: .recall(at: 10), perTopic: ["a": 0.75, "b": 0.25])
        let comparison = try PairedComparison(baseline: baseline, candidate: candidate, iterations: 100, seed: 4)
        let same = try PairedComparison(
            baseline: baseline.perTopic, candidate: candidate.perTopic, iterations: 100, seed: 4)
        #expect(comparison == same)
        #expect(comparison.meanDifference == 0.125)
    }

    @Test func `what cannot be compared is refused`() throws {
        let recall = try MeasureSummary(measure: .recall(at: 10), perTopic: ["a": 1])
        let success = try MeasureSummary(measure: .success(at: 10), perTopic: ["a": 1])
        #expect(throws: EvaluationError.measuresDiffer(baseline: .recall(at: 10), candidate: .success(at: 10))) {
            try PairedComparison(baseline: recall, candidate: success, iterations: 10, seed: 1)
        }
        let differ = EvaluationError.topicsDiffer(onlyInBaseline: ["a", "c"], onlyInCandidate: ["d"])
        #expect(throws: differ) {
            try PairedComparison(
                baseline: ["c": 1, "b": 1, "a": 1], candidate: ["b": 1, "d": 1], iterations: 10, seed: 1)
        }
        #expect(throws: EvaluationError.noTopics) {
            try PairedComparison(baseline: [:], candidate: [:], iterations: 10, seed: 1)
        }
        #expect(throws: EvaluationError.nonFiniteValue(topicID: "b")) {
            try PairedComparison(
                baseline: ["a": 1, "b": .nan, "c": 1], candidate: ["a": 1, "b": 1, "c": .infinity], iterations: 10,
                seed: 1)
        }
    }

    @Test func `a test without iterations is a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            _ = try PairedComparison(baseline: ["a": 1], candidate: ["a": 1], iterations: 0, seed: 1)
        }
    }
}
