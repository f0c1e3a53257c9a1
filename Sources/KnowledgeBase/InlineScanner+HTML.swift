extension InlineScanner {
    /// Reads an autolink, a comment or a tag; another `<` is text.
    mutating func scanAngle(at index: Int) -> Int {
        if let end = commentEnd(at: index) {
            markup.drop(index..<end, as: .droppedTag)
            return end
        }
        if let end = autolinkEnd(at: index) {
            markup.fates[index] = .dropped
            markup.fates[end - 1] = .dropped
            return end
        }
        guard let end = tagEnd(at: index) else { return index + 1 }
        if isLineBreak(index..<end) {
            markup.replacements.append(InlineMarkup.Replacement(range: index..<end, bytes: [.space]))
        } else {
            markup.drop(index..<end, as: .droppedTag)
        }
        return end
    }

    private mutating func commentEnd(at index: Int) -> Int? {
        guard text.bytes.hasPrefix("<!--", in: index..<text.bytes.count) else { return nil }
        let contentStart = index + 4
        if let end = nextCommentEnd, end >= contentStart + 3 { return end <= text.bytes.count ? end : nil }
        var end = contentStart
        while end < text.bytes.count, !text.bytes.hasPrefix("-->", in: end..<text.bytes.count) { end += 1 }
        nextCommentEnd = end < text.bytes.count ? end + 3 : Int.max
        return end < text.bytes.count ? end + 3 : nil
    }

    /// `<https://…>` or `<name@host>`: no blanks and no `<` inside, and a colon or an at sign.
    private func autolinkEnd(at index: Int) -> Int? {
        let limit = min(text.bytes.count, index + Self.maxLookahead)
        var end = index + 1
        var hasScheme = false
        while end < limit, text.bytes[end] != .greaterThan {
            let byte = text.bytes[end]
            guard byte > .space, byte != .lessThan, byte != .doubleQuote else { return nil }
            if byte == .colon || byte == UInt8(ascii: "@") { hasScheme = true }
            if !hasScheme, !isAutolinkPrefix(byte) { return nil }
            end += 1
        }
        return hasScheme && end < limit && text.bytes[index + 1].isASCIILetter ? end + 1 : nil
    }

    private func isAutolinkPrefix(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || [.plus, .fullStop, .hyphen, .underscore].contains(byte)
    }

    /// `<name …>` or `</name>`; a `>` in quotes does not close it.
    private func tagEnd(at index: Int) -> Int? {
        let limit = min(text.bytes.count, index + Self.maxLookahead)
        var end = index + 1
        if end < limit, text.bytes[end] == UInt8(ascii: "/") { end += 1 }
        guard end < limit, text.bytes[end].isASCIILetter else { return nil }
        while end < limit, text.bytes[end].isASCIILetter || text.bytes[end].isASCIIDigit || text.bytes[end] == .hyphen {
            end += 1
        }
        guard end < limit else { return nil }
        let separators: [UInt8] = [.space, .tab, .lineFeed, UInt8(ascii: "/"), .greaterThan]
        guard separators.contains(text.bytes[end]) else { return nil }
        var quote: UInt8?
        while end < limit {
            let byte = text.bytes[end]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == .greaterThan {
                return end + 1
            } else if byte == .lessThan {
                return nil
            } else if byte == .doubleQuote || byte == .singleQuote {
                quote = byte
            }
            end += 1
        }
        return nil
    }

    private func isLineBreak(_ tag: Range<Int>) -> Bool {
        let name = text.bytes[tag].filter { $0.isASCIILetter }.map { $0 | 0x20 }
        return name == [UInt8(ascii: "b"), UInt8(ascii: "r")]
    }
}
