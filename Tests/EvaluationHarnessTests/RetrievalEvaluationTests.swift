import Evaluation
import EvaluationHarness
import Foundation
import KnowledgeBase
import Retrieval
import SearchIndex
import Testing

@Suite struct RetrievalEvaluationTests {
    private static let corpus = """
        {"_id": "d1", "title": "", "text": "кот"}
        {"_id": "d2", "title": "", "text": "собака"}
        {"_id": "d3", "title": "", "text": "собака и длинный рассказ про погоду, дожди, ветер и солнце"}

        """
    /// t3 finds nothing, t4 has no judgement, t5 is judged and not asked.
    private static let queries = """
        {"_id": "t1", "text": "кот", "kind": "b"}
        {"_id": "t2", "text": "собака", "kind": "a"}
        {"_id": "t3", "text": "жираф", "kind": "b"}
        {"_id": "t4", "text": "собака", "kind": "c"}

        """
    private static let qrels = "query-id\tcorpus-id\tscore\nt1\td1\t1\nt2\td3\t1\nt3\td1\t1\nt5\td1\t1\n"
    private static let nDCG = Measure.nDCG(at: 10, gain: .linear)

    private func folder() throws -> CollectionFolder {
        try CollectionFolder(["corpus.jsonl": Self.corpus, "queries.jsonl": Self.queries, "qrels.tsv": Self.qrels])
    }

    private func evaluate(_ folder: CollectionFolder) throws -> RetrievalEvaluation {
        let collection = try RetrievalCollection(directory: folder.path)
        let directory = IndexDirectory(path: folder.path + "/index")
        _ = try IndexingMeasurement.index(corpusPath: try #require(collection.corpusPath), into: directory)
        let today = try #require(CalendarDate(iso8601: "2026-11-22"))
        return try RetrievalEvaluation(
            collection: collection, searcher: try KnowledgeSearcher(directory: directory), today: today)
    }

    private func mean(_ measure: Measure, _ report: Report) throws -> Double {
        try #require(report.summary(for: measure)).mean
    }

    @Test func `the means are those worked by hand`() throws {
        let evaluation = try evaluate(folder())
        // t1: d1 at rank 1. t2: d2, the shorter, at rank 1 and the judged d3 at rank 2. t3: nothing.
        // nDCG@10: (1 + 1 / log2(3) + 0) / 3 = (1 + 0.630930) / 3 = 0.543643
        // RR@10: (1 + 1/2 + 0) / 3 = 0.5        R@10 = R@100: (1 + 1 + 0) / 3 = 0.666667
        #expect(abs(try mean(Self.nDCG, evaluation.report) - 0.543_643) < 1e-6)
        #expect(try mean(.reciprocalRank(at: 10), evaluation.report) == 0.5)
        #expect(abs(try mean(.recall(at: 10), evaluation.report) - 2 / 3.0) < 1e-12)
        #expect(abs(try mean(.recall(at: 100), evaluation.report) - 2 / 3.0) < 1e-12)
        #expect(evaluation.report.summaries.map(\.measure) == RetrievalEvaluation.measures)
    }

    @Test func `an identifier that the corpus has twice counts once, by its better document`() throws {
        let twice = Self.corpus + "{\"_id\": \"d1\", \"title\": \"\", \"text\": \"кот и пёс\"}\n"
        let files = ["corpus.jsonl": twice, "queries.jsonl": Self.queries, "qrels.tsv": Self.qrels]
        let evaluation = try evaluate(try CollectionFolder(files))
        #expect(evaluation.run.ranking(for: "t1").map(\.id) == ["d1"])
    }

    @Test func `only judged topics of the file count, also those that find nothing`() throws {
        let evaluation = try evaluate(folder())
        #expect(evaluation.report.topicCount == 3)
        #expect(abs(evaluation.report.zeroResultRate - 1 / 3.0) < 1e-12)
        #expect(evaluation.run.topics == ["t1", "t2", "t3"])
        #expect(evaluation.run.ranking(for: "t2").map(\.id) == ["d2", "d3"])
        #expect(evaluation.run.ranking(for: "t3").isEmpty)
        #expect(evaluation.latency.sampleCount == 3)
    }

    @Test func `each kind has a report of its own topics`() throws {
        let reports = try evaluate(folder()).reportsByKind
        #expect(reports.map(\.kind) == ["a", "b"])
        #expect(reports.map(\.report.topicCount) == [1, 2])
        #expect(abs(try mean(Self.nDCG, reports[0].report) - 0.630_930) < 1e-6)
        #expect(try mean(Self.nDCG, reports[1].report) == 0.5)
    }

    @Test func `progress counts topics`() throws {
        let folder = try folder()
        let collection = try RetrievalCollection(directory: folder.path)
        let directory = IndexDirectory(path: folder.path + "/index")
        var indexed: [Int] = []
        _ = try IndexingMeasurement.index(corpusPath: folder.path + "/corpus.jsonl", into: directory) {
            indexed.append($0)
        }
        var done: [Int] = []
        let today = try #require(CalendarDate(iso8601: "2026-11-22"))
        let searcher = try KnowledgeSearcher(directory: directory)
        _ = try RetrievalEvaluation(collection: collection, searcher: searcher, today: today) { done.append($0) }
        #expect(indexed == [1, 2, 3] && done == [1, 2, 3])
    }

    @Test func `a query that cannot be searched stops the evaluation`() throws {
        let folder = try folder()
        let long = String(repeating: "x", count: SearchRequest.maxTextBytes + 1)
        try folder.write("queries.jsonl", Array("{\"_id\": \"t1\", \"text\": \"\(long)\"}".utf8))
        #expect(throws: RetrievalError.queryTooLong(byteCount: long.utf8.count, limit: SearchRequest.maxTextBytes)) {
            try evaluate(folder)
        }
    }

    @Test func `durations become microseconds`() {
        #expect(Duration.microseconds(1_500).microseconds == 1_500)
        #expect(Duration.seconds(2).microseconds == 2_000_000)
        #expect(Duration.nanoseconds(1).microseconds == 0.001)
    }
}
