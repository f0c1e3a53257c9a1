/// Something in an article's file that its editor should look at.
///
/// `message` and `remedy` are written for people who edit articles, in Russian.
public struct KnowledgeProblem: Hashable, Sendable {
    /// The file's path relative to the folder.
    public let path: String
    /// The line of the file, from 1.
    public let line: Int
    /// What is wrong, with the particulars.
    public let kind: Kind

    /// Names a problem of a file.
    public init(path: String, line: Int, kind: Kind) {
        self.path = path
        self.line = line
        self.kind = kind
    }

    /// How much the problem weighs; it follows from `kind`.
    public enum Severity: Int, Hashable, Comparable, Sendable {
        /// The article is kept.
        case warning
        /// The article is left out of the knowledge base.
        case error

        /// Whether the left severity is the lighter one.
        public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
    }
}
