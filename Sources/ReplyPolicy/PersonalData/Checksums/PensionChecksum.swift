/// The checksum of СНИЛС.
///
/// The nine digits are multiplied by 9, 8 … 1; of the sum modulo 101, with 100 taken for 0, the last two digits must stand. Numbers up to
/// 001-001-998 have none.
/// - Source: Pension Fund of Russia, Resolution 192п of 31 July 2006, instruction on forms of personified accounting.
enum PensionChecksum {
    /// Whether eleven digits agree.
    static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 11 else { return false }
        var sum = 0
        var number = 0
        for (index, digit) in digits.prefix(9).enumerated() {
            sum += Int(digit) * (9 - index)
            number = number * 10 + Int(digit)
        }
        let control = digits.suffix(2).reduce(0) { $0 * 10 + Int($1) }
        return number > 1_001_998 && sum % 101 % 100 == control
    }
}
