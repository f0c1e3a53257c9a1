/// How often a detector was right: what it found, what it missed, what it found wrongly.
///
/// ```
/// precision = tp / (tp + fp)      recall = tp / (tp + fn)      Fβ = (1 + β²) · P · R / (β² · P + R)
/// ```
///
/// With β = 2 recall counts for more than precision, as it should where a miss is a leak.
/// - Source: C. J. van Rijsbergen, Information Retrieval, 2nd ed., 1979, chapter 7.
public struct DetectionCounts: Equatable, Sendable {
    /// Found, and there.
    public var truePositives: Int
    /// Found, and not there.
    public var falsePositives: Int
    /// There, and not found.
    public var falseNegatives: Int

    /// Makes counts.
    public init(truePositives: Int = 0, falsePositives: Int = 0, falseNegatives: Int = 0) {
        self.truePositives = truePositives
        self.falsePositives = falsePositives
        self.falseNegatives = falseNegatives
    }

    /// The share of what was found that is there; `nil` when nothing was found.
    public var precision: Proportion? {
        Proportion(count: truePositives, of: truePositives + falsePositives)
    }

    /// The share of what is there that was found; `nil` when nothing is there.
    public var recall: Proportion? {
        Proportion(count: truePositives, of: truePositives + falseNegatives)
    }

    /// The weighted harmonic mean of precision and recall; 0 when nothing was found rightly, `nil` when there was nothing to find or found.
    ///
    /// - Parameter beta: how many times recall counts as much as precision; > 0.
    /// - Returns: a number from 0 to 1.
    public func fMeasure(beta: Double) -> Double? {
        let weighted = (1 + beta * beta) * Double(truePositives)
        let total = weighted + beta * beta * Double(falseNegatives) + Double(falsePositives)
        return total > 0 ? weighted / total : nil
    }

    /// The sum of two.
    public static func + (left: DetectionCounts, right: DetectionCounts) -> DetectionCounts {
        DetectionCounts(
            truePositives: left.truePositives + right.truePositives,
            falsePositives: left.falsePositives + right.falsePositives,
            falseNegatives: left.falseNegatives + right.falseNegatives
        )
    }
}

/// A share that was counted, with what the count allows to say about the true one.
public struct Proportion: Equatable, Sendable {
    /// How many have the property.
    public let count: Int
    /// Of how many; ≥ 1.
    public let total: Int

    /// A share; `nil` when `total` is 0.
    ///
    /// Requires 0 ≤ `count` ≤ `total`.
    public init?(count: Int, of total: Int) {
        precondition(count >= 0 && count <= total, "a part is not larger than the whole")
        guard total > 0 else { return nil }
        self.count = count
        self.total = total
    }

    /// The share, from 0 to 1.
    public var value: Double { Double(count) / Double(total) }

    /// The 95 % confidence interval by Wilson's score: sensible near 0 and 1, where the usual one has no width.
    ///
    /// ```
    /// (p + z²/2n ± z · √(p(1 − p)/n + z²/4n²)) / (1 + z²/n),  z = 1.959964
    /// ```
    /// - Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22, 1927.
    public var interval: ClosedRange<Double> {
        let z = 1.959_963_984_540_054
        let n = Double(total)
        let centre = value + z * z / (2 * n)
        let width = z * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        return max(0, (centre - width) / scale)...min(1, (centre + width) / scale)
    }
}
