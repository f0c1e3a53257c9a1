/// The part of a link in parentheses: `(destination)`, `(<destination>)`, `(destination "title")`.
struct LinkTarget {
    /// The bytes of the destination; may be empty.
    let destination: Range<Int>
    /// The index behind the closing parenthesis.
    let end: Int

    /// Reads the target that begins at the index with a parenthesis.
    /// - Parameters:
    ///   - bytes: the text of a block.
    ///   - start: the index of the opening parenthesis; may be the end of the text.
    ///   - limit: how many bytes the target may have.
    /// - Returns: the target, or `nil` if there is none.
    static func read(_ bytes: [UInt8], at start: Int, limit: Int) -> LinkTarget? {
        guard start < bytes.count, bytes[start] == .leftParenthesis else { return nil }
        var reader = Reader(bytes: bytes, index: start + 1, end: min(bytes.count, start + limit))
        reader.skipSpaces()
        guard let destination = reader.readDestination() else { return nil }
        let hasSpace = reader.skipSpaces()
        if hasSpace { reader.skipTitle() }
        reader.skipSpaces()
        guard reader.next == .rightParenthesis else { return nil }
        return LinkTarget(destination: destination, end: reader.index + 1)
    }

    private struct Reader {
        let bytes: [UInt8]
        var index: Int
        let end: Int

        var next: UInt8? { index < end ? bytes[index] : nil }

        @discardableResult
        mutating func skipSpaces() -> Bool {
            let start = index
            while let byte = next, byte.isBlank || byte == .lineFeed { index += 1 }
            return index > start
        }

        mutating func readDestination() -> Range<Int>? {
            next == .lessThan ? readBracketed() : readPlain()
        }

        private mutating func readBracketed() -> Range<Int>? {
            index += 1
            let start = index
            while let byte = next, byte != .greaterThan {
                guard byte != .lessThan, byte != .lineFeed else { return nil }
                index += byte == .backslash ? 2 : 1
            }
            guard next == .greaterThan else { return nil }
            index += 1
            return start..<(index - 1)
        }

        /// Parentheses inside must be balanced.
        private mutating func readPlain() -> Range<Int>? {
            let start = index
            var depth = 0
            while let byte = next, byte > .space {
                if byte == .leftParenthesis { depth += 1 }
                if byte == .rightParenthesis {
                    if depth == 0 { break }
                    depth -= 1
                }
                index += byte == .backslash && index + 1 < end && bytes[index + 1].isASCIIPunctuation ? 2 : 1
            }
            return depth == 0 ? start..<index : nil
        }

        /// A title that nothing closes is no title, and then there is no link either.
        mutating func skipTitle() {
            guard let open = next else { return }
            let close: UInt8
            switch open {
            case .doubleQuote, .singleQuote: close = open
            case .leftParenthesis: close = .rightParenthesis
            default: return
            }
            index += 1
            while let byte = next, byte != close { index += byte == .backslash ? 2 : 1 }
            index += 1
        }
    }
}
