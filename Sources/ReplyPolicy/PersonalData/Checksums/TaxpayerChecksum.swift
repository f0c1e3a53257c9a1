/// The checksums of ИНН: one control digit in the ten of a company, two in the twelve of a person.
///
/// A control digit is the weighted sum of the digits before it, modulo 11, modulo 10.
/// - Source: Federal Tax Service, Order ММВ-7-6/435@ of 29 June 2012, on the structure of ИНН.
enum TaxpayerChecksum {
    private static let company = [2, 4, 10, 3, 5, 9, 4, 6, 8]
    private static let personFirst = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
    private static let personSecond = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

    /// Whether ten or twelve digits agree.
    static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.contains(where: { $0 != 0 }) else { return false }
        return switch digits.count {
        case 10: agrees(digits, company)
        case 12: agrees(digits, personFirst) && agrees(digits, personSecond)
        default: false
        }
    }

    /// Whether the digit after as many as there are weights is their control digit.
    private static func agrees(_ digits: ArraySlice<UInt8>, _ weights: [Int]) -> Bool {
        var sum = 0
        for (digit, weight) in zip(digits, weights) { sum += Int(digit) * weight }
        return sum % 11 % 10 == Int(digits[digits.startIndex + weights.count])
    }
}
