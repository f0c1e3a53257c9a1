import Foundation
import KnowledgeBase
import TestSupport
import Testing

/// A temporary folder of articles.
struct ArticleFolder {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    var path: String { folder.path }

    func write(_ name: String, _ text: String) throws {
        let url = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }

    func read() throws -> ArticleCollection {
        try ArticleCollection.read(directory: path, today: try #require(Fixtures.today))
    }
}

@Suite struct FolderTests {
    private func file(_ id: String) -> String { Fixtures.file(["id": "id: \(id)"]) }

    @Test func `articles of all subfolders are read and other files skipped`() throws {
        let folder = try ArticleFolder()
        for (name, id) in [("b/c/x.md", "kb-1"), ("a.md", "kb-3"), ("b/пункт выдачи.md", "kb-2")] {
            try folder.write(name, file(id))
        }
        for name in ["README.md", "b/README.md", ".x.md", "_x.md", "_drafts/x.md", ".git/x.md", "x.txt", "x.MD", "md"] {
            try folder.write(name, "не статья")
        }
        let base = try folder.read()
        #expect(base.articles.map(\.path) == ["b/c/x.md", "b/пункт выдачи.md", "a.md"])
        #expect(base.problems.isEmpty)
    }

    @Test func `links in a ring end and linked files are read`() throws {
        let folder = try ArticleFolder()
        try folder.write("a/x.md", file("kb-1"))
        try folder.link("a/loop", to: "..")
        try folder.link("self.md", to: "self.md")
        try folder.link("gone.md", to: "nowhere.md")
        try folder.link("b", to: "a")
        try folder.write("_store/y.md", file("kb-2"))
        try folder.link("y.md", to: "_store/y.md")
        let base = try folder.read()
        #expect(base.articles.map(\.path) == ["a/x.md", "y.md"])
        #expect(base.problems.map(\.path) == ["gone.md", "self.md"])
        for problem in base.problems {
            guard case .unreadable = problem.kind else {
                Issue.record("\(problem)")
                continue
            }
        }
    }

    @Test func `a folder with the name of an article is a folder`() throws {
        let folder = try ArticleFolder()
        try folder.write("a.md/x.md", file("kb-1"))
        #expect(try folder.read().articles.map(\.path) == ["a.md/x.md"])
    }

    @Test func `a large file costs nothing and spares the others`() throws {
        let folder = try ArticleFolder()
        try folder.write("a.md", file("kb-1"))
        try folder.write("big.md", "")
        let byteCount = 50_000_000
        let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/big.md"))
        try handle.truncate(atOffset: UInt64(byteCount))
        try handle.close()
        let base = try folder.read()
        let kind = KnowledgeProblem.Kind.tooLarge(byteCount: byteCount, limit: 1_048_576)
        #expect(base.problems == [KnowledgeProblem(path: "big.md", line: 1, kind: kind)])
        #expect(base.articles.count == 1)
    }

    @Test func `a missing folder is an error`() throws {
        let today = try #require(Fixtures.today)
        let folder = try ArticleFolder()
        try folder.write("file", "")
        for path in [folder.path + "/none", folder.path + "/file"] {
            #expect(throws: KnowledgeBaseError.folderNotFound(path: path)) {
                try ArticleCollection.read(directory: path, today: today)
            }
        }
        #expect(try folder.read().articles.isEmpty)
    }
}
