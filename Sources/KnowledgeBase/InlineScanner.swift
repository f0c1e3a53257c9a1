/// Reads the inline markup of one block from left to right: code, links, images, autolinks, HTML, character references,
/// escapes and emphasis, in the manner of CommonMark 0.31.2, section 6.
///
/// On purpose unlike CommonMark: an asterisk between two digits is text (`60*40*35`), and runs of two and more asterisks
/// open and close next to punctuation too (`**Важно:**текст`). Not read: reference links, `~~` and other extensions.
/// The time is linear in the length, but for broken links and tags, where it grows with `maxLookahead`.
struct InlineScanner {
    let text: InlineText
    var markup: InlineMarkup
    var delimiters: [EmphasisResolver.Delimiter] = []
    /// The opening brackets that wait for their closing one.
    var brackets: [Bracket] = []
    /// For every length of a run of backticks the starts of the runs, in descending order.
    var backtickRuns: [Int: [Int]] = [:]
    /// The end of the first HTML comment's `-->` behind the place asked last; `nil` before the first question.
    var nextCommentEnd: Int?

    /// An opening bracket, perhaps of an image.
    struct Bracket {
        let index: Int
        let isImage: Bool
        /// The number of emphasis delimiters before the bracket.
        let delimiterCount: Int
        /// Whether a link may begin here: a link holds no other link.
        var isActive = true
    }

    /// How far the ends of a tag and of a link's destination are looked for, in bytes.
    static let maxLookahead = 2_048

    /// Reads the markup of a block's text.
    static func scan(_ text: InlineText) -> InlineMarkup {
        var scanner = InlineScanner(text: text, markup: InlineMarkup(byteCount: text.bytes.count))
        scanner.collectBacktickRuns()
        var index = 0
        while index < text.bytes.count { index = scanner.scanElement(at: index) }
        EmphasisResolver.resolve(scanner.delimiters[...], markup: &scanner.markup)
        return scanner.markup
    }

    /// Reads what begins at the index; returns the index behind it.
    private mutating func scanElement(at index: Int) -> Int {
        switch text.bytes[index] {
        case .backslash: scanEscape(at: index)
        case .backtick: scanCode(at: index)
        case .lessThan: scanAngle(at: index)
        case .ampersand: scanReference(at: index)
        case .exclamationMark where index + 1 < text.bytes.count && text.bytes[index + 1] == .leftBracket:
            openBracket(at: index, isImage: true)
        case .leftBracket: openBracket(at: index, isImage: false)
        case .rightBracket: closeBracket(at: index)
        case .asterisk, .underscore: scanDelimiters(at: index)
        case UInt8(ascii: "h"): scanBareURL(at: index)
        default: index + 1
        }
    }

    private mutating func scanEscape(at index: Int) -> Int {
        guard index + 1 < text.bytes.count else { return index + 1 }
        let next = text.bytes[index + 1]
        guard next.isASCIIPunctuation || next == .lineFeed else { return index + 1 }
        markup.fates[index] = .dropped
        return index + 2
    }

    private mutating func scanReference(at index: Int) -> Int {
        guard let reference = CharacterReference.read(text.bytes, at: index) else { return index + 1 }
        markup.replacements.append(InlineMarkup.Replacement(range: reference.range, bytes: reference.utf8))
        return reference.range.upperBound
    }

    private mutating func openBracket(at index: Int, isImage: Bool) -> Int {
        brackets.append(Bracket(index: index, isImage: isImage, delimiterCount: delimiters.count))
        return index + (isImage ? 2 : 1)
    }

    private mutating func scanDelimiters(at index: Int) -> Int {
        let count = text.bytes.runLength(of: text.bytes[index], in: index..<text.bytes.count)
        if let delimiter = EmphasisResolver.Delimiter(at: index, count: count, in: text) {
            delimiters.append(delimiter)
        }
        return index + count
    }

    /// Underscores inside of a plain web address are no emphasis.
    private func scanBareURL(at index: Int) -> Int {
        let rest = index..<text.bytes.count
        guard text.bytes.hasPrefix("https://", in: rest) || text.bytes.hasPrefix("http://", in: rest) else {
            return index + 1
        }
        var end = index
        while end < text.bytes.count, Self.isPlainInURL(text.bytes[end]) { end += 1 }
        while end > index + 1, text.bytes[end - 1] == .underscore { end -= 1 }
        return end
    }

    private static func isPlainInURL(_ byte: UInt8) -> Bool {
        switch byte {
        case ...UInt8.space, .lessThan, .greaterThan, .asterisk, .backtick, .leftBracket, .rightBracket,
            .leftParenthesis, .rightParenthesis, .backslash, .ampersand:
            false
        default: true
        }
    }
}
