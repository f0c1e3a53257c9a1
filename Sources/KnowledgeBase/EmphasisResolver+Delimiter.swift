extension EmphasisResolver {
    /// A run of asterisks or underscores that may begin or end emphasis.
    struct Delimiter {
        let byte: UInt8
        let originalCount: Int
        let canOpen: Bool
        let canClose: Bool
        /// The bytes of the run that are not used yet.
        private(set) var range: Range<Int>

        /// The run at the index, or `nil` if its neighbours forbid emphasis.
        init?(at index: Int, count: Int, in text: InlineText) {
            let byte = text.bytes[index]
            let before = Neighbour(text.scalar(before: index))
            let after = Neighbour(text.scalar(at: index + count))
            if byte == .asterisk, before == .digit, after == .digit { return nil }
            let isLenient = byte == .asterisk && count > 1
            let opensSide = after != .space && (isLenient || after != .punctuation || !before.isWord)
            let closesSide = before != .space && (isLenient || before != .punctuation || !after.isWord)
            if byte == .underscore {
                canOpen = opensSide && (!closesSide || before == .punctuation)
                canClose = closesSide && (!opensSide || after == .punctuation)
            } else {
                canOpen = opensSide
                canClose = closesSide
            }
            guard canOpen || canClose else { return nil }
            self.byte = byte
            originalCount = count
            range = index..<(index + count)
        }

        /// CommonMark's rules 9 and 10: lengths that add up to a multiple of 3 do not pair if one of the runs can do both.
        func matches(_ closer: Delimiter) -> Bool {
            guard byte == closer.byte else { return false }
            guard canClose || closer.canOpen else { return true }
            return (originalCount + closer.originalCount) % 3 != 0
                || (originalCount.isMultiple(of: 3) && closer.originalCount.isMultiple(of: 3))
        }

        mutating func takeFirst(_ count: Int) -> Range<Int> {
            let taken = range.prefix(count)
            range = taken.upperBound..<range.upperBound
            return taken
        }

        mutating func takeLast(_ count: Int) -> Range<Int> {
            let taken = range.suffix(count)
            range = range.lowerBound..<taken.lowerBound
            return taken
        }
    }

    /// What stands beside a run.
    private enum Neighbour {
        case space, punctuation, digit, other

        init(_ scalar: Unicode.Scalar?) {
            guard let scalar, !scalar.properties.isWhitespace else {
                self = .space
                return
            }
            switch scalar.properties.generalCategory {
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
                self = .punctuation
            case .decimalNumber: self = .digit
            default: self = .other
            }
        }

        var isWord: Bool { self == .digit || self == .other }
    }
}
