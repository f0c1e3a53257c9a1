extension PairedComparison {
    /// The sum of the normal quantiles z(0.975) = 1.959964 and z(0.8) = 0.841621: 5 % two-sided, 80 % power.
    private static let quantileSum = 2.801585

    /// The minimal detectable mean difference, as documented at `minimalDetectableDifference`.
    ///
    /// - Parameter differences: The difference of each topic.
    /// - Returns: A value of at least 0, or `nil` for fewer than two topics, whose spread is unknown.
    static func minimalDetectableDifference(of differences: [Double]) -> Double? {
        guard differences.count >= 2 else {
            return nil
        }
        let count = Double(differences.count)
        let mean = differences.reduce(0, +) / count
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return quantileSum * (squares / (count - 1) / count).squareRoot()
    }
}
