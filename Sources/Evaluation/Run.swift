/// What one system returned for each topic: topic → ranked list of scored documents.
///
/// A ranking is always in trec_eval's order, whatever order it was given in: score descending, where scores are
/// compared as 32-bit floats, then document identifier descending by UTF-8 bytes. So measures agree with trec_eval in
/// the presence of ties. A caller whose own order of ties matters gives scores that fall strictly as `Float`.
/// Topics and documents are plain `String` identifiers, as in `Qrels`.
public struct Run: Equatable, Sendable {
    private let rankings: [String: [ScoredDocumentID]]

    /// The topics of the run in ascending order, those with an empty ranking included.
    public let topics: [String]

    /// Creates a run from rankings in any order.
    ///
    /// - Parameter rankings: Topic → scored documents. An empty list says that the system found nothing.
    /// - Throws: `EvaluationError.invalidIdentifier`; `.invalidScore` for a score that is not finite;
    ///   `.duplicateDocument` when a ranking has a document twice. None of them has a line.
    public init(rankings: [String: [ScoredDocumentID]]) throws(EvaluationError) {
        for (topicID, ranking) in rankings {
            try Identifier.validate(topicID, line: nil)
            var seen = Set<String>(minimumCapacity: ranking.count)
            for document in ranking {
                try Identifier.validate(document.id, line: nil)
                guard document.score.isFinite else {
                    throw .invalidScore(line: nil, text: String(document.score))
                }
                guard seen.insert(document.id).inserted else {
                    throw .duplicateDocument(line: nil, topicID: topicID, documentID: document.id)
                }
            }
        }
        self.init(validated: rankings)
    }

    /// Takes over rankings that obey every rule of the type, apart from the order.
    init(validated rankings: [String: [ScoredDocumentID]]) {
        self.rankings = rankings.mapValues { ranking in ranking.sorted { $0.precedes($1) } }
        topics = rankings.keys.sorted()
    }

    /// The documents returned for a topic, best first; empty when nothing was found or the topic is unknown.
    public func ranking(for topicID: String) -> [ScoredDocumentID] {
        rankings[topicID] ?? []
    }
}
