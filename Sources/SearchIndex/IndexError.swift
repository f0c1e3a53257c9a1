public import MappedStorage
public import TextAnalysis

/// What can go wrong while an index is written, opened or searched.
public enum IndexError: Error, Equatable, Sendable {
    /// The folder is no index: it has no sealed pointer to a generation.
    case noIndex(directory: String)
    /// A file is missing, damaged, of another version, or the system refused.
    case storage(StorageError)
    /// Text analysis failed.
    case analysis(AnalysisError)
    /// The number of documents exceeds what one generation can hold.
    case tooManyDocuments(limit: Int)
    /// A document has another number of fields than the schema.
    case fieldCountMismatch(found: Int, expected: Int)
    /// An update was made on top of `generation`, and meanwhile another was published.
    case staleSnapshot(generation: UInt64, current: UInt64)
    /// The schema cannot be used; `reason` says why.
    case invalidSchema(reason: String)
}

/// Runs `body` and rethrows its storage errors as index errors.
func mappingStorageErrors<Result: ~Copyable>(
    _ body: () throws(StorageError) -> Result
) throws(IndexError) -> Result {
    do {
        return try body()
    } catch {
        throw .storage(error)
    }
}
