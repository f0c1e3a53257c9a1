extension PairedComparison {
    /// The two-sided p-value of the paired randomisation test, as documented at `pValue`.
    ///
    /// - Parameters:
    ///   - differences: The difference of each topic, at least one, all finite.
    ///   - iterations: The number of random assignments of signs, at least 1.
    ///   - seed: The seed of the assignments.
    /// - Returns: A value in (0, 1].
    static func signFlipPValue(of differences: [Double], iterations: Int, seed: UInt64) -> Double {
        var generator = SplitMix64(seed: seed)
        let observed = abs(differences.reduce(0, +))
        // Two sums that are equal in exact arithmetic may differ by the rounding of n additions each.
        let roundingError = differences.reduce(0) { $0 + abs($1) } * Double(differences.count) * Double.ulpOfOne
        var extremeCount = 0
        for _ in 0..<iterations where abs(flippedSum(of: differences, using: &generator)) >= observed - roundingError {
            extremeCount += 1
        }
        return Double(extremeCount + 1) / Double(iterations + 1)
    }

    /// The sum of the differences with random signs.
    ///
    /// One random word serves 64 differences.
    private static func flippedSum(of differences: [Double], using generator: inout SplitMix64) -> Double {
        var sum = 0.0
        var bits: UInt64 = 0
        for (index, difference) in differences.enumerated() {
            if index.isMultiple(of: UInt64.bitWidth) {
                bits = generator.next()
            }
            sum += bits & 1 == 0 ? difference : -difference
            bits >>= 1
        }
        return sum
    }
}
