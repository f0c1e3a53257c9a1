/// One segment of a snapshot: documents in a row, some of them perhaps deleted.
public struct IndexSegment: Sendable {
    /// The generation that added the segment; no other segment of the index has the same.
    public let number: UInt64
    /// The number of its first document in the index.
    public let firstDocument: Int
    /// Documents that are not deleted.
    public let liveDocumentCount: Int

    let reader: SegmentReader
    /// Its deleted documents, numbered in the segment; `nil` when there are none.
    let deleted: DocumentFilter?

    init(_ segment: OpenSegment, reader: SegmentReader, firstDocument: Int) {
        number = segment.record.number
        liveDocumentCount = segment.record.liveDocumentCount
        deleted = segment.deletions
        self.reader = reader
        self.firstDocument = firstDocument
    }

    /// Documents in it, deleted ones included.
    public var documentCount: Int { reader.documentCount }

    /// The numbers of its documents in the index, deleted ones included.
    public var documents: Range<Int> { firstDocument..<(firstDocument + reader.documentCount) }

    /// Bytes given to the index with its documents, or made when segments were merged.
    public var userData: [UInt8] { reader.userData }

    /// Whether a document, numbered in the segment and below its number of documents, is deleted.
    public func isDeleted(_ document: Int) -> Bool {
        deleted?.contains(DocID(UInt32(document))) ?? false
    }
}
