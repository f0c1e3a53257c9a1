import MappedStorage

/// The scores of a group of windows while terms are added.
///
/// Its memory is allocated once a search. Pointers stay inside: a window is one of 16 and a place a byte, so that they are inside the 4,096
/// scores; a term comes once a window, so that no window has more terms than were announced.
@safe struct WindowGroupScorer: ~Copyable {
    /// Windows in a group: their scores, 16 KiB, fit the first-level cache.
    static let windows = 16
    private static let lanes = 16
    private typealias Lanes = SIMD16<Int32>

    private let scores: UnsafeMutablePointer<UInt32>
    private let candidates: UnsafeMutablePointer<UInt8>
    /// The non-essential terms of window `w` from `w · capacity` on, by ascending bound.
    private let nonEssential: UnsafeMutablePointer<PresentTerm>
    private let states: UnsafeMutablePointer<WindowState>
    private let capacity: Int
    private var candidateCount = 0
    /// Half the threshold: with a limit close to it nearly every document with an essential term would be a candidate, and adding a list for all
    /// documents of a window costs less than looking many of them up in it (measured on messages of 20 to 60 words).
    private var nonEssentialLimit: UInt32 = 0

    private struct WindowState {
        /// What the terms so far add at most.
        var boundSum: UInt32 = 0
        var nonEssentialCount: UInt32 = 0
    }

    init(termCount: Int) {
        capacity = max(1, termCount)
        let count = Self.windows * PostingChunk.windowLength
        unsafe scores = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<UInt32>.stride, alignment: 64)
            .bindMemory(to: UInt32.self, capacity: count)
        unsafe candidates = .allocate(capacity: PostingChunk.windowLength)
        unsafe nonEssential = .allocate(capacity: Self.windows * capacity)
        unsafe states = .allocate(capacity: Self.windows)
        unsafe scores.initialize(repeating: 0, count: count)
        unsafe states.initialize(repeating: WindowState(), count: Self.windows)
    }

    deinit {
        unsafe scores.deallocate()
        unsafe candidates.deallocate()
        unsafe nonEssential.deallocate()
        unsafe states.deallocate()
    }

    /// Makes ready for a group; documents below the threshold cannot enter.
    mutating func start(threshold: UInt32) {
        nonEssentialLimit = threshold / 2
        unsafe states.update(repeating: WindowState(), count: Self.windows)
    }

    /// Adds a term to a window: at once for all its documents when it is essential, else it is remembered.
    ///
    /// Terms must come in ascending order of bounds, each once.
    @inline(__always)
    mutating func add(
        _ chunk: PostingChunk, weight: UInt32, postingsOffset: Int, to window: Int, _ postings: RawSpan
    ) {
        let boundSum = unsafe states[window].boundSum &+ weight &* chunk.maxImpact
        unsafe states[window].boundSum = boundSum
        if boundSum < nonEssentialLimit {
            let place = Int(unsafe states[window].nonEssentialCount)
            unsafe nonEssential[window &* capacity &+ place] = PresentTerm(
                weight: weight, chunk: chunk, postingsOffset: postingsOffset, boundSum: boundSum)
            unsafe states[window].nonEssentialCount = UInt32(place &+ 1)
        } else {
            addAll(chunk.count, weight, postingsOffset, window, postings)
        }
    }

    /// Lists the documents of a window that could still enter and that `accepts`.
    @inline(__always)
    mutating func findCandidates(in window: Int, threshold: UInt32, _ accepts: (_ place: Int) -> Bool) {
        let scores = unsafe scores + window &* PostingChunk.windowLength
        let need = max(1, threshold &- sumBefore(Int(unsafe states[window].nonEssentialCount), in: window))
        // Scores stay below 2²⁴: as signed numbers they compare the same, in fewer instructions.
        let tooLow = Lanes(repeating: Int32(truncatingIfNeeded: need) &- 1)
        candidateCount = 0
        for first in stride(from: 0, to: PostingChunk.windowLength, by: Self.lanes) {
            let lanes = unsafe UnsafeRawPointer(scores + first).loadUnaligned(as: Lanes.self)
            guard any(lanes .> tooLow) else { continue }
            for place in first..<(first + Self.lanes) where unsafe scores[place] >= need && accepts(place) {
                unsafe candidates[candidateCount] = UInt8(truncatingIfNeeded: place)
                candidateCount += 1
            }
        }
    }

    /// Adds the other terms for the candidates, highest bound first, and drops those that cannot enter any more.
    @inline(__always)
    mutating func addNonEssential(in window: Int, threshold: UInt32, _ postings: RawSpan) {
        var index = Int(unsafe states[window].nonEssentialCount) - 1
        while index >= 0, candidateCount > 0 {
            let term = unsafe nonEssential[window &* capacity &+ index]
            if candidateCount * 4 < term.chunk.count {
                addToCandidates(term, window, postings)
            } else {
                addAll(term.chunk.count, term.weight, term.postingsOffset, window, postings)
            }
            keepCandidates(of: window, above: threshold &- sumBefore(index, in: window))
            index -= 1
        }
    }

    /// Offers the candidates of a window to the collector; `false` when a place is not below `end`.
    @inline(__always)
    mutating func collect(
        _ window: Int, threshold: UInt32, below end: Int, firstDocument: UInt32, into collector: inout TopDocsCollector
    ) -> Bool {
        var isSound = true
        for index in 0..<candidateCount {
            let place = Int(unsafe candidates[index])
            isSound = isSound && place < end
            let units = unsafe scores[window &* PostingChunk.windowLength &+ place]
            if units >= threshold { collector.collect(document: firstDocument &+ UInt32(place), units: units) }
        }
        return isSound
    }

    /// Clears the scores of a window for the next group.
    @inline(__always)
    mutating func clear(_ window: Int) {
        unsafe (scores + window &* PostingChunk.windowLength).update(repeating: 0, count: PostingChunk.windowLength)
    }

    /// What the first `count` non-essential terms of a window add at most: less than the limit.
    @inline(__always)
    private func sumBefore(_ count: Int, in window: Int) -> UInt32 {
        count == 0 ? 0 : unsafe nonEssential[window &* capacity &+ count &- 1].boundSum
    }

    @inline(__always)
    private func addAll(_ count: Int, _ weight: UInt32, _ offset: Int, _ window: Int, _ postings: RawSpan) {
        let scores = unsafe scores + window &* PostingChunk.windowLength
        // Four postings at once; those behind the end of the chunk are blanked, and then add 0 to the first document.
        let last = offset &+ (count &- 1) / 4 &* 8
        guard last &+ 8 <= postings.byteCount else { return addOneByOne(count, weight, offset, window, postings) }
        var next = offset
        while next < last {
            unsafe Self.add(
                postings.unsafeLoadUnaligned(fromUncheckedByteOffset: next, as: UInt64.self), weight, scores)
            next &+= 8
        }
        let keptBits = UInt64(truncatingIfNeeded: ((count &- 1) & 3) &* 16 &+ 16)
        let four = unsafe postings.unsafeLoadUnaligned(fromUncheckedByteOffset: last, as: UInt64.self)
        unsafe Self.add(four & (0xFFFF_FFFF_FFFF_FFFF &>> (64 &- keptBits)), weight, scores)
    }

    @inline(__always)
    private static func add(_ four: UInt64, _ weight: UInt32, _ scores: UnsafeMutablePointer<UInt32>) {
        unsafe scores[Int(four & 0xFF)] &+= weight &* UInt32(truncatingIfNeeded: four &>> 8 & 0xFF)
        unsafe scores[Int(four &>> 16 & 0xFF)] &+= weight &* UInt32(truncatingIfNeeded: four &>> 24 & 0xFF)
        unsafe scores[Int(four &>> 32 & 0xFF)] &+= weight &* UInt32(truncatingIfNeeded: four &>> 40 & 0xFF)
        unsafe scores[Int(four &>> 48 & 0xFF)] &+= weight &* UInt32(truncatingIfNeeded: four &>> 56)
    }

    @inline(never)
    private func addOneByOne(_ count: Int, _ weight: UInt32, _ offset: Int, _ window: Int, _ postings: RawSpan) {
        for index in 0..<count {
            let posting = Self.posting(postings, offset &+ index &* PostingChunk.bytesPerPosting)
            unsafe scores[window &* PostingChunk.windowLength &+ Int(posting & 0xFF)] &+= weight &* UInt32(posting >> 8)
        }
    }

    @inline(__always)
    private func addToCandidates(_ term: PresentTerm, _ window: Int, _ postings: RawSpan) {
        for index in 0..<candidateCount {
            let place = UInt16(unsafe candidates[index])
            // The last posting that is not above the place, found by halving: a fixed number of steps, no branches.
            var base = term.postingsOffset
            var length = term.chunk.count
            while length > 1 {
                let half = length / 2
                let middle = base &+ half &* PostingChunk.bytesPerPosting
                base = Self.posting(postings, middle) & 0xFF <= place ? middle : base
                length -= half
            }
            let posting = Self.posting(postings, base)
            guard posting & 0xFF == place else { continue }
            unsafe scores[window &* PostingChunk.windowLength &+ Int(place)] &+= term.weight &* UInt32(posting >> 8)
        }
    }

    @inline(__always)
    private mutating func keepCandidates(of window: Int, above least: UInt32) {
        var kept = 0
        for index in 0..<candidateCount {
            let place = unsafe candidates[index]
            unsafe candidates[kept] = place
            kept += unsafe scores[window &* PostingChunk.windowLength &+ Int(place)] >= least ? 1 : 0
        }
        candidateCount = kept
    }

    /// A posting: the place in the low byte, the impact in the high one.
    @inline(__always)
    private static func posting(_ postings: RawSpan, _ offset: Int) -> UInt16 {
        unsafe postings.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt16.self)
    }
}

/// A non-essential term in one window.
private struct PresentTerm {
    /// Units for each step of an impact.
    let weight: UInt32
    let chunk: PostingChunk
    /// Where the postings of the chunk start in the section.
    let postingsOffset: Int
    /// What this term and all before it in the window add at most.
    let boundSum: UInt32
}
