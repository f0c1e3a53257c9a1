import MappedStorage

/// Collects the stored bytes of documents.
///
/// ```
/// 4 bytes            documents, D
/// (D + 1) × 8 bytes  offset of each record from the end of this table, and the end of the last
/// then the records
/// ```
struct StoredFieldsWriter {
    private var records: [UInt8] = []
    private var offsets: [UInt64] = [0]

    /// Adds the record of the next document.
    mutating func add(_ record: [UInt8]) {
        records.append(contentsOf: record)
        offsets.append(UInt64(records.count))
    }

    /// The payload of the file.
    func payload() -> [UInt8] {
        var writer = ByteWriter()
        writer.writeInteger(UInt32(offsets.count - 1))
        for offset in offsets { writer.writeInteger(offset) }
        writer.writeBytes(records)
        return writer.bytes
    }
}

/// Reads the stored bytes of documents.
struct StoredFieldsReader: Sendable {
    private let file: MappedFile
    private let tableStart: Int
    private let recordsStart: Int
    private let end: Int
    private let documentCount: Int

    /// - Throws: `.corrupt` when the table does not fit the file or holds another number of documents.
    init(file: MappedFile, payload: Range<Int>, documentCount: Int) throws(StorageError) {
        self.file = file
        self.documentCount = documentCount
        end = payload.upperBound
        tableStart = payload.lowerBound + 4
        recordsStart = tableStart + (documentCount + 1) * 8
        let count = try file.withBytes { (bytes) throws(StorageError) in
            var reader = ByteReader(file: file.path, range: payload)
            return try reader.readInteger(UInt32.self, from: bytes)
        }
        guard Int(count) == documentCount, recordsStart <= end else {
            throw .corrupt(file: file.path, byteOffset: payload.lowerBound, expected: "\(documentCount) records")
        }
    }

    /// The record of a document.
    ///
    /// `docID` must be below the number of documents.
    func record(of docID: DocID) throws(StorageError) -> [UInt8] {
        try withRecord(of: docID) { unsafe $0.withUnsafeBytes { unsafe Array($0) } }
    }

    /// Gives the record of a document to `body`.
    ///
    /// `docID` must be below the number of documents.
    func withRecord<Result>(of docID: DocID, _ body: (RawSpan) -> Result) throws(StorageError) -> Result {
        precondition(docID.rawValue < documentCount, "a document of this index")
        return try file.withBytes { (bytes) throws(StorageError) in
            let entry = tableStart + Int(docID.rawValue) * 8
            var table = ByteReader(file: file.path, range: entry..<(entry + 16))
            let start = try table.readInteger(UInt64.self, from: bytes)
            let stop = try table.readInteger(UInt64.self, from: bytes)
            guard start <= stop, stop <= UInt64(end - recordsStart) else {
                throw .corrupt(file: file.path, byteOffset: entry, expected: "ascending offsets of records")
            }
            return body(bytes.extracting(recordsStart + Int(start)..<recordsStart + Int(stop)))
        }
    }
}
