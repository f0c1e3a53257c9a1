/// A set of documents, one bit each: those that may be results, or those of a segment that are deleted.
public struct DocumentFilter: Equatable, Sendable {
    /// Bit `i % 64` of word `i / 64` stands for document `i`; bits after the last document are 0.
    private(set) var words: [UInt64]
    /// Documents of the index or segment.
    public let documentCount: Int

    /// A filter that accepts none of `documentCount` documents.
    public init(documentCount: Int) {
        self.documentCount = documentCount
        words = [UInt64](repeating: 0, count: Self.wordCount(documentCount))
    }

    /// Takes words as they were written; `nil` when there are too few or too many, or bits stand after the last document.
    init?(words: [UInt64], documentCount: Int) {
        guard words.count == Self.wordCount(documentCount) else { return nil }
        let rest = documentCount % 64
        if rest > 0, let last = words.last, last >> UInt64(rest) != 0 { return nil }
        self.words = words
        self.documentCount = documentCount
    }

    /// Accepts a document, which must be below `documentCount`.
    public mutating func insert(_ docID: DocID) {
        words[Int(docID.rawValue) / 64] |= 1 << UInt64(docID.rawValue % 64)
    }

    /// Whether the document is accepted.
    public func contains(_ docID: DocID) -> Bool {
        words[Int(docID.rawValue) / 64] >> UInt64(docID.rawValue % 64) & 1 == 1
    }

    /// How many documents are accepted.
    ///
    /// - Complexity: O(documents / 64).
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    static func wordCount(_ documentCount: Int) -> Int { (documentCount + 63) / 64 }
}
