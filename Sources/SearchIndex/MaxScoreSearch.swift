import MappedStorage

/// The search of one segment: window after window of 256 documents, the terms of a window split by what they could add.
///
/// 1. From the directories of the posting lists, what each window could score at most: the sum of its terms' largest impacts there.
/// 2. The few most promising windows first: they give a high threshold early.
/// 3. Then the other windows that reach the threshold, ascending. In a window the terms with the lowest bounds that together stay below
///    the threshold are *non-essential*: a document with none but those cannot enter. The others are added up for all documents of the window;
///    only if some document could still enter are the non-essential ones looked at, highest bound first, as long as one is left.
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
    private var window: WindowScorer

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
        window = WindowScorer(termCount: terms.count)
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
        let promising = isPruned ? promising() : []
        for index in terms.indices { terms[index].rewind(chunks) }
        for number in promising {
            guard search(number, chunks, postings, into: &collector) else { return false }
            windowBounds[number] = 0
        }
        if !promising.isEmpty {
            for index in terms.indices { terms[index].rewind(chunks) }
        }
        for number in windowBounds.indices {
            let bound = windowBounds[number]
            guard bound > 0, !isPruned || bound >= collector.threshold else { continue }
            guard search(number, chunks, postings, into: &collector) else { return false }
        }
        return true
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

    private mutating func search(
        _ number: Int, _ chunks: RawSpan, _ postings: RawSpan, into collector: inout TopDocsCollector
    ) -> Bool {
        window.start(threshold: isPruned ? collector.threshold : 1)
        let wanted = UInt32(number)
        for index in terms.indices {
            if terms[index].chunk >> 16 < wanted { terms[index].seek(to: number, chunks) }
            guard terms[index].chunk >> 16 == wanted else { continue }
            window.add(terms[index])
            terms[index].advance(chunks)
        }
        window.addEssential(postings)
        let start = number * PostingChunk.windowLength
        let end = min(segment.documentCount - start, PostingChunk.windowLength)
        window.findCandidates { place in place >= end || accepts.contains(start + place) }
        window.addNonEssential(postings)
        return window.collect(below: end, firstDocument: firstDocument + UInt32(start), into: &collector)
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
