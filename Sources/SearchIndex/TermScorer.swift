import MappedStorage

/// One term of a query while documents are scored in ascending windows: its postings, and what they are worth.
struct TermScorer {
    private let weight: Float
    private let saturations: [Float]
    private let normsOffset: Int
    private var cursor: PostingCursor
    /// The next posting of the current block that was not passed yet.
    private var position = 0

    init(_ list: PostingList, weight: Float, saturations: [Float], normsOffset: Int, file: String, documentCount: Int) {
        self.weight = weight
        self.saturations = saturations
        self.normsOffset = normsOffset
        cursor = PostingCursor(list, file: file, documentCount: documentCount)
    }

    /// The most that the term adds to a document of `window`, in units of ``Score``; 0 when it has no posting there.
    ///
    /// Windows must not overlap and must ascend.
    mutating func bound(in window: Range<Int64>, postings: RawSpan) throws(StorageError) -> UInt32 {
        try enterBlock(reaching: window.lowerBound, postings)
        let impact = try cursor.maxImpact(before: window.upperBound, in: postings)
        return impact == 0 ? 0 : BM25F.bound(termWeight: weight, impact: impact)
    }

    /// Adds the term's scores to the documents of `window`: to `scores[document − window.lowerBound]`.
    mutating func add(
        to scores: inout WindowScores, in window: Range<Int64>, postings: RawSpan, norms: RawSpan
    ) throws(StorageError) {
        try enterBlock(reaching: window.lowerBound, postings)
        while cursor.firstPossibleDocument < window.upperBound {
            try cursor.decodeBlock(in: postings)
            while position < cursor.count {
                let document = Int64(cursor.documents[position])
                guard document < window.upperBound else { return }
                if document >= window.lowerBound {
                    scores.add(units(at: position, Int(document), norms), to: Int(document - window.lowerBound))
                }
                position += 1
            }
            try enterBlock(reaching: cursor.lastDocument + 1, postings)
        }
    }

    /// Adds the term's scores to those of the candidates of `window` that have it.
    mutating func add(
        to candidates: inout WindowCandidates, in window: Range<Int64>, postings: RawSpan, norms: RawSpan
    ) throws(StorageError) {
        var index = 0
        while index < candidates.count {
            let target = window.lowerBound + Int64(candidates.offsets[index])
            try enterBlock(reaching: target, postings)
            guard cursor.firstPossibleDocument < window.upperBound else { return }
            try cursor.decodeBlock(in: postings)
            index = addCurrentBlock(to: &candidates, from: index, start: window.lowerBound, norms)
        }
    }

    /// Merges the current block with the candidates from `first` on; returns the first candidate after the block.
    private mutating func addCurrentBlock(
        to candidates: inout WindowCandidates, from first: Int, start: Int64, _ norms: RawSpan
    ) -> Int {
        var index = first
        let last = cursor.lastDocument
        while index < candidates.count {
            let document = start + Int64(candidates.offsets[index])
            guard document <= last else { return index }
            advance(to: UInt32(truncatingIfNeeded: document))
            if position < cursor.count, Int64(cursor.documents[position]) == document {
                candidates.add(units(at: position, Int(document), norms), at: index)
            }
            index += 1
        }
        return index
    }

    /// Moves to the first posting of the current block that is not below `document`, by eights and then by ones.
    private mutating func advance(to document: UInt32) {
        while position + 8 <= cursor.count, cursor.documents[position + 7] < document { position += 8 }
        while position < cursor.count, cursor.documents[position] < document { position += 1 }
    }

    private mutating func enterBlock(reaching target: Int64, _ postings: RawSpan) throws(StorageError) {
        guard cursor.lastDocument < target else { return }
        try cursor.enterBlock(reaching: target, in: postings)
        position = 0
    }

    @inline(__always)
    private func units(at index: Int, _ document: Int, _ norms: RawSpan) -> UInt32 {
        let norm = unsafe norms.unsafeLoad(fromByteOffset: normsOffset + document, as: UInt8.self)
        return BM25F.units(
            termWeight: weight,
            frequency: Float(cursor.frequencies[index]),
            saturation: saturations[Int(norm)]
        )
    }
}
