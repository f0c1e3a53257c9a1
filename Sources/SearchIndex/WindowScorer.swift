import MappedStorage

/// The scores of one window of 256 documents while terms are added.
///
/// Its memory is allocated once a search. Pointers stay inside: places are bytes, so that they are always inside the 256 scores, and terms are
/// at most as many as were announced.
@safe struct WindowScorer: ~Copyable {
    private static let lanes = 8
    private typealias Lanes = SIMD8<UInt32>

    private let scores: UnsafeMutablePointer<UInt32>
    private let candidates: UnsafeMutablePointer<UInt8>
    private let terms: UnsafeMutablePointer<PresentTerm>
    private let capacity: Int
    private var candidateCount = 0
    private var termCount = 0
    private var boundSum: UInt32 = 0
    private var threshold: UInt32 = 1
    /// The number of terms whose bounds together stay below the limit.
    private var nonEssential = 0
    /// Half the threshold: with a limit close to it nearly every document with an essential term would be a candidate, and adding a list for all
    /// documents of a window costs less than looking many of them up in it (measured on messages of 20 to 60 words).
    private var nonEssentialLimit: UInt32 = 0

    init(termCount: Int) {
        capacity = termCount
        let bytes = PostingChunk.windowLength * MemoryLayout<UInt32>.stride
        unsafe scores = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
            .bindMemory(to: UInt32.self, capacity: PostingChunk.windowLength)
        unsafe candidates = .allocate(capacity: PostingChunk.windowLength)
        unsafe terms = .allocate(capacity: max(1, termCount))
        unsafe scores.initialize(repeating: 0, count: PostingChunk.windowLength)
    }

    deinit {
        unsafe scores.deallocate()
        unsafe candidates.deallocate()
        unsafe terms.deallocate()
    }

    /// Makes ready for a window; documents below the threshold cannot enter.
    @inline(__always)
    mutating func start(threshold: UInt32) {
        self.threshold = threshold
        termCount = 0
        boundSum = 0
        nonEssential = 0
        nonEssentialLimit = threshold / 2
    }

    /// Adds a term of the window, in ascending order of bounds.
    @inline(__always)
    mutating func add(_ term: TermScorer) {
        guard termCount < capacity else { return }
        let chunk = PostingChunk(rawValue: term.chunk)
        boundSum &+= term.weight &* chunk.maxImpact
        unsafe terms[termCount] = PresentTerm(
            weight: term.weight, chunk: chunk, postingsOffset: term.postingsOffset, boundSum: boundSum)
        termCount += 1
        if boundSum < nonEssentialLimit { nonEssential = termCount }
    }

    /// Adds up the terms that a document must have one of.
    @inline(__always)
    mutating func addEssential(_ postings: RawSpan) {
        for index in nonEssential..<max(termCount, nonEssential) { addAll(unsafe terms[index], postings) }
    }

    /// Lists the documents that could still enter and that `accepts`.
    @inline(__always)
    mutating func findCandidates(_ accepts: (_ place: Int) -> Bool) {
        let need = max(1, threshold - sumBefore(nonEssential))
        let needed = Lanes(repeating: need)
        candidateCount = 0
        for first in stride(from: 0, to: PostingChunk.windowLength, by: Self.lanes) {
            let lanes = unsafe UnsafeRawPointer(scores + first).loadUnaligned(as: Lanes.self)
            guard any(lanes .>= needed) else { continue }
            for place in first..<(first + Self.lanes) where unsafe scores[place] >= need && accepts(place) {
                unsafe candidates[candidateCount] = UInt8(truncatingIfNeeded: place)
                candidateCount += 1
            }
        }
    }

    /// Adds the other terms for the candidates, highest bound first, and drops those that cannot enter any more.
    @inline(__always)
    mutating func addNonEssential(_ postings: RawSpan) {
        var index = nonEssential - 1
        while index >= 0, candidateCount > 0 {
            let term = unsafe terms[index]
            if candidateCount * 4 < term.chunk.count {
                addToCandidates(term, postings)
            } else {
                addAll(term, postings)
            }
            keepCandidates(above: threshold - sumBefore(index))
            index -= 1
        }
    }

    /// Offers the candidates to the collector and clears all scores; `false` when a place is not below `end`.
    @inline(__always)
    mutating func collect(below end: Int, firstDocument: UInt32, into collector: inout TopDocsCollector) -> Bool {
        var isSound = true
        for index in 0..<candidateCount {
            let place = Int(unsafe candidates[index])
            isSound = isSound && place < end
            let units = unsafe scores[place]
            if units >= threshold { collector.collect(document: firstDocument + UInt32(place), units: units) }
        }
        unsafe scores.update(repeating: 0, count: PostingChunk.windowLength)
        return isSound
    }

    /// What the terms before one add at most: less than the threshold for non-essential ones.
    @inline(__always)
    private func sumBefore(_ index: Int) -> UInt32 {
        index == 0 ? 0 : unsafe terms[index - 1].boundSum
    }

    @inline(__always)
    private func addAll(_ term: PresentTerm, _ postings: RawSpan) {
        let count = term.chunk.count
        let weight = term.weight
        let places = term.postingsOffset
        let impacts = places &+ count
        for index in 0..<count {
            let place = Int(Self.byte(postings, places &+ index))
            unsafe scores[place] &+= weight &* UInt32(Self.byte(postings, impacts &+ index))
        }
    }

    @inline(__always)
    private func addToCandidates(_ term: PresentTerm, _ postings: RawSpan) {
        let count = term.chunk.count
        for index in 0..<candidateCount {
            let place = unsafe candidates[index]
            // The last entry that is not above the place, found by halving: a fixed number of steps, no branches.
            var base = term.postingsOffset
            var length = count
            while length > 1 {
                let half = length / 2
                base &+= Self.byte(postings, base &+ half) <= place ? half : 0
                length -= half
            }
            guard Self.byte(postings, base) == place else { continue }
            unsafe scores[Int(place)] &+= term.weight &* UInt32(Self.byte(postings, base &+ count))
        }
    }

    @inline(__always)
    private mutating func keepCandidates(above least: UInt32) {
        var kept = 0
        for index in 0..<candidateCount {
            let place = unsafe candidates[index]
            unsafe candidates[kept] = place
            kept += unsafe scores[Int(place)] >= least ? 1 : 0
        }
        candidateCount = kept
    }

    @inline(__always)
    private static func byte(_ postings: RawSpan, _ offset: Int) -> UInt8 {
        unsafe postings.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
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
    let boundSum: UInt32
}
