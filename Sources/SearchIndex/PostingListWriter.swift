import MappedStorage

/// Encodes posting lists, one after the other, as directories of chunks and as postings.
///
/// ```
/// chunks:    for each window with the term, ascending: 4 bytes, see PostingChunk
///            then for every 16th entry but the first: 4 bytes, postings of the list before it
/// postings:  for each document, ascending: its place in the window in one byte, its impact in one byte
/// ```
struct PostingListWriter {
    private(set) var chunks: [UInt8] = []
    private(set) var postings: [UInt8] = []
    private var chunkLength = 0
    private var skips: [UInt32] = []
    private var window = -1
    private var chunkImpact: UInt8 = 0
    private var maxImpact: UInt8 = 0
    private var chunkCount = 0
    private var documentFrequency = 0
    private var listChunksOffset = 0
    private var listPostingsOffset = 0

    /// Adds a posting; documents of a list must ascend, `impact` ≥ 1.
    @inline(__always)
    mutating func add(document: Int, impact: UInt8) {
        if document / PostingChunk.windowLength != window { startChunk(document / PostingChunk.windowLength) }
        postings.append(UInt8(truncatingIfNeeded: document))
        postings.append(impact)
        chunkLength += 1
        chunkImpact = max(chunkImpact, impact)
    }

    /// Ends the list and makes ready for the next one; `nil` when nothing was added.
    mutating func finishList() -> PostingList? {
        finishChunk()
        defer { startList() }
        guard documentFrequency > 0 else { return nil }
        for skip in skips { appendInteger(skip) }
        return PostingList(
            documentFrequency: documentFrequency,
            chunkCount: chunkCount,
            maxImpact: maxImpact,
            chunksOffset: listChunksOffset,
            postingsOffset: listPostingsOffset
        )
    }

    private mutating func startList() {
        window = -1
        maxImpact = 0
        chunkCount = 0
        documentFrequency = 0
        skips.removeAll(keepingCapacity: true)
        listChunksOffset = chunks.count
        listPostingsOffset = postings.count
    }

    private mutating func startChunk(_ next: Int) {
        finishChunk()
        window = next
    }

    private mutating func finishChunk() {
        guard chunkLength > 0 else { return }
        if chunkCount > 0, chunkCount % PostingChunk.skipInterval == 0 { skips.append(UInt32(documentFrequency)) }
        appendInteger(PostingChunk(window: window, maxImpact: chunkImpact, count: chunkLength).rawValue)
        chunkCount += 1
        documentFrequency += chunkLength
        maxImpact = max(maxImpact, chunkImpact)
        chunkImpact = 0
        chunkLength = 0
    }

    private mutating func appendInteger(_ value: UInt32) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) { chunks.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
}
