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
        /// Its list in each segment.
        let lists: [PostingList?]
    }

    /// The terms that occur, in the order of the query.
    let terms: [Term]
    let scale: ScoreScale

    init(_ query: Query, _ snapshot: IndexSnapshot) {
        var found: [(term: QueryTerm, lists: [PostingList?], frequency: Int, idf: Float, points: Float)] = []
        found.reserveCapacity(query.terms.count)
        var total: Float = 0
        for term in query.terms {
            let lists = snapshot.segments.map { $0.reader.terms.find(layer: term.layer, term: term.term) }
            let frequency = lists.reduce(0) { $0 + ($1?.documentFrequency ?? 0) }
            guard frequency > 0 else { continue }
            let idf = BM25F.idf(documentFrequency: frequency, documentCount: snapshot.documentCount)
            let points = min(snapshot.formulas[term.layer].weight(idf: idf, queryWeight: term.weight), Self.maxPoints)
            total += points
            found.append((term, lists, frequency, idf, points))
        }
        let scale = ScoreScale(totalWeight: total)
        self.scale = scale
        terms = found.map {
            Term(
                query: $0.term, documentFrequency: $0.frequency, idf: $0.idf, weight: scale.units(ofWeight: $0.points),
                lists: $0.lists)
        }
    }

    /// The most that one term weighs, so that absurd weights leave room for the others.
    private static let maxPoints: Float = 1e6

    /// The terms of one segment.
    func scorers(ofSegment segment: Int) -> [TermScorer] {
        var scorers: [TermScorer] = []
        scorers.reserveCapacity(terms.count)
        for term in terms {
            guard let list = term.lists[segment] else { continue }
            scorers.append(TermScorer(list, weight: term.weight))
        }
        return scorers
    }
}
