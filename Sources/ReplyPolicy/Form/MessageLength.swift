/// Counts texts in the unit of a channel and cuts them where people would.
public enum MessageLength {
    /// The length of a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - unit: in what to count.
    /// - Returns: the number of units; 0 for an empty text.
    public static func length(of text: some StringProtocol, in unit: LengthUnit) -> Int {
        switch unit {
        case .scalars: text.unicodeScalars.count
        case .utf16: text.utf16.count
        case .smsSegments: SMSLength(of: text).segments
        }
    }

    /// The parts of a text that each fit into a limit.
    ///
    /// A part ends after a paragraph if one ends in its second half, else after a line, a sentence, a word, and only then anywhere.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - limit: what each part may take.
    /// - Returns: half-open UTF-8 ranges, in order, without white space at their ends; one range when the text fits, none when it is
    ///   empty.
    /// - Complexity: O(bytes).
    public static func parts(of text: String, within limit: ChannelLimit) -> [Range<Int>] {
        var scalars: [(scalar: Unicode.Scalar, range: Range<Int>)] = []
        var reader = UTF8Reader(Array(text.utf8))
        while let next = reader.next() { scalars.append(next) }
        // A part of three segments of UCS-2 holds 3 × 67 units; one segment holds 70.
        let isSMS = limit.unit == .smsSegments
        let isSevenBit = isSMS && SMSLength(of: text).isSevenBit
        let capacity =
            isSMS
            ? (limit.maxLength == 1 ? (isSevenBit ? 160 : 70) : limit.maxLength * (isSevenBit ? 153 : 67))
            : limit.maxLength
        var parts: [Range<Int>] = []
        var start = 0
        while start < scalars.count {
            var used = 0
            var end = start
            while end < scalars.count {
                let size = size(of: scalars[end].scalar, limit.unit, isSevenBit)
                if used + size > capacity, end > start { break }
                used += size
                end += 1
            }
            if end < scalars.count { end = cut(scalars, start, end) }
            append(scalars[start..<end], to: &parts)
            start = end
        }
        return parts
    }

    private static func size(of scalar: Unicode.Scalar, _ unit: LengthUnit, _ isSevenBit: Bool) -> Int {
        switch unit {
        case .scalars: 1
        case .utf16: UTF16.width(scalar)
        // Two places for every character that may need them: a part is never too long.
        case .smsSegments: isSevenBit ? ("^{}\\[~]|€".unicodeScalars.contains(scalar) ? 2 : 1) : UTF16.width(scalar)
        }
    }

    /// The best place to cut in the second half of a full part.
    private static func cut(
        _ scalars: [(scalar: Unicode.Scalar, range: Range<Int>)], _ start: Int, _ end: Int
    ) -> Int {
        var best: (place: Int, rank: Int) = (end, 0)
        let middle = start + (end - start) / 2
        for place in stride(from: end, to: middle, by: -1) {
            let rank = rank(scalars, place)
            if rank > best.rank { best = (place, rank) }
        }
        return best.place
    }

    /// How good it is to cut before the character at `place`: 4 after a paragraph, 3 a line, 2 a sentence, 1 a word.
    private static func rank(_ scalars: [(scalar: Unicode.Scalar, range: Range<Int>)], _ place: Int) -> Int {
        let last = scalars[place - 1].scalar
        guard last == "\n" || last == " " else { return scalars[place].scalar == " " ? 1 : 0 }
        let before: Unicode.Scalar = place >= 2 ? scalars[place - 2].scalar : "\n"
        if last == "\n" { return before == "\n" ? 4 : 3 }
        return before == "." || before == "!" || before == "?" || before == "…" ? 2 : 1
    }

    private static func append(
        _ part: ArraySlice<(scalar: Unicode.Scalar, range: Range<Int>)>, to parts: inout [Range<Int>]
    ) {
        let isSpace = { (item: (scalar: Unicode.Scalar, range: Range<Int>)) in item.scalar.properties.isWhitespace }
        guard let first = part.first(where: { !isSpace($0) }), let last = part.last(where: { !isSpace($0) }) else {
            return
        }
        parts.append(first.range.lowerBound..<last.range.upperBound)
    }
}
