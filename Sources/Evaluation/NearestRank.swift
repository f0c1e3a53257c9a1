/// The nearest-rank definition of a percentile: a value that was observed, never an interpolation.
///
/// The p-th percentile of n values is the one at rank ⌈p / 100 · n⌉ in ascending order, ranks counted from 1.
enum NearestRank {
    /// The index of a percentile in values that are sorted in ascending order.
    ///
    /// It computes in integers, because p / 100 · n in floating point can land just above a whole rank.
    ///
    /// - Parameters:
    ///   - perMille: The percentile in tenths of a per cent, 1…1000: 950 is the 95th percentile.
    ///   - count: The number of values, at least 1.
    /// - Returns: An index in `0..<count`.
    static func index(perMille: Int, count: Int) -> Int {
        precondition((1...1000).contains(perMille) && count >= 1, "a percentile of no values is undefined")
        let (quotient, remainder) = count.quotientAndRemainder(dividingBy: 1000)
        return quotient * perMille + (remainder * perMille + 999) / 1000 - 1
    }
}
