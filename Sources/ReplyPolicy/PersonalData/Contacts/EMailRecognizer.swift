/// Finds e-mail addresses, also those written so that a machine should not see them.
///
/// Found: «ivan.petrov@mail.ru», «ivan @ mail . ru», «ivan (собака) mail точка ru», «ivan собака яндекс ру», «name[at]site[dot]com»,
/// «инфо@пекарня.рф», «ivan＠mail.ru». Not: «собака съела тапок», «@name» (a handle), «2@3». Near miss: «моя собака лист жуёт».
/// - Source: RFC 5321 and RFC 6531 for what an address may have; our own list for how it is said.
struct EMailRecognizer: Sendable {
    /// More parts of a name or domain are not taken.
    private static let maxParts = 8

    func findings(in scan: ContactScan) -> [PersonalDataFinding] {
        scan.atoms.indices.compactMap { index in
            guard scan.atoms[index].roles.contains(.at) || scan.isSign(index, "@") else { return nil }
            return finding(at: index, scan)
        }
    }

    private func finding(at index: Int, _ scan: ContactScan) -> PersonalDataFinding? {
        let isSaid = SpokenSign.at.isSaid(in: scan, at: index)
        let opening = scan.beforeSpace(index - 1)
        let isWrapped = isBracket(opening, scan)
        var left = isWrapped ? opening - 1 : index - 1
        var right = index + 1
        if isWrapped {
            right = scan.afterSpace(right)
            guard isBracket(right, scan) else { return nil }
            right += 1
        }
        left = scan.beforeSpace(left)
        right = scan.afterSpace(right)
        guard let name = name(endingAt: left, scan), let domain = domain(from: right, scan, isSaid: isSaid) else {
            return nil
        }
        // «собака» between words needs more than two words around: a name in Latin letters, or a well-known service.
        if isSaid, !isWrapped, !domain.isSure, !isLatin(name.text) { return nil }
        let range = scan.atoms[name.start].utf8Range.lowerBound..<scan.atoms[domain.last].utf8Range.upperBound
        return PersonalDataFinding(
            kind: .eMail, utf8Range: range, score: isSaid ? 0.95 : domain.isSure ? 0.99 : 0.85,
            canonical: name.text + "@" + domain.text,
            explanation: isSaid ? "адрес почты, знак «@» записан словом" : "адрес почты со знаком «@»")
    }

    private func isBracket(_ index: Int, _ scan: ContactScan) -> Bool {
        guard scan.atoms.indices.contains(index), case .sign(let sign) = scan.atoms[index].kind else { return false }
        return SpokenSign.brackets.contains(sign)
    }

    private func isLatin(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    /// The name before the sign, read from its end.
    private func name(endingAt last: Int, _ scan: ContactScan) -> (start: Int, text: String)? {
        guard scan.isWord(last), !scan.atoms[last].form.isEmpty else { return nil }
        var start = last
        var parts = [scan.atoms[last].form]
        while parts.count < 2 * Self.maxParts {
            guard let (before, sign) = joint(before: start, scan), scan.isWord(before) else { break }
            parts += [sign, scan.atoms[before].form]
            start = before
        }
        let text = parts.reversed().joined()
        return text.contains(where: { $0.isLetter || $0.isNumber }) ? (start, text) : nil
    }

    /// A sign of the name directly before a part, or said, and the place before it.
    private func joint(before index: Int, _ scan: ContactScan) -> (place: Int, sign: String)? {
        if index > 1, case .sign(let sign) = scan.atoms[index - 1].kind {
            switch sign {
            case 0x2E: return (index - 2, ".")
            case 0x2D: return (index - 2, "-")
            case 0x2B: return (index - 2, "+")
            default: return nil
            }
        }
        for sign in [SpokenSign.dot, .underscore, .dash] {
            let said = scan.beforeSpace(index - 1)
            if sign.isSaid(in: scan, at: said), let before = scan.before(sign, at: said) {
                return (before, String(sign.sign))
            }
        }
        return nil
    }

    /// The domain after the sign.
    private func domain(from first: Int, _ scan: ContactScan, isSaid: Bool) -> (last: Int, text: String, isSure: Bool)?
    {
        guard scan.isWord(first), !scan.atoms[first].form.isEmpty else { return nil }
        let service = DomainWords.mailServices[scan.atoms[first].form]
        var last = first
        var text = service ?? scan.atoms[first].form
        var labels = 1
        var isSure = false
        while labels < Self.maxParts,
            let next = nextLabel(after: last, scan, labels: labels, canSkipDot: isSaid && service != nil && labels == 1)
        {
            let form = scan.atoms[next.place].form
            text += next.sign + (DomainWords.topLevel[form] ?? form)
            last = next.place
            if next.sign == "." {
                labels += 1
                isSure = DomainWords.topLevel[form] != nil
            }
        }
        if labels == 1 { return service != nil ? (last, text, false) : nil }
        return (last, text, isSure)
    }

    private func nextLabel(
        after last: Int, _ scan: ContactScan, labels: Int, canSkipDot: Bool
    ) -> (place: Int, sign: String)? {
        let next = last + 1
        if scan.isSign(next, "."), scan.isWord(next + 1) {
            return isLabel(next + 1, after: last, labels, scan) ? (next + 1, ".") : nil
        }
        if scan.isSign(next, "-"), scan.isWord(next + 1) { return (next + 1, "-") }
        // «ivan@mail,ru»: the keys are neighbours.
        if labels == 1, scan.isSign(next, ","), isTopLevel(next + 1, scan) { return (next + 1, ".") }
        if let after = scan.after(.dot, at: next), isTopLevel(after, scan) {
            // «… mail.ru. Me»: a second dot with a space after it ends a sentence.
            let isDrawn = scan.isSign(next, ".") || scan.isSign(scan.afterSpace(next), ".")
            if labels == 1 || !isDrawn { return (after, ".") }
        }
        guard canSkipDot else { return nil }
        let word = scan.afterSpace(next)
        return word > next && isTopLevel(word, scan) ? (word, ".") : nil
    }

    private func isTopLevel(_ index: Int, _ scan: ContactScan) -> Bool {
        scan.isWord(index) && DomainWords.topLevel[scan.atoms[index].form] != nil
    }

    /// Whether a word can be a part of a domain directly after a dot, and does not begin a sentence: `mail.ru.Жду`.
    private func isLabel(_ index: Int, after last: Int, _ labels: Int, _ scan: ContactScan) -> Bool {
        guard scan.atoms[index].form.utf8.count >= 2 || scan.isSign(index + 1, ".") else { return false }
        let isEnd = labels > 1 && DomainWords.topLevel[scan.atoms[last].form] != nil
        return !isEnd || isLatin(scan.atoms[index].form) == isLatin(scan.atoms[last].form)
    }
}
