import EvaluationHarness
import Foundation
import Retrieval
import SearchIndex
import TestSupport
import Testing

/// Indexing a file in several parts against indexing it in one.
@Suite struct ThreadedIndexingTests {
    private static let words = [
        "возврат", "обувь", "обуви", "доставка", "оплата", "оплатить", "крем-брюле", "v1.2", "чек",
    ]

    /// Documents that share some words and have others of their own, with blank lines between some.
    private static func corpus(documents: Int) -> String {
        var random = SeededGenerator(seed: 20_261_127)
        return (0..<documents).map { number in
            let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                Bool.random(using: &random) ? words[Int.random(in: 0..<words.count, using: &random)] : "слово\(number)"
            }
            let title = Bool.random(using: &random) ? "Название \(number)" : ""
            let blank = Int.random(in: 0..<5, using: &random) == 0 ? "\n  \n" : ""
            return blank
                + "{\"_id\": \"d\(number)\", \"title\": \"\(title)\", \"text\": \"\(text.joined(separator: " "))\"}\n"
        }.joined()
    }

    /// The bytes of the index's files, by name.
    private func files(of directory: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: directory) where name.hasSuffix(".sfl") {
            files[name] = try Data(contentsOf: URL(filePath: directory + "/" + name))
        }
        return files
    }

    @Test(arguments: [1, 2, 3, 7, 64])
    func `the index of several threads is that of one, byte for byte`(threads: Int) async throws {
        let folder = try CollectionFolder(["corpus.jsonl": Self.corpus(documents: 60)])
        let corpus = folder.path + "/corpus.jsonl"
        let single = try IndexingMeasurement.index(
            corpusPath: corpus, into: IndexDirectory(path: folder.path + "/single"))
        let parallel = try await IndexingMeasurement.index(
            corpusPath: corpus, into: IndexDirectory(path: folder.path + "/parallel"), threads: threads)
        #expect(parallel.documentCount == 60 && parallel.passageCount == 60)
        #expect(parallel.tokenCount == single.tokenCount && parallel.textByteCount == single.textByteCount)
        let expected = try files(of: folder.path + "/single")
        #expect(expected.count == 2, "a manifest and a segment")
        #expect(try files(of: folder.path + "/parallel") == expected)
    }

    @Test func `an empty corpus is an empty index`() async throws {
        let folder = try CollectionFolder(["corpus.jsonl": "\n"])
        let directory = IndexDirectory(path: folder.path + "/index")
        let measurement = try await IndexingMeasurement.index(
            corpusPath: folder.path + "/corpus.jsonl", into: directory, threads: 2)
        #expect(measurement.documentCount == 0 && measurement.textByteCount == 0)
        #expect(try directory.openSnapshot().manifest.documentCount == 0)
    }

    @Test func `the first bad line of the file is reported, and no index is left behind`() async throws {
        let document = "{\"_id\": \"a\", \"text\": \"раз\"}\n"
        let text = document + document + "нет\n" + document + document + "тоже нет\n"
        let folder = try CollectionFolder(["corpus.jsonl": text])
        let directory = IndexDirectory(path: folder.path + "/index")
        let path = folder.path + "/corpus.jsonl"
        let expected = RetrievalError.invalidLine(
            file: path, line: 3, reason: "expected a JSON object with the strings _id and text")
        await #expect(throws: expected) {
            try await IndexingMeasurement.index(corpusPath: path, into: directory, threads: 3)
        }
        #expect(throws: IndexError.noIndex(directory: directory.path)) { try directory.openSnapshot() }
    }
}
