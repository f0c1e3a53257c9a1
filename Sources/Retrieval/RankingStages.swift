/// How many stages rank passages.
public enum RankingStages: Sendable {
    /// The scores of the index's layers alone.
    case first
    /// The same, found by scoring every posting: what pruning is compared with.
    case firstExhaustively
    /// Then the place of the query's words in the first passages, where the index has a layer of roots, by which words are compared: ``PassageReranker``.
    case both
}
