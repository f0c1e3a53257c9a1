/// What a number counts, and how many of the smallest unit of its kind one of it is.
///
/// `1 час` and `60 минут` are equal; `14 дней` and `две недели`; `год` and `12 месяцев`. A month is no number of days, and a working day
/// is no day.
struct MeasureUnit: Equatable, Sendable {
    /// Kinds of units; values of two kinds are never equal.
    enum Dimension: Sendable {
        /// Kopecks.
        case roubles
        case dollars, euros, percent
        case seconds, days, workingDays, months, quarters
        case grams, millimetres, millilitres, kilobytes
        /// «Раз».
        case times

        /// Whether its units measure time.
        var isTime: Bool {
            switch self {
            case .seconds, .days, .workingDays, .months, .quarters: true
            default: false
            }
        }
    }

    let dimension: Dimension

    /// Whether it measures time.
    var isTime: Bool { dimension.isTime }
    /// How many of the dimension's smallest unit.
    let factor: Int
}

/// A number with what it counts.
struct Quantity: Equatable, Sendable {
    /// Values are whole numbers of ten-thousandths, so that `0,5` is exact.
    static let one = 10_000

    /// The value, or the lower end of a range, in the smallest unit.
    var low: Int
    /// The same as ``low`` unless it is a range.
    var high: Int
    /// `nil` for a bare number and for things that are counted.
    var dimension: MeasureUnit.Dimension?
    /// Whether it is a place in an order: «второй», `15-й`.
    var isOrdinal = false

    /// The quantity in a unit; `nil` when the value does not fit.
    func measured(in unit: MeasureUnit) -> Quantity? {
        let (low, isLowTooLarge) = low.multipliedReportingOverflow(by: unit.factor)
        let (high, isHighTooLarge) = high.multipliedReportingOverflow(by: unit.factor)
        guard !isLowTooLarge, !isHighTooLarge else { return nil }
        let day = 86_400 * Quantity.one
        if unit.dimension == .seconds, !isOrdinal, low > 0, low % day == 0, high % day == 0 {
            return Quantity(low: low / 86_400, high: high / 86_400, dimension: .days)
        }
        return Quantity(low: low, high: high, dimension: unit.dimension, isOrdinal: isOrdinal)
    }
}
