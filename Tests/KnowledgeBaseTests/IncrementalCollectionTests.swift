import Foundation
import KnowledgeBase
import TestSupport
import Testing

@Suite struct IncrementalCollectionTests {
    private func file(_ id: String, body: String = "Текст.\n", supersedes: String = "null") -> String {
        Fixtures.file(["id": "id: \(id)", "supersedes": "supersedes: \(supersedes)"], body: body)
    }

    private func today() throws -> CalendarDate { try #require(Fixtures.today) }

    @Test func `after random edits the collection is what reading the folder gives`() throws {
        var random = SeededGenerator(seed: 41)
        let folder = try ArticleFolder()
        for id in 1...6 { try folder.write("\(id).md", file("kb-\(id)")) }
        var live = try IncrementalCollection(directory: folder.path, today: today())
        for step in 0..<60 {
            let id = Int.random(in: 1...9, using: &random)
            let path = id > 6 ? "sub/\(id).md" : "\(id).md"
            if Int.random(in: 0...3, using: &random) == 0 {
                let absolute = folder.path + "/" + path
                if FileManager.default.fileExists(atPath: absolute) {
                    try FileManager.default.removeItem(atPath: absolute)
                }
            } else {
                let body = "Правка \(step), смотрите [статью](kb-\(Int.random(in: 1...9, using: &random))).\n"
                let older = Bool.random(using: &random) ? "null" : "kb-\(Int.random(in: 1...9, using: &random))"
                try folder.write(
                    path, file("kb-\(Int.random(in: 1...9, using: &random))", body: body, supersedes: older))
            }
            let before = live.problems
            let changed =
                try step.isMultiple(of: 3) ? live.rescan(today: today()) : live.refresh([path], today: today())
            #expect(changed.isSubset(of: [path]), "seed 41, step \(step)")
            let expected = try folder.read()
            #expect(live.articles.map(\.source) == expected.articles.map(\.source), "seed 41, step \(step)")
            #expect(live.articles.map(\.path) == expected.articles.map(\.path), "seed 41, step \(step)")
            let findings = live.check(changed, today: try today())
            #expect(live.articles == expected.articles && live.problems == expected.problems, "seed 41, step \(step)")
            let told = expected.problems.filter { changed.contains($0.path) || !before.contains($0) }
            #expect(findings.problems == told && findings.kept.isEmpty, "seed 41, step \(step)")
        }
    }

    @Test func `an article whose file becomes invalid stays as it last was`() throws {
        let folder = try ArticleFolder()
        try folder.write("a.md", file("kb-1"))
        try folder.write("b.md", file("kb-2", body: "Было.\n"))
        var live = try IncrementalCollection(directory: folder.path, today: today())
        for broken in ["---\nid: kb-2\n", "", "не статья"] {
            try folder.write("b.md", broken)
            #expect(live.refresh(["b.md"], today: try today()) == ["b.md"])
            let findings = live.check(["b.md"], today: try today())
            #expect(findings.kept == ["b.md": try Fixtures.id("kb-2")])
            #expect(findings.problems.map(\.path) == ["b.md"] && findings.problems.first?.severity == .error)
            #expect(live.articles.map(\.plainText.text) == ["Текст.", "Было."])
        }
        try folder.write("b.md", file("kb-2", body: "Стало.\n"))
        #expect(live.refresh(["b.md"], today: try today()) == ["b.md"])
        let findings = live.check(["b.md"], today: try today())
        #expect(findings.kept.isEmpty && findings.problems.isEmpty)
        #expect(live.articles.map(\.plainText.text) == ["Текст.", "Стало."])
        try FileManager.default.removeItem(atPath: folder.path + "/b.md")
        #expect(live.refresh(["b.md"], today: try today()) == ["b.md"])
        #expect(live.articles.map(\.plainText.text) == ["Текст."])
    }

    @Test func `names that are no articles are ignored`() throws {
        let folder = try ArticleFolder()
        try folder.write("a.md", file("kb-1"))
        var live = try IncrementalCollection(directory: folder.path, today: today())
        let names = ["README.md", "_x.md", ".x.md", "_drafts/x.md", "x.txt", "sub/README.md"]
        for name in names { try folder.write(name, "не статья") }
        #expect(live.refresh(Set(names + ["gone.md", "a.md.swp"]), today: try today()).isEmpty)
        #expect(try live.rescan(today: today()).isEmpty)
        #expect(live.folders.sorted() == ["", "sub"])
    }

    @Test func `a problem of another article that a change brings is told`() throws {
        let folder = try ArticleFolder()
        try folder.write("a.md", file("kb-1", body: "Смотрите [статью](kb-2).\n"))
        try folder.write("b.md", file("kb-2"))
        var live = try IncrementalCollection(directory: folder.path, today: today())
        #expect(live.problems.isEmpty)
        try FileManager.default.removeItem(atPath: folder.path + "/b.md")
        #expect(try live.rescan(today: today()) == ["b.md"])
        let findings = live.check(["b.md"], today: try today())
        #expect(findings.problems.map(\.path) == ["a.md"])
        #expect(findings.problems.map(\.kind) == [.brokenLink(target: "kb-2")])
    }

    @Test func `a lost folder is an error and changes nothing`() throws {
        let folder = try ArticleFolder()
        try folder.write("base/a.md", file("kb-1"))
        var live = try IncrementalCollection(directory: folder.path + "/base", today: today())
        try FileManager.default.removeItem(atPath: folder.path + "/base")
        let today = try today()
        #expect(throws: KnowledgeBaseError.folderNotFound(path: folder.path + "/base")) {
            try live.rescan(today: today)
        }
        #expect(live.articles.count == 1)
    }
}
