/// How good a run is: every measure for every judged topic, the means, and the share of topics without results.
///
/// Only topics with at least one judged document count. Topics of the run that are not judged are ignored, and a judged
/// topic that is missing in the run has the value 0 for every measure, as in trec_eval with its option `-c`.
public struct Report: Equatable, Sendable {
    /// One summary per measure, in the order in which the measures were asked for.
    public let summaries: [MeasureSummary]
    /// The number of judged topics, which every mean is taken over.
    public let topicCount: Int
    /// The share of judged topics whose ranking is empty or missing, between 0 and 1.
    public let zeroResultRate: Double

    /// Measures a run.
    ///
    /// - Parameters:
    ///   - run: The rankings.
    ///   - qrels: The judgements, which say which topics count.
    ///   - measures: The measures, each with a cut-off of at least 1.
    /// - Throws: `EvaluationError.noTopics` when no topic is judged.
    public init(run: Run, qrels: Qrels, measures: [Measure]) throws(EvaluationError) {
        let topics = qrels.topics
        guard !topics.isEmpty else {
            throw .noTopics
        }
        let rankings = topics.map { JudgedRanking(topicID: $0, qrels: qrels, run: run) }
        var summaries: [MeasureSummary] = []
        for measure in measures {
            var perTopic: [String: Double] = [:]
            for (topicID, ranking) in zip(topics, rankings) {
                perTopic[topicID] = measure.value(of: ranking)
            }
            summaries.append(try MeasureSummary(measure: measure, perTopic: perTopic))
        }
        self.summaries = summaries
        topicCount = topics.count
        zeroResultRate = Double(rankings.count { $0.grades.isEmpty }) / Double(topics.count)
    }

    /// The summary of a measure, `nil` when it was not asked for.
    public func summary(for measure: Measure) -> MeasureSummary? {
        summaries.first { $0.measure == measure }
    }
}
