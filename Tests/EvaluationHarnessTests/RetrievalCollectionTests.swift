import Evaluation
import EvaluationHarness
import Foundation
import Testing

@Suite struct RetrievalCollectionTests {
    private static let qrels = "query-id\tcorpus-id\tscore\nt1\td1\t1\nt2\td2\t2\n"
    private static let queries = """
        {"_id": "t1", "text": "кот", "kind": "short"}
        {"_id": "t2", "text": "собака"}
        {"_id": "t3", "text": "без суждений", "kind": "none"}

        """

    private func folder(queries: String = queries, qrels: String = qrels) throws -> CollectionFolder {
        try CollectionFolder(["queries.jsonl": queries, "qrels.tsv": qrels])
    }

    @Test func `topics without a judgement are left out`() throws {
        let folder = try folder()
        let collection = try RetrievalCollection(directory: folder.path)
        #expect(collection.topics == [Topic(id: "t1", text: "кот"), Topic(id: "t2", text: "собака")])
        #expect(collection.kinds == ["t1": "short"])
        #expect(collection.qrels.topics == ["t1", "t2"])
        #expect(collection.corpusPath == nil)
        #expect(collection.name == folder.path.split(separator: "/").last.map(String.init))
        #expect(try RetrievalCollection(directory: folder.path + "/").name == collection.name)
    }

    @Test(arguments: ["corpus.jsonl", "corpus.jsonl.gz"]) func `the corpus is found`(name: String) throws {
        let folder = try folder()
        try folder.write(name, [])
        #expect(try RetrievalCollection(directory: folder.path).corpusPath == folder.path + "/" + name)
    }

    @Test func `a plain corpus is preferred to a compressed one`() throws {
        let folder = try folder()
        try folder.write("corpus.jsonl", [])
        try folder.write("corpus.jsonl.gz", [])
        #expect(try RetrievalCollection(directory: folder.path).corpusPath == folder.path + "/corpus.jsonl")
    }

    @Test func `another file of queries takes the place of the folder's`() throws {
        let folder = try folder(queries: "no JSON")
        try folder.write("typos.jsonl", Array(#"{"_id": "t2", "text": "сабака"}"#.utf8))
        let collection = try RetrievalCollection(directory: folder.path, queriesPath: folder.path + "/typos.jsonl")
        #expect(collection.topics == [Topic(id: "t2", text: "сабака")])
    }

    @Test(arguments: ["\r\n", "\n\n", "\n \t\n"]) func `line ends and blank lines do not matter`(end: String) throws {
        let queries = Self.queries.replacingOccurrences(of: "\n", with: end)
        let folder = try folder(queries: queries, qrels: Self.qrels.replacingOccurrences(of: "\n", with: "\r\n"))
        #expect(try RetrievalCollection(directory: folder.path).topics.map(\.id) == ["t1", "t2"])
    }

    @Test func `a separator of lines inside a text is no end of the line`() throws {
        let folder = try folder(queries: "{\"_id\": \"t1\", \"text\": \"раз\u{2028}два\u{85}три\"}")
        #expect(try RetrievalCollection(directory: folder.path).topics.map(\.text) == ["раз\u{2028}два\u{85}три"])
    }

    @Test(arguments: [
        ("{\"_id\": \"t1\", \"text\": \"a\"}\n\nnonsense", 3), ("[]", 1), ("{\"text\": \"a\"}", 1),
        ("{\"_id\": \"t1\"}", 1),
        ("{\"_id\": 1, \"text\": \"a\"}", 1), ("{\"_id\": \"t1\", \"text\": null}", 1), ("\r\n\r\n{", 3),
        ("{\"_id\": \"t1\", \"text\": \"a\", \"kind\": 5}", 1),
    ])
    func `a bad line is named`(queries: String, line: Int) throws {
        let folder = try folder(queries: queries)
        let expected = HarnessError.invalidLine(
            file: folder.path + "/queries.jsonl", line: line,
            reason: "expected a JSON object with the strings _id and text")
        #expect(throws: expected) { try RetrievalCollection(directory: folder.path) }
    }

    @Test func `a topic that occurs twice is an error`() throws {
        let folder = try folder(queries: #"{"_id": "t1", "text": "a"}"# + "\n" + #"{"_id": "t1", "text": "b"}"#)
        let expected = HarnessError.invalidLine(
            file: folder.path + "/queries.jsonl", line: 2, reason: "the _id t1 occurs twice")
        #expect(throws: expected) { try RetrievalCollection(directory: folder.path) }
    }

    @Test func `a missing file is named`() throws {
        let empty = try CollectionFolder()
        #expect(throws: HarnessError.fileNotFound(path: empty.path + "/queries.jsonl")) {
            try RetrievalCollection(directory: empty.path)
        }
        let half = try CollectionFolder(["queries.jsonl": Self.queries])
        #expect(throws: HarnessError.fileNotFound(path: half.path + "/qrels.tsv")) {
            try RetrievalCollection(directory: half.path)
        }
        #expect(throws: HarnessError.fileNotFound(path: half.path + "/other.jsonl")) {
            try RetrievalCollection(directory: half.path, queriesPath: half.path + "/other.jsonl")
        }
    }

    @Test func `a file that is no text is unreadable`() throws {
        let folder = try folder()
        try folder.write("queries.jsonl", [0xFF, 0xFE, 0xFF])
        try expectUnreadable(folder)
        try FileManager.default.removeItem(atPath: folder.path + "/queries.jsonl")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/queries.jsonl", withIntermediateDirectories: false)
        try expectUnreadable(folder)
    }

    private func expectUnreadable(_ folder: CollectionFolder) throws {
        let error = #expect(throws: HarnessError.self) { try RetrievalCollection(directory: folder.path) }
        guard case .unreadable(let path, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path == folder.path + "/queries.jsonl")
    }

    @Test func `bad judgements are named with their line`() throws {
        let folder = try folder(qrels: "query-id\tcorpus-id\tscore\nt1\td1\tgood\n")
        #expect(throws: HarnessError.evaluation(.invalidGrade(line: 2, text: "good"), file: folder.path + "/qrels.tsv"))
        {
            try RetrievalCollection(directory: folder.path)
        }
    }

    @Test(arguments: ["", "{\"_id\": \"other\", \"text\": \"a\"}"])
    func `a collection without judged topics is an error`(queries: String) throws {
        let folder = try folder(queries: queries)
        let expected = HarnessError.noJudgedTopics(
            topics: folder.path + "/queries.jsonl", qrels: folder.path + "/qrels.tsv")
        #expect(throws: expected) { try RetrievalCollection(directory: folder.path) }
    }
}
