/// The ASCII bytes that have a meaning in Markdown.
extension UInt8 {
    static var nul: UInt8 { 0x00 }
    static var tab: UInt8 { 0x09 }
    static var lineFeed: UInt8 { 0x0A }
    static var carriageReturn: UInt8 { 0x0D }
    static var space: UInt8 { 0x20 }
    static var exclamationMark: UInt8 { UInt8(ascii: "!") }
    static var doubleQuote: UInt8 { UInt8(ascii: "\"") }
    static var hash: UInt8 { UInt8(ascii: "#") }
    static var ampersand: UInt8 { UInt8(ascii: "&") }
    static var singleQuote: UInt8 { UInt8(ascii: "'") }
    static var leftParenthesis: UInt8 { UInt8(ascii: "(") }
    static var rightParenthesis: UInt8 { UInt8(ascii: ")") }
    static var asterisk: UInt8 { UInt8(ascii: "*") }
    static var plus: UInt8 { UInt8(ascii: "+") }
    static var hyphen: UInt8 { UInt8(ascii: "-") }
    static var fullStop: UInt8 { UInt8(ascii: ".") }
    static var colon: UInt8 { UInt8(ascii: ":") }
    static var semicolon: UInt8 { UInt8(ascii: ";") }
    static var lessThan: UInt8 { UInt8(ascii: "<") }
    static var equals: UInt8 { UInt8(ascii: "=") }
    static var greaterThan: UInt8 { UInt8(ascii: ">") }
    static var leftBracket: UInt8 { UInt8(ascii: "[") }
    static var backslash: UInt8 { UInt8(ascii: "\\") }
    static var rightBracket: UInt8 { UInt8(ascii: "]") }
    static var underscore: UInt8 { UInt8(ascii: "_") }
    static var backtick: UInt8 { UInt8(ascii: "`") }
    static var verticalBar: UInt8 { UInt8(ascii: "|") }
    static var tilde: UInt8 { UInt8(ascii: "~") }

    var isBlank: Bool { self == .space || self == .tab }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    /// ASCII punctuation: what a backslash can escape (CommonMark 0.31.2, section 2.4).
    var isASCIIPunctuation: Bool {
        (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
            || (0x7B...0x7E).contains(self)
    }
}

extension [UInt8] {
    /// The range without the blanks at both its ends.
    func trimmingBlanks(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, self[lower].isBlank { lower += 1 }
        while upper > lower, self[upper - 1].isBlank { upper -= 1 }
        return lower..<upper
    }

    /// Whether the range begins with the bytes.
    func hasPrefix(_ prefix: String, in range: Range<Int>) -> Bool {
        var index = range.lowerBound
        for byte in prefix.utf8 {
            guard index < range.upperBound, self[index] == byte else { return false }
            index += 1
        }
        return true
    }

    /// The number of equal bytes at the start of the range.
    func runLength(of byte: UInt8, in range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound, self[index] == byte { index += 1 }
        return index - range.lowerBound
    }
}
