public import Evaluation

/// What can go wrong while an evaluation is prepared.
///
/// Errors of retrieval come through as they are.
public enum HarnessError: Error, Equatable, Sendable {
    /// A file of the collection is missing.
    case fileNotFound(path: String)
    /// A file of the collection cannot be read as text.
    case unreadable(path: String, reason: String)
    /// A line of a set is not what it should be. `line` counts from 1.
    case invalidLine(file: String, line: Int, reason: String)
    /// A set has no records.
    case emptySet(path: String)
    /// The judgements or the run are malformed.
    case evaluation(EvaluationError, file: String)
    /// No topic of the file has a judgement.
    case noJudgedTopics(topics: String, qrels: String)
}
