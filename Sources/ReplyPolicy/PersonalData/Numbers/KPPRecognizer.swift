/// Finds КПП, which has no checksum and is known by its name only.
///
/// Found: «КПП 770701001», «КПП обособленного подразделения 770745001», «ИНН/КПП 7707083893/770701001». Not: nine digits without the word.
/// - Source: Federal Tax Service, Order ММВ-7-6/435@ of 29 June 2012: four digits of the tax office, two of the reason, three of the number.
struct KPPRecognizer: NumberRecognizer {
    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        scan.windows(of: 9).compactMap { window in
            guard scan.isJoined(window) else { return nil }
            if scan.support(for: .kpp, around: window) == .nearest || scan.isFirst(window, after: .kpp) {
                return scan.finding(.kpp, window, score: 0.95, "рядом слово «КПП»")
            }
            guard followsTaxpayerNumber(window, scan) else { return nil }
            return scan.finding(.kpp, window, score: 0.8, "стоит после ИНН организации")
        }
    }

    /// «7707083893/773601001»: after ten digits with the right sum of an ИНН, and with a usual reason.
    private func followsTaxpayerNumber(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        guard window.isOneGroup, window.first > 0, scan.loosenessAfter(window.last) > .tight,
            scan.loosenessBefore(window.first) < .apart
        else { return false }
        let reason = scan.digits(of: window).dropFirst(4).prefix(2)
        guard [[0, 1], [4, 3], [4, 4], [4, 5], [5, 0]].contains(Array(reason)) else { return false }
        let before = scan.digits[scan.groups[window.first - 1].digits]
        return before.count == 10 && TaxpayerChecksum.isValid(before)
    }
}
