import MappedStorage

/// Collects the stored bytes of documents.
///
/// ```
/// the records, one after the other
/// for each document  8 bytes  end of its record from the start of the section      4 bytes  CRC-32 of the record
/// 4 bytes            CRC-32 of that table
/// ```
/// A segment is opened without reading the records, by far its largest part: each is checked when it is read. The table comes last, so that the
/// records need not be copied to make room for it.
struct StoredFieldsWriter {
    static let entryByteCount = 12
    static let footerByteCount = 4

    private var records: [UInt8] = []
    private var entries: [(end: Int, checksum: UInt32)] = []

    /// Adds the record of the next document.
    mutating func add(_ record: [UInt8]) {
        records.append(contentsOf: record)
        entries.append((records.count, Checksum.crc32(record)))
    }

    /// Adds the records of another collection after those of this one.
    mutating func append(_ other: consuming StoredFieldsWriter) {
        let start = records.count
        records.append(contentsOf: other.records)
        entries.append(contentsOf: other.entries.lazy.map { (start + $0.end, $0.checksum) })
    }

    /// The bytes of the section; the writer is empty then.
    ///
    /// The records are handed over and not copied: they may be most of the memory.
    mutating func payload() -> [UInt8] {
        var table = ByteWriter()
        for entry in entries {
            table.writeInteger(UInt64(entry.end))
            table.writeInteger(entry.checksum)
        }
        table.writeInteger(Checksum.crc32(table.bytes))
        var section: [UInt8] = []
        swap(&section, &records)
        section.append(contentsOf: table.bytes)
        entries = []
        return section
    }
}

/// Reads the stored bytes of documents.
struct StoredFieldsReader: Sendable {
    private let file: MappedFile
    private let records: Range<Int>
    private let tableStart: Int
    private let documentCount: Int

    /// Checks the table of the records and leaves them alone.
    ///
    /// - Throws: `.corrupt` when the table does not fit the section, has other bytes than were written or holds another number of documents.
    init(file: MappedFile, payload: Range<Int>, documentCount: Int) throws(StorageError) {
        self.file = file
        self.documentCount = documentCount
        let tableByteCount = documentCount * StoredFieldsWriter.entryByteCount
        let end = payload.upperBound - StoredFieldsWriter.footerByteCount
        tableStart = end - tableByteCount
        guard tableStart >= payload.lowerBound else {
            throw .corrupt(file: file.path, byteOffset: payload.lowerBound, expected: "\(documentCount) records")
        }
        records = payload.lowerBound..<tableStart
        let table = tableStart..<end
        try file.withBytes { (bytes) throws(StorageError) in
            var footer = ByteReader(file: file.path, range: end..<payload.upperBound)
            guard try footer.readInteger(UInt32.self, from: bytes) == Checksum.crc32(bytes.extracting(table)) else {
                throw .corrupt(
                    file: file.path, byteOffset: table.lowerBound, expected: "the checksum of the table of records")
            }
            let last = documentCount == 0 ? 0 : try entry(documentCount - 1, bytes).end
            guard last == records.count else {
                throw .corrupt(
                    file: file.path, byteOffset: table.lowerBound, expected: "records of \(records.count) bytes")
            }
        }
    }

    /// The record of a document.
    ///
    /// `docID` must be below the number of documents.
    /// - Throws: `.corrupt` with the place of the record when its bytes are not what was written.
    func record(of docID: DocID) throws(StorageError) -> [UInt8] {
        try withRecord(of: docID) { unsafe $0.withUnsafeBytes { unsafe Array($0) } }
    }

    /// Gives the record of a document to `body`.
    ///
    /// `docID` must be below the number of documents.
    /// - Throws: `.corrupt` with the place of the record when its bytes are not what was written.
    func withRecord<Result>(of docID: DocID, _ body: (RawSpan) -> Result) throws(StorageError) -> Result {
        let document = Int(docID.rawValue)
        precondition(document < documentCount, "a document of this segment")
        return try file.withBytes { (bytes) throws(StorageError) in
            let start = document == 0 ? 0 : try entry(document - 1, bytes).end
            let (end, checksum) = try entry(document, bytes)
            guard start <= end else {
                throw .corrupt(file: file.path, byteOffset: place(of: document), expected: "ascending ends of records")
            }
            let record = bytes.extracting(records.lowerBound + start..<records.lowerBound + end)
            guard Checksum.crc32(record) == checksum else {
                throw .corrupt(
                    file: file.path, byteOffset: records.lowerBound + start,
                    expected: "the checksum of the \(end - start) stored bytes of document \(document)")
            }
            return body(record)
        }
    }

    private func place(of document: Int) -> Int {
        tableStart + document * StoredFieldsWriter.entryByteCount
    }

    private func entry(_ document: Int, _ bytes: RawSpan) throws(StorageError) -> (end: Int, checksum: UInt32) {
        let start = place(of: document)
        var reader = ByteReader(file: file.path, range: start..<start + StoredFieldsWriter.entryByteCount)
        let end = try reader.readInteger(UInt64.self, from: bytes)
        let checksum = try reader.readInteger(UInt32.self, from: bytes)
        guard end <= UInt64(records.count) else {
            throw .corrupt(file: file.path, byteOffset: start, expected: "the end of a record inside the section")
        }
        return (Int(end), checksum)
    }
}
