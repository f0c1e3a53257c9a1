/// Finds phone numbers: Russian ones with +7, 8, 7 or without a prefix, foreign ones, and the short ones of a town.
///
/// Found: «+7 (916) 123-45-67», «8.916.123.45.67», «9161234567», «(495) 123-45-67», «+375 29 123-45-67», «тел. 23-45-67», «восемь
/// девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь», «8 9О5 123 45 67».
/// Not: «8 999 рублей», «трек 80781261390010», «20.10.2026 12:30», «заказ 123-456-789».
/// Near misses: ten digits from 9 after «ИНН» or «паспорт» are no phone; `45 10 123456` is a passport.
/// - Source: Russian numbering plan (Order 205 of the Ministry of Digital Development, 2021): area codes begin with 3, 4, 8, mobile ones with
///   9; ITU-T E.164 for the length of foreign numbers.
struct PhoneRecognizer: NumberRecognizer {
    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        var found = scan.windows(of: 11).compactMap { whole($0, scan) }
        found += scan.windows(of: 10).compactMap { withoutPrefix($0, scan) }
        for count in 8...15 { found += scan.windows(of: count).compactMap { foreign($0, scan) } }
        for count in 5...7 { found += scan.windows(of: count).compactMap { ofTown($0, scan) } }
        return found
    }

    private static let commonShapes: Set<GroupShape> = [
        [11], [1, 10], [4, 7], [1, 3, 7], [4, 3, 4], [1, 3, 3, 4], [1, 3, 3, 2, 2], [4, 3, 2, 2], [1, 3, 2, 2, 3],
        [1, 3, 2, 3, 2], [1, 5, 5],
        [1, 4, 6], [1, 4, 2, 2, 2], [1, 6, 4], [1, 3, 6, 1], [4, 2, 2, 3], [7, 2, 2], [7, 4], [1, 6, 2, 2],
    ]
    private static let commonShortShapes: Set<GroupShape> = [
        [3, 7], [3, 3, 4], [3, 3, 2, 2], [3, 2, 2, 3], [3, 2, 3, 2], [4, 2, 2, 2], [6, 2, 2], [3, 5, 2],
    ]
    private static let passportShapes: Set<GroupShape> = [[4, 6], [2, 2, 6], [2, 8]]
    /// Codes of countries whose numbers customers write without `+`.
    private static let neighbours = ["375", "380", "374", "994", "995", "996", "998", "992", "993", "373"]

    /// Eleven digits from 7 or 8.
    private func whole(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        let digits = scan.digits(of: window)
        let first = digits[digits.startIndex]
        let area = digits[digits.startIndex + 1]
        guard first == 7 || first == 8, scan.isJoined(window) else { return nil }
        let support = scan.support(for: .phone, around: window)
        let hasPlus = scan.groups[window.first].hasPlus
        guard [3, 4, 8, 9].contains(area) || ((hasPlus || support == .nearest) && (area == 7 || area == 6)) else {
            return nil
        }
        var score: Float = hasPlus || hasBracket(window, scan) ? 0.96 : 0.91
        if !hasPlus, support != .nearest {
            if !Self.commonShapes.contains(window.shape), !scan.isWholeRun(window) { score = 0.55 }
            if support == .other, window.isOneGroup, isTaken(window, scan) { score = 0.45 }
        }
        if support == .nearest { score = max(score, 0.95) }
        return scan.finding(
            .phone, window, score: score, explanation("российский номер из 11 цифр", support),
            canonical: canonical(digits))
    }

    /// Ten digits: the rest after a prefix that was left out.
    private func withoutPrefix(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        let digits = scan.digits(of: window)
        let first = digits[digits.startIndex]
        let support = scan.support(for: .phone, around: window)
        if scan.groups[window.first].hasPlus {
            guard first == 7, scan.isJoined(window) else { return nil }
            return scan.finding(
                .phone, window, score: 0.6, explanation("номер с +7, в котором не хватает цифры", support))
        }
        guard [3, 4, 8, 9].contains(first), scan.isJoined(window) else { return nil }
        let shape = window.shape
        let hasBracket = hasBracket(window, scan)
        var score: Float
        switch support {
        case .nearest: score = 0.93
        case .other where !hasBracket && isTaken(window, scan): return nil
        default:
            let isMobile = first == 9 && !Self.passportShapes.contains(shape)
            guard hasBracket || isMobile else { return nil }
            score = hasBracket || Self.commonShortShapes.contains(shape) ? 0.9 : 0.7
            if shape.count > 1, !scan.isWholeRun(window), !hasBracket { score = min(score, 0.6) }
        }
        if Self.passportShapes.contains(shape), first != 9 { score = min(score, 0.8) }
        return scan.finding(
            .phone, window, score: score, explanation("номер из 10 цифр без кода страны", support),
            canonical: canonical(digits))
    }

    /// A number with the code of another country.
    private func foreign(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        let digits = scan.digits(of: window)
        let first = digits[digits.startIndex]
        guard first != 0, scan.isJoined(window) else { return nil }
        let support = scan.support(for: .phone, around: window)
        if scan.groups[window.first].hasPlus {
            guard first != 7, digits.count >= 10 || support == .nearest else { return nil }
            let isRussian = digits.count == 11 && first == 8
            return scan.finding(
                .phone, window, score: 0.93, explanation("номер с кодом страны после «+»", support),
                canonical: isRussian ? canonical(digits) : nil)
        }
        guard support == .nearest, digits.count >= 11 else { return nil }
        let number = scan.number(of: window)
        let abroad = number.hasPrefix("810") && digits.count >= 13 ? String(number.dropFirst(3)) : number
        guard abroad != number || (digits.count <= 12 && Self.neighbours.contains(where: number.hasPrefix)) else {
            return nil
        }
        return scan.finding(
            .phone, window, score: 0.9, explanation("номер с кодом соседней страны", support), canonical: abroad)
    }

    /// Five to seven digits after «тел.».
    private func ofTown(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        let range = scan.utf8Range(of: window)
        guard scan.isIsolated(window), scan.isJoined(window),
            scan.context.nearest(
                [.phone, .code, .oneTime, .thing, .order, .otherCode], before: range.lowerBound, within: 30) == .phone
        else { return nil }
        let gaps = scan.gaps[window.first..<window.last]
        let isDashed = !gaps.isEmpty && gaps.allSatisfy { $0.signs.contains(.dash) }
        let isDirect = !scan.context.nearest(.phone, before: range.lowerBound, within: 3).isEmpty
        let isSpaced = !gaps.isEmpty && window.shape.last == 2 && gaps.allSatisfy { $0.signs == .space }
        guard isDashed || (isDirect && scan.digits(of: window).count >= 6 && (gaps.isEmpty || isSpaced)) else {
            return nil
        }
        return scan.finding(.phone, window, score: 0.75, explanation("короткий городской номер", .nearest))
    }

    private func hasBracket(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        let group = scan.groups[window.first]
        if window.isOneGroup { return false }
        if group.prefixStart < group.utf8Range.lowerBound, !group.hasPlus {
            return scan.gaps[window.first].signs.contains(.closing)
        }
        return scan.gaps[window.first].signs.contains(.opening)
    }

    /// Whether the words near it give the number to another kind.
    private func isTaken(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        let nearest = scan.freeRoles(before: window)
        return !nearest.isDisjoint(with: [
            .passport, .series, .snils, .inn, .ogrn, .licence, .policy, .account, .thing, .card, .kpp,
        ])
    }

    private func canonical(_ digits: ArraySlice<UInt8>) -> String {
        "7" + String(decoding: digits.suffix(10).map { $0 + 0x30 }, as: UTF8.self)
    }

    private func explanation(_ form: String, _ support: NumberContext.Support) -> String {
        support == .nearest ? form + ", рядом сказано о телефоне" : form
    }
}
