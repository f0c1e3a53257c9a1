import Evaluation
import Testing

@Suite struct MeasureTests {
    private func value(_ measure: Measure) throws -> Double {
        measure.value(topic: "q", qrels: try Collection.qrels(), run: try Collection.run())
    }

    // Ranking b(2) x(–) a(3) c(0), not retrieved d(1). log2(2) = 1, log2(3) = 1.58496250, log2(4) = 2.
    // linear: DCG@1 = 2, DCG@2 = 2, DCG@3 = 2 + 3/2 = 3.5, and no more gain after rank 3.
    //         IDCG@1 = 3, IDCG@2 = 3 + 2/1.58496250 = 4.26185951, IDCG@3 = 4.26185951 + 1/2 = 4.76185951.
    @Test(arguments: [(1, 0.66666667), (2, 0.46927873), (3, 0.73500698), (4, 0.73500698), (10, 0.73500698)])
    func `nDCG with linear gain`(cutoff: Int, expected: Double) throws {
        #expect(abs(try value(.nDCG(at: cutoff, gain: .linear)) - expected) < 1e-8)
    }

    // exponential gains: b 3, a 7, d 1. DCG@1 = 3, DCG@2 = 3, DCG@3 = 3 + 7/2 = 6.5.
    //         IDCG@1 = 7, IDCG@2 = 7 + 3/1.58496250 = 8.89278926, IDCG@3 = 8.89278926 + 1/2 = 9.39278926.
    @Test(arguments: [(1, 0.42857143), (2, 0.33735197), (3, 0.69202021), (10, 0.69202021)])
    func `nDCG with exponential gain`(cutoff: Int, expected: Double) throws {
        #expect(abs(try value(.nDCG(at: cutoff, gain: .exponential)) - expected) < 1e-8)
    }

    // Relevant are a, b and d; they are at the ranks 3, 1 and none.
    @Test(arguments: [(1, 1), (2, 1), (3, 2), (4, 2), (100, 2)])
    func `recall divides by all relevant documents`(cutoff: Int, found: Int) throws {
        #expect(try value(.recall(at: cutoff)) == Double(found) / 3)
    }

    @Test(arguments: [(1, 1.0), (2, 0.5), (4, 0.5), (5, 0.4), (10, 0.2)])
    func `precision divides by the cut-off even beyond the end of the ranking`(cutoff: Int, expected: Double) throws {
        #expect(try value(.precision(at: cutoff)) == expected)
    }

    // Relevant documents at the ranks 1 and 3 of R = 3: (1/1 + 2/3) / 3 = 5/9.
    @Test func `average precision counts a relevant document that is not retrieved as zero`() throws {
        #expect(abs(try value(.averagePrecision) - 5.0 / 9) < 1e-15)
    }

    // The first relevant document, c, is at rank 3.
    @Test(arguments: [(1, false), (2, false), (3, true), (4, true), (10, true)])
    func `reciprocal rank and success see the first relevant document within the cut-off`(
        cutoff: Int, isSeen: Bool
    ) throws {
        let qrels = try Qrels(judgements: ["q": ["a": 0, "c": 1, "d": 2]])
        let run = try Run(rankings: ["q": Collection.ranking(["a", "b", "c", "d"])])
        let reciprocalRank = Measure.reciprocalRank(at: cutoff).value(topic: "q", qrels: qrels, run: run)
        #expect(reciprocalRank == (isSeen ? 1.0 / 3 : 0))
        let success = Measure.success(at: cutoff).value(topic: "q", qrels: qrels, run: run)
        #expect(success == (isSeen ? 1 : 0))
    }

    private static let all: [Measure] = [
        .nDCG(at: 10, gain: .linear), .nDCG(at: 10, gain: .exponential), .reciprocalRank(at: 10), .recall(at: 10),
        .precision(at: 10), .success(at: 10), .averagePrecision,
    ]

    @Test(arguments: all)
    func `a topic without relevant documents, results or judgements has the value zero`(measure: Measure) throws {
        let qrels = try Qrels(judgements: ["none": ["a": 0, "b": -2], "empty": ["a": 1], "missing": ["a": 1]])
        let run = try Run(rankings: [
            "none": Collection.ranking(["a", "b"]), "empty": [], "unjudged": Collection.ranking(["a"]),
        ])
        for topic in ["none", "empty", "missing", "unjudged", "unknown"] {
            #expect(measure.value(topic: topic, qrels: qrels, run: run) == 0, "\(topic)")
        }
    }

    @Test(arguments: all.filter { $0 != .precision(at: 10) })
    func `the ideal ranking has the value one`(measure: Measure) throws {
        let qrels = try Collection.qrels()
        let run = try Run(rankings: ["q": Collection.ranking(["a", "b", "d", "c"])])
        #expect(measure.value(topic: "q", qrels: qrels, run: run) == 1)
    }

    @Test func `ties are measured in the order of trec_eval`() throws {
        // a and b tie, b is first: the relevant a is at rank 2.
        let qrels = try Qrels(judgements: ["q": ["a": 1]])
        let run = try Run(rankings: ["q": [.init(id: "a", score: 1), .init(id: "b", score: 1)]])
        #expect(Measure.reciprocalRank(at: 10).value(topic: "q", qrels: qrels, run: run) == 0.5)
        #expect(Measure.success(at: 1).value(topic: "q", qrels: qrels, run: run) == 0)
    }

    @Test func `a negative grade has no gain`() throws {
        // DCG = 0 for a + 1/log2(3) for b; IDCG = 1.
        let qrels = try Qrels(judgements: ["q": ["a": -3, "b": 1]])
        let run = try Run(rankings: ["q": Collection.ranking(["a", "b"])])
        for gain in [Gain.linear, .exponential] {
            let value = Measure.nDCG(at: 10, gain: gain).value(topic: "q", qrels: qrels, run: run)
            #expect(abs(value - 0.63092975) < 1e-8)
        }
    }

    @Test func `the greatest grades keep exponential gains finite`() throws {
        let highest = Qrels.allowedGrades.upperBound
        let ids = (0..<500).map { "d\($0)" }
        let qrels = try Qrels(judgements: ["q": Dictionary(uniqueKeysWithValues: ids.map { ($0, highest) })])
        let run = try Run(rankings: ["q": Collection.ranking(ids)])
        #expect(Measure.nDCG(at: 500, gain: .exponential).value(topic: "q", qrels: qrels, run: run) == 1)
    }

    @Test(arguments: [
        (Measure.nDCG(at: 10, gain: .linear), "nDCG@10"), (.nDCG(at: 3, gain: .exponential), "nDCG(dcg='exp-log2')@3"),
        (.reciprocalRank(at: 10), "RR@10"), (.recall(at: 100), "R@100"), (.precision(at: 5), "P@5"),
        (.success(at: 1), "Success@1"), (.averagePrecision, "AP"),
    ])
    func `names are those of ir_measures`(measure: Measure, name: String) {
        #expect(measure.name == name)
    }

    @Test func `a cut-off below one is a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            let qrels = try Qrels(judgements: ["q": ["a": 1]])
            _ = Measure.recall(at: 0).value(topic: "q", qrels: qrels, run: try Run(rankings: [:]))
        }
    }
}
