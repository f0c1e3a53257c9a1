import MappedStorage

extension IndexSnapshot {
    /// The best documents for a query: score descending, of equal scores the lower ``DocID`` first.
    ///
    /// Scores every posting of every term, one term after the other in the order of the query, in 32-bit floats; this
    /// fixed order makes sums, and so ties, repeatable.
    /// - Parameters:
    ///   - query: terms of the layers of this index's schema.
    ///   - limit: at most so many results.
    ///   - filter: documents that may be results; all when absent. It must be of this generation.
    /// - Returns: documents with at least one term of the query.
    /// - Throws: `.storage(.corrupt)` for damage the checksums could not show.
    /// - Complexity: O(documents + postings of the query's terms).
    public func search(
        _ query: Query, limit: Int, filter: DocumentFilter? = nil
    ) throws(IndexError) -> [ScoredDocument] {
        var scores = [Float](repeating: 0, count: manifest.documentCount)
        for term in query.terms {
            try mappingStorageErrors { () throws(StorageError) in try add(term, to: &scores) }
        }
        var collector = TopDocsCollector(limit: limit)
        for (document, score) in scores.enumerated() where score > 0 {
            let docID = DocID(UInt32(document))
            if let filter, !filter.contains(docID) { continue }
            collector.collect(ScoredDocument(docID: docID, score: score))
        }
        return collector.sorted()
    }

    private func add(_ term: QueryTerm, to scores: inout [Float]) throws(StorageError) {
        guard let list = try terms.find(TermTable.key(layer: term.layer, term: term.term)) else { return }
        let formula = formulas[term.layer]
        let weight = formula.termWeight(documentFrequency: list.documentFrequency, queryWeight: term.weight)
        let saturations = saturations[term.layer]
        let normsOffset = normsOffset(ofLayer: term.layer)
        var cursor = PostingCursor(list, file: postings.path, documentCount: manifest.documentCount)
        try norms.withBytes { (normBytes) throws(StorageError) in
            try postings.withBytes { (postingBytes) throws(StorageError) in
                while try cursor.nextBlock(in: postingBytes) {
                    for index in 0..<cursor.count {
                        let document = Int(cursor.documents[index])
                        let norm = unsafe normBytes.unsafeLoad(
                            fromByteOffset: normsOffset + document, as: UInt8.self)
                        scores[document] += BM25F.score(
                            termWeight: weight,
                            frequency: Float(cursor.frequencies[index]),
                            saturation: saturations[Int(norm)]
                        )
                    }
                }
            }
        }
    }
}
