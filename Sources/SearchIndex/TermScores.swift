import MappedStorage

extension IndexSnapshot {
    /// What each term of a query adds to the score of a document; 0 where the document does not have the term.
    ///
    /// - Returns: one number for each term, in the order of the query; their sum in that order is the score.
    /// - Throws: `.storage(.corrupt)`.
    /// - Complexity: O(postings of the query's terms).
    public func termScores(of query: Query, in docID: DocID) throws(IndexError) -> [Float] {
        var scores: [Float] = []
        for term in query.terms {
            scores.append(
                try mappingStorageErrors { () throws(StorageError) in try explain(term, docID: docID)?.value ?? 0 })
        }
        return scores
    }
}
