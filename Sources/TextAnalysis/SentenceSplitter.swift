/// Cuts plain Russian text into sentences.
///
/// A line break always ends a sentence. A full stop, `!`, `?` or `…` ends one when white space follows and the next visible character can
/// begin a sentence (a capital letter, a digit, a quotation mark, an opening bracket or a dash), unless the word before the full stop is a
/// common abbreviation («ул.», «руб.», «т. е.») or a single capital letter (an initial), or a number at the start of a line («1.»).
public enum SentenceSplitter {
    /// Lower-case abbreviations after which a sentence goes on.
    private static let abbreviations: Set<String> = Set(
        "ул г гг д стр пр просп пер пл корп кв обл р-н им т е к п ч см ср напр др рис табл тыс млн млрд руб коп шт кг ок мин сек тел доб моб макс"
            .split(separator: " ").map(String.init)
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
            } else if isTerminator(bytes, at: index), endsSentence(bytes, terminator: index, sentenceStart: start) {
                let end = endOfTerminators(bytes, from: index)
                append(start..<end, of: bytes, to: &sentences)
                start = end
                index = end
                continue
            }
            index += 1
        }
        append(start..<bytes.count, of: bytes, to: &sentences)
        return sentences
    }

    private static func append(_ range: Range<Int>, of bytes: [UInt8], to sentences: inout [Range<Int>]) {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, isSpace(bytes[lower]) { lower += 1 }
        while lower < upper, isSpace(bytes[upper - 1]) { upper -= 1 }
        if lower < upper { sentences.append(lower..<upper) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }

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

    private static func endsSentence(_ bytes: [UInt8], terminator: Int, sentenceStart: Int) -> Bool {
        let end = endOfTerminators(bytes, from: terminator)
        guard end < bytes.count, isSpace(bytes[end]) || isNoBreakSpace(bytes, at: end) else { return end >= bytes.count }
        guard canBeginSentence(bytes, from: end) else { return false }
        guard bytes[terminator] == 0x2E, end == terminator + 1 else { return true }
        return !isAbbreviation(bytes, before: terminator, sentenceStart: sentenceStart)
    }

    private static func isNoBreakSpace(_ bytes: [UInt8], at index: Int) -> Bool {
        bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
    }

    private static func canBeginSentence(_ bytes: [UInt8], from index: Int) -> Bool {
        let rest = String(decoding: bytes[index..<min(bytes.count, index + 16)], as: UTF8.self).unicodeScalars
        guard let first = rest.first(where: { !$0.properties.isWhitespace }) else { return true }
        return first.properties.isUppercase || first.properties.numericType != nil || "«\"„“([—–-•№".unicodeScalars.contains(first)
            || !first.properties.isAlphabetic
    }

    private static func isAbbreviation(_ bytes: [UInt8], before terminator: Int, sentenceStart: Int) -> Bool {
        var start = terminator
        while start > sentenceStart, !isSpace(bytes[start - 1]), bytes[start - 1] != 0x28, bytes[start - 1] != 0x2E { start -= 1 }
        let word = String(decoding: bytes[start..<terminator], as: UTF8.self)
        let isFirstWord = bytes[sentenceStart..<start].allSatisfy(isSpace)
        if isFirstWord, !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        let isInitial = word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy(\.properties.isUppercase)
        return isInitial || abbreviations.contains(word)
    }
}
