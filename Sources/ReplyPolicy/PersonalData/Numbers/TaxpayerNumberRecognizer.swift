/// Finds ИНН, ten digits of a company or twelve of a person, by checksum and name.
///
/// Found: «ИНН 7707083893», «инн 500100732259», twelve digits with right sums without a word, «ИНН 7707083894» with a wrong sum, lower.
/// Not: ten digits without a word, one in ten of which has a right sum; twelve after «трек». Near miss: «паспорт 4510123456».
/// - Source: see ``TaxpayerChecksum``.
struct TaxpayerNumberRecognizer: NumberRecognizer {
    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        [10, 12].flatMap { scan.windows(of: $0).compactMap { finding($0, scan) } }
    }

    private func finding(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        guard !scan.groups[window.first].hasPlus, scan.isJoined(window) else {
            return nil
        }
        let digits = scan.digits(of: window)
        let isValid = TaxpayerChecksum.isValid(digits)
        let support = scan.support(for: .inn, around: window)
        switch (support, isValid) {
        case (.nearest, true):
            return scan.finding(.inn, window, score: 1, "контрольная сумма ИНН верна, рядом слово «ИНН»")
        case (.nearest, false):
            return scan.finding(.inn, window, score: 0.65, "рядом слово «ИНН», но контрольная сумма не сходится")
        case (.somewhere, true):
            return scan.finding(.inn, window, score: 0.91, "контрольная сумма ИНН верна, недалеко слово «ИНН»")
        case (.none, true), (.other, true):
            guard let score = scoreWithoutName(window, scan, isPerson: digits.count == 12) else { return nil }
            return scan.finding(.inn, window, score: score, "контрольная сумма ИНН верна")
        default: return nil
        }
    }

    private func scoreWithoutName(_ window: NumberWindow, _ scan: NumberScan, isPerson: Bool) -> Float? {
        guard scan.isWholeRun(window), !scan.touchesLetter(window) else { return nil }
        let nearest = scan.context.nearest(before: scan.utf8Range(of: window).lowerBound)
        if nearest.contains(.thing) { return nil }
        if isPerson { return nearest.isEmpty ? 0.8 : 0.6 }
        if !nearest.isDisjoint(with: [.ogrn, .kpp, .account]) { return 0.8 }
        // «контрагент 7707083893, КПП 770701001»
        let next = scan.context.nearest(after: scan.utf8Range(of: window).upperBound, within: 8)
        if !next.isDisjoint(with: [.ogrn, .kpp]) { return 0.8 }
        return scan.isWholeText(window) ? 0.55 : nil
    }
}
