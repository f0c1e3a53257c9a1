import MappedStorage

/// Reads the postings of one term chunk by chunk, in ascending order of documents, checking every step.
///
/// For everything but the search itself: merging, verifying, explaining.
struct PostingCursor {
    /// Documents of the current chunk, numbered in the segment, ascending.
    private(set) var documents: [UInt32] = []
    /// Their impacts, each ≥ 1.
    private(set) var impacts: [UInt8] = []

    private let list: PostingList
    private let segment: SegmentReader
    private var nextChunk = 0
    private var postingsRead = 0
    private var window = -1

    init(_ list: PostingList, in segment: SegmentReader) {
        self.list = list
        self.segment = segment
    }

    /// Reads the next chunk; `false` when the list is exhausted.
    ///
    /// - Throws: `.corrupt` when the bytes are no posting list.
    mutating func nextBlock() throws(StorageError) -> Bool {
        guard nextChunk < list.chunkCount else {
            guard postingsRead == list.documentFrequency else {
                throw corrupt("as many postings as the dictionary says")
            }
            return false
        }
        let chunk = PostingChunk(
            rawValue: try segment.chunks.integer(at: list.chunksOffset + nextChunk * PostingChunk.byteCount))
        guard chunk.window > window, postingsRead + chunk.count <= list.documentFrequency else {
            throw corrupt("ascending windows of as many postings as the dictionary says")
        }
        if nextChunk > 0, nextChunk % PostingChunk.skipInterval == 0 { try checkSkip() }
        window = chunk.window
        try readPostings(of: chunk)
        nextChunk += 1
        postingsRead += chunk.count
        return true
    }

    private func checkSkip() throws(StorageError) {
        let skip = nextChunk / PostingChunk.skipInterval - 1
        let offset = list.chunksOffset + list.chunkCount * PostingChunk.byteCount + skip * PostingChunk.skipByteCount
        guard try segment.chunks.integer(at: offset) == UInt32(postingsRead) else {
            throw corrupt("a skip table that counts the postings before")
        }
    }

    private mutating func readPostings(of chunk: PostingChunk) throws(StorageError) {
        let offset = list.postingsOffset + postingsRead * PostingChunk.bytesPerPosting
        let bytes = try segment.postings.bytes(at: offset, count: chunk.count * PostingChunk.bytesPerPosting)
        documents.removeAll(keepingCapacity: true)
        impacts.removeAll(keepingCapacity: true)
        var previous = -1
        for index in stride(from: 0, to: bytes.count, by: PostingChunk.bytesPerPosting) {
            let place = Int(bytes[index])
            let document = chunk.window * PostingChunk.windowLength + place
            guard place > previous, document < segment.documentCount else {
                throw .corrupt(
                    file: segment.postings.path, byteOffset: segment.postings.fileOffset(offset + index),
                    expected: "ascending documents below \(segment.documentCount)")
            }
            previous = place
            documents.append(UInt32(document))
            impacts.append(bytes[index + 1])
        }
        guard impacts.max() == UInt8(chunk.maxImpact), !impacts.contains(0), chunk.maxImpact <= list.maxImpact else {
            throw .corrupt(
                file: segment.postings.path, byteOffset: segment.postings.fileOffset(offset),
                expected: "impacts from 1 to \(chunk.maxImpact)")
        }
    }

    private func corrupt(_ expected: String) -> StorageError {
        .corrupt(
            file: segment.chunks.path, byteOffset: segment.chunks.fileOffset(list.chunksOffset), expected: expected)
    }
}
