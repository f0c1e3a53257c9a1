import MappedStorage

extension IndexSnapshot {
    /// Calls `body` with every term of a layer, ascending by UTF-8 bytes, and the number of documents that have it.
    ///
    /// - Throws: `.storage(.corrupt)`.
    public func forEachTerm(
        inLayer layer: Int, _ body: (_ term: String, _ documentFrequency: Int) -> Void
    ) throws(IndexError) {
        try mappingStorageErrors { () throws(StorageError) in
            if segments.count == 1 { return try forEachTerm(inLayer: layer, of: segments[0].reader, body) }
            var merged = MergedTerms(iterators: segments.map { $0.reader.terms.makeIterator(fromLayer: layer) })
            while try merged.next(), merged.key[0] <= layer {
                guard merged.key[0] == layer else { continue }
                let frequency = merged.lists.reduce(0) { $0 + $1.list.documentFrequency }
                body(String(decoding: merged.key.dropFirst(), as: UTF8.self), frequency)
            }
        }
    }

    private func forEachTerm(
        inLayer layer: Int, of segment: SegmentReader, _ body: (_ term: String, _ documentFrequency: Int) -> Void
    ) throws(StorageError) {
        var terms = segment.terms.makeIterator(fromLayer: layer)
        while try terms.next(), terms.key[0] <= layer {
            guard terms.key[0] == layer else { continue }
            body(String(decoding: terms.key.dropFirst(), as: UTF8.self), terms.list.documentFrequency)
        }
    }
}
