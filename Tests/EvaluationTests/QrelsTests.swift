import Evaluation
import Testing

@Suite struct QrelsTests {
    private let header = "query-id\tcorpus-id\tscore\n"

    @Test func `a BEIR file becomes grades by topic and document`() throws {
        let qrels = try Qrels(beirTSV: header + "q2\td1\t1\nq1\td_1\t0\nq1\td2\t2")
        #expect(qrels.topics == ["q1", "q2"])
        #expect(qrels.grade(of: "d_1", for: "q1") == 0)
        #expect(qrels.grade(of: "d2", for: "q1") == 2)
        #expect(qrels.grade(of: "d1", for: "q2") == 1)
        #expect(qrels.judgements(for: "q1") == ["d_1": 0, "d2": 2])
    }

    @Test func `a TREC file becomes grades by topic and document`() throws {
        let qrels = try Qrels(trec: "q2 0 d1 1\nq1\t0\td2\t-1\n  q1  Q0 d3   3 \n")
        #expect(qrels.topics == ["q1", "q2"])
        #expect(qrels.judgements(for: "q1") == ["d2": -1, "d3": 3])
        #expect(qrels.judgements(for: "q2") == ["d1": 1])
    }

    @Test func `lines may end in carriage return and line feed, and blank lines are skipped`() throws {
        let expected = try Qrels(judgements: ["q1": ["d1": 1, "d2": 0]])
        let beir = "query-id\tcorpus-id\tscore\r\nq1\td1\t1\r\n\r\n \t \r\nq1\td2\t0\r\n"
        #expect(try Qrels(beirTSV: beir) == expected)
        #expect(try Qrels(trec: "\r\nq1 0 d1 1\r\n\r\nq1 0 d2 0\r\n") == expected)
    }

    @Test func `only grades of at least one count as relevant`() throws {
        let qrels = try Qrels(judgements: ["q": ["a": -1, "b": 0, "c": 1, "d": 3]])
        #expect(qrels.relevantCount(for: "q") == 2)
    }

    @Test func `an unknown topic or document has no grade`() throws {
        let qrels = try Qrels(judgements: ["q": ["a": 1]])
        #expect(qrels.grade(of: "b", for: "q") == nil)
        #expect(qrels.grade(of: "a", for: "r") == nil)
        #expect(qrels.relevantCount(for: "r") == 0)
        #expect(qrels.judgements(for: "r").isEmpty)
    }

    @Test func `a topic without documents does not exist`() throws {
        let qrels = try Qrels(judgements: ["q": ["a": 0], "empty": [:]])
        #expect(qrels.topics == ["q"])
    }

    @Test func `a file without judgements has no topics`() throws {
        #expect(try Qrels(beirTSV: header).topics.isEmpty)
        #expect(try Qrels(trec: "").topics.isEmpty)
    }

    @Test(arguments: ["", "q1\td1\t1", "query-id corpus-id score", "\nquery-id\tcorpus-id\tscore"])
    func `a BEIR file must begin with the header`(text: String) {
        let found = text.hasPrefix("\n") ? "" : text
        let expected = EvaluationError.missingHeader(
            line: 1, expected: "query-id\tcorpus-id\tscore", found: found)
        #expect(throws: expected) { try Qrels(beirTSV: text) }
    }

    @Test(arguments: [
        ("q1\td1", EvaluationError.wrongColumnCount(line: 3, expected: 3, found: 2)),
        ("q1 d1 1", .wrongColumnCount(line: 3, expected: 3, found: 1)),
        ("q1\td1\t1\tx", .wrongColumnCount(line: 3, expected: 3, found: 4)),
        ("q1\t\t1", .invalidIdentifier(line: 3, text: "")),
        ("\td1\t1", .invalidIdentifier(line: 3, text: "")),
        ("q1\td 1\t1", .invalidIdentifier(line: 3, text: "d 1")),
        ("q1\td1\tx", .invalidGrade(line: 3, text: "x")),
        ("q1\td1\t1.5", .invalidGrade(line: 3, text: "1.5")),
        ("q1\td1\t", .invalidGrade(line: 3, text: "")),
        ("q1\td1\t1001", .invalidGrade(line: 3, text: "1001")),
        ("q0\td0\t0", .duplicateJudgement(line: 3, topicID: "q0", documentID: "d0")),
    ])
    func `a wrong BEIR line is reported with its number`(line: String, expected: EvaluationError) {
        #expect(throws: expected) { try Qrels(beirTSV: header + "q0\td0\t1\n" + line + "\nq9\td9\t1\n") }
    }

    @Test(arguments: [
        ("q1 0 d1", EvaluationError.wrongColumnCount(line: 3, expected: 4, found: 3)),
        ("q1 0 d1 1 x", .wrongColumnCount(line: 3, expected: 4, found: 5)),
        ("q1 0 d\u{7F} 1", .invalidIdentifier(line: 3, text: "d\u{7F}")),
        ("q1 0 d1 high", .invalidGrade(line: 3, text: "high")),
        ("q1 0 d1 -1001", .invalidGrade(line: 3, text: "-1001")),
        ("q0 1 d0 1", .duplicateJudgement(line: 3, topicID: "q0", documentID: "d0")),
    ])
    func `a wrong TREC line is reported with its number`(line: String, expected: EvaluationError) {
        #expect(throws: expected) { try Qrels(trec: "q0 0 d0 1\n\n" + line + "\nq9 0 d9 1\n") }
    }

    @Test func `judgements from memory obey the same rules`() {
        #expect(throws: EvaluationError.invalidIdentifier(line: nil, text: "q 1")) {
            try Qrels(judgements: ["q 1": ["d": 1]])
        }
        #expect(throws: EvaluationError.invalidIdentifier(line: nil, text: "")) {
            try Qrels(judgements: ["q": ["": 1]])
        }
        #expect(throws: EvaluationError.invalidGrade(line: nil, text: "1001")) {
            try Qrels(judgements: ["q": ["d": 1001]])
        }
    }
}
