import Foundation
import TestSupport
import Testing

/// The commands over the project's own knowledge base.
@Suite(.serialized)
struct CommandTests {
    private static let demo = "Здравствуйте! Заказала кроссовки, не подошёл размер, как вернуть и когда придут деньги?"
    private static let day = ["--today", "2026-11-22"]

    private func indexed() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let output = try CommandLineTool.run(["index", "--index", folder.path, "--json"] + Self.day)
        try #require(output.status == 0, "\(output.standardError)")
        #expect(try output.json()["articles"] as? Int == 156)
        return folder
    }

    @Test func `the worked example is answered from the right articles with exact quotes`() throws {
        let folder = try indexed()
        let output = try CommandLineTool.run(["suggest", "--index", folder.path, "--json", Self.demo] + Self.day)
        #expect(output.status == 0)
        let json = try output.json()
        #expect(json["outcome"] as? String == "suggestion")
        let draft = try #require(json["draft"] as? [String: Any])
        var articles: Set<String> = []
        for sentence in try #require(draft["sentences"] as? [[String: Any]]) {
            for citation in try #require(sentence["citations"] as? [[String: Any]]) {
                let id = try #require(citation["articleID"] as? String)
                let range = try #require(citation["utf8Range"] as? [Int])
                let quote = try #require(citation["quote"] as? String)
                articles.insert(id)
                let source = try source(of: id)
                #expect(String(decoding: source[range[0]..<range[1]], as: UTF8.self) == quote)
            }
        }
        #expect(articles == ["kb-0301", "kb-0307"])
    }

    private func source(of id: String) throws -> [UInt8] {
        let folder = CommandLineTool.root.appendingPathComponent("knowledge/returns")
        let prefix = id.dropFirst("kb-".count) + "-"
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix(prefix) })
        return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    @Test func `search, verify and serve agree on one index`() throws {
        let folder = try indexed()
        let search = try CommandLineTool.run(
            ["search", "--index", folder.path, "--json", "--limit", "3", "продлить хранение в пункте"] + Self.day)
        #expect(search.status == 0)
        let hits = try #require(try search.json()["hits"] as? [[String: Any]])
        #expect(hits.count == 3)
        #expect(hits.prefix(2).contains { $0["articleID"] as? String == "kb-0111" })
        let verify = try CommandLineTool.run(["verify", "--index", folder.path, "--json"])
        #expect(verify.status == 0)
        #expect(try verify.json()["articles"] as? Int == 156)
    }

    @Test func `a request for a person exits with 1 and says so`() throws {
        let folder = try indexed()
        let output = try CommandLineTool.run(["suggest", "--index", folder.path, "позовите", "оператора"])
        #expect(output.status == 1)
        #expect(output.standardOutput.contains("НУЖЕН ЧЕЛОВЕК"))
    }

    @Test func `an explanation adds up to the score`() throws {
        let folder = try indexed()
        let output = try CommandLineTool.run(
            ["search", "--index", folder.path, "--explain", "--limit", "1", "возврат обуви"] + Self.day)
        #expect(output.standardOutput.contains("sum over the terms of all layers"))
        #expect(output.standardOutput.contains("stem:"))
    }

    @Test func `analysis prints byte ranges and layers`() throws {
        let output = try CommandLineTool.run(["analyze", "--json", "Вернуть кроссовки"])
        let tokens = try #require(
            try JSONSerialization.jsonObject(with: Data(output.standardOutput.utf8)) as? [[String: Any]])
        #expect(tokens.map { $0["utf8Range"] as? [Int] } == [[0, 14], [15, 33]])
        #expect(tokens.map { $0["stem"] as? String } == ["вернут", "кроссовк"])
        #expect(tokens.map { $0["root"] as? String } == ["верн", "крос"])
    }

    @Test func `the sample evaluation prints its table and a run file`() throws {
        let folder = try TemporaryFolder()
        let run = folder.file("run.txt")
        let output = try CommandLineTool.run(
            ["eval", "retrieval", "evals/retrieval/sample", "--json", "--run", run.path] + Self.day)
        #expect(output.status == 0)
        let measures = try #require(try output.json()["measures"] as? [String: Double])
        #expect(Set(measures.keys) == ["ndcg@10", "mrr@10", "recall@10", "recall@100", "zeroResultRate"])
        #expect(try #require(measures["ndcg@10"]) > 0.74)
        let first = try #require(try String(contentsOf: run, encoding: .utf8).split(separator: "\n").first)
        #expect(first.split(separator: " ").count == 6)
        let table = try CommandLineTool.run(["eval", "retrieval", "evals/retrieval/sample"] + Self.day)
        #expect(table.standardOutput.contains("nDCG@10"))
        #expect(table.standardOutput.contains("ticket"))
    }
}
