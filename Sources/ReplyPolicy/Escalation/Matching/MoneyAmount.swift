/// An amount of roubles in a message: «5000 рублей», «12 тысяч», «100к», «полмиллиона».
struct MoneyAmount: Equatable, Sendable {
    /// The indices of the words.
    let words: Range<Int>
    /// The amount.
    let kopecks: Int

    /// A number and what it is counted in, in letter codes.
    private static let units: [[UInt8]: Int] = {
        var units: [[UInt8]: Int] = [:]
        for (words, value) in [
            ("р руб рубль рубля рублей рублями рублев ру rub", 1),
            ("к k т тр тыс тысяч тысячи тысячу тысячами тыщ тыщи тыщу", 1_000),
            ("млн лям ляма лимон миллион миллиона миллионов", 1_000_000),
        ] {
            for word in words.split(separator: " ") { units[LetterCode.codes(of: word)] = value }
        }
        return units
    }()

    /// Amounts that are one word.
    private static let single: [[UInt8]: Int] = {
        var single: [[UInt8]: Int] = [:]
        for (word, roubles) in [
            ("полмиллиона", 500_000), ("миллион", 1_000_000), ("полтысячи", 500), ("полторы", 1_500), ("тысячу", 1_000),
            ("тыщу", 1_000), ("лям", 1_000_000), ("сотку", 100_000), ("пятихатку", 500),
        ] { single[LetterCode.codes(of: word)] = roubles }
        return single
    }()

    /// Small numbers in words before «тысяч».
    private static let counts: [[UInt8]: Int] = {
        var counts: [[UInt8]: Int] = [:]
        for (words, value) in [
            ("две два двух", 2), ("три трех", 3), ("четыре", 4), ("пять", 5), ("шесть", 6), ("семь", 7), ("восемь", 8),
            ("девять", 9), ("десять", 10), ("пятнадцать", 15), ("двадцать", 20), ("тридцать", 30), ("сорок", 40),
            ("пятьдесят", 50), ("сто", 100), ("двести", 200), ("триста", 300), ("пятьсот", 500),
        ] {
            for word in words.split(separator: " ") { counts[LetterCode.codes(of: word)] = value }
        }
        return counts
    }()

    /// The amounts in the words, in order.
    ///
    /// A number counts with a unit after it, or alone when it is written with thousands («64 000») or is round and has at least four digits.
    static func amounts(in words: [ReadWord]) -> [MoneyAmount] {
        var amounts: [MoneyAmount] = []
        var index = 0
        while index < words.count {
            guard let amount = amount(at: index, words) else {
                index += 1
                continue
            }
            amounts.append(amount)
            index = amount.words.upperBound
        }
        return amounts
    }

    private static func amount(at index: Int, _ words: [ReadWord]) -> MoneyAmount? {
        let letters = words[index].letters
        if letters.first.map(LetterCode.isDigit) == true {
            return digits(at: index, words)
        }
        if let count = counts[letters], index + 1 < words.count, let unit = units[words[index + 1].letters],
            unit >= 1_000
        {
            return MoneyAmount(words: index..<index + 2, kopecks: count * unit * 100)
        }
        return single[letters].map { MoneyAmount(words: index..<index + 1, kopecks: $0 * 100) }
    }

    private static func digits(at index: Int, _ words: [ReadWord]) -> MoneyAmount? {
        let letters = words[index].letters
        let head = letters.prefix(while: LetterCode.isDigit)
        guard head.count <= 9, !words[index].isHyphenated else { return nil }
        var value = head.reduce(0) { $0 * 10 + Int($1 - LetterCode.zero) }
        if head.count < letters.count {
            // «100к», «3500р»: the unit is written together with the number.
            guard let unit = units[Array(letters[head.count...])] else { return nil }
            return MoneyAmount(words: index..<index + 1, kopecks: value * unit * 100)
        }
        var next = index + 1
        var isGrouped = false
        while next < words.count, words[next].isNumber, !words[next].isHyphenated, words[next].letters.count == 3,
            head.count <= 3, value < 1_000_000
        {
            value = value * 1_000 + words[next].letters.reduce(0) { $0 * 10 + Int($1 - LetterCode.zero) }
            isGrouped = true
            next += 1
        }
        if next < words.count, let unit = units[words[next].letters] {
            let times = value < 100_000 ? unit : 1
            return MoneyAmount(words: index..<next + 1, kopecks: value * times * 100)
        }
        let isAlone = isGrouped || (head.count >= 4 && head.count <= 7 && value % 100 == 0)
        return isAlone ? MoneyAmount(words: index..<next, kopecks: value * 100) : nil
    }
}
