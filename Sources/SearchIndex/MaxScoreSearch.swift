import MappedStorage

/// The search of one segment: group after group of 16 windows of 256 documents, the terms of a window split by what they could add.
///
/// 1. From the directories of the posting lists, what each window could score at most: the sum of its terms' largest impacts there.
/// 2. The few most promising windows first: they give a high threshold early.
/// 3. Then the other windows that reach the threshold, ascending. In a window the terms with the lowest bounds that together stay below half the
///    threshold are *non-essential*: a document with none but those cannot enter. The others are added up for all documents of the
///    window, each term through the windows of a group at once, so that its postings are read in their order; only if some document could still
///    enter are the non-essential ones looked at, highest bound first, as long as one is left.
///
/// A window is left out, and a document dropped, only when a bound that is never too low says that it cannot enter.
/// - Source: MAXSCORE after H. Turtle, J. Flood, Query evaluation: strategies and optimizations, 1995, term by term within windows of documents, with
///   block maxima after S. Ding, T. Suel, Faster top-k document retrieval using block-max indexes, SIGIR 2011; the promising windows first
///   after A. Mallia, T. Suel, N. Tonellotto, Faster learned sparse retrieval with block-max pruning, SIGIR 2024. Not taken: their
///   document-at-a-time order of evaluation, and processing all windows by descending bound.
struct MaxScoreSearch: ~Copyable {
    /// Windows that are searched before the others.
    private static let promisingWindows = 6

    private let segment: SegmentReader
    /// The number of the segment's first document in the index.
    private let firstDocument: UInt32
    private let accepts: AcceptedDocuments
    private let isPruned: Bool
    private var terms: [TermScorer]
    private var windowBounds: [UInt32]
    private var group: WindowGroupScorer

    /// `terms` with what they weigh, in any order.
    init(
        segment: SegmentReader, firstDocument: UInt32, terms: [TermScorer], accepts: AcceptedDocuments, isPruned: Bool
    ) {
        self.segment = segment
        self.firstDocument = firstDocument
        self.accepts = accepts
        self.isPruned = isPruned
        // Low bounds first: they are the first to be non-essential. The rest of the order only makes it total.
        self.terms = terms.sorted { ($0.maxUnits, $0.list.chunksOffset) < ($1.maxUnits, $1.list.chunksOffset) }
        windowBounds = [UInt32](repeating: 0, count: segment.windowCount)
        group = WindowGroupScorer(termCount: terms.count)
    }

    /// Offers the segment's documents to the collector: all that could enter.
    ///
    /// - Throws: `.corrupt` for damage that checksums could not show.
    mutating func run(into collector: inout TopDocsCollector) throws(StorageError) {
        guard !terms.isEmpty else { return }
        let chunks = segment.chunks
        let postings = segment.postings
        let isSound = chunks.withBytes { chunks in
            postings.withBytes { postings in run(chunks, postings, into: &collector) }
        }
        guard isSound else {
            throw .corrupt(
                file: chunks.path, byteOffset: chunks.fileOffset(0),
                expected: "directories and postings as the dictionary says, of \(segment.documentCount) documents")
        }
    }

    /// Returns `false` for damage.
    private mutating func run(_ chunks: RawSpan, _ postings: RawSpan, into collector: inout TopDocsCollector) -> Bool {
        for index in terms.indices {
            guard terms[index].addBounds(to: &windowBounds, chunks) else { return false }
        }
        rewind(chunks)
        let promising = isPruned ? promising() : []
        for number in promising {
            let start = number - number % WindowGroupScorer.windows
            let isActive = 1 << UInt32(number - start)
            guard search(start, UInt32(isActive), chunks, postings, into: &collector) else { return false }
            windowBounds[number] = 0
            // A group may hold several of them: each is searched from the group's start.
            rewind(chunks)
        }
        for start in stride(from: 0, to: windowBounds.count, by: WindowGroupScorer.windows) {
            let least = isPruned ? collector.threshold : 1
            var active: UInt32 = 0
            for number in start..<min(start + WindowGroupScorer.windows, windowBounds.count) {
                active |= windowBounds[number] >= least ? 1 << UInt32(number - start) : 0
            }
            guard active == 0 || search(start, active, chunks, postings, into: &collector) else { return false }
        }
        return true
    }

    private mutating func rewind(_ chunks: RawSpan) {
        for index in terms.indices { terms[index].rewind(chunks) }
    }

    /// The windows with the highest bounds, ascending; none where there are hardly more than that.
    private func promising() -> [Int] {
        guard windowBounds.count > 2 * Self.promisingWindows else { return [] }
        var best: [(bound: UInt32, window: Int)] = []
        for (number, bound) in windowBounds.enumerated() where bound > 0 {
            if best.count == Self.promisingWindows {
                guard bound > best[0].bound else { continue }
                best.removeFirst()
            }
            let place = best.firstIndex { $0.bound > bound } ?? best.count
            best.insert((bound, number), at: place)
        }
        return best.map(\.window).sorted()
    }

    /// Searches the active windows of the group that starts at window `start`; returns `false` for damage.
    private mutating func search(
        _ start: Int, _ active: UInt32, _ chunks: RawSpan, _ postings: RawSpan, into collector: inout TopDocsCollector
    ) -> Bool {
        group.start(threshold: isPruned ? collector.threshold : 1)
        for index in terms.indices {
            terms[index].add(to: &group, start: start, active: active, chunks, postings)
        }
        var isSound = true
        for window in 0..<WindowGroupScorer.windows where active >> UInt32(window) & 1 == 1 {
            let first = (start + window) * PostingChunk.windowLength
            let end = min(segment.documentCount - first, PostingChunk.windowLength)
            let threshold = isPruned ? collector.threshold : 1
            group.findCandidates(in: window, threshold: threshold) { place in
                place >= end || accepts.contains(first + place)
            }
            group.addNonEssential(in: window, threshold: threshold, postings)
            isSound =
                isSound
                && group.collect(
                    window, threshold: threshold, below: end, firstDocument: firstDocument + UInt32(first),
                    into: &collector)
            group.clear(window)
        }
        return isSound
    }
}

/// Which documents of a segment may be results.
struct AcceptedDocuments {
    /// Numbered in the index; all when absent.
    let filter: DocumentFilter?
    /// The number of the segment's first document in the index.
    let firstDocument: Int
    /// Numbered in the segment; none when absent.
    let deleted: DocumentFilter?

    @inline(__always)
    func contains(_ document: Int) -> Bool {
        if let deleted, deleted.contains(DocID(UInt32(truncatingIfNeeded: document))) { return false }
        guard let filter else { return true }
        return filter.contains(DocID(UInt32(truncatingIfNeeded: firstDocument + document)))
    }
}
