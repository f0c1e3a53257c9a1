import FoundationEssentials

/// One topic of the fixture: judgements, a run, and the values that trec_eval gave.
struct TRECEvalFixture: Decodable {
    let topic: String
    let qrels: [String: Int]
    let run: [String: Double]
    let expected: [String: Double]

    /// Reads the fixture next to this file, made by `scripts/make_trec_eval_fixtures.py`.
    static func load(testFile: String = #filePath) throws -> [TRECEvalFixture] {
        let url = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Fixtures/trec_eval_random.json")
        return try JSONDecoder().decode([TRECEvalFixture].self, from: Data(contentsOf: url))
    }
}
