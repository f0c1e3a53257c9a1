/// What can be wrong with the input of an evaluation.
///
/// Line numbers count from 1. A `line` of `nil` means that the value did not come from a file.
public enum EvaluationError: Error, Equatable, Sendable {
    /// The first line of the file is not the expected header.
    case missingHeader(line: Int, expected: String, found: String)
    /// The line has too few or too many columns.
    case wrongColumnCount(line: Int, expected: Int, found: Int)
    /// A topic or document identifier is empty or contains ASCII white space or a control character.
    case invalidIdentifier(line: Int?, text: String)
    /// A grade is not an integer or is outside `Qrels.allowedGrades`.
    case invalidGrade(line: Int?, text: String)
    /// A score is not a number or is not finite.
    case invalidScore(line: Int?, text: String)
    /// The document is judged twice for the topic; `line` is that of the second judgement.
    case duplicateJudgement(line: Int, topicID: String, documentID: String)
    /// The document is ranked twice for the topic; `line` is that of the second occurrence.
    case duplicateDocument(line: Int?, topicID: String, documentID: String)
    /// There is no topic to average over.
    case noTopics
    /// The two sides of a comparison hold values of different measures.
    case measuresDiffer(baseline: Measure, candidate: Measure)
    /// The two sides of a comparison do not cover the same topics; both lists are in ascending order.
    case topicsDiffer(onlyInBaseline: [String], onlyInCandidate: [String])
    /// The value of a topic is infinite or not a number.
    case nonFiniteValue(topicID: String)
    /// There is no latency to summarise.
    case noSamples
    /// The latency at the index is negative, infinite or not a number.
    case invalidSample(index: Int)
}
