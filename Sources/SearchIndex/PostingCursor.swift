import MappedStorage

/// Where the postings of a term are.
struct PostingList: Equatable {
    /// Documents with the term; ≥ 1.
    let documentFrequency: Int
    /// Half-open range in the postings file.
    let byteRange: Range<Int>
}

/// Reads the postings of one term in blocks of up to 128, in ascending order of documents.
///
/// Every step checks the bytes: documents ascend, stay below the number of documents, and the list ends where the
/// dictionary says.
struct PostingCursor {
    /// Documents of the current block; the first `count` are valid.
    private(set) var documents = [UInt32](repeating: 0, count: BlockCodec.blockLength)
    /// Frequencies of the current block, each ≥ 1.
    private(set) var frequencies = [UInt32](repeating: 0, count: BlockCodec.blockLength)
    /// Postings in the current block; 0 before the first `nextBlock` and after the last.
    private(set) var count = 0

    private var reader: ByteReader
    private var remaining: Int
    private var previous: Int64 = -1
    private let documentCount: Int64

    /// Stands before the first block.
    ///
    /// `file` is named in errors.
    init(_ list: PostingList, file: String, documentCount: Int) {
        reader = ByteReader(file: file, range: list.byteRange)
        remaining = list.documentFrequency
        self.documentCount = Int64(documentCount)
    }

    /// Decodes the next block.
    ///
    /// Returns `false`, with `count` 0, when the list is exhausted; then returns `false` again.
    ///
    /// - Throws: `.corrupt` when the bytes are no posting list.
    mutating func nextBlock(in bytes: RawSpan) throws(StorageError) -> Bool {
        guard remaining > 0 else {
            count = 0
            guard reader.remaining == 0 else { throw corrupt("the end of the posting list") }
            return false
        }
        if remaining >= BlockCodec.blockLength {
            try decodeFullBlock(in: bytes)
        } else {
            try decodeTail(in: bytes)
        }
        remaining -= count
        return true
    }

    private mutating func decodeFullBlock(in bytes: RawSpan) throws(StorageError) {
        let gapBits = Int(try reader.readInteger(UInt8.self, from: bytes))
        let countBits = Int(try reader.readInteger(UInt8.self, from: bytes))
        let last = try reader.readInteger(UInt32.self, from: bytes)
        guard gapBits <= 32, countBits <= 32 else { throw corrupt("at most 32 bits") }
        let gapsOffset = reader.byteOffset
        let countsOffset = gapsOffset + BlockCodec.byteCount(bits: gapBits)
        try reader.skip(BlockCodec.byteCount(bits: gapBits + countBits), in: bytes)
        BlockCodec.unpack(bytes, at: gapsOffset, bits: gapBits, into: &documents)
        BlockCodec.unpack(bytes, at: countsOffset, bits: countBits, into: &frequencies)
        var document = previous
        for index in 0..<BlockCodec.blockLength {
            document += Int64(documents[index]) + 1
            documents[index] = UInt32(truncatingIfNeeded: document)
            frequencies[index] &+= 1
        }
        // Only a frequency − 1 of 32 one bits wraps round to 0.
        guard countBits < 32 || !frequencies.contains(0) else { throw corrupt("frequencies below 2^32") }
        guard document == Int64(last), document < documentCount else { throw corrupt("the last document of the block") }
        previous = document
        count = BlockCodec.blockLength
    }

    private mutating func decodeTail(in bytes: RawSpan) throws(StorageError) {
        for index in 0..<remaining {
            let code = try reader.readVarint(from: bytes)
            previous += Int64(code >> 1) + 1
            guard previous < documentCount else { throw corrupt("a document below \(documentCount)") }
            documents[index] = UInt32(truncatingIfNeeded: previous)
            let rest = code & 1 == 1 ? nil : try reader.readVarint(from: bytes)
            guard rest ?? 0 <= .max - 2 else { throw corrupt("a frequency below 2^32") }
            frequencies[index] = rest.map { $0 + 2 } ?? 1
        }
        count = remaining
    }

    private func corrupt(_ expected: String) -> StorageError {
        .corrupt(file: reader.file, byteOffset: reader.byteOffset, expected: expected)
    }
}
