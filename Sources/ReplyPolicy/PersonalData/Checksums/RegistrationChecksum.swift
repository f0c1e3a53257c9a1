/// The checksums of ОГРН, thirteen digits, and ОГРНИП, fifteen.
///
/// The number without its last digit, modulo 11 (ОГРН) or 13 (ОГРНИП); the last digit of the remainder must stand at the end.
/// - Source: Ministry of Finance, Order 165н of 30 October 2017, on keeping ЕГРЮЛ and ЕГРИП.
enum RegistrationChecksum {
    /// Whether thirteen or fifteen digits agree.
    static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 13 || digits.count == 15, let control = digits.last else { return false }
        let modulus = digits.count - 2
        let remainder = digits.dropLast().reduce(0) { ($0 * 10 + Int($1)) % modulus }
        return remainder % 10 == Int(control)
    }
}
