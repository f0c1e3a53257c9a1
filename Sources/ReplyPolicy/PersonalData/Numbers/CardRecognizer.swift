/// Finds the numbers of payment cards by system, length and checksum.
///
/// Found: «2200 1234 5678 9019» with a right checksum, in any grouping; «карта 4276 1234 5678 9012» with a wrong one, at a lower score.
/// Not: IMEI, bar codes, tracks, sixteen digits of another length or system. Near miss: sixteen digits after «полис» are a policy.
/// A number that is masked already, «*1234» or «2200 70** **** 1234», is no finding: what is left may be shown (PCI DSS 4.0, 3.4.1),
/// leads to nobody, and the operator needs it to tell cards apart.
/// - Source: ISO/IEC 7812 for the checksum; ranges of МИР 2200–2204, Visa 4, Mastercard 51–55 and 2221–2720, Maestro 50, 56–69, UnionPay
///   62, American Express 34 and 37 by their systems' published rules.
struct CardRecognizer: NumberRecognizer {
    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        (13...19).flatMap { scan.windows(of: $0).compactMap { finding($0, scan) } }
    }

    private func finding(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        let digits = scan.digits(of: window)
        guard scan.isJoined(window), let system = PaymentSystem(digits) else { return nil }
        let isValid = LuhnChecksum.isValid(digits)
        guard isValid || digits.count >= 15 else { return nil }
        let support = scan.support(for: .card, around: window)
        let nearest = scan.context.nearest(before: scan.utf8Range(of: window).lowerBound)
        if isValid {
            guard let score = score(window, scan, support, nearest) else { return nil }
            return scan.finding(.card, window, score: score, "контрольная сумма карты верна, \(system.title)")
        }
        guard support == .nearest, scan.isWholeRun(window) || window.shape == [4, 4, 4, 4] else { return nil }
        return scan.finding(
            .card, window, score: 0.6,
            "рядом сказано о карте, номер похож на \(system.title), но контрольная сумма не сходится")
    }

    private func score(
        _ window: NumberWindow, _ scan: NumberScan, _ support: NumberContext.Support, _ nearest: NumberContext.Roles
    ) -> Float? {
        let count = scan.digits(of: window).count
        if support == .nearest { return 1 }
        if !nearest.isDisjoint(with: [.policy, .thing, .ogrn, .account]) { return support == .somewhere ? 0.6 : 0.4 }
        let shape = window.shape
        let isUsual = shape.isFours || (scan.isWholeRun(window) && (!scan.hasDots(window) || shape.isSingles))
        guard isUsual, !scan.touchesLetter(window) else { return support == .somewhere ? 0.6 : nil }
        switch count {
        case 16: return 0.97
        case 15, 18, 19: return support == .somewhere || shape.count > 1 ? 0.93 : 0.8
        case 17: return support == .somewhere ? 0.8 : 0.5
        default: return support == .somewhere ? 0.8 : nil
        }
    }
}

/// A payment system, known by the first digits and the length of a number.
enum PaymentSystem: String {
    case mir, visa, mastercard, maestro, unionPay, americanExpress

    /// The system that gives out such numbers, or `nil`.
    init?(_ digits: ArraySlice<UInt8>) {
        let head = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
        switch (head, digits.count) {
        case (2200...2204, 16...19): self = .mir
        case (2221...2720, 16), (5100...5599, 16): self = .mastercard
        case (4000...4999, 13), (4000...4999, 16), (4000...4999, 19): self = .visa
        case (3400...3499, 15), (3700...3799, 15): self = .americanExpress
        case (6200...6299, 16...19), (8100...8171, 16...19): self = .unionPay
        case (5000...5099, 13...19), (5600...6999, 13...19): self = .maestro
        default: return nil
        }
    }

    /// Its name for people.
    var title: String {
        switch self {
        case .mir: "МИР"
        case .visa: "Visa"
        case .mastercard: "Mastercard"
        case .maestro: "Maestro"
        case .unionPay: "UnionPay"
        case .americanExpress: "American Express"
        }
    }
}
