/// What became of an index that should hold the articles of a knowledge base.
public struct KnowledgeUpdate: Equatable, Sendable {
    /// What was written.
    public enum Kind: String, Sendable {
        /// The whole index.
        case rebuilt
        /// A segment of what is new, and marks at what is deleted.
        case updated
        /// Nothing: the index holds these articles already.
        case unchanged
    }

    /// What was written.
    public let kind: Kind
    /// The generation that holds the articles.
    public internal(set) var generation: UInt64
    /// Articles that the index did not have; all when it was rebuilt.
    public let addedCount: Int
    /// Articles that the index had with another content.
    public let changedCount: Int
    /// Articles that the index has no more.
    public let removedCount: Int
    /// Articles of the generation.
    public let articleCount: Int
    /// Passages of the generation.
    public let passageCount: Int
    /// Tokens that were analysed.
    public let tokenCount: UInt64
    /// Bytes of all files of the generation.
    public internal(set) var byteCount: Int
}
