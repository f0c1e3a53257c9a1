import MappedStorage

extension IndexSnapshot {
    /// What each term of a query adds to the score of a document; 0 where the document does not have the term.
    ///
    /// - Returns: one number for each term, in the order of the query; their sum is the score, but for rounding of floats.
    /// - Throws: `.storage(.corrupt)`.
    /// - Complexity: O(postings of the query's terms).
    public func termScores(of query: Query, in docID: DocID) throws(IndexError) -> [Float] {
        var scores: [Float] = []
        for term in query.terms {
            scores.append(
                try mappingStorageErrors { () throws(StorageError) in
                    Score.points(try explain(term, docID: docID)?.units ?? 0)
                })
        }
        return scores
    }
}
