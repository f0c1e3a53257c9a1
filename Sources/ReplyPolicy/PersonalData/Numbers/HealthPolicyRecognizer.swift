/// Finds the policy of obligatory health insurance: sixteen digits of the single number, nine of a temporary paper.
///
/// Found: «полис ОМС 7700 0012 3456 7899» with a right checksum; with a wrong one, lower; sixteen digits with a right one and
/// no card without a word. Not: sixteen digits with a wrong one without the word, those of a thing. Near miss: a card that is spoken of beside a policy.
/// - Source: Order 79 of the Federal Fund of Obligatory Medical Insurance, 7 April 2011; see ``LuhnChecksum``.
struct HealthPolicyRecognizer: NumberRecognizer {
    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        scan.windows(of: 16).compactMap { single($0, scan) } + scan.windows(of: 9).compactMap { temporary($0, scan) }
    }

    private func single(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        guard scan.isJoined(window) else { return nil }
        let digits = scan.digits(of: window)
        let isValid = LuhnChecksum.isValid(digits)
        let support = scan.support(for: .policy, around: window)
        if support == .nearest {
            return isValid
                ? scan.finding(
                    .healthPolicy, window, score: 1, "контрольная сумма полиса верна, рядом сказано о полисе")
                : scan.finding(
                    .healthPolicy, window, score: 0.65, "рядом сказано о полисе, но контрольная сумма не сходится")
        }
        guard isValid, PaymentSystem(digits) == nil, scan.distinctDigitCount(window) >= Self.minDistinctDigits,
            support == .somewhere || isUnambiguous(window, scan)
        else { return nil }
        return scan.finding(
            .healthPolicy, window, score: 0.8, "контрольная сумма полиса верна")
    }

    /// Sixteen digits with fewer different ones are made up.
    private static let minDistinctDigits = 4

    /// Whether the number is written as policies are, apart from others and from names of other things.
    private func isUnambiguous(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        let shape = window.shape
        guard scan.isWholeRun(window), !scan.touchesLetter(window), !scan.hasDots(window) || shape.isSingles,
            shape == [16] || shape.isFours || shape.isSingles
        else { return false }
        return scan.freeRoles(before: window).isDisjoint(with: [.thing, .card, .account, .ogrn])
            && scan.context.nearest(after: scan.utf8Range(of: window).upperBound, within: 16).isDisjoint(with: .thing)
    }

    private func temporary(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        guard window.looseness <= .spaced, scan.isWholeRun(window),
            scan.context.nearest(before: scan.utf8Range(of: window).lowerBound, within: 30).contains(.policy)
        else { return nil }
        return scan.finding(.healthPolicy, window, score: 0.6, "рядом сказано о полисе, цифр девять, как во временном")
    }
}
