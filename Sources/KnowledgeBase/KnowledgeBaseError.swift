/// Why a folder of articles could not be read at all.
///
/// Trouble with a single file is a `KnowledgeProblem` instead.
public enum KnowledgeBaseError: Error, Equatable, Sendable {
    /// There is no folder at the path.
    case folderNotFound(path: String)
    /// The folder is there, but its names cannot be listed; `reason` is the system's own text.
    case folderUnreadable(path: String, reason: String)
}
