/// The key of a bank account, which holds only together with the БИК of the bank.
///
/// Three digits are put before the twenty of the account: the last three of the БИК, or for the correspondent account of a bank (301…) a
/// zero and its fifth and sixth. Each digit is multiplied by 7, 1, 3, 7, 1, 3 …; the last digits of the products must add up to a
/// multiple of ten.
/// - Source: Bank of Russia, «Порядок расчёта контрольного ключа в номере лицевого счёта», 8 September 1997, No. 515; plan of accounts:
///   Положение 579-П.
enum AccountKey {
    /// Whether the account belongs to the bank.
    ///
    /// - Parameters:
    ///   - account: twenty digits.
    ///   - bik: nine digits.
    /// - Returns: `false` also for other counts of digits.
    static func isValid(_ account: ArraySlice<UInt8>, bik: ArraySlice<UInt8>) -> Bool {
        guard account.count == 20, bik.count == 9 else { return false }
        let first = bik.startIndex
        let bank: [UInt8] =
            account.starts(with: [3, 0, 1]) ? [0, bik[first + 4], bik[first + 5]] : Array(bik.suffix(3))
        var sum = 0
        for (index, digit) in (bank + account).enumerated() {
            sum += Int(digit) * [7, 1, 3][index % 3] % 10
        }
        return sum % 10 == 0
    }
}
