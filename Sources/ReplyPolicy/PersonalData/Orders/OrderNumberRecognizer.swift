import TextAnalysis

/// Finds order and contract numbers by the company's own patterns.
///
/// Found for `###-###-###` and `В-######`: «123-456-789», «в-735902», «B-735902» in Latin; beside «заказ», «возврат», «договор», «номер»
/// or as the whole text also «заказ 123456789», «возврат в 735902», «123 456 789».
/// Not: «артикул 123-456-789», «в 735902 году» without such a word. Near miss: the same digits inside a longer number.
/// - Source: the patterns; the separators that customers put are our own observation.
struct OrderNumberRecognizer: NumberRecognizer {
    private let patterns: [OrderNumberPattern]

    init(patterns: [OrderNumberPattern]) { self.patterns = patterns }

    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        guard !patterns.isEmpty else { return [] }
        var found: [PersonalDataFinding] = []
        for start in starts(scan) {
            for pattern in patterns {
                guard let match = OrderNumberMatch(pattern, scan.text.bytes, from: start),
                    let finding = finding(match, pattern, scan)
                else { continue }
                found.append(finding)
            }
        }
        return found
    }

    /// Where a number may start: at a group of digits, or at the letters before it.
    private func starts(_ scan: NumberScan) -> [Int] {
        let groups = scan.groups.lazy.filter { !$0.isSpoken && !$0.touchesLetterBefore }.map(\.utf8Range.lowerBound)
        var starts: [Int] = []
        var word = 0
        let words = scan.text.words
        for start in groups {
            // The words up to the group, of which only the last two can be its letters: `ДГ`, `№ В`.
            while word < words.count, words[word].utf8Range.lowerBound <= start { word += 1 }
            for before in words[max(0, word - 3)..<word]
            where start - before.utf8Range.lowerBound <= OrderNumberPattern.maxCharacters {
                if before.utf8Range.lowerBound > starts.last ?? -1 { starts.append(before.utf8Range.lowerBound) }
            }
            if start > starts.last ?? -1 { starts.append(start) }
        }
        for mixed in scan.groups where mixed.touchesLetterBefore {
            var start = mixed.utf8Range.lowerBound
            while start > 0, mixed.utf8Range.lowerBound - start < OrderNumberPattern.maxCharacters,
                !isBorder(start, scan.text.bytes)
            {
                start -= 1
                while start > 0, scan.text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
            }
            starts.append(start)
        }
        return Set(starts).filter { isBorder($0, scan.text.bytes) }.sorted()
    }

    private func isBorder(_ start: Int, _ bytes: [UInt8]) -> Bool {
        var index = start - 1
        while index >= 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        guard index >= 0 else { return true }
        switch ScalarClass(WellFormedUTF8.scalar(bytes, at: index).value) {
        case .letter, .digit: return false
        case .invisible: return isBorder(index, bytes)
        case .separator(let sign): return sign.isDisjoint(with: .dash) || index == 0 || bytes[index - 1] <= 0x20
        }
    }

    private func finding(_ match: OrderNumberMatch, _ pattern: OrderNumberPattern, _ scan: NumberScan)
        -> PersonalDataFinding?
    {
        let nearest = scan.context.nearest(before: match.utf8Range.lowerBound)
        let around = scan.context.nearest([.order, .number], before: match.utf8Range.lowerBound, within: 40)
        let isSaid =
            nearest.contains(.order) || (nearest.isEmpty && !around.isEmpty)
            || isSign(before: match.utf8Range.lowerBound, scan)
        let after = scan.context.nearest(after: match.utf8Range.upperBound, within: 24)
        if nearest.contains(.thing), around.isEmpty { return nil }
        let score: Float
        if match.isExact, !nearest.isDisjoint(with: Self.documents) {
            score = 0.55
        } else if match.isExact {
            score = isSaid ? 0.97 : 0.92
        } else if isSaid || (nearest.isEmpty && after.contains(.order)) {
            score = 0.9
        } else if nearest.isEmpty, after.isEmpty, isLong(match, pattern, scan) {
            score = 0.6
        } else if hasLargeLetter(match, pattern, scan) || hasLeadingZero(match, pattern, scan),
            nearest.isDisjoint(with: Self.documents)
        {
            score = 0.7
        } else if isWholeText(match.utf8Range, scan) {
            score = 0.55
        } else {
            return nil
        }
        return PersonalDataFinding(
            kind: .orderNumber, utf8Range: match.utf8Range, score: score, canonical: match.canonical,
            explanation: "номер вида «\(pattern.source)»" + (isSaid ? ", рядом сказано о заказе или номере" : ""))
    }

    /// So many digits that nothing says anything of are more likely an order than a sum.
    private static let longNumber = 9

    /// «что с 731 961 991?»: as many digits as the pattern has, apart from others, not round and not counted.
    private func isLong(_ match: OrderNumberMatch, _ pattern: OrderNumberPattern, _ scan: NumberScan) -> Bool {
        let digits = match.canonical.utf8
        guard digits.count >= Self.longNumber, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            !match.canonical.hasSuffix("000"), Set(digits).count > 2,
            let window = scan.window(of: digits.count, at: match.utf8Range),
            scan.isWholeRun(window), !scan.groups[window.first].hasPlus, !scan.touchesLetter(window)
        else { return false }
        return !scan.isCounted(match.utf8Range.upperBound)
    }

    /// «в 058810 статус не меняется»: what is counted does not begin with a zero.
    private func hasLeadingZero(_ match: OrderNumberMatch, _ pattern: OrderNumberPattern, _ scan: NumberScan) -> Bool {
        guard case .literal(let letter)? = pattern.places.first?.element, letter > 0x39 else { return false }
        let digits = match.canonical.unicodeScalars.dropFirst()
        return digits.count >= 6 && digits.first == "0" && Set(digits).count > 1
            && !scan.isCounted(match.utf8Range.upperBound)
    }

    /// «в карточке В 058810»: the large letter of the pattern inside a sentence that is not all in large letters.
    private func hasLargeLetter(_ match: OrderNumberMatch, _ pattern: OrderNumberPattern, _ scan: NumberScan) -> Bool {
        let start = match.utf8Range.lowerBound
        guard case .literal(let letter)? = pattern.places.first?.element, letter > 0x39,
            scan.text.text(match.utf8Range).first?.isUppercase ?? false, match.canonical.utf8.count >= 8,
            !scan.isCounted(match.utf8Range.upperBound)
        else { return false }
        let words = scan.text.words
        let index = words.firstIndex(from: start)
        guard index > 0, start - words[index - 1].utf8Range.upperBound <= 2 else { return false }
        let before = scan.text.text(words[index - 1].utf8Range)
        return ![0x2E, 0x21, 0x3F].contains(scan.text.bytes[words[index - 1].utf8Range.upperBound])
            && before.contains(where: \.isLowercase)
    }

    /// A number right after the name of one of these is theirs.
    private static let documents: NumberContext.Roles = [
        .snils, .inn, .ogrn, .kpp, .passport, .licence, .policy, .account,
    ]

    private func isSign(before place: Int, _ scan: NumberScan) -> Bool {
        let before = scan.text.text(max(0, place - 4)..<place)
        return before.contains("№") || before.contains("#")
    }

    private func isWholeText(_ range: Range<Int>, _ scan: NumberScan) -> Bool {
        scan.text.words.allSatisfy { $0.utf8Range.overlaps(range) }
    }
}

/// A place in a text that a pattern fits.
struct OrderNumberMatch {
    let utf8Range: Range<Int>
    /// Letters and digits in their folded form, without separators.
    let canonical: String
    /// Whether the separators are those of the pattern; a dash of any length counts as a hyphen.
    let isExact: Bool

    /// Fits the pattern to the text from a place on; takes the first way that fits, optional places filled where they can be.
    init?(_ pattern: OrderNumberPattern, _ bytes: [UInt8], from start: Int) {
        var matcher = OrderNumberMatcher(bytes: bytes, index: start, isSpaced: false)
        if !matcher.fits(pattern.places[...]) || !matcher.isAtBorder {
            matcher = OrderNumberMatcher(bytes: bytes, index: start, isSpaced: true)
            guard matcher.fits(pattern.places[...]), matcher.isAtBorder else { return nil }
        }
        utf8Range = start..<matcher.end
        canonical = matcher.canonical
        isExact = matcher.isExact
    }
}

/// Goes through a text and a pattern side by side.
private struct OrderNumberMatcher {
    let bytes: [UInt8]
    var index: Int
    var end = 0
    var canonical = ""
    var isExact: Bool
    /// Whether a space stands between any two digits: «9 9 5-5 0 5».
    let isSpaced: Bool
    private var isAfterDigit = false

    init(bytes: [UInt8], index: Int, isSpaced: Bool) {
        self.bytes = bytes
        self.index = index
        self.isSpaced = isSpaced
        isExact = !isSpaced
        end = index
    }

    /// The next visible character.
    private mutating func next() -> UInt32? {
        while index < bytes.count {
            let (scalar, length) = WellFormedUTF8.scalar(bytes, at: index)
            if ScalarClass(scalar) == .invisible { index += length } else { return scalar }
        }
        return nil
    }

    mutating func fits(_ places: ArraySlice<OrderNumberPattern.Place>) -> Bool {
        for place in places {
            if !take(place.element), !place.isOptional { return false }
        }
        return true
    }

    private mutating func take(_ element: OrderNumberPattern.Element) -> Bool {
        if case .separator(let drawn) = element {
            takeSeparator(drawn)
            isAfterDigit = false
            return true
        }
        if isSpaced, isAfterDigit, element == .digit {
            guard let space = next(), ScalarClass(space) == .separator(.space) else { return false }
            index += WellFormedUTF8.scalar(bytes, at: index).length
        }
        // A number broken over two lines.
        if !isSpaced, isAfterDigit, element == .digit, let sign = next(), ScalarClass(sign) == .separator(.newline) {
            isExact = false
            index += WellFormedUTF8.scalar(bytes, at: index).length
        }
        guard let scalar = next(), accepts(scalar, element) else { return false }
        canonical.unicodeScalars.append(Unicode.Scalar(OrderNumberPattern.fold(scalar)) ?? " ")
        index += WellFormedUTF8.scalar(bytes, at: index).length
        end = index
        isAfterDigit = element == .digit
        return true
    }

    private func accepts(_ scalar: UInt32, _ element: OrderNumberPattern.Element) -> Bool {
        switch element {
        case .digit: if case .digit = ScalarClass(scalar) { true } else { false }
        case .letter: ScalarClass(scalar) == .letter
        case .literal(let value): OrderNumberPattern.fold(scalar) == value
        case .separator: false
        }
    }

    private mutating func takeSeparator(_ drawn: UInt32) {
        var count = 0
        var isDrawn = false
        while count < 3, let scalar = next(), case .separator(let sign) = ScalarClass(scalar),
            sign.isSubset(of: [.dash, .dot, .slash, .space, .newline, .numberSign])
        {
            isDrawn = scalar == drawn || (drawn == 0x2D && sign == .dash)
            count += 1
            index += WellFormedUTF8.scalar(bytes, at: index).length
        }
        if count != 1 || !isDrawn { isExact = false }
    }

    /// Whether no letter or digit goes on here, nor a hyphen with a digit.
    var isAtBorder: Bool {
        var copy = self
        guard let scalar = copy.next() else { return true }
        switch ScalarClass(scalar) {
        case .letter, .digit: return false
        case .separator(.dash):
            copy.index += WellFormedUTF8.scalar(bytes, at: copy.index).length
            guard let after = copy.next(), case .digit = ScalarClass(after) else { return true }
            return false
        default: return true
        }
    }
}
