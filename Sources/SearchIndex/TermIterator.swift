import MappedStorage

/// Walks the terms of a segment in ascending order of their keys, checking every step.
struct TermIterator {
    /// The current key: the layer's number, then the term's UTF-8.
    private(set) var key: [UInt8] = []
    /// The posting list of the current key.
    private(set) var list = PostingList(
        documentFrequency: 0, chunkCount: 0, maxImpact: 0, chunksOffset: 0, postingsOffset: 0)

    /// Where the next entry is in the file.
    var byteOffset: Int { reader.byteOffset }

    private let section: MappedSection
    private let termCount: Int
    private var reader: ByteReader
    private var index = 0

    /// Stands before the first term; `entries` is the range of the blocks in the section's file.
    init(section: MappedSection, entries: Range<Int>, termCount: Int) {
        self.section = section
        self.termCount = termCount
        reader = ByteReader(file: section.path, range: entries)
    }

    /// Moves to the next term; `false` after the last.
    ///
    /// - Throws: `.corrupt`, also when keys do not ascend, lists do not follow each other, or bytes are left.
    mutating func next() throws(StorageError) -> Bool {
        guard index < termCount else {
            guard reader.remaining == 0 else { throw corrupt("the end of the dictionary") }
            return false
        }
        try section.file.withBytes { (bytes) throws(StorageError) in try readEntry(bytes) }
        index += 1
        return true
    }

    private mutating func readEntry(_ bytes: RawSpan) throws(StorageError) {
        let isBlockStart = index % TermDictionaryWriter.blockLength == 0
        let chunksOffset = list.chunksOffset + (index == 0 ? 0 : list.chunksByteCount)
        let postingsOffset = list.postingsOffset + list.postingsByteCount
        if isBlockStart {
            guard try reader.readInteger(UInt64.self, from: bytes) == UInt64(chunksOffset),
                try reader.readInteger(UInt64.self, from: bytes) == UInt64(postingsOffset)
            else { throw corrupt("lists one after the other") }
        }
        let shared = Int(try reader.readVarint(from: bytes))
        let rest = Int(try reader.readVarint(from: bytes))
        guard isBlockStart ? shared == 0 : shared <= key.count, rest <= reader.remaining else {
            throw corrupt("a key that shares its beginning")
        }
        try readKey(shared: shared, rest: rest, bytes)
        let frequency = Int(try reader.readVarint(from: bytes))
        let chunkCount = Int(try reader.readVarint(from: bytes))
        let maxImpact = try reader.readInteger(UInt8.self, from: bytes)
        guard frequency >= 1, (1...frequency).contains(chunkCount), chunkCount <= PostingChunk.maxWindows,
            maxImpact >= 1
        else { throw corrupt("a list of one or more postings") }
        list = PostingList(
            documentFrequency: frequency, chunkCount: chunkCount, maxImpact: maxImpact, chunksOffset: chunksOffset,
            postingsOffset: postingsOffset)
    }

    /// Replaces the key; the new one must be greater.
    private mutating func readKey(shared: Int, rest: Int, _ bytes: RawSpan) throws(StorageError) {
        let start = reader.byteOffset
        let end = section.range.upperBound
        guard rest <= end - start else { throw corrupt("a key inside the file") }
        // Whether the first byte that is not shared decides the order; 0 stands for the end of the old key.
        var isGreater = index == 0
        for place in 0..<rest {
            let byte = unsafe bytes.unsafeLoad(fromByteOffset: start + place, as: UInt8.self)
            if shared + place < key.count {
                if !isGreater {
                    guard byte >= key[shared + place] else { throw corrupt("ascending keys") }
                    isGreater = byte > key[shared + place]
                }
                key[shared + place] = byte
            } else {
                key.append(byte)
                isGreater = true
            }
        }
        guard isGreater else { throw corrupt("ascending keys") }
        if key.count > shared + rest { key.removeLast(key.count - shared - rest) }
        try reader.skip(rest, in: bytes)
    }

    private func corrupt(_ expected: String) -> StorageError {
        .corrupt(file: section.path, byteOffset: reader.byteOffset, expected: expected)
    }
}
