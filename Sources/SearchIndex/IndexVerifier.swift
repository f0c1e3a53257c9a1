import MappedStorage

/// What a full check of a generation read.
public struct VerificationReport: Equatable, Sendable {
    /// The generation.
    public let generation: UInt64
    /// Segments.
    public let segmentCount: Int
    /// Documents whose stored bytes were read, deleted ones included.
    public let documentCount: Int
    /// Documents that are not deleted.
    public let liveDocumentCount: Int
    /// Terms whose posting lists were decoded.
    public let termCount: Int
    /// Postings decoded.
    public let postingCount: Int
    /// Bytes of all files, each covered by a checksum.
    public let byteCount: Int
}

extension IndexSnapshot {
    /// Reads everything: each byte against its checksum, each posting list, each stored record; and checks that they agree.
    ///
    /// Opening has checked most checksums already, but the file may have been damaged since. Decoding finds what a faulty writer could have
    /// sealed.
    /// - Throws: `.storage(.corrupt)` with the first damaged place and what was expected there.
    public func verify() throws(IndexError) -> VerificationReport {
        var postingCount = 0
        try mappingStorageErrors { () throws(StorageError) in
            for (segment, open) in zip(segments, files.segments) {
                // Records first: a damaged one is named, where its section as a whole can only be called damaged.
                for document in 0..<segment.documentCount {
                    try segment.reader.stored.withRecord(of: DocID(UInt32(document))) { _ in }
                }
                for section in SegmentSection.allCases { try open.file.check(section) }
                postingCount += try Self.decodePostings(of: segment.reader)
            }
        }
        return VerificationReport(
            generation: manifest.generation,
            segmentCount: segments.count,
            documentCount: documentCount,
            liveDocumentCount: liveDocumentCount,
            termCount: termCount,
            postingCount: postingCount,
            byteCount: byteCount
        )
    }

    private static func decodePostings(of segment: SegmentReader) throws(StorageError) -> Int {
        var count = 0
        var terms = segment.terms.makeIterator()
        while try terms.next() {
            var cursor = PostingCursor(terms.list, in: segment)
            while try cursor.nextBlock() { count += cursor.documents.count }
        }
        return count
    }
}
