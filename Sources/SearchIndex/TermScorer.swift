import MappedStorage

/// One term of a query in one segment: its posting list, what it weighs, and a place in the list's directory.
///
/// The directory is checked once, by ``addBounds(to:_:)``; after that it is trusted.
struct TermScorer {
    let list: PostingList
    /// Units for each step of an impact.
    let weight: UInt32
    /// The entry that the scorer stands on, or ``exhausted``.
    private(set) var chunk: UInt32 = Self.exhausted
    /// Where the postings of the entry start in the section.
    private(set) var postingsOffset: Int
    private var entry = 0

    /// Stands for an entry after all others: no segment has a window of this number.
    static let exhausted = UInt32.max

    init(_ list: PostingList, weight: UInt32) {
        self.list = list
        self.weight = weight
        postingsOffset = list.postingsOffset
    }

    /// The most that the term adds to a document.
    var maxUnits: UInt32 { weight * UInt32(list.maxImpact) }

    /// Adds to each window the most that the term adds to a document of it.
    ///
    /// Returns `false` when windows do not ascend or stay below `bounds.count`, the skip table does not count, or postings are not as many as
    /// the dictionary says.
    func addBounds(to bounds: inout [UInt32], _ chunks: RawSpan) -> Bool {
        var previous = -1
        var postings = 0
        let windows = bounds.count
        let weight = weight
        var span = bounds.mutableSpan
        for entry in 0..<list.chunkCount {
            let chunk = PostingChunk(rawValue: load(entry, chunks))
            guard chunk.window > previous, chunk.window < windows else { return false }
            if entry & (PostingChunk.skipInterval - 1) == 0, entry > 0, skip(before: entry, chunks) != postings {
                return false
            }
            previous = chunk.window
            postings += chunk.count
            unsafe span[unchecked: chunk.window] &+= weight &* chunk.maxImpact
        }
        return postings == list.documentFrequency
    }

    /// Goes to the first entry.
    mutating func rewind(_ chunks: RawSpan) {
        entry = 0
        postingsOffset = list.postingsOffset
        chunk = load(0, chunks)
    }

    /// Adds the term to the active windows of the group that starts at window `start`, and goes on behind the group.
    @inline(__always)
    mutating func add(
        to group: inout WindowGroupScorer, start: Int, active: UInt32, _ chunks: RawSpan, _ postings: RawSpan
    ) {
        if chunk >> 16 < start { seek(to: start, chunks) }
        let end = UInt32(start + WindowGroupScorer.windows)
        while chunk >> 16 < end {
            let window = Int(chunk >> 16) &- start
            if active >> UInt32(window) & 1 == 1 {
                group.add(
                    PostingChunk(rawValue: chunk), weight: weight, postingsOffset: postingsOffset, to: window, postings)
            }
            advance(chunks)
        }
    }

    /// Goes on to the next entry.
    ///
    /// Requires that the scorer is not exhausted.
    @inline(__always)
    mutating func advance(_ chunks: RawSpan) {
        postingsOffset &+= PostingChunk(rawValue: chunk).count &* PostingChunk.bytesPerPosting
        entry &+= 1
        chunk = entry < list.chunkCount ? load(entry, chunks) : Self.exhausted
    }

    /// Goes on to the first entry of a window that is not below `window`, by steps of the skip table and then one by one.
    @inline(never)
    mutating func seek(to window: Int, _ chunks: RawSpan) {
        while chunk != Self.exhausted, PostingChunk(rawValue: chunk).window < window {
            let next = (entry / PostingChunk.skipInterval + 1) * PostingChunk.skipInterval
            guard next < list.chunkCount, PostingChunk(rawValue: load(next, chunks)).window <= window else {
                advance(chunks)
                continue
            }
            entry = next
            chunk = load(next, chunks)
            postingsOffset = list.postingsOffset + skip(before: next, chunks) * PostingChunk.bytesPerPosting
        }
    }

    @inline(__always)
    private func load(_ entry: Int, _ chunks: RawSpan) -> UInt32 {
        let offset = list.chunksOffset &+ entry &* PostingChunk.byteCount
        return unsafe chunks.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self)
    }

    /// Postings before an entry that the skip table knows.
    @inline(__always)
    private func skip(before entry: Int, _ chunks: RawSpan) -> Int {
        let number = entry / PostingChunk.skipInterval - 1
        let offset = list.chunksOffset + list.chunkCount * PostingChunk.byteCount + number * PostingChunk.skipByteCount
        return Int(unsafe chunks.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self))
    }
}
