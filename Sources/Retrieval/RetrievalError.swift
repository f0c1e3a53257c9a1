public import SearchIndex
public import TextAnalysis

/// What can go wrong while knowledge is indexed or searched.
public enum RetrievalError: Error, Equatable, Sendable {
    /// The index cannot be written, opened or read.
    case index(IndexError)
    /// The text of a query cannot be analysed.
    case analysis(AnalysisError)
    /// The query is longer than the limit.
    case queryTooLong(byteCount: Int, limit: Int)
    /// There is no article with this identifier.
    case articleNotFound(id: String)
    /// A line of a file of plain documents is not what it should be. `line` counts from 1.
    case invalidLine(file: String, line: Int, reason: String)
    /// The index was built by a program whose records this one does not read.
    case incompatibleRecords(found: UInt32, supported: UInt32)
}

/// Runs `body` and rethrows its index errors as retrieval errors.
func mappingIndexErrors<Result>(_ body: () throws(IndexError) -> Result) throws(RetrievalError) -> Result {
    do {
        return try body()
    } catch {
        throw .index(error)
    }
}
