import MappedStorage

/// What a full check of a generation read.
public struct VerificationReport: Equatable, Sendable {
    /// The generation.
    public let generation: UInt64
    /// Documents whose stored bytes were read.
    public let documentCount: Int
    /// Terms whose posting lists were decoded.
    public let termCount: Int
    /// Postings decoded.
    public let postingCount: Int
    /// Bytes of all files, each covered by a checksum.
    public let byteCount: Int
}

extension IndexSnapshot {
    /// Reads everything: each posting list, each stored record; and checks that they agree.
    ///
    /// Opening has checked the checksums already. This finds what a faulty writer could have sealed: lists that cannot be decoded, maxima that
    /// are none.
    /// - Throws: `.storage(.corrupt)` with the file and what was expected.
    public func verify() throws(IndexError) -> VerificationReport {
        var postingCount = 0
        try mappingStorageErrors { () throws(StorageError) in
            for segment in segments {
                var terms = segment.reader.terms.makeIterator()
                while try terms.next() {
                    var cursor = PostingCursor(terms.list, in: segment.reader)
                    while try cursor.nextBlock() { postingCount += cursor.documents.count }
                }
            }
        }
        for document in 0..<documentCount { _ = try storedBytes(of: DocID(UInt32(document))) }
        return VerificationReport(
            generation: manifest.generation,
            documentCount: documentCount,
            termCount: termCount,
            postingCount: postingCount,
            byteCount: byteCount
        )
    }
}
