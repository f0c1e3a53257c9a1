import MappedStorage

/// Encodes the sorted terms of all layers with the places of their posting lists.
///
/// A key is the layer's number in one byte and the term in UTF-8; keys ascend by bytes. Sixteen keys make a block; inside it a key shares the
/// beginning of the one before.
/// ```
/// 4 bytes  terms, T          4 bytes  blocks, B          B × 4 bytes  offset of each block from the end of this table
/// block:   8 bytes  offset of its first list in the chunks      8 bytes  offset of its first list in the postings
///          then for each of its up to 16 terms:
///   varint  bytes shared with the key before (0 for the first)   varint  bytes of the rest   the rest
///   varint  documents with the term      varint  chunks of its list      1 byte  largest impact of its postings
/// ```
/// The lists lie one after the other in the order of the keys and fill both sections.
struct TermDictionaryWriter {
    /// Terms in a block.
    static let blockLength = 16

    private var entries = ByteWriter()
    private var blockOffsets: [UInt32] = []
    private(set) var termCount: UInt32 = 0
    private var previousKey: [UInt8] = []

    /// Adds the next term.
    ///
    /// Keys must strictly ascend; lists follow each other.
    mutating func add(key: [UInt8], list: PostingList) {
        let isBlockStart = Int(termCount) % Self.blockLength == 0
        if isBlockStart {
            blockOffsets.append(UInt32(entries.byteCount))
            entries.writeInteger(UInt64(list.chunksOffset))
            entries.writeInteger(UInt64(list.postingsOffset))
            previousKey = []
        }
        let shared = zip(previousKey, key).prefix { $0 == $1 }.count
        entries.writeVarint(UInt32(shared))
        entries.writeVarint(UInt32(key.count - shared))
        entries.writeBytes(key[shared...])
        entries.writeVarint(UInt32(list.documentFrequency))
        entries.writeVarint(UInt32(list.chunkCount))
        entries.writeInteger(list.maxImpact)
        previousKey = key
        termCount += 1
    }

    /// The bytes of the section.
    func payload() -> [UInt8] {
        var writer = ByteWriter()
        writer.writeInteger(termCount)
        writer.writeInteger(UInt32(blockOffsets.count))
        for offset in blockOffsets { writer.writeInteger(offset) }
        writer.writeBytes(entries.bytes)
        return writer.bytes
    }
}
