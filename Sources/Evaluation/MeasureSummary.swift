/// The values of one measure for a set of topics, and their mean.
public struct MeasureSummary: Equatable, Sendable {
    /// The measure.
    public let measure: Measure
    /// The arithmetic mean over the topics; every topic has the same weight.
    public let mean: Double
    /// The value by topic identifier.
    ///
    /// Never empty.
    public let perTopic: [String: Double]

    /// Averages values that were computed or stored before.
    ///
    /// The values are added in ascending order of the topics, so equal values give an equal mean to the last bit.
    ///
    /// - Parameters:
    ///   - measure: The measure that the values are of.
    ///   - perTopic: The value by topic identifier.
    /// - Throws: `EvaluationError.noTopics` when there is no value; `.nonFiniteValue` for the first topic whose value
    ///   is not finite.
    public init(measure: Measure, perTopic: [String: Double]) throws(EvaluationError) {
        guard !perTopic.isEmpty else {
            throw .noTopics
        }
        var sum = 0.0
        for (topicID, value) in perTopic.sorted(by: { $0.key < $1.key }) {
            guard value.isFinite else {
                throw .nonFiniteValue(topicID: topicID)
            }
            sum += value
        }
        self.measure = measure
        self.perTopic = perTopic
        mean = sum / Double(perTopic.count)
    }
}
