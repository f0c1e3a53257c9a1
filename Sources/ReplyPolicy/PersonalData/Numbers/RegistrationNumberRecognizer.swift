/// Finds ОГРН and ОГРНИП by checksum and name.
///
/// Found: «ОГРН 1027700132195», thirteen digits from 1 or 5 and fifteen from 3 with a right sum, «ОГРН 1027700132196» lower.
/// Not: bar codes, IMEI. Near miss: thirteen digits after «штрихкод» whose sum happens to agree.
/// - Source: see ``RegistrationChecksum``; the first digit says what register a number is from, the next two the year.
struct RegistrationNumberRecognizer: NumberRecognizer {
    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        [13, 15].flatMap { scan.windows(of: $0).compactMap { finding($0, scan) } }
    }

    private func finding(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        guard scan.isJoined(window) else { return nil }
        let digits = scan.digits(of: window)
        let isValid = RegistrationChecksum.isValid(digits)
        let support = scan.support(for: .ogrn, around: window)
        let title = digits.count == 13 ? "ОГРН" : "ОГРНИП"
        if support == .nearest {
            return isValid
                ? scan.finding(.ogrn, window, score: 1, "контрольная сумма \(title) верна, рядом его название")
                : scan.finding(.ogrn, window, score: 0.65, "рядом слово «\(title)», но контрольная сумма не сходится")
        }
        guard isValid, isPlausible(digits), scan.isWholeRun(window), !scan.touchesLetter(window) else { return nil }
        let nearest = scan.context.nearest(before: scan.utf8Range(of: window).lowerBound)
        guard support == .somewhere || nearest.isDisjoint(with: [.thing, .card]) else { return nil }
        return scan.finding(
            .ogrn, window, score: support == .somewhere ? 0.93 : 0.8, "контрольная сумма \(title) верна")
    }

    /// Registers exist since 2002.
    private func isPlausible(_ digits: ArraySlice<UInt8>) -> Bool {
        let first = digits[digits.startIndex]
        let year = digits[digits.startIndex + 1] * 10 + digits[digits.startIndex + 2]
        return (digits.count == 13 ? first == 1 || first == 5 : first == 3) && (2...40).contains(year)
    }
}
