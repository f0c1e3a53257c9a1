import Evaluation
import Testing

@Suite struct DetectionCountsTests {
    @Test func `precision, recall and F are those of the textbook`() throws {
        // 8 found rightly, 2 wrongly, 8 missed: P = 8/10, R = 8/16, F1 = 2·.8·.5/1.3 = .61538, F2 = 5·.8·.5/(4·.8 + .5) = .54054.
        let counts = DetectionCounts(truePositives: 8, falsePositives: 2, falseNegatives: 8)
        #expect(try #require(counts.precision).value == 0.8)
        #expect(try #require(counts.recall).value == 0.5)
        #expect(abs(try #require(counts.fMeasure(beta: 1)) - 0.615_384_615) < 1e-9)
        #expect(abs(try #require(counts.fMeasure(beta: 2)) - 0.540_540_541) < 1e-9)
    }

    @Test func `nothing to find and nothing found has no measures`() {
        let counts = DetectionCounts()
        #expect(counts.precision == nil && counts.recall == nil && counts.fMeasure(beta: 2) == nil)
    }

    @Test func `only misses have recall and F of 0`() throws {
        let counts = DetectionCounts(falseNegatives: 3)
        #expect(try #require(counts.recall).value == 0)
        #expect(counts.fMeasure(beta: 2) == 0)
    }

    @Test func `counts add up`() {
        let sum =
            DetectionCounts(truePositives: 1, falsePositives: 2, falseNegatives: 3) + DetectionCounts(truePositives: 4)
        #expect(sum == DetectionCounts(truePositives: 5, falsePositives: 2, falseNegatives: 3))
    }

    @Test func `the interval is Wilson's`() throws {
        // n = 10, p = .5, z² = 3.841459: (.5 + .192073 ± 1.959964·√(.025 + .0096036)) / 1.3841459 = (.692073 ± .364598)/1.384146.
        let half = try #require(Proportion(count: 5, of: 10)).interval
        #expect(abs(half.lowerBound - 0.236_593) < 1e-5 && abs(half.upperBound - 0.763_407) < 1e-5)
        // n = 100, p = 1: the lower bound is n / (n + z²) = 100 / 103.841459.
        let all = try #require(Proportion(count: 100, of: 100)).interval
        #expect(abs(all.lowerBound - 0.963_006) < 1e-5 && all.upperBound == 1)
    }

    @Test func `a share of nothing is none`() {
        #expect(Proportion(count: 0, of: 0) == nil)
    }
}
