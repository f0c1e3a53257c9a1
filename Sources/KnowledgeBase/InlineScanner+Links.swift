extension InlineScanner {
    /// Reads a closing bracket: with `(…)` behind it, it ends a link or an image; alone it is text.
    mutating func closeBracket(at index: Int) -> Int {
        guard let bracket = brackets.popLast() else { return index + 1 }
        guard bracket.isActive, let target = LinkTarget.read(text.bytes, at: index + 1, limit: Self.maxLookahead) else {
            return index + 1
        }
        EmphasisResolver.resolve(delimiters[bracket.delimiterCount...], markup: &markup)
        delimiters.removeSubrange(bracket.delimiterCount...)
        markup.drop(bracket.index..<(bracket.index + (bracket.isImage ? 2 : 1)))
        markup.drop(index..<target.end)
        guard !bracket.isImage else { return target.end }
        let destination = String(decoding: text.bytes[target.destination], as: UTF8.self)
        markup.links.append(
            InlineMarkup.Link(destination: destination, sourceOffset: text.sourceOffset(at: bracket.index)))
        for outer in brackets.indices.reversed() where !brackets[outer].isImage {
            guard brackets[outer].isActive else { break }
            brackets[outer].isActive = false
        }
        return target.end
    }
}
