/// Where the postings of a term are in a segment.
struct PostingList: Equatable {
    /// Documents with the term; ≥ 1.
    let documentFrequency: Int
    /// Windows of documents with the term, each a chunk of the list; ≥ 1.
    let chunkCount: Int
    /// The largest impact of the postings.
    let maxImpact: UInt8
    /// Byte offset of the list's directory in the file of chunks.
    let chunksOffset: Int
    /// Byte offset of the list's postings in the file of postings.
    let postingsOffset: Int

    /// Bytes of the directory.
    var chunksByteCount: Int { Self.chunksByteCount(chunkCount: chunkCount) }
    /// Bytes of the postings.
    var postingsByteCount: Int { documentFrequency * PostingChunk.bytesPerPosting }

    static func chunksByteCount(chunkCount: Int) -> Int {
        chunkCount * PostingChunk.byteCount + skipCount(chunkCount: chunkCount) * PostingChunk.skipByteCount
    }

    /// Entries of the skip table that follows the directory.
    static func skipCount(chunkCount: Int) -> Int {
        (chunkCount - 1) / PostingChunk.skipInterval
    }
}

/// One entry of a posting list's directory: the postings of one window of 256 documents.
///
/// ```
/// bits 16–31  number of the window        bits 8–15  largest impact        bits 0–7  postings − 1
/// ```
/// A posting is its document's place in the window in one byte, then its impact in one byte; places ascend.
struct PostingChunk: Equatable {
    /// Documents in a window: a place in it is a byte.
    static let windowLength = 256
    /// Windows that 16 bits can number, but for the last number, which stands for none.
    static let maxWindows = (1 << 16) - 1
    static let byteCount = 4
    static let bytesPerPosting = 2
    /// Every so many entries the skip table says how many postings came before.
    static let skipInterval = 16
    static let skipByteCount = 4

    let rawValue: UInt32

    @inline(__always)
    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    init(window: Int, maxImpact: UInt8, count: Int) {
        rawValue = UInt32(window) << 16 | UInt32(maxImpact) << 8 | UInt32(count - 1)
    }

    @inline(__always) var window: Int { Int(rawValue >> 16) }
    @inline(__always) var maxImpact: UInt32 { rawValue >> 8 & 0xFF }
    @inline(__always) var count: Int { Int(rawValue & 0xFF) + 1 }
}
