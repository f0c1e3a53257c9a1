import Evaluation
import Testing

@Suite struct RunTests {
    private func ids(_ scores: [(String, Double)]) throws -> [String] {
        let run = try Run(rankings: ["q": scores.map { ScoredDocumentID(id: $0.0, score: $0.1) }])
        return run.ranking(for: "q").map(\.id)
    }

    @Test func `documents are ranked by falling score`() throws {
        #expect(try ids([("a", -1), ("b", 3), ("c", 0.5), ("d", 2)]) == ["b", "d", "c", "a"])
    }

    @Test func `ties are broken by the greater identifier`() throws {
        #expect(try ids([("a", 1), ("c", 1), ("b", 1), ("d", 0)]) == ["c", "b", "a", "d"])
    }

    @Test func `identifiers are compared by their bytes`() throws {
        // UTF-8: "Z" 5A, "_" 5F, "a" 61, "é" C3 A9, "ж" D0 B6, "я" D1 8F; "10" < "9"; a prefix is the smaller one.
        let scores = ["a", "ж", "9", "Z", "é", "10", "я", "_", "aa"].map { ($0, 1.0) }
        #expect(try ids(scores) == ["я", "ж", "é", "aa", "a", "_", "Z", "9", "10"])
        // A decomposed é is 65 CC 81 and comes below f, 66; Swift's own order of strings puts it above.
        #expect(try ids([("e\u{301}", 1), ("f", 1)]) == ["f", "e\u{301}"])
    }

    @Test func `scores that differ only beyond 32-bit precision are a tie`() throws {
        // Neighbours of 1 in 32 bits are 1.2e-7 apart above and 6e-8 below: 1e-10 is lost and 1e-6 is kept.
        #expect(try ids([("a", 1 + 1e-10), ("b", 1)]) == ["b", "a"])
        #expect(try ids([("a", 1 + 1e-6), ("b", 1)]) == ["a", "b"])
    }

    @Test func `zero and negative zero are a tie`() throws {
        #expect(try ids([("a", 0), ("b", -0.0)]) == ["b", "a"])
        #expect(try ids([("a", -0.0), ("b", 0)]) == ["b", "a"])
    }

    @Test func `topics are in ascending order and keep empty rankings`() throws {
        let run = try Run(rankings: ["q2": [], "q10": Collection.ranking(["a"])])
        #expect(run.topics == ["q10", "q2"])
        #expect(run.ranking(for: "q2").isEmpty)
        #expect(run.ranking(for: "unknown").isEmpty)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a score must be finite`(score: Double) {
        #expect(throws: EvaluationError.invalidScore(line: nil, text: String(score))) {
            try Run(rankings: ["q": [ScoredDocumentID(id: "a", score: score)]])
        }
    }

    @Test func `a document may be ranked once per topic`() throws {
        let twice = [ScoredDocumentID(id: "a", score: 1), ScoredDocumentID(id: "a", score: 2)]
        #expect(throws: EvaluationError.duplicateDocument(line: nil, topicID: "q", documentID: "a")) {
            try Run(rankings: ["q": twice])
        }
        let run = try Run(rankings: ["q": Collection.ranking(["a"]), "r": Collection.ranking(["a"])])
        #expect(run.topics == ["q", "r"])
    }

    @Test func `identifiers are validated`() {
        #expect(throws: EvaluationError.invalidIdentifier(line: nil, text: "q\t1")) {
            try Run(rankings: ["q\t1": []])
        }
        #expect(throws: EvaluationError.invalidIdentifier(line: nil, text: "d\n")) {
            try Run(rankings: ["q": Collection.ranking(["d\n"])])
        }
    }

    @Test func `the TREC text lists topics in order, ranks from one and exact scores`() throws {
        let run = try Run(rankings: [
            "q2": [ScoredDocumentID(id: "ж", score: 0.1)],
            "q1": [ScoredDocumentID(id: "a", score: -2), ScoredDocumentID(id: "b", score: 12.5)],
            "q3": [],
        ])
        #expect(
            run.trecText(tag: "bm25") == """
                q1 Q0 b 1 12.5 bm25
                q1 Q0 a 2 -2.0 bm25
                q2 Q0 ж 1 0.1 bm25

                """)
    }

    @Test func `a run without results writes an empty text`() throws {
        #expect(try Run(rankings: [:]).trecText(tag: "t").isEmpty)
    }

    @Test func `the tag of a run must be one column`() async {
        await #expect(processExitsWith: .failure) {
            _ = try Run(rankings: [:]).trecText(tag: "two words")
        }
    }

    @Test func `the TREC text of a random run reads back as the same run`() throws {
        let seed: UInt64 = 42
        var generator = SplitMix64(seed: seed)
        var rankings: [String: [ScoredDocumentID]] = [:]
        for topic in 0..<20 {
            rankings["q\(topic)"] = (0...topic).map { number in
                let exponent = Double(generator.next() % 60) - 30
                let fraction = Double(generator.next() >> 11) / 0x1p53 - 0.5
                var score = fraction
                for _ in 0..<Int(abs(exponent)) { score *= exponent < 0 ? 0.5 : 2 }
                return ScoredDocumentID(id: "d\(number)", score: score)
            }
        }
        let run = try Run(rankings: rankings)
        #expect(try Run(trec: run.trecText(tag: "random")) == run, "seed \(seed)")
    }

    @Test func `the order of a TREC file comes from the scores, not from ranks or lines`() throws {
        let text = "q1 Q0 a 1 1.5 t\r\n\nq2 Q0 c 1 1e-3 t\r\nq1\tQ0\tb\t2\t2\tt\n"
        let run = try Run(trec: text)
        #expect(run.ranking(for: "q1") == [.init(id: "b", score: 2), .init(id: "a", score: 1.5)])
        #expect(run.ranking(for: "q2") == [.init(id: "c", score: 0.001)])
    }

    @Test(arguments: [
        ("q1 Q0 d1 1 2.5", EvaluationError.wrongColumnCount(line: 3, expected: 6, found: 5)),
        ("q1 Q0 d1 1 2.5 my tag", .wrongColumnCount(line: 3, expected: 6, found: 7)),
        ("q1 Q0 d1 1 high t", .invalidScore(line: 3, text: "high")),
        ("q1 Q0 d1 1 nan t", .invalidScore(line: 3, text: "nan")),
        ("q1 Q0 d1 1 1e999 t", .invalidScore(line: 3, text: "1e999")),
        ("q1 Q0 d\u{1} 1 1 t", .invalidIdentifier(line: 3, text: "d\u{1}")),
        ("q\u{0} Q0 d1 1 1 t", .invalidIdentifier(line: 3, text: "q\u{0}")),
        ("q0 Q0 d0 2 1 t", .duplicateDocument(line: 3, topicID: "q0", documentID: "d0")),
    ])
    func `a wrong line of a run is reported with its number`(line: String, expected: EvaluationError) {
        #expect(throws: expected) { try Run(trec: "q0 Q0 d0 1 9 t\n\n" + line + "\nq9 Q0 d9 1 1 t\n") }
    }
}
