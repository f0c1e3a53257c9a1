import MappedStorage

/// Reads the postings of one term in blocks of up to 128, in ascending order of documents.
///
/// A block is entered by its header, which says its last document and its largest impact; it is decoded only when asked for. Every step
/// checks the bytes: documents ascend, stay below the number of documents, and the list ends where the dictionary says.
struct PostingCursor {
    /// Documents of the current block once it is decoded; the first `count` are valid.
    private(set) var documents: [UInt32] = []
    /// Frequencies of the current block once it is decoded, each ≥ 1.
    private(set) var frequencies: [UInt32] = []
    /// Postings in the current block; 0 before the first and after the last.
    private(set) var count = 0
    /// The last document of the current block; −1 before the first and ``exhausted`` after the last.
    private(set) var lastDocument: Int64 = -1
    /// No document of the current block is below this.
    private(set) var firstPossibleDocument: Int64 = 0
    /// The largest impact of the current block.
    private(set) var impact: UInt16 = 0

    /// Stands for a document after all others.
    static let exhausted = Int64.max
    private static let headerByteCount = 8

    private let file: String
    private let end: Int
    private let documentCount: Int64
    private let listImpact: UInt16
    /// Where the next block starts, and how many postings are in it and after it.
    private var nextOffset: Int
    private var remaining: Int
    private var isDecoded = false
    private var payloadOffset = 0
    private var gapBits = 0
    private var countBits = 0

    /// Stands before the first block.
    ///
    /// `file` is named in errors.
    init(_ list: PostingList, file: String, documentCount: Int) {
        self.file = file
        end = list.byteRange.upperBound
        nextOffset = list.byteRange.lowerBound
        remaining = list.documentFrequency
        listImpact = list.maxImpact
        self.documentCount = Int64(documentCount)
    }

    /// Enters the next block and decodes it.
    ///
    /// Returns `false`, with `count` 0, when the list is exhausted; then returns `false` again.
    ///
    /// - Throws: `.corrupt` when the bytes are no posting list.
    mutating func nextBlock(in bytes: RawSpan) throws(StorageError) -> Bool {
        guard try enterNextBlock(in: bytes) else { return false }
        try decodeBlock(in: bytes)
        return true
    }

    /// Enters the first block whose last document is at least `target`, which may be the current one.
    ///
    /// - Throws: `.corrupt` when the bytes are no posting list.
    mutating func enterBlock(reaching target: Int64, in bytes: RawSpan) throws(StorageError) {
        while lastDocument < target, try enterNextBlock(in: bytes) {}
    }

    /// Enters the next block without decoding it.
    ///
    /// Returns `false` when the list is exhausted; then returns `false` again.
    ///
    /// - Throws: `.corrupt` when the bytes are no posting list.
    mutating func enterNextBlock(in bytes: RawSpan) throws(StorageError) -> Bool {
        guard remaining > 0 else {
            guard nextOffset == end else { throw corrupt(nextOffset, "the end of the posting list") }
            count = 0
            lastDocument = Self.exhausted
            firstPossibleDocument = Self.exhausted
            return false
        }
        firstPossibleDocument = lastDocument + 1
        if remaining >= BlockCodec.blockLength {
            try enterFullBlock(in: bytes)
        } else {
            try decodeTail(in: bytes)
        }
        remaining -= count
        return true
    }

    /// The largest impact of the postings from the current block on whose documents are below `limit`; may be too high, never too low.
    ///
    /// - Throws: `.corrupt` when the bytes are no posting list.
    func maxImpact(before limit: Int64, in bytes: RawSpan) throws(StorageError) -> UInt16 {
        guard firstPossibleDocument < limit else { return 0 }
        var most = impact
        var last = lastDocument
        var offset = nextOffset
        var left = remaining
        while left > 0, last + 1 < limit {
            guard left >= BlockCodec.blockLength else { return listImpact }
            let header = try header(at: offset, in: bytes)
            most = max(most, header.impact)
            last = Int64(header.lastDocument)
            offset += Self.headerByteCount + header.payloadByteCount
            left -= BlockCodec.blockLength
        }
        return most
    }

    /// Decodes the current block, unless that is done.
    ///
    /// - Throws: `.corrupt` when the bytes are no posting list.
    mutating func decodeBlock(in bytes: RawSpan) throws(StorageError) {
        guard !isDecoded else { return }
        makeRoom()
        BlockCodec.unpack(bytes, at: payloadOffset, bits: gapBits, into: &documents)
        let countsOffset = payloadOffset + BlockCodec.byteCount(bits: gapBits)
        BlockCodec.unpack(bytes, at: countsOffset, bits: countBits, into: &frequencies)
        var document = firstPossibleDocument - 1
        for index in 0..<BlockCodec.blockLength {
            document += Int64(documents[index]) + 1
            documents[index] = UInt32(truncatingIfNeeded: document)
            frequencies[index] &+= 1
        }
        // Only a frequency − 1 of 32 one bits wraps round to 0.
        guard countBits < 32 || !frequencies.contains(0) else { throw corrupt(countsOffset, "frequencies below 2^32") }
        guard document == lastDocument else { throw corrupt(payloadOffset, "the last document of the block") }
        isDecoded = true
    }

    private struct Header {
        let gapBits: Int
        let countBits: Int
        let impact: UInt16
        let lastDocument: UInt32

        var payloadByteCount: Int { BlockCodec.byteCount(bits: gapBits + countBits) }
    }

    private func header(at offset: Int, in bytes: RawSpan) throws(StorageError) -> Header {
        guard end <= bytes.byteCount, end - offset >= Self.headerByteCount else {
            throw corrupt(offset, "the header of a block")
        }
        let word = UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let header = Header(
            gapBits: Int(word & 0xFF),
            countBits: Int(word >> 8 & 0xFF),
            impact: UInt16(truncatingIfNeeded: word >> 16),
            lastDocument: UInt32(truncatingIfNeeded: word >> 32)
        )
        guard header.gapBits <= 32, header.countBits <= 32 else { throw corrupt(offset, "at most 32 bits") }
        guard header.payloadByteCount <= end - offset - Self.headerByteCount else {
            throw corrupt(offset, "a whole block")
        }
        return header
    }

    private mutating func enterFullBlock(in bytes: RawSpan) throws(StorageError) {
        let header = try header(at: nextOffset, in: bytes)
        let last = Int64(header.lastDocument)
        guard last > lastDocument, last < documentCount else {
            throw corrupt(nextOffset, "ascending documents below \(documentCount)")
        }
        gapBits = header.gapBits
        countBits = header.countBits
        impact = header.impact
        payloadOffset = nextOffset + Self.headerByteCount
        nextOffset = payloadOffset + header.payloadByteCount
        lastDocument = last
        count = BlockCodec.blockLength
        isDecoded = false
    }

    private mutating func decodeTail(in bytes: RawSpan) throws(StorageError) {
        makeRoom()
        var reader = ByteReader(file: file, range: nextOffset..<end)
        var document = lastDocument
        for index in 0..<remaining {
            let code = try reader.readVarint(from: bytes)
            document += Int64(code >> 1) + 1
            guard document < documentCount else {
                throw corrupt(reader.byteOffset, "a document below \(documentCount)")
            }
            documents[index] = UInt32(truncatingIfNeeded: document)
            let rest = code & 1 == 1 ? nil : try reader.readVarint(from: bytes)
            guard rest ?? 0 <= .max - 2 else { throw corrupt(reader.byteOffset, "a frequency below 2^32") }
            frequencies[index] = rest.map { $0 + 2 } ?? 1
        }
        nextOffset = reader.byteOffset
        lastDocument = document
        impact = listImpact
        count = remaining
        isDecoded = true
    }

    private mutating func makeRoom() {
        guard documents.isEmpty else { return }
        documents = [UInt32](repeating: 0, count: BlockCodec.blockLength)
        frequencies = documents
    }

    private func corrupt(_ byteOffset: Int, _ expected: String) -> StorageError {
        .corrupt(file: file, byteOffset: byteOffset, expected: expected)
    }
}
