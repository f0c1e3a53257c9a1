import Foundation
import TestSupport
import Testing

/// What a person sees when the input is wrong: one Russian sentence that names the place and the remedy, and an exit code.
struct BadInputTests {
    private func expectFailure(
        _ output: CommandLineTool.Output, status: Int32, mentions words: String...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(output.status == status, "\(output.standardError)", sourceLocation: sourceLocation)
        #expect(output.standardOutput.isEmpty, sourceLocation: sourceLocation)
        for word in words {
            #expect(output.standardError.contains(word), "\(output.standardError)", sourceLocation: sourceLocation)
        }
    }

    @Test func `a missing index names the command that builds it`() throws {
        let output = try CommandLineTool.run(["search", "--index", "/nonexistent/index", "обувь"])
        expectFailure(output, status: 66, mentions: "/nonexistent/index", "sufler index")
    }

    @Test func `a missing folder of articles is named`() throws {
        let folder = try TemporaryFolder()
        let output = try CommandLineTool.run(["index", "--knowledge", "/nonexistent/kb", "--index", folder.path])
        expectFailure(output, status: 66, mentions: "/nonexistent/kb")
    }

    @Test func `an empty folder of articles changes nothing`() throws {
        let folder = try TemporaryFolder()
        let output = try CommandLineTool.run(["index", "--knowledge", folder.path, "--index", folder.path + "/index"])
        expectFailure(output, status: 66, mentions: "нет ни одной годной статьи")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/index"))
    }

    @Test func `an article with an error is named with its line and left out`() throws {
        let folder = try TemporaryFolder()
        let knowledge = folder.path + "/knowledge"
        try FileManager.default.createDirectory(atPath: knowledge, withIntermediateDirectories: true)
        try Data("---\nid: kb-0001\n---\nТекст\n".utf8).write(to: URL(fileURLWithPath: knowledge + "/a.md"))
        let good = CommandLineTool.root.appendingPathComponent("knowledge/delivery/0101-kurer.md")
        let names = try FileManager.default.contentsOfDirectory(
            atPath: good.deletingLastPathComponent().path)
        let name = try #require(names.first { $0.hasPrefix("0104") })
        try FileManager.default.copyItem(
            atPath: good.deletingLastPathComponent().path + "/" + name, toPath: knowledge + "/b.md")
        let arguments = ["index", "--knowledge", knowledge, "--index", folder.path + "/index"]
        let output = try CommandLineTool.run(arguments)
        #expect(output.status == 1)
        #expect(output.standardError.contains("a.md:1: ошибка:"), "\(output.standardError)")
        #expect(output.standardOutput.contains("статей 1"))
        let strict = try CommandLineTool.run(arguments + ["--strict"])
        #expect(strict.status == 1)
        #expect(strict.standardError.contains("прежний индекс не изменён"))
    }

    @Test func `a damaged index is named with its file`() throws {
        let folder = try TemporaryFolder()
        try #require(try CommandLineTool.run(["index", "--index", folder.path]).status == 0)
        let segment = folder.url.appendingPathComponent("segment-00000001.sfl")
        let sound = try Data(contentsOf: segment)
        // In the dictionary, the first section, which is checked when an index is opened.
        var bytes = sound
        bytes[300] ^= 1
        try bytes.write(to: segment)
        for command in [["verify"], ["search", "обувь"], ["suggest", "обувь"], ["serve", "--port", "0"]] {
            let output = try CommandLineTool.run(command + ["--index", folder.path])
            expectFailure(output, status: 65, mentions: "segment-00000001.sfl", "повреждён", "sufler index")
        }
        // Anywhere, also in the stored text, which is checked when it is read.
        for place in 1...8 {
            bytes = sound
            bytes[sound.count * place / 9] ^= 1
            try bytes.write(to: segment)
            let output = try CommandLineTool.run(["verify", "--index", folder.path])
            expectFailure(output, status: 65, mentions: "segment-00000001.sfl", "повреждён", "байт", "sufler index")
        }
        let json = try CommandLineTool.run(["verify", "--json", "--index", folder.path])
        #expect(json.status == 65)
        #expect(try json.json()["status"] as? String == "damaged")
        #expect(try CommandLineTool.run(["index", "--index", folder.path]).status == 0)
        #expect(try CommandLineTool.run(["verify", "--index", folder.path]).status == 0)
    }

    @Test func `text that is not UTF-8 names the byte`() throws {
        let output = try CommandLineTool.run(["analyze"], input: Array("обувь ".utf8) + [0xFF])
        expectFailure(output, status: 65, mentions: "UTF-8", "байт 11")
    }

    @Test(arguments: [["analyze", "   "], ["search", ""], ["suggest", "\n"]])
    func `an empty text is refused`(arguments: [String]) throws {
        expectFailure(try CommandLineTool.run(arguments), status: 65, mentions: "Текст пуст")
    }

    @Test func `a text of a megabyte is refused by search and taken by analysis`() throws {
        let text = Array(String(repeating: "обувь ", count: 90_000).utf8)
        expectFailure(try CommandLineTool.run(["search", "-"], input: text), status: 65, mentions: "слишком длинный")
        #expect(try CommandLineTool.run(["analyze", "-"], input: text).status == 0)
    }

    @Test func `a place that cannot be written is named`() throws {
        let output = try CommandLineTool.run(["index", "--index", "/proc/sufler-index"])
        expectFailure(output, status: 73, mentions: "/proc/sufler-index", "Ничего не потеряно")
    }

    @Test func `a port in use is named with another one`() throws {
        let folder = try TemporaryFolder()
        try #require(try CommandLineTool.run(["index", "--index", folder.path]).status == 0)
        let listener = try LoopbackListener()
        let output = try CommandLineTool.run(["serve", "--index", folder.path, "--port", "\(listener.port)"])
        expectFailure(output, status: 69, mentions: "занят", "\(listener.port)")
    }

    @Test(arguments: [["--today", "вчера"], ["--today", "2026-02-30"]])
    func `a day that is none is refused`(arguments: [String]) throws {
        expectFailure(try CommandLineTool.run(["index"] + arguments), status: 65, mentions: "не дата")
    }

    @Test func `a collection without its files is named`() throws {
        let folder = try TemporaryFolder()
        expectFailure(
            try CommandLineTool.run(["eval", "retrieval", folder.path]), status: 66, mentions: "queries.jsonl")
    }

    @Test func `unknown options are a usage error`() throws {
        #expect(try CommandLineTool.run(["search", "--nope"]).status == 64)
        #expect(try CommandLineTool.run(["search", "--limit", "0", "обувь"]).status == 64)
    }
}
