import Foundation
import TestSupport
import Testing

/// A folder of articles and a folder of an index over it.
struct IndexFixture {
    let folder: TemporaryFolder

    init(articles: Int) throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(at: folder.file("kb/sub"), withIntermediateDirectories: true)
        for id in 1...articles { try write(id, "Статья номер \(id) про доставку.") }
    }

    var knowledge: String { folder.path + "/kb" }
    var index: String { folder.path + "/index" }
    var options: [String] { ["--knowledge", knowledge, "--index", index, "--today", "2026-11-22"] }

    static func text(_ id: Int, _ body: String) -> String {
        """
        ---
        id: kb-\(id)
        title: Статья \(id)
        section: Раздел
        audience: public
        tags: []
        questions: [как, когда]
        valid_from: 2026-01-01
        valid_to: null
        supersedes: null
        owner: Отдел
        updated: 2026-01-01
        ---

        \(body)

        """
    }

    func write(_ id: Int, _ body: String) throws { try write("\(id).md", Self.text(id, body)) }

    func write(_ name: String, _ text: String) throws {
        _ = try folder.write("kb/" + name, Array(text.utf8))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(at: folder.file("kb/" + name))
    }

    /// The articles that a search finds.
    func found(_ query: String) throws -> [String] {
        let output = try CommandLineTool.run([
            "search", query, "--json", "--limit", "100", "--index", index, "--today", "2026-11-22",
        ])
        let hits = try #require(try output.json()["hits"] as? [[String: Any]])
        return hits.compactMap { $0["articleID"] as? String }.sorted()
    }
}
