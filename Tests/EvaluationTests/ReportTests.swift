import Evaluation
import Testing

@Suite struct ReportTests {
    // q1: the relevant document is at rank 2; q2: nothing found; q3: missing in the run; q4: at rank 1.
    // "other" is not judged.
    private func report(measures: [Measure]) throws -> Report {
        let qrels = try Qrels(judgements: ["q1": ["a": 1], "q2": ["a": 1], "q3": ["a": 1], "q4": ["a": 2]])
        let run = try Run(rankings: [
            "q1": Collection.ranking(["b", "a"]), "q2": [], "q4": Collection.ranking(["a"]),
            "other": Collection.ranking(["a"]), "another": [],
        ])
        return try Report(run: run, qrels: qrels, measures: measures)
    }

    @Test func `means are taken over all judged topics and no others`() throws {
        let measure = Measure.reciprocalRank(at: 10)
        let summary = try #require(try report(measures: [measure]).summary(for: measure))
        #expect(summary.perTopic == ["q1": 0.5, "q2": 0, "q3": 0, "q4": 1])
        #expect(summary.mean == 0.375)
        #expect(try report(measures: []).topicCount == 4)
    }

    @Test func `the zero-result rate counts empty and missing rankings of judged topics`() throws {
        // Two of four: q2 is empty and q3 is missing; "another" is empty and not judged.
        #expect(try report(measures: []).zeroResultRate == 0.5)
        // One of four: r1 is missing, r2…r4 found something.
        let qrels = try Qrels(judgements: ["r1": ["a": 1], "r2": ["a": 1], "r3": ["a": 1], "r4": ["a": 0]])
        let run = try Run(rankings: [
            "r2": Collection.ranking(["b"]), "r3": Collection.ranking(["a"]), "r4": Collection.ranking(["a"]),
        ])
        #expect(try Report(run: run, qrels: qrels, measures: []).zeroResultRate == 0.25)
    }

    @Test func `summaries are in the order of the measures`() throws {
        let measures: [Measure] = [.success(at: 1), .averagePrecision, .recall(at: 1)]
        let report = try report(measures: measures)
        #expect(report.summaries.map(\.measure) == measures)
        // Success@1 and R@1 see only q4; AP is 1/2 for q1 and 1 for q4.
        #expect(report.summaries.map(\.mean) == [0.25, 0.375, 0.25])
        #expect(report.summary(for: .success(at: 2)) == nil)
    }

    @Test func `a report over no judged topic is refused`() throws {
        let run = try Collection.run()
        #expect(throws: EvaluationError.noTopics) {
            try Report(run: run, qrels: try Qrels(judgements: [:]), measures: [.averagePrecision])
        }
    }

    @Test func `a stored summary needs finite values`() throws {
        #expect(throws: EvaluationError.noTopics) { try MeasureSummary(measure: .averagePrecision, perTopic: [:]) }
        #expect(throws: EvaluationError.nonFiniteValue(topicID: "q2")) {
            try MeasureSummary(measure: .averagePrecision, perTopic: ["q1": 1, "q2": .nan, "q3": .infinity])
        }
        let summary = try MeasureSummary(measure: .averagePrecision, perTopic: ["q1": 0.25, "q2": 0.75])
        #expect(summary.mean == 0.5)
    }

    @Test func `a topic keeps its identifier and text`() {
        let topic = Topic(id: "q1", text: "как вернуть деньги")
        #expect(topic.id == "q1" && topic.text == "как вернуть деньги")
        #expect(topic != Topic(id: "q1", text: "как вернуть товар"))
    }
}
