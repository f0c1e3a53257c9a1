/// Scores as whole numbers while they are summed.
///
/// Sums of floats depend on their order, and a pruned search meets the terms of each document in another order. Whole numbers add up to the
/// same sum in every order: that is why a pruned search equals an exhaustive one exactly, ties included. Sums stay below 2²⁴, where every whole
/// number is a `Float`, so that the order of the results is the order of their scores.
struct ScoreScale: Equatable {
    /// No sum of a query's terms reaches this.
    static let unitLimit: Float = 16_777_216
    /// The finest scale: a weight of 1 point is so many units for each of the 255 steps of an impact.
    private static let finest: Float = 512

    /// Units of weight in one point.
    let weightUnitsPerPoint: Float

    /// The finest scale, by powers of two, in which the terms' weights (points at full impact) cannot exceed the limit together.
    init(totalWeight: Float) {
        var scale = Self.finest
        // Rounding lifts a weight by less than one unit; two units a term are set aside by halving the limit.
        while scale * totalWeight * Float(Impact.full) > Self.unitLimit / 2, scale > 1e-30 { scale /= 2 }
        weightUnitsPerPoint = scale
    }

    /// A term's weight in units for each step of an impact; at least 1.
    func units(ofWeight points: Float) -> UInt32 {
        UInt32(max(1, (points * weightUnitsPerPoint).rounded()))
    }

    /// A sum of units as a score.
    func points(_ units: UInt32) -> Float {
        Float(units) / (weightUnitsPerPoint * Float(Impact.full))
    }
}

/// f / (f + K), the part of a term's score that depends on the document, in 255ths: what a posting stores.
enum Impact {
    /// Stands for 1, which no quotient reaches.
    static let full: UInt8 = 255

    /// The nearest 255th, at least one.
    ///
    /// `frequency` ≥ 1, `saturation` (K) ≥ 0; see ``BM25F``.
    static func quantized(frequency: Float, saturation: Float) -> UInt8 {
        UInt8(max(1, (frequency / (frequency + saturation) * Float(full)).rounded()))
    }
}
