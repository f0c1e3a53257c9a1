import TextAnalysis

/// Reads a text once, from its first byte to its last, for a ``NumberScan``.
struct NumberScanBuilder {
    /// So many letters may stand for digits where there are fewer digits: `ООО1`.
    private static let maxLetterDigits = 3

    private let text: AnalyzedText
    private var index = 0
    /// The first word of the text that does not start before `index`.
    private var word = 0
    private var gap = Gap()
    /// Where a `+` or an opening bracket that may belong to the next group starts.
    private var prefixStart: Int?
    private var hasPlus = false
    /// What may still be added to the last spoken group: the number of its free places, 2 after a hundred, 1 after a ten.
    private var freePlaces = 0
    private(set) var digits: [UInt8] = []
    private(set) var groups: [DigitGroup] = []
    private(set) var gaps: [Gap] = []
    private(set) var marks: [NumberContext.Mark] = []

    init(_ text: AnalyzedText) { self.text = text }

    mutating func scan() {
        while index < text.bytes.count {
            let (scalar, length) = WellFormedUTF8.scalar(text.bytes, at: index)
            switch ScalarClass(scalar) {
            case .digit, .letter: scanToken()
            case .invisible: index += length
            case .separator(let sign):
                note(sign, at: index)
                index += length
            }
        }
    }

    private mutating func note(_ sign: Gap.Signs, at place: Int) {
        gap.signs.insert(sign)
        gap.characterCount += 1
        switch sign {
        case .plus:
            if prefixStart == nil || hasPlus { prefixStart = place }
            hasPlus = true
        case .opening:
            if prefixStart == nil { prefixStart = place }
        case .space: break
        default: forgetPrefix()
        }
    }

    private mutating func forgetPrefix() {
        prefixStart = nil
        hasPlus = false
    }

    /// A run of letters and digits.
    private mutating func scanToken() {
        let start = index
        var counts = TokenCounts()
        while index < text.bytes.count {
            let (scalar, length) = WellFormedUTF8.scalar(text.bytes, at: index)
            switch ScalarClass(scalar) {
            case .digit: counts.digits += 1
            case .letter:
                if LetterDigit.value(of: scalar) == nil { counts.letters += 1 } else { counts.letterDigits += 1 }
            case .invisible: break
            case .separator:
                finishToken(start..<index, counts)
                return
            }
            index += length
        }
        finishToken(start..<index, counts)
    }

    private mutating func finishToken(_ range: Range<Int>, _ counts: TokenCounts) {
        if counts.digits == 0, !isGroupOfZeros(range, counts) {
            readWord(range)
        } else if counts.letters == 0, counts.letterDigits <= max(Self.maxLetterDigits, counts.digits) {
            splitToken(range, isWholeNumber: true)
        } else {
            splitToken(range, isWholeNumber: false)
            // At its end, after the words in it: marks are in order.
            note(rolesOfWords(in: range), of: range.upperBound..<range.upperBound)
        }
    }

    /// Whether `ООО` stands for zeros: inside a number, with digits on both sides.
    private func isGroupOfZeros(_ range: Range<Int>, _ counts: TokenCounts) -> Bool {
        guard counts.letters == 0, (2...Self.maxLetterDigits).contains(counts.letterDigits), !groups.isEmpty,
            gap.looseness <= .spaced,
            range.upperBound + 1 < text.bytes.count
        else { return false }
        var place = range.lowerBound
        while place < range.upperBound {
            let (scalar, length) = WellFormedUTF8.scalar(text.bytes, at: place)
            if ScalarClass(scalar) == .letter, LetterDigit.value(of: scalar) != 0 { return false }
            place += length
        }
        let (separator, length) = WellFormedUTF8.scalar(text.bytes, at: range.upperBound)
        guard case .separator = ScalarClass(separator), range.upperBound + length < text.bytes.count else {
            return false
        }
        if case .digit = ScalarClass(WellFormedUTF8.scalar(text.bytes, at: range.upperBound + length).value) {
            return true
        }
        return false
    }

    /// Appends the groups of a token with digits; `isWholeNumber` takes its letters for digits too.
    private mutating func splitToken(_ range: Range<Int>, isWholeNumber: Bool) {
        var place = range.lowerBound
        var afterLetter = false
        var isOpen = false
        var letters = range.lowerBound
        while place < range.upperBound {
            let (scalar, length) = WellFormedUTF8.scalar(text.bytes, at: place)
            let end = place + length
            switch ScalarClass(scalar) {
            case .digit(let value):
                if afterLetter { noteGluedWord(letters..<place) }
                append(value, place..<end, &isOpen, afterLetter: afterLetter)
                afterLetter = false
            case .letter:
                if isWholeNumber, let value = LetterDigit.value(of: scalar) {
                    append(value, place..<end, &isOpen, afterLetter: false)
                } else {
                    if isOpen { groups[groups.count - 1].touchesLetterAfter = true }
                    isOpen = false
                    if !afterLetter { letters = place }
                    afterLetter = true
                    passLetters()
                }
            default:
                // The keycap of `7️⃣` goes with its digit.
                if isOpen, scalar == 0x20E3 || scalar == 0xFE0F {
                    groups[groups.count - 1].utf8Range = groups[groups.count - 1].utf8Range.lowerBound..<end
                }
            }
            place = end
        }
        if afterLetter { noteGluedWord(letters..<range.upperBound) }
    }

    /// The letters of «ИНН7707083893», which are no word for the analyser.
    private mutating func noteGluedWord(_ range: Range<Int>) {
        guard range.count > 3, range.count <= 40 else { return }
        note(ContextWords.roles(ofGluedWord: text.text(range)), of: range)
    }

    private mutating func append(_ value: UInt8, _ range: Range<Int>, _ isOpen: inout Bool, afterLetter: Bool) {
        if !isOpen {
            openGroup(at: range)
            groups[groups.count - 1].touchesLetterBefore = afterLetter
            isOpen = true
        }
        digits.append(value)
        let last = groups.count - 1
        groups[last].digits = groups[last].digits.lowerBound..<digits.count
        groups[last].utf8Range = groups[last].utf8Range.lowerBound..<range.upperBound
        freePlaces = 0
    }

    private mutating func openGroup(at range: Range<Int>) {
        if !groups.isEmpty { gaps.append(gap) }
        groups.append(
            DigitGroup(
                digits: digits.count..<digits.count, utf8Range: range, prefixStart: prefixStart ?? range.lowerBound,
                hasPlus: hasPlus))
        gap = Gap()
        forgetPrefix()
        freePlaces = 0
    }

    private mutating func passLetters() {
        gap.signs.insert(.letters)
        gap.characterCount += 1
        forgetPrefix()
        freePlaces = 0
    }

    /// A token of letters: a numeral, a word that says what the numbers near it are, or any word.
    private mutating func readWord(_ range: Range<Int>) {
        while word < text.words.count, text.words[word].utf8Range.lowerBound < range.lowerBound { word += 1 }
        guard word < text.words.count, text.words[word].utf8Range.lowerBound < range.upperBound else {
            return passLetters()
        }
        let known = text.words[word]
        if let numeral = SpokenNumeral.of(known.form) {
            say(numeral, range)
            return
        }
        let roles = isLoneLetter(range) ? [] : rolesOfWords(in: range).union(abbreviationRoles(range))
        note(roles, of: range)
        if roles == .number || roles == .series {
            gap.signs.insert(.numberWord)
            forgetPrefix()
            freePlaces = 0
        } else {
            passLetters()
        }
    }

    /// One letter, which is short for a word only before a full stop, a colon, a slash or a number: not an initial.
    private func isLoneLetter(_ range: Range<Int>) -> Bool {
        guard range.count == 2, text.bytes[range.lowerBound] >= 0x80 else { return false }
        let start = range.lowerBound
        if start > 0, text.bytes[start - 1] == 0x2F || text.bytes[start - 1] == 0x5C { return false }
        let next = range.upperBound < text.bytes.count ? text.bytes[range.upperBound] : 0
        if next != 0x20 { return next < 0x80 && ![0x2E, 0x3A, 0x2F, 0x5C, 0x2D].contains(next) }
        guard range.upperBound + 1 < text.bytes.count else { return true }
        let after = text.bytes[range.upperBound + 1]
        return !(0x30...0x39).contains(after) && after != 0x2B && after != 0x28
    }

    /// What the words of a token say: one, but for scripts that have no spaces.
    private mutating func rolesOfWords(in range: Range<Int>) -> NumberContext.Roles {
        var roles: NumberContext.Roles = []
        while word < text.words.count, text.words[word].utf8Range.lowerBound < range.upperBound {
            if text.words[word].utf8Range.lowerBound >= range.lowerBound {
                roles.formUnion(ContextWords.roles(of: text.words[word]))
            }
            word += 1
        }
        return roles
    }

    private mutating func note(_ roles: NumberContext.Roles, of range: Range<Int>) {
        if !roles.isEmpty { marks.append(NumberContext.Mark(utf8Range: range, roles: roles)) }
    }

    /// What «р/с» says, seen at its second letter.
    private func abbreviationRoles(_ range: Range<Int>) -> NumberContext.Roles {
        let start = range.lowerBound
        guard range.count == 2, start >= 3, text.bytes[start - 1] == 0x2F || text.bytes[start - 1] == 0x5C,
            text.bytes[start - 3] & 0xFE == 0xD0, start == 3 || text.bytes[start - 4] < 0x80
        else { return [] }
        let letters = text.text(start - 3..<start - 1) + text.text(range)
        return ContextWords.roles(ofAbbreviation: letters.lowercased())
    }

    private mutating func say(_ numeral: SpokenNumeral, _ range: Range<Int>) {
        switch numeral {
        case .plus:
            gap.signs.insert(.plus)
            forgetPrefix()
            prefixStart = range.lowerBound
            hasPlus = true
        case .sign:
            gap.signs.insert(.dash)
            freePlaces = 0
        case .hundreds(let value): sayGroup([value, 0, 0], range, freePlaces: 2)
        case .teen(let value):
            if !complete(with: [1, value], range, freePlaces: 0) { sayGroup([1, value], range, freePlaces: 0) }
        case .tens(let value):
            if !complete(with: [value, 0], range, freePlaces: 1) { sayGroup([value, 0], range, freePlaces: 1) }
        case .unit(let value):
            if value == 0 || !complete(with: [value], range, freePlaces: 0) { sayGroup([value], range, freePlaces: 0) }
        case .digits(of: let value): sayRepeated(value, range)
        }
    }

    private mutating func sayGroup(_ values: [UInt8], _ range: Range<Int>, freePlaces places: Int) {
        openGroup(at: range)
        digits += values
        let last = groups.count - 1
        groups[last].digits = groups[last].digits.lowerBound..<digits.count
        groups[last].isSpoken = true
        freePlaces = places
    }

    /// Puts «двадцать» or «три» into the free places of a spoken group; `false` if there are none or not only spaces between.
    private mutating func complete(with values: [UInt8], _ range: Range<Int>, freePlaces places: Int) -> Bool {
        guard freePlaces >= values.count, gap.signs.isSubset(of: [.space, .newline]), let last = groups.indices.last
        else {
            return false
        }
        let start = digits.count - values.count
        for (offset, value) in values.enumerated() { digits[start + offset] = value }
        groups[last].utf8Range = groups[last].utf8Range.lowerBound..<range.upperBound
        gap = Gap()
        freePlaces = places
        return true
    }

    /// «три семёрки»: the count before the noun becomes that many digits.
    private mutating func sayRepeated(_ value: UInt8, _ range: Range<Int>) {
        guard let last = groups.indices.last, groups[last].digits.count == 1, let count = digits.last,
            (2...5).contains(count),
            gap.signs.isSubset(of: [.space, .newline])
        else { return passLetters() }
        digits[digits.count - 1] = value
        for _ in 1..<count { digits.append(value) }
        groups[last].digits = groups[last].digits.lowerBound..<digits.count
        groups[last].utf8Range = groups[last].utf8Range.lowerBound..<range.upperBound
        groups[last].isSpoken = true
        gap = Gap()
        freePlaces = 0
    }
}

/// What a run of letters and digits has.
private struct TokenCounts {
    var digits = 0
    var letterDigits = 0
    var letters = 0
}
