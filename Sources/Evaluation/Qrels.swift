/// Relevance judgements: topic → document → grade.
///
/// Topics and documents are plain `String` identifiers without white space. They are compared as Swift compares
/// strings, so two spellings that are canonically equivalent in Unicode are the same identifier.
///
/// A document is relevant when its grade is at least `relevanceLevel`. Grades of zero or below say that a person looked
/// and found the document not relevant; a document without a judgement counts as not relevant too.
/// Every topic has at least one judgement: a topic without any cannot be told from one that does not exist.
public struct Qrels: Equatable, Sendable {
    /// The lowest grade of a relevant document, as in trec_eval (option `-l 1`).
    public static let relevanceLevel = 1

    /// The grades that are accepted.
    ///
    /// The bound keeps sums of exponential gains, 2^grade − 1, finite in a `Double`.
    public static let allowedGrades: ClosedRange<Int> = -1000...1000

    private let gradesByTopic: [String: [String: Int]]

    /// The judged topics in ascending order.
    public let topics: [String]

    /// Creates judgements from grades by document by topic.
    ///
    /// A topic without documents is left out.
    ///
    /// - Parameter judgements: Topic → document → grade.
    /// - Throws: `EvaluationError.invalidIdentifier` and `.invalidGrade`, both without a line.
    public init(judgements: [String: [String: Int]]) throws(EvaluationError) {
        for (topicID, grades) in judgements {
            try Identifier.validate(topicID, line: nil)
            for (documentID, grade) in grades {
                try Identifier.validate(documentID, line: nil)
                guard Qrels.allowedGrades.contains(grade) else {
                    throw .invalidGrade(line: nil, text: String(grade))
                }
            }
        }
        self.init(validated: judgements)
    }

    /// Takes over judgements that obey every rule of the type, apart from topics without documents.
    init(validated judgements: [String: [String: Int]]) {
        gradesByTopic = judgements.filter { !$0.value.isEmpty }
        topics = gradesByTopic.keys.sorted()
    }

    /// The grade of a document for a topic.
    ///
    /// - Parameters:
    ///   - documentID: The document.
    ///   - topicID: The topic.
    /// - Returns: The grade, or `nil` when the document is not judged for the topic.
    public func grade(of documentID: String, for topicID: String) -> Int? {
        gradesByTopic[topicID]?[documentID]
    }

    /// The number of documents whose grade for the topic is at least `relevanceLevel`; 0 for an unknown topic.
    public func relevantCount(for topicID: String) -> Int {
        judgements(for: topicID).values.count { $0 >= Qrels.relevanceLevel }
    }

    /// The grades of all documents judged for the topic; empty for an unknown topic.
    public func judgements(for topicID: String) -> [String: Int] {
        gradesByTopic[topicID] ?? [:]
    }
}
