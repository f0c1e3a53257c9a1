/// Collects the judgements of a file line by line and rejects the wrong ones with their place.
struct QrelsBuilder {
    private var gradesByTopic: [String: [String: Int]] = [:]

    /// The judgements added so far.
    var qrels: Qrels {
        Qrels(validated: gradesByTopic)
    }

    /// Adds one judgement.
    ///
    /// - Parameters:
    ///   - topic: The column of the topic.
    ///   - document: The column of the document.
    ///   - grade: The column of the grade.
    ///   - line: The number of the line that the columns are on.
    /// - Throws: `EvaluationError.invalidIdentifier`, `.invalidGrade` or `.duplicateJudgement`.
    mutating func add(
        topic: Substring, document: Substring, grade: Substring, line: Int
    ) throws(EvaluationError) {
        try Identifier.validate(topic, line: line)
        try Identifier.validate(document, line: line)
        guard let value = Int(grade), Qrels.allowedGrades.contains(value) else {
            throw .invalidGrade(line: line, text: String(grade))
        }
        let (topicID, documentID) = (String(topic), String(document))
        let previous = gradesByTopic[topicID, default: [:]].updateValue(value, forKey: documentID)
        guard previous == nil else {
            throw .duplicateJudgement(line: line, topicID: topicID, documentID: documentID)
        }
    }
}
