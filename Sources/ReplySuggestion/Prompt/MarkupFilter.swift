/// Takes Markdown and citation marks out of a reply, character by character.
///
/// The beginning of each line is read by ``LineHead``. Inside a line: `**bold**`, `__bold__`, `*italic*`, `_italic_`, `~~struck~~` and backticks are dropped,
/// `[text](address)` becomes `text (address)`, and brackets become citation marks where ``CitationMark`` reads them so. Everything else stays, above all
/// `[ТЕЛЕФОН_1]`, `2 * 3`, `2*3`, `file_name` and the stars of a masked card, `**** 1234`.
struct MarkupFilter: Sendable {
    /// The most characters between brackets that are looked at.
    private static let maxBracketLength = 48

    /// The line's beginning until it is understood; `nil` inside a line.
    private var head: LineHead? = LineHead()
    /// From an opening bracket on; empty outside.
    private var bracket: [Unicode.Scalar] = []
    /// Whether `bracket` is closed and only waits for the `(` of a link.
    private var isBracketClosed = false
    /// A run of one of `*_~` and the backtick.
    private var run: (sign: Unicode.Scalar, count: Int)?
    /// The last character that was given in this line.
    private var previous: Unicode.Scalar?

    /// Takes the next character.
    mutating func push(_ scalar: Unicode.Scalar, _ output: inout [ReplyToken]) {
        if scalar == "\r" { return }
        guard var head else {
            pushInline(scalar, &output)
            return
        }
        let result = head.push(scalar)
        self.head = head
        leave(result, &output)
        if scalar == "\n" { endLine(&output) }
    }

    /// Ends the reply.
    mutating func finish(_ output: inout [ReplyToken]) {
        if let head { leave(head.finish(), &output) }
        closeAll(&output)
    }

    private mutating func leave(_ result: LineHead.Result?, _ output: inout [ReplyToken]) {
        guard let result else { return }
        head = nil
        if let marker = result.marker { output.append(.marker(marker)) }
        for scalar in result.rest { pushInline(scalar, &output) }
    }

    private mutating func endLine(_ output: inout [ReplyToken]) {
        closeAll(&output)
        output.append(.newline)
        head = LineHead()
        previous = nil
    }

    private mutating func closeAll(_ output: inout [ReplyToken]) {
        giveBracket(&output)
        endRun(before: nil, &output)
    }

    private mutating func pushInline(_ scalar: Unicode.Scalar, _ output: inout [ReplyToken]) {
        if scalar == "\n" {
            endLine(&output)
        } else if !bracket.isEmpty {
            pushInBracket(scalar, &output)
        } else if "*_~`".unicodeScalars.contains(scalar) {
            if let open = run, open.sign == scalar {
                run = (scalar, open.count + 1)
            } else {
                endRun(before: scalar, &output)
                run = (scalar, 1)
            }
        } else {
            endRun(before: scalar, &output)
            if scalar == "[" || scalar == "【" { bracket = [scalar] } else { give(scalar, &output) }
        }
    }

    private mutating func pushInBracket(_ scalar: Unicode.Scalar, _ output: inout [ReplyToken]) {
        if isBracketClosed {
            let isLink = scalar == "("
            if isLink { bracket = Array(bracket.dropFirst().dropLast()) + [" "] }
            giveBracket(&output)
            pushInline(scalar, &output)
        } else if scalar == "[" || scalar == "【" {
            giveBracket(&output)
            bracket = [scalar]
        } else if scalar == (bracket[0] == "[" ? "]" : "】") {
            if let mark = CitationMark(bracket.dropFirst()) {
                bracket = []
                previous = scalar
                output.append(.mark(mark))
            } else {
                bracket.append(scalar)
                isBracketClosed = true
            }
        } else {
            bracket.append(scalar)
            if bracket.count > Self.maxBracketLength { giveBracket(&output) }
        }
    }

    private mutating func giveBracket(_ output: inout [ReplyToken]) {
        for scalar in bracket { give(scalar, &output) }
        bracket = []
        isBracketClosed = false
    }

    private mutating func endRun(before next: Unicode.Scalar?, _ output: inout [ReplyToken]) {
        guard let run else { return }
        self.run = nil
        if isMarkup(run.sign, run.count, before: next) { return }
        for _ in 0..<run.count { give(run.sign, &output) }
    }

    private func isMarkup(_ sign: Unicode.Scalar, _ count: Int, before next: Unicode.Scalar?) -> Bool {
        let isInWord = Self.isWord(previous) && Self.isWord(next)
        let isAlone = Self.isBlank(previous) && Self.isBlank(next)
        switch sign {
        case "`": return count <= 3
        case "~": return count == 2
        case "*": return count == 2 || count == 3 || count == 1 && !isInWord && !isAlone
        default: return count <= 2 && !isInWord && !isAlone
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        guard let properties = scalar?.properties else { return false }
        return properties.isAlphabetic || properties.numericType != nil
    }

    private static func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
        scalar?.properties.isWhitespace ?? true
    }

    private mutating func give(_ scalar: Unicode.Scalar, _ output: inout [ReplyToken]) {
        previous = scalar
        output.append(.scalar(scalar))
    }
}
