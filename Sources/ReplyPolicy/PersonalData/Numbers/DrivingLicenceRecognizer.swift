import TextAnalysis

/// Finds driving licences, which have the digits of a passport and are known by their name.
///
/// Found: «в/у 7723 120004», «права 77 23 № 120004», «водительское удостоверение 16 ВТ 688436». Not: ten digits without the word.
/// Near miss: «паспорт 7723 120004, а не права».
/// - Source: Order of the Ministry of the Interior 365 of 13 May 2009: two digits of the region, two digits or letters, six digits.
struct DrivingLicenceRecognizer: NumberRecognizer {
    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        scan.windows(of: 10).compactMap { digits($0, scan) } + withLetters(scan)
    }

    private func digits(_ window: NumberWindow, _ scan: NumberScan) -> PersonalDataFinding? {
        guard isSaid(window, scan), !scan.groups[window.first].hasPlus else {
            return nil
        }
        return scan.finding(.drivingLicence, window, score: 0.95, "рядом сказано о водительском удостоверении")
    }

    private func isSaid(_ window: NumberWindow, _ scan: NumberScan) -> Bool {
        scan.support(for: .licence, around: window) == .nearest
            || (scan.isFirst(window, after: .licence)
                && !scan.context.nearest(before: scan.utf8Range(of: window).lowerBound).contains(.passport))
    }

    /// `16 ВТ 688436`: an old paper with letters for the series.
    private func withLetters(_ scan: NumberScan) -> [PersonalDataFinding] {
        scan.gaps.indices.compactMap { index in
            let first = scan.groups[index]
            let last = scan.groups[index + 1]
            guard first.digits.count == 2, last.digits.count == 6, !first.touchesLetterBefore, !last.touchesLetterAfter,
                !first.isSpoken, !last.isSpoken,
                let letters = letters(first.utf8Range.upperBound..<last.utf8Range.lowerBound, scan)
            else { return nil }
            let range = first.utf8Range.lowerBound..<last.utf8Range.upperBound
            let window = NumberWindow(first: index, last: index + 1, looseness: .spaced, shape: [2, 6])
            let isSaid = isSaid(window, scan)
            guard isSaid || letters.isUpper else { return nil }
            let number = scan.number(of: first.digits.lowerBound..<last.digits.upperBound)
            return PersonalDataFinding(
                kind: .drivingLicence, utf8Range: range, score: isSaid ? 0.95 : 0.55,
                canonical: number.prefix(2) + letters.text + number.dropFirst(2),
                explanation: isSaid ? "рядом сказано о водительском удостоверении" : "две цифры, две буквы и шесть цифр"
            )
        }
    }

    /// The two Cyrillic or look-alike letters in a gap that has nothing else but spaces, hyphens and a number sign.
    private func letters(_ range: Range<Int>, _ scan: NumberScan) -> (text: String, isUpper: Bool)? {
        guard range.count <= 14 else { return nil }
        var found = ""
        var isUpper = true
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = WellFormedUTF8.scalar(scan.text.bytes, at: index)
            index += length
            switch ScalarClass(scalar) {
            case .letter:
                guard let letter = PlateLetter(scalar) ?? PlateLetter(anyCyrillic: scalar) else { return nil }
                found.unicodeScalars.append(letter.small)
                isUpper = isUpper && letter.isUpper
            case .invisible: break
            case .separator(let sign): if sign.isDisjoint(with: [.space, .dash, .numberSign, .newline]) { return nil }
            case .digit: return nil
            }
        }
        return found.unicodeScalars.count == 2 ? (found, isUpper) : nil
    }
}
