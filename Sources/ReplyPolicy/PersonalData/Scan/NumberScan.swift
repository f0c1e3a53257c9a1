import TextAnalysis

/// The numbers of a text: groups of digits and what is between them, found once for all recognisers.
///
/// Digits count in every form that people paste or say (``ScalarClass``, ``SpokenNumeral``), invisible characters between them do
/// not, and letters that look like digits (`О`, `З`, `l`) are digits where all else in the word is: `9О5`.
/// - Complexity: O(bytes) to make.
struct NumberScan: Sendable {
    /// The longest number that any recogniser looks for: a bank account.
    static let maxDigits = 20
    /// The shortest.
    static let minDigits = 3

    /// The text.
    let text: AnalyzedText
    /// The values of all digits.
    let digits: [UInt8]
    /// The groups, in the order of the text.
    let groups: [DigitGroup]
    /// What follows each group but the last.
    let gaps: [Gap]
    /// The words that say what a number near them is.
    let context: NumberContext
    /// The possible numbers by their count of digits, in the order of the text.
    private var windows: [[NumberWindow]]
    /// Of each gap, since windows ask for it again and again.
    private let loosenesses: [Gap.Looseness]

    /// Scans a text.
    init(_ text: AnalyzedText) {
        self.text = text
        var builder = NumberScanBuilder(text)
        builder.scan()
        digits = builder.digits
        groups = builder.groups
        gaps = builder.gaps
        context = NumberContext(marks: builder.marks)
        loosenesses = gaps.map(\.looseness)
        windows = Array(repeating: [], count: Self.maxDigits + 1)
        collectWindows()
    }

    /// The possible numbers with a count of digits: neighbouring groups that nothing looser holds than what is beside them, so that
    /// `123-45` is not cut out of `123-45-67`.
    func windows(of digitCount: Int) -> [NumberWindow] { windows[digitCount] }

    /// How many possible numbers there are in all; linear in the groups.
    var windowCount: Int { windows.reduce(0) { $0 + $1.count } }

    private mutating func collectWindows() {
        for first in groups.indices {
            var count = 0
            var looseness = Gap.Looseness.tight
            var inner = Gap.Looseness.tight
            var shape = GroupShape()
            for last in first..<groups.count {
                if last > first {
                    looseness = max(looseness, loosenesses[last - 1])
                    if looseness == .apart { break }
                    inner = max(inner, looseness == .loose ? gaps[last - 1].looseningOfNumber : loosenesses[last - 1])
                }
                let length = groups[last].digits.count
                count += length
                if count > Self.maxDigits { break }
                shape.append(length)
                guard count >= Self.minDigits, isBounded(first, last, inner, isUniform: shape.isUniform) else {
                    continue
                }
                windows[count].append(NumberWindow(first: first, last: last, looseness: looseness, shape: shape))
            }
        }
    }

    /// Whether nothing beside the groups holds to them firmer than they to each other.
    ///
    /// Groups of one length, such as single digits, must also have an end of the run on one side: nobody can say where else a number starts.
    private func isBounded(_ first: Int, _ last: Int, _ inner: Gap.Looseness, isUniform: Bool) -> Bool {
        let before = loosenessBefore(first)
        let after = loosenessAfter(last)
        guard first < last else { return true }
        guard min(before, after) >= inner else { return false }
        return !isUniform || before > inner || after > inner
    }

    /// What holds a group to the one before it.
    func loosenessBefore(_ group: Int) -> Gap.Looseness { group > 0 ? loosenesses[group - 1] : .apart }

    /// What holds a group to the one after it.
    func loosenessAfter(_ group: Int) -> Gap.Looseness { group < loosenesses.count ? loosenesses[group] : .apart }
}

extension NumberScan {
    /// The digits of a possible number.
    func digits(of window: NumberWindow) -> ArraySlice<UInt8> {
        digits[groups[window.first].digits.lowerBound..<groups[window.last].digits.upperBound]
    }

    /// Its digits as text: `79161234567`.
    func number(of window: NumberWindow) -> String {
        number(of: groups[window.first].digits.lowerBound..<groups[window.last].digits.upperBound)
    }

    /// Some digits as text.
    func number(of places: Range<Int>) -> String {
        String(decoding: digits[places].map { $0 + 0x30 }, as: UTF8.self)
    }

    /// Where it stands, from its first digit to its last.
    func utf8Range(of window: NumberWindow) -> Range<Int> {
        groups[window.first].utf8Range.lowerBound..<groups[window.last].utf8Range.upperBound
    }

    /// Whether no digit or letter is beside it without white space or a comma between.
    func isIsolated(_ window: NumberWindow) -> Bool {
        loosenessBefore(window.first) > .tight && loosenessAfter(window.last) > .tight && !touchesLetter(window)
            && !isTail(window)
    }

    /// Whether it is the end of an identifier, `kb-0415`, and not of «код-0415».
    private func isTail(_ window: NumberWindow) -> Bool {
        let start = utf8Range(of: window).lowerBound
        guard start >= 2, text.bytes[start - 1] == 0x2D || text.bytes[start - 1] == 0x5F else { return false }
        let before = text.bytes[start - 2]
        guard before >= 0x80 || (0x41...0x5A).contains(before & ~0x20) else { return false }
        return context.nearest(.all, before: start, within: 1).isEmpty
    }

    /// Whether a letter touches it.
    func touchesLetter(_ window: NumberWindow) -> Bool {
        groups[window.first].touchesLetterBefore || groups[window.last].touchesLetterAfter
    }

    /// Whether no neighbouring group could belong to it.
    func isWholeRun(_ window: NumberWindow) -> Bool {
        loosenessBefore(window.first) >= .loose && loosenessAfter(window.last) >= .loose
    }

    /// Whether a full stop stands between its groups, as in dates, versions and addresses of machines.
    func hasDots(_ window: NumberWindow) -> Bool {
        gaps[window.first..<window.last].contains { $0.signs.contains(.dot) }
    }

    /// Whether nothing but spaces, hyphens, full stops, slashes and brackets is between its groups; commas too where words are said.
    func isJoined(_ window: NumberWindow) -> Bool {
        if window.looseness <= .spaced { return true }
        return isSpoken(window)
            && gaps[window.first..<window.last].allSatisfy { $0.signs.isDisjoint(with: [.numberWord, .numberSign]) }
    }

    /// Whether a part of it is said in words.
    func isSpoken(_ window: NumberWindow) -> Bool { groups[window.first...window.last].contains { $0.isSpoken } }

    /// Whether the text is this number and nothing else but signs.
    func isWholeText(_ window: NumberWindow) -> Bool {
        guard window.first == 0, window.last == groups.count - 1 else { return false }
        let range = utf8Range(of: window)
        return text.words.allSatisfy { $0.utf8Range.overlaps(range) }
    }
}
