/// Cuts plain Russian text into sentences.
///
/// A line break always ends a sentence. A full stop, `!`, `?` or `…` ends one when white space follows and the next
/// visible character can begin a sentence (a capital letter or anything that is no letter: a digit, a quotation mark, a
/// dash), unless the word before the full stop is a common abbreviation («ул.», «руб.», «т. е.») or a single capital
/// letter (an initial), or a number at the start of a line («1.»).
public enum SentenceSplitter {
    /// Lower-case abbreviations after which a sentence goes on.
    private static let abbreviations: Set<String> = Set(
        [
            "ул г гг д стр пр просп пер пл корп кв обл р-н им т е к п ч см ср напр др рис табл тыс млн млрд руб коп",
            "шт кг ок мин сек тел доб моб макс",
        ].flatMap { $0.split(separator: " ").map(String.init) }
    )

    /// Half-open UTF-8 ranges of the sentences, in order, without white space at their ends; never empty.
    public static func sentences(of text: String) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        let bytes = Array(text.utf8)
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0A {
                append(start..<index, of: bytes, to: &sentences)
                start = index + 1
                index += 1
            } else if isTerminator(bytes, at: index) {
                // Every terminator of a run has the same end, so the first one decides for all.
                let end = endOfTerminators(bytes, from: index)
                if endsSentence(bytes, terminator: index, end: end, sentenceStart: start) {
                    append(start..<end, of: bytes, to: &sentences)
                    start = end
                }
                index = end
            } else {
                index += 1
            }
        }
        append(start..<bytes.count, of: bytes, to: &sentences)
        return sentences
    }

    private static func append(_ range: Range<Int>, of bytes: [UInt8], to sentences: inout [Range<Int>]) {
        let lower = endOfSpaces(bytes, from: range.lowerBound, limit: range.upperBound)
        var upper = range.upperBound
        while upper > lower {
            let space = spaceByteCount(bytes, before: upper)
            if space == 0 { break }
            upper -= space
        }
        if lower < upper { sentences.append(lower..<upper) }
    }

    /// Bytes of the white space character at `index`: ASCII, U+00A0, U+2000 to U+200A or U+202F; 0 if it is another.
    private static func spaceByteCount(_ bytes: [UInt8], at index: Int) -> Int {
        switch bytes[index] {
        case 0x20, 0x09, 0x0D, 0x0A: 1
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: 2
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
            (0x80...0x8A).contains(bytes[index + 2]) || bytes[index + 2] == 0xAF ? 3 : 0
        default: 0
        }
    }

    /// Bytes of the white space character that ends before `index`; 0 if there is none.
    private static func spaceByteCount(_ bytes: [UInt8], before index: Int) -> Int {
        (1...3).first { $0 <= index && spaceByteCount(bytes, at: index - $0) == $0 } ?? 0
    }

    private static func endOfSpaces(_ bytes: [UInt8], from start: Int, limit: Int) -> Int {
        var index = start
        while index < limit {
            let space = spaceByteCount(bytes, at: index)
            if space == 0 { break }
            index += space
        }
        return index
    }

    /// `.`, `!`, `?`, or the first byte of `…` (E2 80 A6).
    private static func isTerminator(_ bytes: [UInt8], at index: Int) -> Bool {
        switch bytes[index] {
        case 0x2E, 0x21, 0x3F: true
        case 0xE2: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA6
        default: false
        }
    }

    /// After a run of terminators and closing quotation marks or brackets.
    private static func endOfTerminators(_ bytes: [UInt8], from index: Int) -> Int {
        var end = index
        while end < bytes.count {
            if isTerminator(bytes, at: end) {
                end += bytes[end] == 0xE2 ? 3 : 1
            } else if bytes[end] == 0x29 || bytes[end] == 0x22 {
                end += 1
            } else if bytes[end] == 0xC2, end + 1 < bytes.count, bytes[end + 1] == 0xBB {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private static func endsSentence(_ bytes: [UInt8], terminator: Int, end: Int, sentenceStart: Int) -> Bool {
        let next = endOfSpaces(bytes, from: end, limit: bytes.count)
        guard next > end else { return end == bytes.count }
        guard canBeginSentence(bytes, at: next) else { return false }
        guard bytes[terminator] == 0x2E, end == terminator + 1 else { return true }
        return !isAbbreviation(bytes, before: terminator, sentenceStart: sentenceStart)
    }

    private static func canBeginSentence(_ bytes: [UInt8], at index: Int) -> Bool {
        guard let first = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first else {
            return true
        }
        return first.properties.isUppercase || !first.properties.isAlphabetic
    }

    private static func isAbbreviation(_ bytes: [UInt8], before terminator: Int, sentenceStart: Int) -> Bool {
        var start = terminator
        while start > sentenceStart, bytes[start - 1] != 0x28, bytes[start - 1] != 0x2E,
            spaceByteCount(bytes, before: start) == 0
        {
            start -= 1
        }
        let word = String(decoding: bytes[start..<terminator], as: UTF8.self)
        let isFirstWord = endOfSpaces(bytes, from: sentenceStart, limit: start) == start
        if isFirstWord, !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        let isInitial = word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy(\.properties.isUppercase)
        return isInitial || abbreviations.contains(word)
    }
}
