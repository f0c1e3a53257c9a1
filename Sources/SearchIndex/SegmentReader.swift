import MappedStorage

/// One open segment: immutable and safe to share.
struct SegmentReader: Sendable {
    let documentCount: Int
    let terms: TermDictionary
    let chunks: MappedSection
    let postings: MappedSection
    let stored: StoredFieldsReader
    /// The bytes given to the writer.
    let userData: [UInt8]

    /// Checks the structure of the sections, whose checksums were checked before, and opens them.
    ///
    /// - Throws: `.corrupt` when a section is missing or the sections do not fit each other.
    init(
        sections: [SegmentSection: MappedSection], documentCount: Int, layerCount: Int, file: String
    ) throws(StorageError) {
        guard let terms = sections[.terms], let chunks = sections[.chunks], let postings = sections[.postings],
            let stored = sections[.stored], let userData = sections[.userdata]
        else { throw .corrupt(file: file, byteOffset: 0, expected: "all sections of a segment") }
        guard documentCount <= SegmentWriter.maxDocuments else {
            throw .corrupt(file: file, byteOffset: 0, expected: "at most \(SegmentWriter.maxDocuments) documents")
        }
        self.documentCount = documentCount
        self.chunks = chunks
        self.postings = postings
        self.terms = try TermDictionary(
            section: terms, chunksByteCount: chunks.byteCount, postingsByteCount: postings.byteCount,
            documentCount: documentCount, layerCount: layerCount)
        self.stored = try StoredFieldsReader(file: stored.file, payload: stored.range, documentCount: documentCount)
        self.userData = try userData.bytes(at: 0, count: userData.byteCount)
    }

    /// Windows of documents.
    var windowCount: Int { (documentCount + PostingChunk.windowLength - 1) / PostingChunk.windowLength }

    /// The impact of a term in a document, numbered in the segment; `nil` when the document does not have it.
    ///
    /// - Complexity: O(chunks of the list).
    func impact(of list: PostingList, in document: Int) throws(StorageError) -> UInt8? {
        var cursor = PostingCursor(list, in: self)
        while try cursor.nextBlock() {
            guard let last = cursor.documents.last, Int(last) >= document else { continue }
            return cursor.documents.firstIndex(of: UInt32(document)).map { cursor.impacts[$0] }
        }
        return nil
    }
}
