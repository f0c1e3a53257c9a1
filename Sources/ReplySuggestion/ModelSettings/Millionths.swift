/// A decimal number as a whole number of millionths, without rounding.
///
/// Written as YAML's core schema writes plain numbers, without an exponent: `0.4`, `20`, `-1.5`.
enum Millionths {
    /// Why a text is none.
    enum Fault: Error, Equatable {
        /// It is not a number of that form.
        case notANumber
        /// More than six digits behind the point say something.
        case tooPrecise
    }

    /// Millionths of one.
    static let one = 1_000_000
    /// Larger numbers are taken for this one, which is outside all bounds.
    static let largest = 1_000_000_000_000 * one

    /// Reads a number.
    ///
    /// - Throws: `Fault`.
    static func parse(_ text: String) throws(Fault) -> Int {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        let parts = text.utf8.dropFirst(isNegative ? 1 : 0).split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
        else { throw .notANumber }
        let fraction = parts.count == 2 ? Array(parts[1]) : []
        guard fraction.dropFirst(6).allSatisfy({ $0 == UInt8(ascii: "0") }) else { throw .tooPrecise }
        var value = 0
        for digit in parts[0] { value = min(value * 10 + Int(digit - UInt8(ascii: "0")), largest / one) }
        for place in 0..<6 {
            value = value * 10 + (place < fraction.count ? Int(fraction[place] - UInt8(ascii: "0")) : 0)
        }
        return isNegative ? -min(value, largest) : min(value, largest)
    }

    /// The number as it is written, without zeros at its end.
    static func printed(_ value: Int) -> String {
        let fraction = value.magnitude % UInt(one)
        var text = (value < 0 ? "-" : "") + "\(value.magnitude / UInt(one))"
        guard fraction > 0 else { return text }
        var digits = "\(UInt(one) + fraction)".dropFirst()
        while digits.last == "0" { digits.removeLast() }
        text += "." + digits
        return text
    }
}
