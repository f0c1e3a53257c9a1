import MappedStorage

extension IndexSnapshot {
    /// The best documents for a query: score descending, of equal scores the lower ``DocID`` first.
    ///
    /// The result is that of scoring every posting, ties included, for any limit and filter: scores are summed as whole numbers (``Score``), and a
    /// document is left out only when a bound that is never too low says that it cannot enter.
    /// - Parameters:
    ///   - query: terms of the layers of this index's schema.
    ///   - limit: at most so many results.
    ///   - filter: documents that may be results; all when absent. It must be of this generation.
    /// - Returns: documents with at least one term of the query.
    /// - Throws: `.storage(.corrupt)` for damage the checksums could not show.
    /// - Complexity: at most O(documents / 4096 · terms + postings of the query's terms).
    /// - Source: MAXSCORE after H. Turtle, J. Flood, Query evaluation: strategies and optimizations, 1995, term by term within windows of documents, with
    ///   block maxima after S. Ding, T. Suel, Faster top-k document retrieval using block-max indexes, SIGIR 2011. Not taken: their document-at-a-time
    ///   order of evaluation.
    public func search(
        _ query: Query, limit: Int, filter: DocumentFilter? = nil
    ) throws(IndexError) -> [ScoredDocument] {
        guard limit > 0 else { return [] }
        return try mappingStorageErrors { () throws(StorageError) in
            var search = MaxScoreSearch(scorers: try scorers(of: query), limit: limit, filter: filter)
            try norms.withBytes { (normBytes) throws(StorageError) in
                try postings.withBytes { (postingBytes) throws(StorageError) in
                    try search.run(documentCount: manifest.documentCount, postings: postingBytes, norms: normBytes)
                }
            }
            return search.collector.sorted()
        }
    }

    private func scorers(of query: Query) throws(StorageError) -> [TermScorer] {
        var scorers: [TermScorer] = []
        for term in query.terms {
            guard let list = try terms.find(TermTable.key(layer: term.layer, term: term.term)) else { continue }
            let weight = formulas[term.layer].termWeight(
                documentFrequency: list.documentFrequency, queryWeight: term.weight)
            scorers.append(
                TermScorer(
                    list,
                    weight: weight,
                    saturations: saturations[term.layer],
                    normsOffset: normsOffset(ofLayer: term.layer),
                    file: postings.path,
                    documentCount: manifest.documentCount
                ))
        }
        return scorers
    }
}

/// One search: window after window of documents, the terms of a window split by what they could add.
///
/// In a window the terms are sorted by their bounds there. The longest run of low ones whose bounds together cannot lift a document above the
/// worst kept score is *non-essential*: a document with none but those cannot enter. The essential terms are added up for all documents of
/// the window; only for documents that could still enter are the non-essential ones looked up, highest bound first.
struct MaxScoreSearch {
    private(set) var collector: TopDocsCollector
    private var scorers: [TermScorer]
    private let filter: DocumentFilter?
    private var scores = WindowScores()
    private var candidates = WindowCandidates()
    /// Numbers of scorers by ascending bound in the current window; nearly sorted from window to window.
    private var order: [Int]
    private var bounds: [UInt32]
    /// `sums[i]`: what the first `i` terms of the order add at most.
    private var sums: [UInt32]

    init(scorers: [TermScorer], limit: Int, filter: DocumentFilter?) {
        self.scorers = scorers
        self.filter = filter
        collector = TopDocsCollector(limit: limit)
        order = Array(scorers.indices)
        bounds = [UInt32](repeating: 0, count: scorers.count)
        sums = [UInt32](repeating: 0, count: scorers.count + 1)
    }

    mutating func run(documentCount: Int, postings: RawSpan, norms: RawSpan) throws(StorageError) {
        for start in stride(from: 0, to: documentCount, by: WindowScores.windowLength) {
            let window = Int64(start)..<Int64(min(start + WindowScores.windowLength, documentCount))
            try boundTerms(in: window, postings)
            let threshold = collector.threshold
            guard sums[scorers.count] > threshold else { continue }
            let essential = firstEssential(above: threshold)
            for number in order[essential...] {
                try scorers[number].add(to: &scores, in: window, postings: postings, norms: norms)
            }
            try collect(window, essential: essential, postings, norms)
        }
    }

    private mutating func boundTerms(in window: Range<Int64>, _ postings: RawSpan) throws(StorageError) {
        for number in scorers.indices { bounds[number] = try scorers[number].bound(in: window, postings: postings) }
        for index in order.indices.dropFirst() {
            let number = order[index]
            var hole = index
            while hole > 0, bounds[order[hole - 1]] > bounds[number] {
                order[hole] = order[hole - 1]
                hole -= 1
            }
            order[hole] = number
        }
        for index in order.indices { sums[index + 1] = sums[index] + bounds[order[index]] }
    }

    /// The first term of the order that lifts the sum of bounds above the threshold.
    private func firstEssential(above threshold: UInt32) -> Int {
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if sums[middle + 1] > threshold { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private mutating func collect(
        _ window: Range<Int64>, essential: Int, _ postings: RawSpan, _ norms: RawSpan
    ) throws(StorageError) {
        // A document whose bound is the threshold cannot enter either: it comes after the one that it would tie with.
        let threshold = collector.threshold
        candidates.removeAll()
        scores.drain { offset, units in
            if let filter, !filter.contains(DocID(UInt32(window.lowerBound) + UInt32(offset))) { return }
            candidates.append(offset: offset, units: units)
        }
        for index in stride(from: essential - 1, through: 0, by: -1) {
            // The terms up to this one are non-essential: their sum is at most the threshold.
            candidates.keep(above: threshold - sums[index + 1])
            try scorers[order[index]].add(to: &candidates, in: window, postings: postings, norms: norms)
        }
        for index in 0..<candidates.count {
            let docID = DocID(UInt32(window.lowerBound) + UInt32(candidates.offsets[index]))
            collector.collect(ScoredDocument(docID: docID, score: Score.points(candidates.units[index])))
        }
    }
}
