/// A ranking of one topic with its documents replaced by their grades: all that a measure needs to know.
struct JudgedRanking {
    /// The grade of the document at each rank, best rank first; 0 for a document that is not judged.
    let grades: [Int]
    /// The grades of all judged documents of the topic, highest first.
    let idealGrades: [Int]
    /// The number of relevant documents of the topic, retrieved or not.
    let relevantCount: Int

    /// Looks up the grades of a topic's ranking.
    ///
    /// A topic missing in the run has an empty ranking.
    init(topicID: String, qrels: Qrels, run: Run) {
        let judgements = qrels.judgements(for: topicID)
        grades = run.ranking(for: topicID).map { judgements[$0.id] ?? 0 }
        idealGrades = judgements.values.sorted(by: >)
        relevantCount = qrels.relevantCount(for: topicID)
    }

    /// The number of relevant documents among the first `cutoff` ranks.
    func relevantCount(at cutoff: Int) -> Int {
        grades.prefix(cutoff).count { $0 >= Qrels.relevanceLevel }
    }
}
