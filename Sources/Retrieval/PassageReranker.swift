import SearchIndex

/// The second stage of ranking: lifts, of the first passages, those in which the query's words stand early and close together.
///
/// ```
/// score(d) = s(d) + s(first) · (0.6 · depth(d) + 0.25 · proximity(d))
/// ```
/// s: the score of the first stage, `first` its best passage; depth and proximity: see ``HeadEvidence``. Only the first ``passageCount`` passages are
/// looked at. What is added is never negative, so they stay before all others, whose scores remain as they were.
///
/// The two weights are a little below those of a listwise regression over eight collections (0.65 and 0.28), which hardly differ when any one of them is
/// left out: `docs/retrieval.md`.
struct PassageReranker: Sendable {
    /// How many passages of the first stage are looked at.
    static let passageCount = 10
    static let depthWeight: Float = 0.6
    static let proximityWeight: Float = 0.25

    let matcher: HeadMatcher
    let cache: PassageHeadCache

    /// What the evidence adds to a score.
    static func bonus(_ evidence: HeadEvidence, topScore: Float) -> Float {
        topScore * (depthWeight * evidence.depth + proximityWeight * evidence.proximity)
    }

    /// The passages of the first stage in their new order, with their new scores.
    ///
    /// - Parameters:
    ///   - ranked: the first stage's passages, best first; at least ``passageCount`` of them, or all that match.
    ///   - snapshot: the generation that was searched.
    /// - Returns: the same passages, best first.
    /// - Throws: `.index` for a passage that cannot be read.
    func rerank(
        _ ranked: [ScoredDocument], snapshot: IndexSnapshot
    ) throws(RetrievalError) -> [ScoredDocument] {
        guard let top = ranked.first?.score, !matcher.isEmpty else { return ranked }
        var reranked = ranked
        let count = min(ranked.count, Self.passageCount)
        let evidence = try cache.evidence(of: ranked[..<count], by: matcher, snapshot: snapshot)
        for index in 0..<count {
            let score = ranked[index].score + Self.bonus(evidence[index], topScore: top)
            reranked[index] = ScoredDocument(docID: ranked[index].docID, score: score)
        }
        reranked[..<count].sort(by: ScoredDocument.isBetter)
        return reranked
    }

    /// The evidence in a passage.
    func evidence(of docID: DocID, snapshot: IndexSnapshot) throws(RetrievalError) -> HeadEvidence {
        var words = [UInt64](repeating: 0, count: PassageHead.maxWords)
        let count = try PassageHead.read(docID, of: snapshot, into: &words, at: 0)
        return matcher.evidence(in: words, 0..<count)
    }
}
