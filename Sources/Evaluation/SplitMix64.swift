/// A small seeded generator of random numbers: the same seed gives the same numbers on every platform.
///
/// It has 64 bits of state, so its period is 2^64. It is meant for resampling, not for secrets.
/// Source: Steele, Lea & Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; constants of the
/// reference implementation by Sebastiano Vigna (public domain, 2015).
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Creates a generator.
    ///
    /// Every seed is a good one, zero too.
    public init(seed: UInt64) {
        state = seed
    }

    /// Returns the next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A random index in `0..<count`.
    ///
    /// Requires `count` ≥ 1.
    ///
    /// It takes the high half of a 128-bit product and does not reject: an index is off its fair share by less than
    /// count / 2^64. The standard library's own method promises no stable sequence between versions.
    /// Source: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29(1), 2019; its rejection step was
    /// not taken over.
    mutating func nextIndex(below count: Int) -> Int {
        precondition(count >= 1, "there is no index below zero")
        return Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }
}
