import TextAnalysis

/// Finds the code of the department that issued a passport.
///
/// Found: «код подразделения 770-001», «к/п 770001», «паспорт 4510 123456, 770-001»; «4510 123456; 770-001». Not: «индекс 770001», «заказ 770-001».
/// Near miss: «код товара 770-001».
/// - Source: Order of the Ministry of the Interior 773 of 16 November 2020; the first two digits are the region, the third the level, 0 to 3.
struct DepartmentCodeRecognizer: NumberRecognizer {
    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        scan.windows(of: 6).compactMap { finding($0, scan) }
    }

    private func finding(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        guard scan.isJoined(window), scan.isIsolated(window), !scan.isCounted(scan.utf8Range(of: window).upperBound),
            !scan.digits(of: window).suffix(3).elementsEqual([0, 0, 0])
        else {
            return nil
        }
        let range = scan.utf8Range(of: window)
        if isNamed(window, range, scan) {
            return scan.finding(.departmentCode, window, score: 0.96, "рядом сказано о коде подразделения")
        }
        let digits = scan.digits(of: window)
        let shape = window.shape
        guard digits[digits.startIndex + 2] <= 3, shape == [3, 3] || shape == [6] || shape.isSingles else { return nil }
        let nearest = scan.context.nearest(before: range.lowerBound, within: 2 * NumberContext.reachBefore)
        if nearest.contains(.passport) {
            if followsPassport(window, scan) {
                return scan.finding(.departmentCode, window, score: 0.8, "стоит после номера паспорта")
            }
            if shape == [3, 3], isDashed(window, scan) {
                return scan.finding(.departmentCode, window, score: 0.75, "три и три цифры рядом со словом о паспорте")
            }
        }
        if isIssuer(range, scan) {
            return scan.finding(.departmentCode, window, score: 0.75, "стоит после слов «выдан», «выдало»")
        }
        if shape == [3, 3], isDashed(window, scan), isCodeOfPapers(range, scan) {
            return scan.finding(.departmentCode, window, score: 0.85, "код рядом со словами о документе")
        }
        if PassportRow(to: window, scan) != nil {
            return scan.finding(.departmentCode, window, score: 0.75, "стоит после номера, похожего на паспорт")
        }
        guard shape == [3, 3], isDashed(window, scan), scan.isWholeText(window) else { return nil }
        return scan.finding(.departmentCode, window, score: 0.5, "три и три цифры, как в коде подразделения")
    }

    /// «выдан ОВД Тверской, код 770-001»; not the code of a message.
    private func isCodeOfPapers(_ range: Range<Int>, _ scan: NumberScan) -> Bool {
        let before = scan.context.all(before: range.lowerBound)
        return !scan.context.nearest(.code, before: range.lowerBound, within: 4).isEmpty && before.contains(.document)
            && before.isDisjoint(with: [.oneTime, .message, .secret, .otherCode, .order])
    }

    /// «паспорт выдало 630-005».
    private func isIssuer(_ range: Range<Int>, _ scan: NumberScan) -> Bool {
        let words = scan.text.words
        let next = words.firstIndex(from: range.lowerBound)
        return next > 0 && ["выдан", "выдало", "выдал", "выдали", "выдавало"].contains(words[next - 1].form)
            && scan.context.all(before: range.lowerBound).contains(.passport)
    }

    private func isNamed(_ window: NumberWindow, _ range: Range<Int>, _ scan: NumberScan) -> Bool {
        guard
            scan.context.support(for: .department, around: range) == .nearest
                || scan.isFirst(window, after: .department)
        else { return false }
        return !hasCodeAlready(window, range, scan)
    }

    /// «код 770-001 подразделения, номер 4510 123456»: the word before has its code already, right before it.
    private func hasCodeAlready(_ window: NumberWindow, _ range: Range<Int>, _ scan: NumberScan) -> Bool {
        guard window.first > 0,
            let end = scan.context.end(
                of: .department, passing: NumberScan.passableWords, before: range.lowerBound,
                within: 2 * NumberContext.reachBefore)
        else { return false }
        let before = scan.groups[window.first - 1].utf8Range
        guard before.upperBound <= end, end - before.upperBound <= 40 else {
            return before.lowerBound >= end && scan.digitCount(endingAt: window.first - 1) >= 4
        }
        guard scan.digitCount(endingAt: window.first - 1) == 6 else { return false }
        var first = window.first - 1
        while first > 0, scan.loosenessBefore(first) < .loose { first -= 1 }
        return !scan.context.nearest(.code, before: scan.groups[first].utf8Range.lowerBound, within: 6).isEmpty
    }

    private func isDashed(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        scan.gaps[window.first].signs.contains(.dash)
    }

    /// Whether ten digits stand before it with nothing but a comma or a space between.
    private func followsPassport(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        guard window.first > 0, scan.gaps[window.first - 1].looseness != .apart else { return false }
        var count = 0
        var group = window.first - 1
        while group >= 0, count < 10 {
            count += scan.groups[group].digits.count
            group -= 1
        }
        return count == 10
    }
}
