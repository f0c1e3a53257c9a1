import Evaluation
import Testing

@Suite struct TRECEvalAgreementTests {
    private static let measures: [(name: String, measure: Measure)] = [
        ("ndcg_cut_10", .nDCG(at: 10, gain: .linear)), ("ndcg_exponential_cut_10", .nDCG(at: 10, gain: .exponential)),
        ("recip_rank_cut_10", .reciprocalRank(at: 10)), ("recall_10", .recall(at: 10)),
        ("recall_100", .recall(at: 100)), ("P_5", .precision(at: 5)), ("success_1", .success(at: 1)),
        ("success_5", .success(at: 5)), ("map", .averagePrecision),
    ]

    private func collection(_ topics: [TRECEvalFixture]) throws -> (qrels: Qrels, run: Run) {
        let qrels = try Qrels(judgements: Dictionary(uniqueKeysWithValues: topics.map { ($0.topic, $0.qrels) }))
        let rankings = topics.map { topic in
            (topic.topic, topic.run.map { ScoredDocumentID(id: $0.key, score: $0.value) })
        }
        return (qrels, try Run(rankings: Dictionary(uniqueKeysWithValues: rankings)))
    }

    @Test func `the fixture has enough topics and every measure has telling values`() throws {
        let topics = try TRECEvalFixture.load()
        #expect(topics.count { $0.topic.hasPrefix("graded") } >= 36)
        #expect(topics.count { $0.topic.hasPrefix("binary") } >= 36)
        for (name, _) in TRECEvalAgreementTests.measures {
            let values = Set(try topics.map { try #require($0.expected[name], "\(name)") })
            #expect(values.count >= 2, "\(name)")
        }
    }

    @Test(arguments: measures)
    func `every topic of the random runs has the value of trec_eval`(name: String, measure: Measure) throws {
        let topics = try TRECEvalFixture.load()
        let (qrels, run) = try collection(topics)
        for topic in topics {
            let value = measure.value(topic: topic.topic, qrels: qrels, run: run)
            let expected = try #require(topic.expected[name])
            #expect(abs(value - expected) < 1e-6, "\(name) of \(topic.topic)")
        }
    }

    @Test(arguments: measures)
    func `means are those of trec_eval`(name: String, measure: Measure) throws {
        let topics = try TRECEvalFixture.load()
        let (qrels, run) = try collection(topics)
        let summary = try #require(try Report(run: run, qrels: qrels, measures: [measure]).summary(for: measure))
        let sum = try topics.reduce(0) { $0 + (try #require($1.expected[name])) }
        #expect(abs(summary.mean - sum / Double(topics.count)) < 1e-6)
    }

    @Test func `the random runs survive a TREC file`() throws {
        let topics = try TRECEvalFixture.load().filter { !$0.run.isEmpty }
        let run = try collection(topics).run
        #expect(try Run(trec: run.trecText(tag: "random")) == run)
    }
}
