import MappedStorage

extension IndexSnapshot {
    /// Calls `body` with the UTF-8 of every term of a layer, ascending, and the number of documents that have it.
    ///
    /// - Throws: `.storage(.corrupt)`.
    public func forEachTerm(
        inLayer layer: Int, _ body: (_ utf8: ArraySlice<UInt8>, _ documentFrequency: Int) -> Void
    ) throws(IndexError) {
        try mappingStorageErrors { () throws(StorageError) in
            if segments.count == 1 { return try forEachTerm(inLayer: layer, of: segments[0].reader, body) }
            var merged = MergedTerms(iterators: segments.map { $0.reader.terms.makeIterator(fromLayer: layer) })
            while try merged.next(), merged.key[0] <= layer {
                guard merged.key[0] == layer else { continue }
                let frequency = merged.lists.reduce(0) { $0 + $1.list.documentFrequency }
                body(merged.key.dropFirst(), frequency)
            }
        }
    }

    private func forEachTerm(
        inLayer layer: Int, of segment: SegmentReader,
        _ body: (_ utf8: ArraySlice<UInt8>, _ documentFrequency: Int) -> Void
    ) throws(StorageError) {
        var terms = segment.terms.makeIterator(fromLayer: layer)
        while try terms.next(), terms.key[0] <= layer {
            guard terms.key[0] == layer else { continue }
            body(terms.key.dropFirst(), terms.list.documentFrequency)
        }
    }
}
