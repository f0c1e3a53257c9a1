/// Finds bank accounts: twenty digits.
///
/// Found: «р/с 40817810099910004312», «40702 810 1 2345 6789012» without a word, accounts whose key agrees with the БИК in the text.
/// Not: twenty digits that begin otherwise and that no word calls an account. Near miss: a track of twenty digits.
/// - Source: Bank of Russia, Положение 579-П (plan of accounts) and, for the key, ``AccountKey``.
struct BankAccountRecognizer: NumberRecognizer {
    /// More БИК in one text are not tried.
    private static let maxBanks = 8
    /// Currencies in the account, digits six to eight: rouble (810, rarely 643), dollar, euro, yuan, tenge, Belarusian rouble, pound, franc.
    private static let currencies: Set<Int> = [810, 643, 840, 978, 156, 398, 933, 826, 756]

    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        let windows = scan.windows(of: 20) + scan.windows(of: 19)
        guard !windows.isEmpty else { return [] }
        let banks = scan.windows(of: 9).lazy.map { scan.digits(of: $0) }.filter { $0.starts(with: [0, 4]) }.prefix(
            Self.maxBanks)
        let known = Array(banks)
        return windows.compactMap { finding($0, scan, known) }
    }

    private func finding(_ window: NumberWindow, _ scan: NumberScan, _ banks: [ArraySlice<UInt8>])
        -> PersonalDataFinding?
    {
        guard scan.isJoined(window) else { return nil }
        let digits = scan.digits(of: window)
        let support = scan.support(for: [.account, .bik], around: window)
        guard digits.count == 20 else {
            guard support == .nearest, digits.starts(with: [4, 0]), scan.isWholeRun(window) else { return nil }
            return scan.finding(.bankAccount, window, score: 0.6, "рядом сказано о счёте, но цифр девятнадцать")
        }
        if banks.contains(where: { AccountKey.isValid(digits, bik: $0) }) {
            return scan.finding(.bankAccount, window, score: 1, "ключ счёта сходится с БИК")
        }
        if isKnown(digits) {
            let note = banks.isEmpty ? "" : ", но ключ не сходится с БИК"
            return scan.finding(.bankAccount, window, score: 0.95, "начало и валюта, как у банковского счёта" + note)
        }
        guard support == .nearest, scan.isWholeRun(window) else { return nil }
        return scan.finding(.bankAccount, window, score: 0.7, "двадцать цифр, рядом сказано о счёте")
    }

    /// Whether the balance account and the currency are such as customers have.
    private func isKnown(_ digits: ArraySlice<UInt8>) -> Bool {
        let balance = digits.prefix(3).reduce(0) { $0 * 10 + Int($1) }
        let currency = digits.dropFirst(5).prefix(3).reduce(0) { $0 * 10 + Int($1) }
        return (301...303).contains(balance) || (401...410).contains(balance) || (417...426).contains(balance)
            ? Self.currencies.contains(currency) : false
    }
}
