/// Scores as whole numbers while they are summed.
///
/// Sums of floats depend on their order, and a pruned search meets the terms of each document in another order. Whole numbers add up to the
/// same sum in every order: that is why a pruned search equals an exhaustive one exactly, ties included.
public enum Score {
    /// Units in a score of 1.
    ///
    /// The resolution, 1/8192, is far below differences that mean anything.
    public static let unitsPerPoint: Float = 8192
    /// The most that one term adds: a score of 255.99.
    ///
    /// Together with ``Query/maxTerms`` it keeps sums within 32 bits.
    public static let maxTermUnits: Float = 2_097_024

    /// A score of some units.
    public static func points(_ units: UInt32) -> Float {
        Float(units) / unitsPerPoint
    }
}
