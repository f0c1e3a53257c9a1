import MappedStorage

/// Encodes the postings of one term.
///
/// ```
/// for each full block of 128 postings:
///   1 byte   bits of a document gap, g        1 byte   bits of a frequency, f
///   2 bytes  largest impact of the block      4 bytes  last document of the block
///   16·g bytes  gaps − 1, bit-packed          16·f bytes  frequencies − 1, bit-packed
/// then for each posting left (at most 127):
///   varint   (gap − 1) · 2 + (1 if the frequency is 1)
///   varint   frequency − 2, only if the frequency is above 1
/// ```
/// A gap is the distance to the document before; before the first stands document −1.
struct PostingListWriter {
    private var documents: [UInt32] = []
    private var frequencies: [UInt32] = []
    private var blockImpact: UInt16 = 0
    private var maxImpact: UInt16 = 0
    private var previous: Int64 = -1

    /// Adds a posting.
    ///
    /// Documents must ascend; `frequency` must be at least 1. `impact` is that of ``BM25F/impact(frequency:saturation:)``.
    mutating func add(document: UInt32, frequency: UInt32, impact: UInt16, to writer: inout ByteWriter) {
        documents.append(document)
        blockImpact = max(blockImpact, impact)
        maxImpact = max(maxImpact, impact)
        frequencies.append(frequency)
        if documents.count == BlockCodec.blockLength { writeBlock(to: &writer) }
    }

    /// Writes what is left and makes ready for the next term.
    ///
    /// Returns the largest impact of the term's postings.
    mutating func finish(to writer: inout ByteWriter) -> UInt16 {
        for (document, frequency) in zip(documents, frequencies) {
            let gap = UInt32(Int64(document) - previous - 1)
            writer.writeVarint(gap << 1 | (frequency == 1 ? 1 : 0))
            if frequency > 1 { writer.writeVarint(frequency - 2) }
            previous = Int64(document)
        }
        documents.removeAll(keepingCapacity: true)
        frequencies.removeAll(keepingCapacity: true)
        previous = -1
        defer {
            maxImpact = 0
            blockImpact = 0
        }
        return maxImpact
    }

    private mutating func writeBlock(to writer: inout ByteWriter) {
        var gaps: [UInt32] = []
        gaps.reserveCapacity(BlockCodec.blockLength)
        for document in documents {
            gaps.append(UInt32(Int64(document) - previous - 1))
            previous = Int64(document)
        }
        let counts = frequencies.map { $0 - 1 }
        let gapBits = BlockCodec.bitsNeeded(gaps)
        let countBits = BlockCodec.bitsNeeded(counts)
        writer.writeInteger(UInt8(gapBits))
        writer.writeInteger(UInt8(countBits))
        writer.writeInteger(blockImpact)
        writer.writeInteger(UInt32(previous))
        BlockCodec.pack(gaps, bits: gapBits, into: &writer)
        BlockCodec.pack(counts, bits: countBits, into: &writer)
        documents.removeAll(keepingCapacity: true)
        frequencies.removeAll(keepingCapacity: true)
        blockImpact = 0
    }
}
