/// Finds СНИЛС by its checksum, its form or its name.
///
/// Found: «112-233-445 95», «11223344595» with a right checksum, «мой СНИЛС 112-233-445 96» with a wrong one, at a lower score.
/// Not: eleven digits that are a phone, a track or an article. Near miss: 8 916 123-45-67 whose sum happens to agree is a phone.
/// - Source: see ``PensionChecksum``.
struct PensionNumberRecognizer: NumberRecognizer {
    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        scan.windows(of: 11).compactMap { finding($0, scan) }
            + [10, 12].flatMap { scan.windows(of: $0).compactMap { mistyped($0, scan) } }
    }

    private func finding(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        guard !scan.groups[window.first].hasPlus, scan.isJoined(window) else { return nil }
        let digits = scan.digits(of: window)
        let shape = window.shape
        let hasForm = shape == [3, 3, 3, 2] || shape == [9, 2]
        let support = scan.support(for: .snils, around: window)
        if PensionChecksum.isValid(digits) {
            var score: Float = hasForm || support == .nearest || support == .somewhere ? 1 : 0.85
            if score < 1, !scan.isWholeRun(window) { score = 0.5 }
            if score < 1, isPhone(digits) || isThing(window, scan) { score = 0.5 }
            return scan.finding(.snils, window, score: score, "контрольная сумма СНИЛС верна")
        }
        guard
            support == .nearest
                || (shape == [3, 3, 3, 2] && support == .none && !isPhone(digits) && !scan.hasDots(window))
        else { return nil }
        return scan.finding(
            .snils, window, score: support == .nearest ? 0.65 : 0.6,
            (support == .nearest ? "рядом сказано о СНИЛС" : "группы цифр, как в СНИЛС")
                + ", но контрольная сумма не сходится")
    }

    /// A digit too few or too many right after the name.
    private func mistyped(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        let start = scan.utf8Range(of: window).lowerBound
        guard scan.isJoined(window), scan.isWholeRun(window), scan.context.nearest(before: start, within: 12) == .snils
        else {
            return nil
        }
        return scan.finding(.snils, window, score: 0.5, "рядом сказано о СНИЛС, но цифр не одиннадцать")
    }

    private func isPhone(_ digits: ArraySlice<UInt8>) -> Bool {
        let first = digits[digits.startIndex]
        return (first == 7 || first == 8) && [3, 4, 8, 9].contains(digits[digits.startIndex + 1])
    }

    private func isThing(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        scan.context.nearest(before: scan.utf8Range(of: window).lowerBound).contains(.thing)
    }
}
