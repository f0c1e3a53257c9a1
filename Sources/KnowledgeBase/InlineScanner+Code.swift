extension InlineScanner {
    /// Notes where runs of backticks stand, so that the search for the closing run takes no second pass.
    mutating func collectBacktickRuns() {
        var index = 0
        var runs: [Int: [Int]] = [:]
        while index < text.bytes.count {
            let count = text.bytes.runLength(of: .backtick, in: index..<text.bytes.count)
            if count > 0 { runs[count, default: []].append(index) }
            index += max(1, count)
        }
        backtickRuns = runs.mapValues { $0.reversed() }
    }

    /// Reads a code span, or a run of backticks that nothing closes and that is therefore text.
    mutating func scanCode(at index: Int) -> Int {
        let count = text.bytes.runLength(of: .backtick, in: index..<text.bytes.count)
        let contentStart = index + count
        while let start = backtickRuns[count]?.last, start < contentStart { backtickRuns[count]?.removeLast() }
        guard let contentEnd = backtickRuns[count]?.last else { return contentStart }
        markup.drop(index..<contentStart)
        markup.drop(contentEnd..<(contentEnd + count))
        dropPadding(of: contentStart..<contentEnd)
        return contentEnd + count
    }

    /// One space on each side belongs to the marks, unless the code is all spaces.
    private mutating func dropPadding(of content: Range<Int>) {
        let isSpace = { [text] (index: Int) in text.bytes[index] == .space || text.bytes[index] == .lineFeed }
        guard content.count > 2, isSpace(content.lowerBound), isSpace(content.upperBound - 1) else { return }
        guard !content.allSatisfy(isSpace) else { return }
        markup.fates[content.lowerBound] = .dropped
        markup.fates[content.upperBound - 1] = .dropped
    }
}
