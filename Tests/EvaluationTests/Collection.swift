import Evaluation

/// A small graded collection that several suites work out by hand.
///
/// Topic q: a has grade 3, b 2, c 0, d 1. The ranking is b, x (not judged), a, c; d is not retrieved.
enum Collection {
    static func qrels() throws(EvaluationError) -> Qrels {
        try Qrels(judgements: ["q": ["a": 3, "b": 2, "c": 0, "d": 1]])
    }

    static func run() throws(EvaluationError) -> Run {
        try Run(rankings: ["q": ranking(["b", "x", "a", "c"])])
    }

    /// Scored documents in the given order, the last one with a score of 1.
    static func ranking(_ ids: [String]) -> [ScoredDocumentID] {
        ids.enumerated().map { ScoredDocumentID(id: $1, score: Double(ids.count - $0)) }
    }
}
