import MappedStorage

/// Reads and checks the table of a segment's articles; see ``SegmentArticles``.
struct SegmentArticlesDecoder {
    private(set) var rows: [SegmentArticles.Row] = []
    private let bytes: [UInt8]
    private var reader: ByteReader
    private var nextDocument = 0

    init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        reader = ByteReader(file: file, range: 0..<bytes.count)
    }

    /// The version, if it is not the one read here.
    mutating func foreignVersion() throws(StorageError) -> UInt32? {
        let bytes = bytes
        let found = try unsafe reader.readInteger(UInt32.self, from: bytes.span.bytes)
        return found == SegmentArticles.version ? nil : found
    }

    /// Reads the articles, which must be those of `documentCount` documents.
    mutating func readRows(documentCount: Int) throws(StorageError) {
        let bytes = bytes
        let span = unsafe bytes.span.bytes
        let count = Int(try reader.readVarint(from: span))
        guard count <= documentCount else { throw corrupt("at most \(documentCount) articles") }
        rows.reserveCapacity(count)
        for _ in 0..<count { rows.append(try readRow(span, limit: documentCount)) }
        guard reader.remaining == 0 else { throw corrupt("the end of the articles") }
        guard nextDocument == documentCount else { throw corrupt("articles of \(documentCount) documents") }
    }

    private mutating func readRow(_ span: RawSpan, limit: Int) throws(StorageError) -> SegmentArticles.Row {
        let marks = try reader.readInteger(UInt8.self, from: span)
        // Marks that this program does not know must not make an article public.
        guard marks & ~SegmentArticlesWriter.Mark.all == 0 else { throw corrupt("known marks of an article") }
        let id = try readString(span)
        let hasTerm = marks & SegmentArticlesWriter.Mark.hasTerm != 0
        let validFrom = hasTerm ? try reader.readInteger(UInt32.self, from: span) : 0
        let expiredSince = hasTerm ? try reader.readInteger(UInt32.self, from: span) : 0
        let supersedes = marks & SegmentArticlesWriter.Mark.supersedes != 0 ? try readString(span) : 0..<0
        let passages = try readPassageCount(span, isSeveral: marks & SegmentArticlesWriter.Mark.hasSeveralPassages != 0)
        let hash =
            marks & SegmentArticlesWriter.Mark.hasFile != 0 ? try reader.readInteger(UInt64.self, from: span) : nil
        guard passages <= limit - nextDocument else { throw corrupt("articles of \(limit) documents") }
        let row = SegmentArticles.Row(
            firstDocument: UInt32(nextDocument), id: id, supersedes: supersedes,
            isInternal: marks & SegmentArticlesWriter.Mark.isInternal != 0, validFrom: validFrom,
            expiredSince: expiredSince, contentHash: hash)
        nextDocument += passages
        return row
    }

    private mutating func readPassageCount(_ span: RawSpan, isSeveral: Bool) throws(StorageError) -> Int {
        guard isSeveral else { return 1 }
        let count = Int(try reader.readVarint(from: span))
        guard count > 1 else { throw corrupt("several passages") }
        return count
    }

    /// The place of a string, whose bytes are valid UTF-8.
    private mutating func readString(_ span: RawSpan) throws(StorageError) -> Range<UInt32> {
        let count = Int(try reader.readVarint(from: span))
        let start = reader.byteOffset
        try reader.skip(count, in: span)
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span.extracting(start..<start + count))
        } catch {
            throw .corrupt(file: reader.file, byteOffset: start, expected: "valid UTF-8")
        }
        return UInt32(start)..<UInt32(start + count)
    }

    private func corrupt(_ expected: String) -> StorageError {
        .corrupt(file: reader.file, byteOffset: reader.byteOffset, expected: expected)
    }
}
