/// Which number a word before it is about.
extension NumberScan {
    /// Words that may stand between the name of a document and its number without being about it.
    static let passableWords: NumberContext.Roles = [.passport, .department, .vehicle, .order, .kpp]

    /// Whether a possible number is the first one after a word with a role, over words that do not name another number: «удостоверение
    /// водителя 7723 …», «код подразделения в новом паспорте 770-001».
    func isFirst(_ window: NumberWindow, after role: NumberContext.Roles, within reach: Int = 120) -> Bool {
        let start = utf8Range(of: window).lowerBound
        guard let end = context.end(of: role, passing: Self.passableWords, before: start, within: reach) else {
            return false
        }
        return !hasNumber(between: end, and: start)
    }

    /// Whether a group of more than one digit starts in a range of bytes.
    func hasNumber(between start: Int, and end: Int) -> Bool {
        var low = 0
        var high = groups.count
        while low < high {
            let middle = (low + high) / 2
            if groups[middle].utf8Range.lowerBound < start { low = middle + 1 } else { high = middle }
        }
        return low < groups.count && groups[low].utf8Range.lowerBound < end && groups[low].digits.count > 1
    }

    /// The roles of the nearest deciding word before a possible number.
    ///
    /// None if that word has its number already, as in «СНИЛС
    /// 112-233-445 95; 916 123 45 67». Things come in lists: their word goes on.
    func freeRoles(before window: NumberWindow) -> NumberContext.Roles {
        let start = utf8Range(of: window).lowerBound
        let nearest = context.nearest(before: start)
        guard !nearest.isEmpty, nearest.isDisjoint(with: [.thing, .account]), window.first > 0,
            loosenessBefore(window.first) >= .loose
        else { return nearest }
        let previous = groups[window.first - 1].utf8Range.upperBound
        let isBeyond = context.nearest(before: start, within: start - previous).isEmpty
        return isBeyond && digitCount(endingAt: window.first - 1) >= Self.usualDigits ? [] : nearest
    }

    /// The numbers of most documents have at least so many digits.
    private static let usualDigits = 9

    /// How many digits the run that ends with a group has; counts to twenty.
    func digitCount(endingAt last: Int) -> Int {
        var group = last
        var count = groups[last].digits.count
        while group > 0, count < Self.maxDigits, loosenessBefore(group) < .loose {
            group -= 1
            count += groups[group].digits.count
        }
        return count
    }

    /// The possible number with a count of digits that stands in a range, if any.
    func window(of digitCount: Int, at range: Range<Int>) -> NumberWindow? {
        guard (Self.minDigits...Self.maxDigits).contains(digitCount) else { return nil }
        let all = windows(of: digitCount)
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if utf8Range(of: all[middle]).lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < all.count && utf8Range(of: all[low]) == range ? all[low] : nil
    }

    /// How many different digits a possible number has: few are a filler, `0000 0000 0000 0000`.
    func distinctDigitCount(_ window: NumberWindow) -> Int {
        let seen = digits(of: window).reduce(UInt16(0)) { $0 | 1 << UInt16($1) }
        return seen.nonzeroBitCount
    }
}
