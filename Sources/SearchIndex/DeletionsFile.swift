import MappedStorage

/// The sealed file that says which documents of a segment are deleted.
///
/// ```
/// 8 bytes  number of the segment      4 bytes  its documents, D      4 bytes  deleted ones
/// ⌈D / 64⌉ × 8 bytes  bit i % 64 of word i / 64 is 1 if document i is deleted
/// ```
enum DeletionsFile {
    /// The complete bytes of the file.
    static func seal(_ deletions: DocumentFilter, segment: UInt64) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeInteger(segment)
        writer.writeInteger(UInt32(deletions.documentCount))
        writer.writeInteger(UInt32(deletions.count))
        for word in deletions.words { writer.writeInteger(word) }
        return SealedFile.seal(
            magic: IndexFile.deletionsMagic, version: IndexFile.formatVersion, payload: writer.bytes)
    }

    /// Reads and checks the file that the manifest names.
    ///
    /// - Throws: `.corrupt` when a byte is not what was written or the file is another one than the manifest means; `.incompatibleVersion`.
    static func read(
        _ file: MappedFile, record: DeletionsRecord, segment: SegmentRecord
    ) throws(StorageError) -> DocumentFilter {
        let path = file.path
        let payload = try SealedFile.validate(
            file, magic: IndexFile.deletionsMagic, version: IndexFile.formatVersion)
        guard try SealedFile.sealChecksum(of: file) == record.checksum else {
            throw .corrupt(file: path, byteOffset: payload.upperBound, expected: "the seal that the manifest names")
        }
        return try file.withBytes { (bytes) throws(StorageError) in
            var reader = ByteReader(file: path, range: payload)
            guard try reader.readInteger(UInt64.self, from: bytes) == segment.number,
                Int(try reader.readInteger(UInt32.self, from: bytes)) == segment.documentCount,
                Int(try reader.readInteger(UInt32.self, from: bytes)) == record.count,
                reader.remaining == DocumentFilter.wordCount(segment.documentCount) * 8
            else {
                throw .corrupt(
                    file: path, byteOffset: payload.lowerBound,
                    expected:
                        "\(record.count) deleted of \(segment.documentCount) documents of segment \(segment.number)")
            }
            let start = reader.byteOffset
            var words: [UInt64] = []
            while reader.remaining > 0 { words.append(try reader.readInteger(UInt64.self, from: bytes)) }
            guard let deletions = DocumentFilter(words: words, documentCount: segment.documentCount),
                deletions.count == record.count
            else { throw .corrupt(file: path, byteOffset: start, expected: "\(record.count) deleted documents") }
            return deletions
        }
    }
}
