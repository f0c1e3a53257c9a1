/// One segment of a snapshot: documents in a row, some of them perhaps deleted.
struct IndexSegment: Sendable {
    let reader: SegmentReader
    /// The number of its first document in the index.
    let firstDocument: Int
    /// Its deleted documents, numbered in the segment; `nil` when there are none.
    let deleted: DocumentFilter?

    /// The numbers of its documents in the index, deleted ones included.
    var documents: Range<Int> { firstDocument..<(firstDocument + reader.documentCount) }
}
