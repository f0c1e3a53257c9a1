/// Finds placeholders in a text that a model may have reworded.
///
/// The grammar: brackets, the words of a label in any case, a joint, a number, brackets.
/// - Brackets are `[ ] { } < > 【 】 ⟦ ⟧`, none, one or more on a side; round brackets and quotation marks are the sentence's own.
/// - A joint is `_`, `\_`, a hyphen, a space, a line break, or nothing; without brackets it must have a `_`.
/// - An ending glued on (`[ФИО_1]у`) belongs to the placeholder.
/// - A number that goes on after a sign or, in brackets, after a space (`[ТЕЛЕФОН_1 2]`) is unsound: nobody knows which was meant.
/// - Complexity: O(bytes).
struct PlaceholderReader {
    /// A placeholder as it stands in a text.
    struct Span: Equatable {
        let label: PlaceholderLabel
        /// `nil` if it is unsound.
        let number: Int?
        /// With its brackets and a glued ending.
        let utf8Range: Range<Int>
    }

    /// Longer words, joints and numbers are of no placeholder.
    private static let maxWordBytes = 40
    private static let maxJoint = 6
    private static let maxDigits = 6
    /// How far a bracket is looked for to which another belongs.
    private static let bracketReach = 200

    private let bytes: [UInt8]
    private var spans: [Span] = []
    /// Opening brackets of the text so far that nothing closed.
    private var depth = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The placeholders of a text, in order, not overlapping.
    static func spans(in bytes: [UInt8]) -> [Span] {
        var reader = PlaceholderReader(bytes)
        reader.read()
        return reader.spans
    }

    private mutating func read() {
        var index = 0
        var openings = 0..<0
        while index < bytes.count {
            let (scalar, length) = WellFormedUTF8.scalar(bytes, at: index)
            if scalar == 0x5C, index + 1 < bytes.count,
                Self.isOpening(WellFormedUTF8.scalar(bytes, at: index + 1).value)
            {
                // `\[ТЕЛЕФОН_1\]`: the backslash goes with its bracket.
                openings = openings.upperBound == index ? openings.lowerBound..<index + 1 : index..<index + 1
                index += length
            } else if Self.isOpening(scalar) {
                openings = openings.upperBound == index ? openings.lowerBound..<index + length : index..<index + length
                depth += 1
                index += length
            } else if Self.isClosing(scalar) {
                depth = max(0, depth - 1)
                index += length
            } else if ScalarClass(scalar) == .letter {
                let word = endOfWord(from: index)
                if let span = span(at: index, firstWordEnd: word, openings) {
                    spans.append(span)
                    depth = max(0, depth - openings.count)
                    index = span.utf8Range.upperBound
                } else {
                    index = word
                }
                openings = 0..<0
            } else {
                // White space after a bracket keeps the bracket: `[ ТЕЛЕФОН_1 ]`.
                if openings.upperBound == index, !openings.isEmpty, Self.isBlank(scalar) {
                    openings = openings.lowerBound..<index + length
                }
                index += length
            }
        }
    }

    private func endOfWord(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let (scalar, length) = WellFormedUTF8.scalar(bytes, at: index)
            let kind = ScalarClass(scalar)
            guard kind == .letter || kind == .invisible else { break }
            index += length
        }
        return index
    }

    private func span(at start: Int, firstWordEnd: Int, _ openings: Range<Int>) -> Span? {
        guard firstWordEnd - start <= Self.maxWordBytes, !isJoinedBefore(start) else { return nil }
        let isBracketed = openings.upperBound == start && !openings.isEmpty
        let first = PlaceholderLabel.fold(String(decoding: bytes[start..<firstWordEnd], as: UTF8.self))
        let labels = PlaceholderLabel.beginning(with: first)
        guard !labels.isEmpty else { return nil }
        for (label, wordCount) in labels.sorted(by: { $0.wordCount > $1.wordCount }) {
            var words = [first]
            var end = firstWordEnd
            while words.count < wordCount, let joint = joint(from: end), isBracketed || joint.hasUnderscore {
                let next = endOfWord(from: joint.end)
                guard next > joint.end, next - joint.end <= Self.maxWordBytes else { break }
                words.append(PlaceholderLabel.fold(String(decoding: bytes[joint.end..<next], as: UTF8.self)))
                end = next
            }
            guard label.matches(words),
                let span = number(after: end, label, start, isBracketed ? openings : start..<start)
            else { continue }
            return span
        }
        return nil
    }

    /// Whether a letter, a digit or `_` is directly before: then it is the tail of another label.
    private func isJoinedBefore(_ start: Int) -> Bool {
        guard start > 0 else { return false }
        var index = start - 1
        while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        let scalar = WellFormedUTF8.scalar(bytes, at: index).value
        if case .digit = ScalarClass(scalar) { return true }
        return scalar == 0x5F || ScalarClass(scalar) == .letter
    }

    private func joint(from start: Int) -> (end: Int, hasUnderscore: Bool)? {
        var index = start
        var hasUnderscore = false
        var count = 0
        while index < bytes.count, count <= Self.maxJoint {
            let (scalar, length) = WellFormedUTF8.scalar(bytes, at: index)
            let isUnderscore = scalar == 0x5F || scalar == 0xFF3F
            guard
                isUnderscore || scalar == 0x5C || Self.isBlank(scalar) || ScalarClass(scalar) == .separator(.dash)
                    || ScalarClass(scalar) == .invisible
            else { break }
            hasUnderscore = hasUnderscore || isUnderscore
            count += 1
            index += length
        }
        return count <= Self.maxJoint ? (index, hasUnderscore) : nil
    }

    /// The span whose label ends at a place, if a number follows.
    private func number(after end: Int, _ label: PlaceholderLabel, _ start: Int, _ openings: Range<Int>) -> Span? {
        guard let joint = joint(from: end), joint.hasUnderscore || !openings.isEmpty || isRoundBracket(before: start)
        else { return nil }
        var index = joint.end
        var digits: [UInt8] = []
        while index < bytes.count, digits.count <= Self.maxDigits {
            let (scalar, length) = WellFormedUTF8.scalar(bytes, at: index)
            let kind = ScalarClass(scalar)
            if case .digit(let value) = kind { digits.append(value) } else if kind != .invisible { break }
            index += length
        }
        guard !digits.isEmpty else { return nil }
        let closings = closings(from: index)
        if openings.isEmpty, !joint.hasUnderscore, !isRoundBracket(after: index) { return nil }
        let isSound =
            digits.count <= Self.maxDigits && digits[0] != 0
            && (!closings.isEmpty || !goesOn(at: index, isBracketed: !openings.isEmpty))
        let number = isSound ? digits.reduce(0) { $0 * 10 + Int($1) } : nil
        return Span(label: label, number: number, utf8Range: extent(start..<index, openings, closings))
    }

    /// The brackets that belong to a placeholder, and an ending.
    private func extent(_ core: Range<Int>, _ openings: Range<Int>, _ closings: Range<Int>) -> Range<Int> {
        var lower = core.lowerBound
        var upper = core.upperBound
        if !openings.isEmpty, !closings.isEmpty || !isClosedLater(upper) { lower = openings.lowerBound }
        if !closings.isEmpty, !openings.isEmpty || depth == 0 { upper = closings.upperBound }
        return lower..<endOfEnding(from: upper)
    }

    private func closings(from start: Int) -> Range<Int> {
        var index = start
        var end = start
        while index < bytes.count {
            let (scalar, length) = WellFormedUTF8.scalar(bytes, at: index)
            index += length
            if Self.isClosing(scalar) {
                end = index
            } else if !Self.isBlank(scalar) || index - start > Self.maxJoint {
                break
            }
        }
        return start..<end
    }

    /// Whether a closing bracket comes before an opening one.
    private func isClosedLater(_ start: Int) -> Bool {
        var index = start
        while index < min(bytes.count, start + Self.bracketReach) {
            let (scalar, length) = WellFormedUTF8.scalar(bytes, at: index)
            if Self.isClosing(scalar) { return true }
            if Self.isOpening(scalar) { return false }
            index += length
        }
        return false
    }

    /// Whether the number goes on: `1.5`, `1-2`, and in brackets `1 2`.
    private func goesOn(at start: Int, isBracketed: Bool) -> Bool {
        var index = start
        var count = 0
        while index < bytes.count, count < 3 {
            let (scalar, length) = WellFormedUTF8.scalar(bytes, at: index)
            switch ScalarClass(scalar) {
            case .digit: return count > 0
            case .invisible: break
            case .separator(let sign):
                let allowed: Gap.Signs =
                    isBracketed ? [.dash, .dot, .comma, .slash, .space, .newline] : [.dash, .dot, .comma, .slash]
                guard sign.isSubset(of: allowed) else { return false }
                count += 1
            case .letter: return false
            }
            index += length
        }
        return false
    }

    /// The end of a declension's ending glued to a place; the place itself if other letters follow.
    private func endOfEnding(from start: Int) -> Int {
        var first = start
        if first < bytes.count, bytes[first] == 0x2D || bytes[first] == 0x27 { first += 1 }
        let end = endOfWord(from: first)
        guard end > first, end - first <= 6 else { return start }
        let ending = PlaceholderLabel.fold(String(decoding: bytes[first..<end], as: UTF8.self))
        return PlaceholderLabel.endings.contains(ending) ? end : start
    }

    private func isRoundBracket(before start: Int) -> Bool { start > 0 && bytes[start - 1] == 0x28 }

    private func isRoundBracket(after end: Int) -> Bool { end < bytes.count && bytes[end] == 0x29 }

    private static func isOpening(_ scalar: UInt32) -> Bool {
        [0x5B, 0x7B, 0x3C, 0x3010, 0x27E6, 0xFF3B, 0xFF5B, 0xFF1C, 0x2329].contains(scalar)
    }

    private static func isClosing(_ scalar: UInt32) -> Bool {
        [0x5D, 0x7D, 0x3E, 0x3011, 0x27E7, 0xFF3D, 0xFF5D, 0xFF1E, 0x232A].contains(scalar)
    }

    private static func isBlank(_ scalar: UInt32) -> Bool {
        scalar == 0x5C || ScalarClass(scalar) == .separator(.space) || ScalarClass(scalar) == .separator(.newline)
    }
}
