import Foundation
import TestSupport
import Testing

/// `sufler index` over an index that is there.
@Suite struct IndexUpdateTests {
    private func index(_ fixture: IndexFixture, _ options: String...) throws -> [String: Any] {
        let output = try CommandLineTool.run(["index", "--json"] + fixture.options + options)
        try #require(output.status == 0, "\(output.standardError)")
        return try output.json()
    }

    private func counts(_ json: [String: Any]) -> [Int?] {
        ["generation", "changed", "added", "removed", "articles"].map { json[$0] as? Int }
    }

    @Test func `only what changed is indexed`() throws {
        let fixture = try IndexFixture(articles: 8)
        let first = try index(fixture)
        #expect(first["update"] as? String == "rebuilt" && counts(first) == [1, 0, 8, 0, 8])
        let unchanged = try index(fixture)
        #expect(unchanged["update"] as? String == "unchanged" && counts(unchanged) == [1, 0, 0, 0, 8])
        #expect(unchanged["tokens"] as? Int == 0)
        try fixture.write(1, "Теперь здесь про яхонты.")
        try fixture.write(9, "И здесь про яхонты.")
        try fixture.remove("2.md")
        let updated = try index(fixture)
        #expect(updated["update"] as? String == "updated" && counts(updated) == [2, 1, 1, 1, 8])
        #expect(try fixture.found("яхонты") == ["kb-1", "kb-9"])
        #expect(try !fixture.found("доставка").contains("kb-2"))
        #expect(try CommandLineTool.run(["verify", "--index", fixture.index]).status == 0)
    }

    @Test func `the sentence says what changed`() throws {
        let fixture = try IndexFixture(articles: 8)
        let options = ["index"] + fixture.options
        #expect(try CommandLineTool.run(options).standardOutput.hasPrefix("Индекс готов: поколение 1, статей 8, "))
        #expect(
            try CommandLineTool.run(options).standardOutput.hasPrefix("Индекс не изменился: поколение 1, статей 8, "))
        try fixture.write(3, "Иначе.")
        let start = "Индекс обновлён: поколение 2, изменено 1, добавлено 0, удалено 0; статей 8, отрывков 8, "
        #expect(try CommandLineTool.run(options).standardOutput.hasPrefix(start))
    }

    @Test func `--rebuild and a damaged index build it anew`() throws {
        let fixture = try IndexFixture(articles: 8)
        _ = try index(fixture)
        #expect(try counts(index(fixture, "--rebuild")) == [2, 0, 8, 0, 8])
        // A byte of the last stored text: it is not read when the index is opened.
        let name = "segment-00000002.sfl"
        let file = URL(fileURLWithPath: fixture.index).appendingPathComponent(name)
        var bytes = Array(try Data(contentsOf: file))
        let text = Array("номер 8".utf8)
        let place = try #require(bytes.indices.dropLast(text.count).last { Array(bytes[$0..<$0 + text.count]) == text })
        bytes[place] ^= 1
        try Data(bytes).write(to: file)
        #expect(try CommandLineTool.run(["verify", "--index", fixture.index]).status == 65)
        #expect(try index(fixture)["update"] as? String == "rebuilt")
        #expect(try CommandLineTool.run(["verify", "--index", fixture.index]).status == 0)
    }

    @Test func `an article with an error leaves the index, --strict leaves the index alone`() throws {
        let fixture = try IndexFixture(articles: 8)
        _ = try index(fixture)
        try fixture.write("4.md", "не статья")
        let strict = try CommandLineTool.run(["index", "--strict"] + fixture.options)
        #expect(strict.status == 1 && strict.standardError.contains("kb/4.md:1: ошибка: "))
        #expect(try fixture.found("доставка").count == 8)
        let output = try CommandLineTool.run(["index", "--json"] + fixture.options)
        #expect(try output.status == 1 && counts(output.json()) == [2, 0, 0, 1, 7])
        #expect(try fixture.found("доставка").count == 7)
    }

    @Test(arguments: [["--watch"], ["--strict"]]) func `options of articles do not go with a corpus`(options: [String])
        throws
    {
        let output = try CommandLineTool.run(["index", "--corpus", "corpus.jsonl"] + options)
        #expect(output.status == 64)
    }
}
