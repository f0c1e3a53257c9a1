/// Whether a candidate system differs from a baseline on the same topics, by more than chance would explain.
///
/// All differences are candidate − baseline, one per topic. The same input, iterations and seed give the same numbers
/// on every platform. Swapping the two sides mirrors the difference and the interval and keeps the p-value.
public struct PairedComparison: Equatable, Sendable {
    /// The number of topics.
    public let topicCount: Int
    /// The mean of the differences; positive when the candidate has the higher values.
    public let meanDifference: Double
    /// The two-sided p-value of the randomisation test of "the two systems are interchangeable", in (0, 1].
    ///
    /// The signs of the differences are flipped at random, each with probability 1/2. With B iterations of which b have
    /// a sum of differences at least as far from zero as the observed one, p = (b + 1) / (B + 1), so p ≥ 1 / (B + 1).
    /// Source: Smucker, Allan & Carterette, CIKM 2007; Phipson & Smyth, Stat. Appl. Genet. Mol. Biol. 9(1),
    /// 2010, for the added ones. It corrects nothing for several comparisons.
    public let pValue: Double
    /// The bootstrap interval of the mean difference at the 95 % level.
    ///
    /// It is the percentile interval. Each of B iterations takes the mean of n topics drawn with replacement out of n.
    /// The lower bound is the m-th least of the means and the upper one the m-th greatest, m = ⌈0.025 · B⌉.
    /// Source: Efron & Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 13. The interval is somewhat too
    /// narrow for few topics (below about 30); no bias correction was taken over.
    public let confidenceInterval: ClosedRange<Double>
    /// The mean difference that a test at the 5 % level finds with a probability of 80 %; `nil` for a single topic.
    ///
    /// It is (z(0.975) + z(0.8)) · s / √n, with the normal quantiles z, the sample standard deviation s of the
    /// differences and the number of topics n. A smaller true difference needs more topics.
    public let minimalDetectableDifference: Double?
    /// The number of topics with a positive difference.
    public let wins: Int
    /// The number of topics with a negative difference.
    public let losses: Int
    /// The number of topics whose two values are equal to the last bit.
    public let ties: Int

    /// Compares two systems by their values per topic.
    ///
    /// - Parameters:
    ///   - baseline: The value by topic of the system to compare with.
    ///   - candidate: The value by topic of the system in question; the same topics.
    ///   - iterations: The number of iterations of the test and of the bootstrap each, at least 1. 10,000 give a
    ///     standard error of a p-value near 0.05 of about 0.002.
    ///   - seed: The seed of all random numbers.
    /// - Throws: `EvaluationError.topicsDiffer` when a topic has a value on one side only; `.noTopics` when there is no
    ///   topic; `.nonFiniteValue` for the first topic with a value, or a difference, that is not finite.
    /// - Complexity: O(iterations · topics).
    public init(
        baseline: [String: Double], candidate: [String: Double], iterations: Int, seed: UInt64
    ) throws(EvaluationError) {
        precondition(iterations >= 1, "a resampling test needs an iteration")
        let differences = try PairedComparison.differences(baseline: baseline, candidate: candidate)
        var seeds = SplitMix64(seed: seed)
        topicCount = differences.count
        meanDifference = differences.reduce(0, +) / Double(differences.count)
        pValue = PairedComparison.signFlipPValue(of: differences, iterations: iterations, seed: seeds.next())
        confidenceInterval = PairedComparison.bootstrapInterval(
            of: differences, iterations: iterations, seed: seeds.next())
        minimalDetectableDifference = PairedComparison.minimalDetectableDifference(of: differences)
        wins = differences.count { $0 > 0 }
        losses = differences.count { $0 < 0 }
        ties = differences.count { $0 == 0 }
    }

    /// Compares two systems by one measure.
    ///
    /// - Parameters:
    ///   - baseline: The measured values of the system to compare with.
    ///   - candidate: The measured values of the system in question, for the same topics.
    ///   - iterations: The number of iterations of the test and of the bootstrap each, at least 1.
    ///   - seed: The seed of all random numbers.
    /// - Throws: `EvaluationError.measuresDiffer` when the summaries are of two measures; `.topicsDiffer` when a topic
    ///   has a value on one side only.
    public init(
        baseline: MeasureSummary, candidate: MeasureSummary, iterations: Int, seed: UInt64
    ) throws(EvaluationError) {
        guard baseline.measure == candidate.measure else {
            throw .measuresDiffer(baseline: baseline.measure, candidate: candidate.measure)
        }
        try self.init(
            baseline: baseline.perTopic, candidate: candidate.perTopic, iterations: iterations, seed: seed)
    }

    /// The differences candidate − baseline in ascending order of the topics.
    private static func differences(
        baseline: [String: Double], candidate: [String: Double]
    ) throws(EvaluationError) -> [Double] {
        let onlyInCandidate = candidate.keys.filter { baseline[$0] == nil }.sorted()
        var onlyInBaseline: [String] = []
        var differences: [Double] = []
        var firstNonFinite: String?
        for (topicID, baselineValue) in baseline.sorted(by: { $0.key < $1.key }) {
            guard let candidateValue = candidate[topicID] else {
                onlyInBaseline.append(topicID)
                continue
            }
            let difference = candidateValue - baselineValue
            if !difference.isFinite, firstNonFinite == nil {
                firstNonFinite = topicID
            }
            differences.append(difference)
        }
        guard onlyInBaseline.isEmpty, onlyInCandidate.isEmpty else {
            throw .topicsDiffer(onlyInBaseline: onlyInBaseline, onlyInCandidate: onlyInCandidate)
        }
        if let firstNonFinite {
            throw .nonFiniteValue(topicID: firstNonFinite)
        }
        guard !differences.isEmpty else {
            throw .noTopics
        }
        return differences
    }
}
