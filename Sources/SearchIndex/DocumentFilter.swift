/// The documents that may be results: one bit each.
public struct DocumentFilter: Equatable, Sendable {
    private var words: [UInt64]
    /// Documents of the index.
    public let documentCount: Int

    /// A filter that accepts none of `documentCount` documents.
    public init(documentCount: Int) {
        self.documentCount = documentCount
        words = [UInt64](repeating: 0, count: (documentCount + 63) / 64)
    }

    /// Accepts a document, which must be below `documentCount`.
    public mutating func insert(_ docID: DocID) {
        words[Int(docID.rawValue) / 64] |= 1 << UInt64(docID.rawValue % 64)
    }

    /// Whether the document is accepted.
    public func contains(_ docID: DocID) -> Bool {
        words[Int(docID.rawValue) / 64] >> UInt64(docID.rawValue % 64) & 1 == 1
    }
}
