import MappedStorage

/// One term of a query in one segment: its posting list and what it weighs, and a place in the list's directory.
struct TermScorer {
    let list: PostingList
    /// Units for each step of an impact.
    let weight: UInt32
    /// The next entry of the directory that was not passed.
    private var entry = 0
    /// Postings of the entries before.
    private var postingsPassed = 0

    init(_ list: PostingList, weight: UInt32) {
        self.list = list
        self.weight = weight
    }

    /// The most that the term adds to a document.
    var maxUnits: UInt32 { weight * UInt32(list.maxImpact) }

    /// Where the postings of the current entry start in the section.
    @inline(__always) var postingsOffset: Int {
        list.postingsOffset + postingsPassed * PostingChunk.bytesPerPosting
    }

    /// Adds to each window the most that the term adds to a document of it.
    ///
    /// Checks the whole directory, so that the search may trust it; returns `false` when windows do not ascend or postings are not as many as the
    /// dictionary says.
    func addBounds(to bounds: inout [UInt32], _ chunks: RawSpan) -> Bool {
        var previous = -1
        var postings = 0
        var isSound = true
        let windows = bounds.count
        let weight = weight
        let start = list.chunksOffset
        var span = bounds.mutableSpan
        for entry in 0..<list.chunkCount {
            let chunk = Self.chunk(start, entry, chunks)
            let window = chunk.window
            isSound = isSound && window > previous && window < windows
            guard isSound else { break }
            if entry & (PostingChunk.skipInterval - 1) == 0, entry > 0 {
                isSound = skip(entry / PostingChunk.skipInterval - 1, chunks) == postings
            }
            previous = window
            postings += chunk.count
            unsafe span[unchecked: window] &+= weight &* chunk.maxImpact
        }
        return isSound && postings == list.documentFrequency
    }

    /// Goes back to the first entry.
    mutating func rewind() {
        entry = 0
        postingsPassed = 0
    }

    /// Moves on to a window; its chunk, or `nil` when the term is not in the window.
    ///
    /// Windows must ascend. Requires that `addBounds` has accepted the directory.
    @inline(__always)
    mutating func seek(to window: Int, _ chunks: RawSpan) -> PostingChunk? {
        while entry < list.chunkCount {
            let chunk = Self.chunk(list.chunksOffset, entry, chunks)
            if chunk.window >= window { return chunk.window == window ? chunk : nil }
            if !skipAhead(to: window, chunks) {
                postingsPassed += chunk.count
                entry += 1
            }
        }
        return nil
    }

    /// Skips to the next entry that the skip table knows, if that one is not beyond the window.
    @inline(__always)
    private mutating func skipAhead(to window: Int, _ chunks: RawSpan) -> Bool {
        let next = (entry / PostingChunk.skipInterval + 1) * PostingChunk.skipInterval
        guard next < list.chunkCount, Self.chunk(list.chunksOffset, next, chunks).window <= window else { return false }
        entry = next
        postingsPassed = skip(next / PostingChunk.skipInterval - 1, chunks)
        return true
    }

    @inline(__always)
    private static func chunk(_ start: Int, _ entry: Int, _ chunks: RawSpan) -> PostingChunk {
        let offset = start &+ entry &* PostingChunk.byteCount
        return PostingChunk(rawValue: unsafe chunks.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self))
    }

    @inline(__always)
    private func skip(_ number: Int, _ chunks: RawSpan) -> Int {
        let offset = list.chunksOffset + list.chunkCount * PostingChunk.byteCount + number * PostingChunk.skipByteCount
        return Int(unsafe chunks.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self))
    }
}

/// A term in one window.
struct PresentTerm {
    /// Units for each step of an impact.
    let weight: UInt32
    let chunk: PostingChunk
    /// Where the postings of the chunk start in the section.
    let postingsOffset: Int
    /// What this term and all before it in the window add at most.
    var boundSum: UInt32 = 0

    init(weight: UInt32, chunk: PostingChunk, postingsOffset: Int) {
        self.weight = weight
        self.chunk = chunk
        self.postingsOffset = postingsOffset
    }
}
