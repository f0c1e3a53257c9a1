extension PlainText {
    /// A paragraph, a heading, a list item, a table row or another unit of the text.
    public struct Block: Hashable, Sendable {
        /// What the block was in the Markdown.
        public let kind: Kind
        /// The block in the UTF-8 bytes of `PlainText.text`, half-open, never empty.
        public let utf8Range: Range<Int>
    }

    /// What a block was in the Markdown.
    public enum Kind: Hashable, Sendable {
        /// Running text.
        case paragraph
        /// A heading of level 1 to 6.
        case heading(level: Int)
        /// A list item of any depth; a numbered one carries its number, which is not in the text.
        case listItem(ordinal: Int?)
        /// The first row of a table.
        case tableHeader
        /// A further row of a table.
        case tableRow
        /// A paragraph of a block quotation.
        case quote
        /// A fenced block of code, verbatim.
        case code
    }
}
