/// A document identifier with the score that a system gave it.
public struct ScoredDocumentID: Hashable, Sendable {
    /// The identifier of the document, the same as in the qrels.
    public let id: String
    /// The score; higher is better.
    ///
    /// Any finite value is legal, negative ones too.
    public let score: Double

    /// Creates a scored document.
    ///
    /// `Run` validates both values.
    public init(id: String, score: Double) {
        self.id = id
        self.score = score
    }

    /// Whether the document comes before another one of the same ranking in trec_eval's order.
    ///
    /// trec_eval keeps a score in 32 bits, so scores that differ only beyond that precision are a tie, and it breaks
    /// ties by the identifiers' bytes, the greater one first.
    /// Source: `comp_sim_docno` in trec_eval 9, form_res_rels.c.
    ///
    /// - Parameter other: A document with another identifier and a finite score, like this one.
    /// - Returns: `true` when this document has the better rank. It is a strict total order.
    func precedes(_ other: ScoredDocumentID) -> Bool {
        let (score, otherScore) = (Float(score), Float(other.score))
        guard score == otherScore else {
            return score > otherScore
        }
        return other.id.utf8.lexicographicallyPrecedes(id.utf8)
    }
}
