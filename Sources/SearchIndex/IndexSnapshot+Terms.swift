import MappedStorage

extension IndexSnapshot {
    /// Calls `body` with every term of a layer, ascending by UTF-8 bytes, and the number of documents that have it.
    ///
    /// - Throws: `.storage(.corrupt)`.
    public func forEachTerm(
        inLayer layer: Int, _ body: (_ term: String, _ documentFrequency: Int) -> Void
    ) throws(IndexError) {
        try mappingStorageErrors { () throws(StorageError) in
            var merged = MergedTerms(segments.map { $0.reader.terms })
            while try merged.next() {
                guard merged.key[0] == UInt8(layer) else { continue }
                let frequency = merged.lists.reduce(0) { $0 + $1.list.documentFrequency }
                body(String(decoding: merged.key.dropFirst(), as: UTF8.self), frequency)
            }
        }
    }
}
