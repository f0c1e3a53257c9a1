/// Finds series and number of a Russian passport, and of one for journeys abroad.
///
/// Found: «паспорт 45 10 №123456», «серия 4510 номер 123456», «номер 123456 серия 4510», «4510 123456», «загранпаспорт 75 1234567».
/// Not: ten digits in a row in a sentence that says nothing of a passport. Near misses: the same digits after «права» are a driving
/// licence, after «телефон» a phone, after «артикул» nothing.
/// - Source: Government Resolution 828 of 8 July 1997 (four digits of a series: region by ОКАТО and year of the blank, six of a number);
///   since 2023 Resolution 2267.
struct PassportRecognizer: NumberRecognizer {
    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        scan.windows(of: 10).compactMap { whole($0, scan) } + scan.windows(of: 9).compactMap { abroad($0, scan) }
            + scan.windows(of: 4).compactMap { part($0, scan, .series) }
            + scan.windows(of: 6).compactMap { part($0, scan, .number) }
    }

    private func whole(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        let shape = window.shape
        let isReversed = shape == [6, 4]
        let isUsual = shape == [4, 6] || shape == [2, 2, 6]
        guard isReversed || gapsAreSound(window, scan), !scan.groups[window.first].hasPlus else { return nil }
        let digits = scan.digits(of: window)
        let support = support(window, scan)
        let hasSign = window.looseness == .loose
        let score: Float
        switch support {
        case .nearest: score = isReversed && !hasSign ? 0.5 : 0.94
        case .somewhere: score = isOtherDocument(window, scan) ? 0.4 : 0.7
        case .other where isTaken(window, scan): return nil
        default:
            guard Self.isPlausible(digits) else { return nil }
            if let known = scoreByCompany(window, scan) {
                score = known
                break
            }
            guard !scan.hasDots(window), isUsual || scan.isWholeText(window) else { return nil }
            score = !isUsual ? 0.5 : hasSign ? 0.8 : scan.touchesLetter(window) ? 0.4 : 0.65
        }
        let explanation =
            support == .nearest || support == .somewhere
            ? "рядом сказано о паспорте" : "четыре и шесть цифр, как в паспорте"
        let number = scan.number(of: window)
        let canonical = isReversed ? String(number.suffix(4) + number.prefix(6)) : number
        return scan.finding(.passport, window, score: score, explanation, canonical: canonical)
    }

    /// The score of ten digits beside words of papers, «документ 4510123456», or before the code of a department.
    private func scoreByCompany(_ window: NumberWindow, _ scan: NumberScan) -> Float? {
        guard !scan.touchesLetter(window) else { return nil }
        if PassportRow(from: window, scan) != nil { return 0.75 }
        let range = scan.utf8Range(of: window)
        let isSaid =
            scan.context.all(before: range.lowerBound).contains(.document)
            || scan.context.all(after: range.upperBound).contains(.document)
        return isSaid && scan.isWholeRun(window) && window.shape.count <= 10 ? 0.75 : nil
    }

    /// «серия» right before the digits means a passport, unless another document was named last.
    private func support(_ window: NumberWindow, _ scan: NumberScan) -> NumberContext.Support {
        let support = scan.support(for: .passport, around: window)
        let start = scan.utf8Range(of: window).lowerBound
        guard support != .nearest, !scan.context.nearest(.series, before: start, within: 30).isEmpty,
            scan.context.nearest(before: start).isDisjoint(with: [.licence, .vehicle, .policy, .thing])
        else { return support }
        return .nearest
    }

    /// A comma, a number sign or its word may stand only between the series and the number.
    private func gapsAreSound(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        if scan.isJoined(window) { return true }
        let start = scan.groups[window.first].digits.lowerBound
        return (window.first..<window.last).allSatisfy { group in
            scan.gaps[group].looseness < .loose || scan.groups[group].digits.upperBound - start == 4
        }
    }

    private func abroad(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        let range = scan.utf8Range(of: window)
        let shape = window.shape
        guard scan.context.support(for: .passport, around: range) == .nearest, shape == [9] || shape == [2, 7] else {
            return nil
        }
        let isSaid = scan.context.all(before: range.lowerBound).contains(.abroad)
        return scan.finding(
            .passport, window, score: isSaid ? 0.93 : 0.6,
            isSaid ? "рядом сказано о загранпаспорте" : "рядом сказано о паспорте, цифр девять, как в заграничном")
    }

    /// A series or a number that stand apart: «паспорт, серия 4510, выдан в Москве, номер 123456».
    private func part(_ window: NumberWindow, _ scan: NumberScan, _ role: NumberContext.Roles) -> PersonalDataFinding? {
        let start = scan.utf8Range(of: window).lowerBound
        let around = scan.context.all(before: start, within: 2 * NumberContext.reachBefore)
        guard scan.isIsolated(window),
            scan.context.nearest([.number, .series], before: start, within: 30) == role,
            around.contains([.passport, .series]), window.looseness <= .spaced,
            scan.context.nearest([.order, .phone, .licence, .card, .thing], before: start, within: 40).isEmpty
        else { return nil }
        return scan.finding(.passport, window, score: 0.6, role == .series ? "серия паспорта" : "номер паспорта")
    }

    /// Whether the year of the blank and the region can be: none were made before 1997.
    static func isPlausible(_ digits: ArraySlice<UInt8>) -> Bool {
        let values = digits.prefix(4).map(Int.init)
        let year = values[2] * 10 + values[3]
        return values[0] + values[1] > 0 && (year >= 97 || year <= 40)
    }

    private func isOtherDocument(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        !scan.context.nearest(before: scan.utf8Range(of: window).lowerBound).isDisjoint(with: [
            .licence, .inn, .thing, .phone,
        ])
    }

    private func isTaken(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        let nearest = scan.freeRoles(before: window)
        return !nearest.isDisjoint(with: [.licence, .thing, .phone, .account, .inn, .snils, .ogrn, .policy, .kpp])
    }
}
