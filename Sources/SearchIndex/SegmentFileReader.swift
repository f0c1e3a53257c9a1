import MappedStorage

/// An open segment file whose header, padding and sections, except the stored records, have been checked.
struct SegmentFileReader: Sendable {
    /// The mapped file.
    let file: MappedFile
    /// Where each section lies in the file.
    let sections: [SegmentSection: MappedSection]
    private let checksums: [SegmentSection: UInt32]

    /// Checks the file of the segment that the manifest names.
    ///
    /// - Complexity: one pass over all sections but the stored records.
    /// - Throws: `.corrupt` when a byte is not what was written or the file is another one than the manifest means; `.incompatibleVersion`.
    init(_ file: MappedFile, record: SegmentRecord) throws(StorageError) {
        self.file = file
        let header = try file.withBytes { (bytes) throws(StorageError) in
            var parser = SegmentHeaderParser(file: file)
            return try parser.parse(bytes, record: record)
        }
        sections = header.mapValues { MappedSection(file: file, range: $0.range) }
        checksums = header.mapValues(\.checksum)
        for kind in SegmentSection.allCases where kind.isCheckedAtOpening { try check(kind) }
    }

    /// Compares the bytes of a section with its checksum.
    ///
    /// - Throws: `.corrupt` with the start of the section.
    func check(_ kind: SegmentSection) throws(StorageError) {
        guard let section = sections[kind], section.withBytes({ Checksum.crc32($0) }) == checksums[kind] else {
            throw .corrupt(
                file: file.path, byteOffset: sections[kind]?.range.lowerBound ?? 0,
                expected: "the checksum of the section \(kind)")
        }
    }
}

/// Reads and checks the header of a segment file.
private struct SegmentHeaderParser {
    private let file: MappedFile
    private var reader: ByteReader

    init(file: MappedFile) {
        self.file = file
        reader = ByteReader(file: file.path, range: 0..<min(file.byteCount, SegmentFile.headerByteCount))
    }

    mutating func parse(
        _ bytes: RawSpan, record: SegmentRecord
    ) throws(StorageError) -> [SegmentSection: (range: Range<Int>, checksum: UInt32)] {
        guard try reader.readBytes(8, from: bytes) == Array(IndexFile.segmentMagic.utf8) else {
            throw corrupt(0, "the magic \(IndexFile.segmentMagic)")
        }
        try checkHeader(bytes, record)
        guard try reader.readInteger(UInt32.self, from: bytes) == UInt32(SegmentSection.allCases.count) else {
            throw corrupt(12, "\(SegmentSection.allCases.count) sections")
        }
        guard try reader.readInteger(UInt64.self, from: bytes) == record.number else {
            throw corrupt(16, "the number \(record.number) of the segment")
        }
        var sections: [SegmentSection: (range: Range<Int>, checksum: UInt32)] = [:]
        var end = SegmentFile.headerByteCount
        for kind in SegmentSection.allCases {
            let entry = reader.byteOffset
            guard try reader.readInteger(UInt32.self, from: bytes) == kind.code else {
                throw corrupt(entry, "the section \(kind)")
            }
            let checksum = try reader.readInteger(UInt32.self, from: bytes)
            let start = try reader.readInteger(UInt64.self, from: bytes)
            let count = try reader.readInteger(UInt64.self, from: bytes)
            let expectedStart = SegmentFile.aligned(end)
            guard start == UInt64(expectedStart), expectedStart <= file.byteCount,
                count <= UInt64(file.byteCount - expectedStart)
            else { throw corrupt(entry, "the place of the section \(kind) inside the file") }
            try checkPadding(end..<expectedStart, bytes)
            end = expectedStart + Int(count)
            sections[kind] = (expectedStart..<end, checksum)
        }
        guard end == file.byteCount else { throw corrupt(end, "the end of the file") }
        try checkPadding(SegmentFile.checksumOffset + 4..<SegmentFile.headerByteCount, bytes)
        return sections
    }

    /// Checks length and checksum of the header, and only then says what its version and identity mean.
    private mutating func checkHeader(_ bytes: RawSpan, _ record: SegmentRecord) throws(StorageError) {
        let version = try reader.readInteger(UInt32.self, from: bytes)
        let end = SegmentFile.checksumOffset
        guard file.byteCount >= SegmentFile.headerByteCount else {
            throw corrupt(file.byteCount, "a header of \(SegmentFile.headerByteCount) bytes")
        }
        var footer = ByteReader(file: file.path, range: end..<end + 4)
        let checksum = try footer.readInteger(UInt32.self, from: bytes)
        guard checksum == Checksum.crc32(bytes.extracting(0..<end)) else {
            throw corrupt(end, "the checksum of the header")
        }
        guard version == IndexFile.formatVersion else {
            throw .incompatibleVersion(file: file.path, found: version, supported: IndexFile.formatVersion)
        }
        guard checksum == record.headerChecksum, file.byteCount == record.byteCount else {
            throw corrupt(0, "the segment of \(record.byteCount) bytes that the manifest names")
        }
    }

    private func checkPadding(_ range: Range<Int>, _ bytes: RawSpan) throws(StorageError) {
        for offset in range where unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self) != 0 {
            throw corrupt(offset, "a zero byte between sections")
        }
    }

    private func corrupt(_ byteOffset: Int, _ expected: String) -> StorageError {
        .corrupt(file: file.path, byteOffset: byteOffset, expected: expected)
    }
}
