/// Where a text has numbers of cards and dates till which cards are valid: three digits after them are the code of the card.
///
/// - Source: ISO/IEC 7813 for month and year; people write `03/27`, `03.27`, `03 / 2027`.
struct CardTraces: Sendable {
    /// So far after a card or its date its code may stand, in bytes.
    private static let reach = 90

    /// Where numbers of cards end, in the order of the text.
    private let cardEnds: [Int]

    /// Looks for the cards of a text.
    init(_ scan: NumberScan) {
        var ends: [Int] = []
        for count in 15...19 {
            for window in scan.windows(of: count) where scan.isJoined(window) {
                let digits = scan.digits(of: window)
                guard PaymentSystem(digits) != nil,
                    LuhnChecksum.isValid(digits) || window.shape.isFours || window.isOneGroup
                else { continue }
                ends.append(scan.utf8Range(of: window).upperBound)
            }
        }
        cardEnds = ends.sorted()
    }

    /// Whether the number of a card ends shortly before a place.
    func hasCard(before place: Int) -> Bool {
        var low = 0
        var high = cardEnds.count
        while low < high {
            let middle = (low + high) / 2
            if cardEnds[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low > 0 && place - cardEnds[low - 1] <= Self.reach
    }

    /// Where a month and a year in one group right after a card and right before a possible number start: «2200 … 9019 0528 404».
    func expiryOfCard(before window: NumberWindow, _ scan: NumberScan) -> Int? {
        guard window.first >= 1, scan.loosenessBefore(window.first) < .apart else { return nil }
        let group = scan.groups[window.first - 1]
        guard group.digits.count == 4, hasCard(before: group.utf8Range.lowerBound) else { return nil }
        let values = scan.digits[group.digits].map(Int.init)
        let isDate = (1...12).contains(values[0] * 10 + values[1]) && (20...49).contains(values[2] * 10 + values[3])
        return isDate ? group.utf8Range.lowerBound : nil
    }

    /// Where a month and a year that stand right before a possible number start; `nil` if there are none.
    static func expiry(before window: NumberWindow, _ scan: NumberScan) -> Int? {
        guard window.first >= 2 else { return nil }
        let month = scan.groups[window.first - 2]
        let year = scan.groups[window.first - 1]
        let signs = scan.gaps[window.first - 2].signs
        guard month.digits.count == 2, !signs.isDisjoint(with: [.slash, .dot, .dash]),
            signs.isSubset(of: [.slash, .dot, .dash, .space]), scan.loosenessBefore(window.first - 2) > .tight,
            scan.utf8Range(of: window).lowerBound - year.utf8Range.upperBound <= 40
        else { return nil }
        let last = scan.digits[year.digits].reduce(0) { $0 * 10 + Int($1) }
        let isYear = year.digits.count == 2 ? (20...49).contains(last) : (2020...2049).contains(last)
        let first = scan.digits[month.digits].reduce(0) { $0 * 10 + Int($1) }
        return isYear && (1...12).contains(first) ? month.utf8Range.lowerBound : nil
    }
}
