import MappedStorage

extension IndexSnapshot {
    /// The best documents for a query: score descending, of equal scores the lower ``DocID`` first.
    ///
    /// The result is that of scoring every posting, ties included, for any limit and filter: scores are summed as whole numbers, and a
    /// document is left out only when a bound that is never too low says that it cannot enter.
    /// - Parameters:
    ///   - query: terms of the layers of this index's schema.
    ///   - limit: at most so many results.
    ///   - filter: documents that may be results; all when absent. It must be of this generation.
    ///   - isExhaustive: whether every posting is scored, for comparisons: the result is the same.
    /// - Returns: documents with at least one term of the query, without deleted ones.
    /// - Throws: `.storage(.corrupt)` for damage the checksums could not show.
    /// - Complexity: at most O(documents / 256 · terms + postings of the query's terms); see `MaxScoreSearch`.
    public func search(
        _ query: Query, limit: Int, filter: DocumentFilter? = nil, isExhaustive: Bool = false
    ) throws(IndexError) -> [ScoredDocument] {
        guard limit > 0 else { return [] }
        let weighted = WeightedQuery(query, self)
        var collector = TopDocsCollector(limit: limit)
        try mappingStorageErrors { () throws(StorageError) in
            for (number, segment) in segments.enumerated() {
                let accepts = AcceptedDocuments(
                    filter: filter, firstDocument: segment.firstDocument, deleted: segment.deleted)
                var search = MaxScoreSearch(
                    segment: segment.reader, firstDocument: UInt32(segment.firstDocument),
                    terms: weighted.scorers(ofSegment: number), accepts: accepts, isPruned: !isExhaustive)
                try search.run(into: &collector)
            }
        }
        return collector.sorted().map {
            ScoredDocument(docID: DocID($0.document), score: weighted.scale.points($0.units))
        }
    }
}

/// A query with what its terms weigh in an index.
struct WeightedQuery {
    /// A term that occurs in the index.
    struct Term {
        let query: QueryTerm
        let documentFrequency: Int
        let idf: Float
        /// Units for each step of an impact.
        let weight: UInt32
    }

    /// The terms that occur, in the order of the query.
    let terms: [Term]
    let scale: ScoreScale
    /// The list of term `t` in segment `s` at `t · segments + s`.
    private let lists: [PostingList?]
    private let segmentCount: Int

    init(_ query: Query, _ snapshot: IndexSnapshot) {
        let segments = snapshot.segments
        var found: [(term: QueryTerm, frequency: Int, idf: Float, points: Float)] = []
        found.reserveCapacity(query.terms.count)
        var lists: [PostingList?] = []
        lists.reserveCapacity(query.terms.count * segments.count)
        var total: Float = 0
        for term in query.terms {
            var frequency = 0
            for segment in segments {
                let list = segment.reader.terms.find(layer: term.layer, term: term.term)
                frequency += list?.documentFrequency ?? 0
                lists.append(list)
            }
            guard frequency > 0 else {
                lists.removeLast(segments.count)
                continue
            }
            let idf = BM25F.idf(documentFrequency: frequency, documentCount: snapshot.documentCount)
            let points = min(snapshot.formulas[term.layer].weight(idf: idf, queryWeight: term.weight), Self.maxPoints)
            total += points
            found.append((term, frequency, idf, points))
        }
        let scale = ScoreScale(totalWeight: total)
        self.scale = scale
        self.lists = lists
        segmentCount = segments.count
        terms = found.map {
            Term(query: $0.term, documentFrequency: $0.frequency, idf: $0.idf, weight: scale.units(ofWeight: $0.points))
        }
    }

    /// The posting list of a term, by its number in ``terms``, in a segment.
    func list(ofTerm term: Int, inSegment segment: Int) -> PostingList? {
        lists[term * segmentCount + segment]
    }

    /// The most that one term weighs, so that absurd weights leave room for the others.
    private static let maxPoints: Float = 1e6

    /// The terms of one segment.
    func scorers(ofSegment segment: Int) -> [TermScorer] {
        var scorers: [TermScorer] = []
        scorers.reserveCapacity(terms.count)
        for (number, term) in terms.enumerated() {
            guard let list = list(ofTerm: number, inSegment: segment) else { continue }
            scorers.append(TermScorer(list, weight: term.weight))
        }
        return scorers
    }
}
