import TextAnalysis

/// Finds the code on the back of a card, by the words around three digits (four after CVV).
///
/// Found: «cvv 123», «код с обратной стороны, там 221», «Код 756 на карте», «срок 11/33 код 812» after a card.
/// Not: «три цифры» without any, «код товара 123». Near misses: «код подразделения 770», «спишите 123 с карты».
/// - Source: card systems call it CVV2, CVC2, CVN2, CID and ППК2; the rest is our own list of how customers say it.
struct CardCodeRecognizer: NumberRecognizer {
    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        let windows = scan.windows(of: 3) + scan.windows(of: 4)
        guard !windows.isEmpty else { return [] }
        let traces = CardTraces(scan)
        return windows.compactMap { finding($0, scan, traces) }
    }

    private func finding(_ window: NumberWindow, _ scan: NumberScan, _ traces: CardTraces) -> PersonalDataFinding? {
        guard scan.isJoined(window), scan.isIsolated(window) else { return nil }
        let range = scan.utf8Range(of: window)
        let count = scan.digits(of: window).count
        let context = scan.context
        if context.nearest([.cardCode, .secret, .oneTime], before: range.lowerBound, within: 40) == .cardCode,
            isFirstAfterWord(window, scan)
        {
            return scan.finding(.cardCode, window, score: 0.95, "рядом назван код карты (CVV, CVC)")
        }
        if context.nearest([.cardCode], after: range.upperBound, within: 24) == .cardCode, count == 3 {
            return scan.finding(.cardCode, window, score: 0.85, "рядом назван код карты (CVV, CVC)")
        }
        guard count == 3 else { return nil }
        if followsCard(window, range, scan, traces) {
            return scan.finding(.cardCode, window, score: 0.92, "стоит после номера или срока карты")
        }
        guard isCodeOfCard(window, range, scan) || areFiguresAskedFor(range, scan) || isOnTheBack(range, scan) else {
            return nil
        }
        return scan.finding(.cardCode, window, score: 0.9, "рядом сказано о коде или обороте карты")
    }

    /// «2200 1234 5678 9019, 03/27, 315 сзади», «срок 03/27, код 315»: after the date of a card, or after a card and a word about the code.
    private func followsCard(_ window: NumberWindow, _ range: Range<Int>, _ scan: NumberScan, _ traces: CardTraces)
        -> Bool
    {
        let around = scan.context.all(before: range.lowerBound, within: 80).union(
            scan.context.all(after: range.upperBound, within: 30))
        let near = scan.context.all(before: range.lowerBound, within: 24).union(
            scan.context.all(after: range.upperBound, within: 16))
        guard
            scan.context.all(before: range.lowerBound, within: 24).isDisjoint(with: [.otherCode, .department, .phone])
        else { return false }
        let names: NumberContext.Roles = [.code, .back, .figures]
        if scan.isCounted(range.upperBound) { return false }
        guard let expiry = traces.expiryOfCard(before: window, scan) ?? CardTraces.expiry(before: window, scan) else {
            return traces.hasCard(before: range.lowerBound) && !near.isDisjoint(with: names)
                && isFirstAfterWord(window, scan)
        }
        if traces.hasCard(before: expiry) || !near.isDisjoint(with: names) { return true }
        return !around.isDisjoint(with: [.card, .payment]) && isRightAfterNumber(window, range, scan)
    }

    /// Whether no word but «и» stands between it and the number before.
    private func isRightAfterNumber(_ window: NumberWindow, _ range: Range<Int>, _ scan: NumberScan) -> Bool {
        let words = scan.text.words
        let first = words.firstIndex(from: scan.groups[window.first - 1].utf8Range.upperBound)
        let last = words.firstIndex(from: range.lowerBound)
        return first >= last || words[first..<last].allSatisfy { ["и", "еще", "потом"].contains($0.form) }
    }

    /// «три цифры 315 просит сайт»: figures that are neither the last of a longer number nor the first.
    private func areFiguresAskedFor(_ range: Range<Int>, _ scan: NumberScan) -> Bool {
        let context = scan.context
        guard context.nearest(.figures, before: range.lowerBound, within: 4) == .figures else { return false }
        let around = context.all(before: range.lowerBound, within: 80).union(
            context.all(after: range.upperBound, within: 60))
        guard !around.isDisjoint(with: [.card, .payment, .back, .secret]),
            around.isDisjoint(with: [.otherCode, .phone, .order, .thing])
        else { return false }
        let words = scan.text.words
        let next = words.firstIndex(from: range.lowerBound)
        return !words[max(0, next - 4)..<next].contains { ["последн", "перв"].contains($0.stem) }
    }

    /// «412 с обратной стороны», «три цифры 095 почти затёрты»: the words stand right beside it, and nothing says that it is another's.
    private func isOnTheBack(_ range: Range<Int>, _ scan: NumberScan) -> Bool {
        let context = scan.context
        let around = context.all(before: range.lowerBound, within: 60).union(
            context.all(after: range.upperBound, within: 40))
        guard around.isDisjoint(with: [.otherCode, .phone, .order, .thing, .department, .oneTime]) else { return false }
        if context.nearest(.back, after: range.upperBound, within: 4) == .back { return true }
        let words = scan.text.words
        let next = words.firstIndex(from: range.lowerBound)
        return next > 1 && words[next - 1].form == "цифры" && ["три", "3"].contains(words[next - 2].form)
            && (next < 3 || !["последн", "перв"].contains(words[next - 3].stem))
    }

    private func isCodeOfCard(_ window: NumberWindow, _ range: Range<Int>, _ scan: NumberScan) -> Bool {
        let before = scan.context.all(before: range.lowerBound, within: 80)
        let after = scan.context.all(after: range.upperBound, within: 50)
        if !before.isDisjoint(with: [.otherCode, .department]) { return false }
        let names = before.union(after)
        if names.contains(.back), !names.isDisjoint(with: [.code, .figures, .card]),
            isFirstAfterWord(window, scan) || after.contains(.back)
        {
            return true
        }
        // «секретный код карты 315»
        if scan.context.nearest(.all, before: range.lowerBound, within: 4).contains(.card),
            scan.context.nearest(.code, before: range.lowerBound, within: 24) == .code
        {
            return true
        }
        guard scan.context.nearest(.code, before: range.lowerBound, within: 4) == .code else { return false }
        return after.contains(.card) || scan.context.all(before: range.lowerBound, within: 160).contains(.card)
    }

    /// Whether no other number of more than one digit stands between the last word that says something and this one.
    private func isFirstAfterWord(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        guard window.first > 0 else { return true }
        let before = scan.groups[window.first - 1].utf8Range.upperBound
        let start = scan.utf8Range(of: window).lowerBound
        return !scan.context.nearest(
            [.cardCode, .back, .code, .figures], before: start, within: max(0, start - before)
        ).isEmpty
    }
}
