// The measures that only ask whether a document is relevant.
extension JudgedRanking {
    /// One divided by the rank of the first relevant document, 0 when there is none within the cut-off.
    func reciprocalRank(at cutoff: Int) -> Double {
        guard let index = grades.prefix(cutoff).firstIndex(where: { $0 >= Qrels.relevanceLevel }) else {
            return 0
        }
        return 1 / Double(index + 1)
    }

    /// The share of the topic's relevant documents that are within the cut-off, 0 when the topic has none.
    func recall(at cutoff: Int) -> Double {
        guard relevantCount > 0 else {
            return 0
        }
        return Double(relevantCount(at: cutoff)) / Double(relevantCount)
    }

    /// The share of relevant documents among `cutoff` ranks, whether they are filled or not.
    func precision(at cutoff: Int) -> Double {
        Double(relevantCount(at: cutoff)) / Double(cutoff)
    }

    /// 1 when a relevant document is within the cut-off, otherwise 0.
    func success(at cutoff: Int) -> Double {
        relevantCount(at: cutoff) > 0 ? 1 : 0
    }
}
