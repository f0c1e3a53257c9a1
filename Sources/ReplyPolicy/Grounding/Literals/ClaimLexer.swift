import TextAnalysis

/// Cuts a text into words, numbers, literals and signs.
///
/// Every letter and every digit becomes part of a token: what no rule knows becomes a code, which has to be in the source letter for letter.
struct ClaimLexer {
    let bytes: [UInt8]
    let words: ArraySlice<AnalyzedText.Word>
    let end: Int
    var index: Int
    var nextWord: Int
    var tokens: [ClaimToken] = []
    /// The first letter that belongs to no word, if there is one.
    var unread: Range<Int>?
    /// Nothing that starts before this offset hangs together with a digit.
    private var wordsEnd = 0

    /// The tokens of a range, in order.
    static func read(_ text: AnalyzedText, in range: Range<Int>) -> (tokens: [ClaimToken], unread: Range<Int>?) {
        var lexer = ClaimLexer(text, range)
        while lexer.index < lexer.end { lexer.step() }
        return (lexer.tokens, lexer.unread)
    }

    private init(_ text: AnalyzedText, _ range: Range<Int>) {
        bytes = text.bytes
        words = text.words[...]
        end = range.upperBound
        index = range.lowerBound
        nextWord = Self.firstWord(text.words, from: range.lowerBound)
    }

    private static func firstWord(_ words: [AnalyzedText.Word], from offset: Int) -> Int {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if words[middle].utf8Range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func step() {
        let space = ClaimBytes.space(bytes, index, end)
        if space > 0 {
            index += space
            return
        }
        if isAtStartOfChunk, let address = AddressReader.match(bytes, index, end) {
            append(.literal(address.value), index..<address.end)
            return
        }
        let byte = bytes[index]
        if ClaimBytes.isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(") {
            if let phone = PhoneReader.match(bytes, index, end) {
                append(.literal(.phone(phone.number)), index..<phone.end)
                return
            }
        }
        if ClaimBytes.isDigit(byte) || ClaimBytes.isLatin(byte) || ClaimBytes.isCyrillic(bytes, index) {
            readChunk()
        } else {
            readMark()
        }
    }

    /// Whether what is before can stand before an address: a space, a quotation mark, a bracket.
    private var isAtStartOfChunk: Bool {
        guard index > 0 else { return true }
        let byte = bytes[index - 1]
        return byte >= 0x80 ? !isAfterLetter : Self.openers.contains(byte)
    }

    private static let openers = Array(" \t\n\r\"'(<[{|:;,=".utf8)

    private var isAfterLetter: Bool {
        index >= 2 && (bytes[index - 2] == 0xD0 || bytes[index - 2] == 0xD1)
    }

    private mutating func append(_ kind: ClaimToken.Kind, _ range: Range<Int>) {
        tokens.append(ClaimToken(kind: kind, utf8Range: range))
        index = range.upperBound
    }

    private mutating func readMark() {
        let dash = ClaimBytes.dash(bytes, index, end)
        if dash > 0 { return append(.mark(.dash), index..<index + dash) }
        let length = min(ClaimBytes.length(bytes, index), end - index)
        let mark: ClaimToken.Mark
        switch bytes[index] {
        case UInt8(ascii: ","): mark = .comma
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): mark = .end
        case UInt8(ascii: ";"): mark = .semicolon
        case UInt8(ascii: ":"): mark = .colon
        case UInt8(ascii: "|"): mark = .bar
        case UInt8(ascii: "+"): mark = .plus
        case UInt8(ascii: "%"): mark = .unit(MeasureUnit(dimension: .percent, factor: 1))
        case UInt8(ascii: "$"): mark = .unit(MeasureUnit(dimension: .dollars, factor: 1))
        case 0xE2 where length == 3 && bytes[index + 1] == 0x82 && bytes[index + 2] == 0xBD:
            mark = .unit(MeasureUnit(dimension: .roubles, factor: 100))
        case 0xE2 where length == 3 && bytes[index + 1] == 0x82 && bytes[index + 2] == 0xAC:
            mark = .unit(MeasureUnit(dimension: .euros, factor: 1))
        default: mark = .other
        }
        append(.mark(mark), index..<index + length)
    }

    /// Reads letters and digits that hang together.
    private mutating func readChunk() {
        let start = index
        guard index >= wordsEnd, hasDigitAhead() else { return readWord() }
        let chunk = DigitChunk(bytes, from: start, to: end)
        guard chunk.hasDigit else {
            wordsEnd = chunk.end
            return readWord()
        }
        if chunk.startsWithDigit, let group = DigitChunk.grouped(bytes, from: start, to: end) {
            return append(.number(group.value, isOrdinal: false), start..<group.end)
        }
        for piece in chunk.pieces() {
            let range = piece.utf8Range
            switch piece.value {
            case .number(let value, let isOrdinal): append(.number(value, isOrdinal: isOrdinal), range)
            case .literal(let value): append(.literal(value), range)
            case .dash: append(.mark(.dash), range)
            case .letters:
                let form = String(decoding: bytes[range], as: UTF8.self).lowercased()
                append(.word(ClaimWord(form: form, utf8Range: range)), range)
            }
        }
    }

    /// Whether there is a digit before the next space, at most so far as an address reaches; if not, remembers that.
    private mutating func hasDigitAhead() -> Bool {
        let limit = min(end, index + AddressReader.maxBytes)
        var place = index
        while place < limit, bytes[place] > 0x20 {
            if ClaimBytes.isDigit(bytes[place]) { return true }
            place += 1
        }
        wordsEnd = max(place, index + 1)
        return false
    }

    /// Appends the analysed word at the place; a letter in no word is unread.
    private mutating func readWord() {
        while nextWord < words.count, words[nextWord].utf8Range.upperBound <= index { nextWord += 1 }
        guard nextWord < words.count, words[nextWord].utf8Range.lowerBound <= index,
            words[nextWord].utf8Range.upperBound <= end
        else {
            let limit = min(index + ClaimBytes.length(bytes, index), end)
            unread = unread ?? index..<limit
            index = limit
            return
        }
        let word = ClaimWord(words[nextWord], in: bytes)
        append(.word(word), index..<word.utf8Range.upperBound)
        nextWord += 1
    }
}
