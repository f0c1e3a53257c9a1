extension JudgedRanking {
    /// The precision at the rank of each relevant document, averaged over all relevant documents of the topic.
    ///
    /// A relevant document that is not retrieved adds 0; a topic without relevant documents has the value 0.
    func averagePrecision() -> Double {
        guard relevantCount > 0 else {
            return 0
        }
        var relevantSoFar = 0
        var sum = 0.0
        for (index, grade) in grades.enumerated() where grade >= Qrels.relevanceLevel {
            relevantSoFar += 1
            sum += Double(relevantSoFar) / Double(index + 1)
        }
        return sum / Double(relevantCount)
    }
}
