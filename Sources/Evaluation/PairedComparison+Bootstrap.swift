extension PairedComparison {
    /// The percentile bootstrap interval of the mean at the 95 % level, as documented at `confidenceInterval`.
    ///
    /// The upper bound is as far from the greatest resampled mean as the lower one is from the least, so that negated
    /// differences have the negated interval.
    ///
    /// - Parameters:
    ///   - differences: The difference of each topic, at least one, all finite.
    ///   - iterations: The number of resampled means, at least 1.
    ///   - seed: The seed of the resampling.
    /// - Returns: The bounds, both of them resampled means.
    static func bootstrapInterval(
        of differences: [Double], iterations: Int, seed: UInt64
    ) -> ClosedRange<Double> {
        var generator = SplitMix64(seed: seed)
        var means: [Double] = []
        means.reserveCapacity(iterations)
        for _ in 0..<iterations {
            var sum = 0.0
            for _ in differences.indices {
                sum += differences[generator.nextIndex(below: differences.count)]
            }
            means.append(sum / Double(differences.count))
        }
        means.sort()
        let lower = NearestRank.index(perMille: 25, count: iterations)
        return means[lower]...means[iterations - 1 - lower]
    }
}
