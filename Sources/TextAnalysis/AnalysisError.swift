/// What can go wrong while a text is analysed.
public enum AnalysisError: Error, Equatable, Sendable {
    /// ICU refused an operation.
    ///
    /// `code` is ICU's `UErrorCode`.
    case icu(operation: String, code: Int32)
    /// The Snowball library does not offer the algorithm.
    case stemmerUnavailable(algorithm: String)
    /// The text is longer than the analyser accepts in one piece.
    case textTooLong(byteCount: Int, limit: Int)
}
