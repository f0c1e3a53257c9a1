import MappedStorage

/// Encodes the sorted terms of all layers with the places of their postings.
///
/// A key is the layer's number in one byte and the term in UTF-8; keys ascend by bytes. Sixteen keys make a block;
/// inside it a key shares the beginning of the one before.
/// ```
/// 4 bytes  terms, T          4 bytes  blocks, B          B × 4 bytes  offset of each block from the end of this table
/// block:   8 bytes offset of its first posting list in the postings payload, then for each of its up to 16 terms:
///   varint  bytes shared with the key before (0 for the first)   varint  bytes of the rest   the rest
///   varint  document frequency           varint  bytes of the posting list        2 bytes  largest impact of its postings
/// ```
struct TermDictionaryWriter {
    /// Terms in a block.
    static let blockLength = 16

    private var entries = ByteWriter()
    private var blockOffsets: [UInt32] = []
    private var termCount: UInt32 = 0
    private var previousKey: [UInt8] = []
    private var postingsOffset: UInt64 = 0

    /// Adds the next term.
    ///
    /// Keys must strictly ascend.
    mutating func add(key: [UInt8], documentFrequency: UInt32, postingsByteCount: Int, maxImpact: UInt16) {
        let isBlockStart = Int(termCount) % Self.blockLength == 0
        if isBlockStart {
            blockOffsets.append(UInt32(entries.byteCount))
            entries.writeInteger(postingsOffset)
            previousKey = []
        }
        let shared = zip(previousKey, key).prefix { $0 == $1 }.count
        entries.writeVarint(UInt32(shared))
        entries.writeVarint(UInt32(key.count - shared))
        entries.writeBytes(key[shared...])
        entries.writeVarint(documentFrequency)
        entries.writeVarint(UInt32(postingsByteCount))
        entries.writeInteger(maxImpact)
        previousKey = key
        postingsOffset += UInt64(postingsByteCount)
        termCount += 1
    }

    /// The payload of the file.
    func payload() -> [UInt8] {
        var writer = ByteWriter()
        writer.writeInteger(termCount)
        writer.writeInteger(UInt32(blockOffsets.count))
        for offset in blockOffsets { writer.writeInteger(offset) }
        writer.writeBytes(entries.bytes)
        return writer.bytes
    }
}
