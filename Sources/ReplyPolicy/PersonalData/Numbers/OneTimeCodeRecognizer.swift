import TextAnalysis

/// Finds one-time codes, PINs and passwords by the words around them.
///
/// Found: «код из смс 4821», «пришло „417777 — код для входа“», «назвала код 2753 курьеру», «пароль: 1234», «пароль Qwerty12», «otp 039482».
/// Not: «промокод», «код товара 4821», «код ошибки 1045», «код города 4852», «ввела код три раза». Near misses: the code of a department,
/// of a card, of an entrance phone.
/// - Source: our own list of wordings.
struct OneTimeCodeRecognizer: NumberRecognizer {
    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        (4...8).flatMap { scan.windows(of: $0).compactMap { finding($0, scan) } } + passwords(scan)
    }

    private func finding(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        guard let found = code(window, scan), !scan.isCounted(scan.utf8Range(of: window).upperBound) else { return nil }
        return found
    }

    private func code(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        guard scan.isJoined(window), scan.isIsolated(window), !isDate(window, scan),
            !scan.hasDots(window) || window.shape.count < 4 || window.shape.isSingles,
            scan.isWholeRun(window) || isRightAfterWord(window, scan)
        else { return nil }
        let range = scan.utf8Range(of: window)
        let context = scan.context
        let nearest = context.nearest(
            [.code, .secret, .cardCode, .phone, .passport], before: range.lowerBound, within: 64)
        if nearest.contains(.secret), context.nearest([.secret], before: range.lowerBound, within: 40).contains(.secret)
        {
            return scan.finding(.oneTimeCode, window, score: 0.93, "рядом сказано о пароле")
        }
        if nearest.contains(.code), let score = scoreAfterCode(range, scan) {
            return scan.finding(.oneTimeCode, window, score: score, "рядом слово «код»")
        }
        let after = context.all(after: range.upperBound, within: 40)
        if context.nearest(after: range.upperBound, within: 0).isEmpty, after.isDisjoint(with: .otherCode),
            window.looseness <= .spaced,
            context.nearest(.code, after: range.upperBound, within: 8) == .code,
            !after.isDisjoint(with: [.oneTime, .told, .secret])
        {
            return scan.finding(.oneTimeCode, window, score: 0.9, "после него сказано, что это код")
        }
        let before = context.all(before: range.lowerBound, within: 40)
        if !context.nearest(.told, before: range.lowerBound, within: 4).isEmpty, isFollowedByCode(range, scan) {
            return scan.finding(.oneTimeCode, window, score: 0.9, "после него сказано, что это код")
        }
        if isWhatArrived(window, range, scan) {
            return scan.finding(.oneTimeCode, window, score: 0.65, "рядом сказано, что это пришло")
        }
        if isContentOfMessage(window, range, scan) {
            return scan.finding(.oneTimeCode, window, score: 0.75, "рядом сказано, что это в сообщении")
        }
        guard before.contains(.oneTime), !before.isDisjoint(with: [.told, .figures]), isMessage(range, scan) else {
            return nil
        }
        return scan.finding(.oneTimeCode, window, score: 0.7, "рядом сказано о сообщении с цифрами")
    }

    /// «пришёл 877191, хотя я не входил», «прислали 69777 для подписи»: right after the verb, and no round number, which is a sum.
    private func isWhatArrived(_ window: NumberWindow, _ range: Range<Int>, _ scan: NumberScan) -> Bool {
        let words = scan.text.words
        let next = words.firstIndex(from: range.lowerBound)
        guard next > 0, Self.arrivals.contains(words[next - 1].form), window.looseness <= .spaced,
            !scan.digits(of: window).suffix(2).elementsEqual([0, 0])
        else { return false }
        return scan.isWholeRun(window)
            && scan.context.all(after: range.upperBound, within: 12).isDisjoint(with: [.thing, .phone, .otherCode])
    }

    private static let arrivals: Set<String> = [
        "пришел", "пришло", "пришли", "прислали", "прислал", "прислала", "приходит", "присылают", "пришлют",
    ]

    /// «код», perhaps of what, and then the number.
    private func scoreAfterCode(_ range: Range<Int>, _ scan: NumberScan) -> Float? {
        let context = scan.context
        guard let code = context.marks.last(before: range.lowerBound, with: .code) else { return nil }
        let between = context.all(before: range.lowerBound, within: range.lowerBound - code.upperBound - 1)
        guard between.isDisjoint(with: [.otherCode, .department, .card, .phone, .vehicle, .address, .thing]) else {
            return nil
        }
        // «… код, а потом списали 6000»: after a comma the number must be near.
        let distance = range.lowerBound - code.upperBound
        guard
            distance <= 30
                || !scan.text.bytes[code.upperBound..<range.lowerBound].contains(where: { $0 == 0x2C || $0 == 0x2E })
        else { return nil }
        let hasDigits = scan.hasNumber(between: code.upperBound, and: range.lowerBound)
        guard !hasDigits else { return nil }
        let around = between.union(context.all(before: code.lowerBound, within: 60)).union(
            context.all(after: range.upperBound, within: 50))
        if !around.isDisjoint(with: [.oneTime, .told, .secret]) { return 0.93 }
        let isYear = range.count == 4 && scan.text.bytes[range].starts(with: [0x32, 0x30])
        let before = context.all(before: code.lowerBound, within: 40)
        return (distance <= 4 || joins(code.upperBound, range.lowerBound, scan)) && before.isDisjoint(with: .otherCode)
            && !isYear ? 0.75 : nil
    }

    /// «ввожу 4821, пишет: неверный код».
    private func isFollowedByCode(_ range: Range<Int>, _ scan: NumberScan) -> Bool {
        let after = scan.context.all(after: range.upperBound, within: 80)
        return after.contains(.code) && after.isDisjoint(with: [.otherCode, .department, .thing])
    }

    /// «в смс пришло 4821»: nothing that is counted follows.
    private func isMessage(_ range: Range<Int>, _ scan: NumberScan) -> Bool {
        let before = scan.context.nearest(
            [.oneTime, .told, .figures, .order, .phone, .thing, .passport], before: range.lowerBound, within: 24)
        guard !before.isDisjoint(with: [.oneTime, .told, .figures]),
            before.isDisjoint(with: [.order, .phone, .thing, .passport])
        else { return false }
        let words = scan.text.words
        let next = words.firstIndex(from: range.upperBound)
        let last = words.firstIndex(from: range.lowerBound) - 1
        if last >= 0, Self.prepositions.contains(words[last].form) { return false }
        guard next < words.count, words[next].utf8Range.lowerBound - range.upperBound <= 2 else { return true }
        return scan.context.all(before: range.lowerBound, within: 60).contains(.figures)
            || [0x2C, 0x2E, 0x21, 0x3F].contains(scan.text.bytes[range.upperBound])
    }

    /// What follows them is a time, a place or a number that a message came from.
    private static let prepositions: Set<String> = ["в", "с", "со", "на", "до", "к", "за", "около", "от", "после"]

    /// Forms of words that join a message and what is in it.
    private static let joiningWords: Set<String> = [
        "было", "были", "был", "есть", "стоит", "стояло", "указано", "указан", "указаны", "написано", "написали",
        "пишут", "пишет", "значилось", "значится", "такое", "такие", "такая", "такой", "вот", "это", "там", "только",
        "просто", "вижу", "видел", "видела", "содержит", "содержание", "текст", "число", "комбинация", "набор", "мне",
        "цифры", "цифра", "с", "цифрами", "числом", "же", "от", "вас", "именно", "у", "меня", "мой",
    ]

    /// Whether only words that join stand in a range of bytes: «код у меня такой 4821».
    private func joins(_ start: Int, _ end: Int, _ scan: NumberScan) -> Bool {
        let words = scan.text.words
        let range = words.firstIndex(from: start)..<words.firstIndex(from: end)
        return range.count <= 3 && words[range].allSatisfy { Self.joiningWords.contains($0.form) }
    }

    /// «в смс было 4821, не пускает»: only words that join stand between, and nothing is counted.
    private func isContentOfMessage(_ window: NumberWindow, _ range: Range<Int>, _ scan: NumberScan) -> Bool {
        guard scan.context.nearest(.message, before: range.lowerBound, within: 40) == .message else { return false }
        let words = scan.text.words
        let next = words.firstIndex(from: range.lowerBound)
        var index = next - 1
        while index >= 0, next - index <= 5, Self.joiningWords.contains(words[index].form) { index -= 1 }
        // «смс с 3434» is a number it came from.
        guard index >= 0, !Self.prepositions.contains(words[next - 1].form), next - index <= 5,
            ContextWords.roles(of: words[index]).contains(.message),
            index < next - 1 || window.isOneGroup || scan.text.bytes[range.lowerBound - 2] == 0x3A
        else { return false }
        let digits = scan.digits(of: window)
        let isRound = digits.suffix(digits.count < 6 ? 2 : 3).allSatisfy { $0 == 0 }
        let isYear = digits.count == 4 && (digits.starts(with: [2, 0]) || digits.starts(with: [1, 9]))
        guard !isRound, !isYear else { return false }
        let after = words.firstIndex(from: range.upperBound)
        guard after < words.count, words[after].utf8Range.lowerBound - range.upperBound <= 1 else { return true }
        return scan.text.text(words[after].utf8Range).first?.isUppercase ?? false
    }

    private static let dateShapes: Set<GroupShape> = [[2, 2, 4], [2, 2, 2], [4, 2, 2], [1, 2, 4], [2, 1, 4]]

    /// «код 4821 8 916 …»: the first group after the word, though other numbers follow.
    private func isRightAfterWord(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        let start = scan.utf8Range(of: window).lowerBound
        return window.isOneGroup && !scan.context.nearest([.code, .secret], before: start, within: 4).isEmpty
    }

    /// `12.05.2026` and `12 05 2026` are more often dates.
    private func isDate(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        guard Self.dateShapes.contains(window.shape) else { return false }
        if window.shape == [4, 2, 2], scan.digits(of: window).starts(with: [2, 0]) { return true }
        let isOfThisAge = window.shape == [2, 2, 4] && scan.digits(of: window).dropFirst(4).starts(with: [2, 0])
        return isOfThisAge || scan.gaps[window.first].signs.contains(.dot)
    }

    /// Words with letters and digits after «пароль», with at most three words between: «пароль от кабинета olga2020».
    private func passwords(_ scan: NumberScan) -> [PersonalDataFinding] {
        scan.context.marks.compactMap { mark in
            guard mark.roles.contains(.secret),
                let token = Token.first(after: mark.utf8Range.upperBound, in: scan.text.bytes)
            else {
                return nil
            }
            return PersonalDataFinding(
                kind: .oneTimeCode, utf8Range: token.utf8Range, score: 0.85, canonical: scan.text.text(token.utf8Range),
                explanation: "стоит после слова «пароль»")
        }
    }

    /// A run without white space that has both letters and digits.
    private struct Token {
        static let lengths = 5...64
        let utf8Range: Range<Int>

        /// The first such run of the next four; beyond the first, it needs Latin letters.
        static func first(after place: Int, in bytes: [UInt8]) -> Token? {
            if let token = Token(after: place, in: bytes) { return token }
            var start = place
            for _ in 0..<3 {
                while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x3A { start += 1 }
                let word = start
                while start < bytes.count, bytes[start] > 0x20, start - word <= lengths.upperBound { start += 1 }
                guard word < start, start < bytes.count, bytes[start] == 0x20, bytes[word] >= 0x80 else { return nil }
                if let token = Token(after: start, in: bytes), bytes[token.utf8Range].allSatisfy({ $0 < 0x80 }) {
                    return token
                }
            }
            return nil
        }

        init?(after place: Int, in bytes: [UInt8]) {
            var start = place
            while start < bytes.count, start - place < 4, [0x20, 0x3A, 0x2D, 0x3D, 0x22].contains(bytes[start]) {
                start += 1
            }
            var end = start
            var hasDigit = false
            var hasLetter = false
            while end < bytes.count, bytes[end] > 0x20, end - start <= Self.lengths.upperBound {
                hasDigit = hasDigit || (0x30...0x39).contains(bytes[end])
                hasLetter = hasLetter || (0x41...0x5A).contains(bytes[end] & ~0x20) || bytes[end] >= 0x80
                end += 1
            }
            while end > start, [0x2C, 0x2E, 0x21, 0x3F, 0x22, 0x29].contains(bytes[end - 1]) { end -= 1 }
            let isAddress = bytes[start..<end].starts(with: "http".utf8)
            guard hasDigit, hasLetter, !isAddress, Self.lengths.contains(end - start), start > place else { return nil }
            utf8Range = start..<end
        }
    }
}

extension [NumberContext.Mark] {
    /// The range of the last mark that ends before a place and has a role; looks at the next sixteen only.
    fileprivate func last(before place: Int, with role: NumberContext.Roles) -> Range<Int>? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].utf8Range.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        for mark in self[Swift.max(0, low - 16)..<low].reversed() where mark.roles.contains(role) {
            return mark.utf8Range
        }
        return nil
    }
}
