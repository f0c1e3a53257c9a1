import MappedStorage

extension IndexSnapshot {
    /// Calls `body` with every term of a layer, ascending by UTF-8 bytes, and the number of documents that have it.
    ///
    /// - Throws: `.storage(.corrupt)`.
    public func forEachTerm(
        inLayer layer: Int, _ body: (_ term: String, _ documentFrequency: Int) -> Void
    ) throws(IndexError) {
        try mappingStorageErrors { () throws(StorageError) in
            try terms.forEachTerm { (key, list) throws(StorageError) in
                guard key[0] == UInt8(layer) else { return }
                body(String(decoding: key.dropFirst(), as: UTF8.self), list.documentFrequency)
            }
        }
    }
}
