import Foundation
import Glibc
import TestSupport
import Testing

/// `sufler index --watch` as an editor of articles meets it.
@Suite(.serialized) struct WatchTests {
    private func watching(_ fixture: IndexFixture, _ options: String...) throws -> RunningTool {
        let tool = try RunningTool(["index", "--watch"] + fixture.options + options)
        try tool.line("Слежу за папкой")
        return tool
    }

    @Test(arguments: [SIGINT, SIGTERM]) func `edits are indexed as they are saved, until a signal`(signal: Int32) throws
    {
        let fixture = try IndexFixture(articles: 8)
        let tool = try watching(fixture)
        try fixture.write(1, "Теперь здесь про яхонты.")
        #expect(
            try tool.line("Поколение 2: ").hasPrefix(
                "Поколение 2: изменено 1, добавлено 0, удалено 0; статей 8, отрывков 8; "))
        #expect(try fixture.found("яхонты") == ["kb-1"])
        try fixture.write("sub/9.md", IndexFixture.text(9, "Ещё яхонты."))
        #expect(try tool.line("Поколение 3: ").hasPrefix("Поколение 3: изменено 0, добавлено 1, удалено 0; статей 9, "))
        #expect(try fixture.found("яхонты") == ["kb-1", "kb-9"])
        try fixture.remove("1.md")
        #expect(try tool.line("Поколение 4: ").hasPrefix("Поколение 4: изменено 0, добавлено 0, удалено 1; статей 8, "))
        #expect(try fixture.found("яхонты") == ["kb-9"])
        #expect(tool.end(by: signal) == (.exit, 0))
        #expect(try CommandLineTool.run(["verify", "--index", fixture.index]).status == 0)
    }

    @Test func `an article in a new folder is found, and one in a folder that is moved in`() throws {
        let fixture = try IndexFixture(articles: 8)
        let tool = try watching(fixture)
        let inner = fixture.folder.file("kb/new/inner")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        try fixture.write("new/inner/9.md", IndexFixture.text(9, "Про яхонты."))
        #expect(try tool.line("Поколение").contains("добавлено 1"))
        try fixture.write("new/inner/9.md", IndexFixture.text(9, "Про топазы."))
        #expect(try tool.line("Поколение").contains("изменено 1"))
        let outside = fixture.folder.file("outside")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: false)
        try Data(IndexFixture.text(10, "Про топазы.").utf8).write(to: outside.appendingPathComponent("10.md"))
        try FileManager.default.moveItem(at: outside, to: fixture.folder.file("kb/moved"))
        #expect(try tool.line("Поколение").contains("добавлено 1"))
        #expect(try fixture.found("топазы") == ["kb-10", "kb-9"])
        try FileManager.default.removeItem(at: fixture.folder.file("kb/new"))
        #expect(try tool.line("Поколение").contains("удалено 1"))
        #expect(tool.end(by: SIGTERM) == (.exit, 0))
    }

    @Test func `an article that becomes invalid stays as it was, and the editor is told`() throws {
        let fixture = try IndexFixture(articles: 8)
        let tool = try watching(fixture)
        try fixture.write("3.md", "---\nid: kb-3\ntitle: Статья\n")
        let lines = try tool.lines { $0.contains("остаётся прежняя версия") }
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("\(fixture.knowledge)/3.md:1: ошибка: Поля статьи не закрыты"))
        #expect(lines[0].contains("Пожалуйста, добавьте строку «---»"))
        #expect(lines[1].hasPrefix("\(fixture.knowledge)/3.md: в поиске остаётся прежняя версия статьи kb-3"))
        #expect(try fixture.found("доставка").contains("kb-3"))
        try fixture.write(3, "Исправлено: яхонты.")
        #expect(try tool.line("Поколение 2: ").contains("изменено 1"))
        #expect(try fixture.found("яхонты") == ["kb-3"])
        #expect(tool.end(by: SIGINT) == (.exit, 0))
    }

    @Test func `a lost folder is said once and taken up again when it is back`() throws {
        let fixture = try IndexFixture(articles: 8)
        let tool = try watching(fixture)
        let aside = fixture.folder.file("aside")
        try FileManager.default.moveItem(at: fixture.folder.file("kb"), to: aside)
        try tool.line("Папка статей «\(fixture.knowledge)» не найдена")
        #expect(try fixture.found("доставка").count == 8)
        try FileManager.default.moveItem(at: aside, to: fixture.folder.file("kb"))
        try fixture.write(1, "Теперь здесь про яхонты.")
        #expect(try tool.line("Поколение").contains("изменено 1"))
        try fixture.write(2, "И здесь про яхонты.")
        #expect(try tool.line("Поколение").contains("изменено 1"))
        #expect(tool.end(by: SIGTERM) == (.exit, 0))
    }

    @Test func `with --json every update is a line`() throws {
        let fixture = try IndexFixture(articles: 8)
        let tool = try RunningTool(["index", "--watch", "--json"] + fixture.options)
        let first = try json(tool)
        #expect(first["update"] as? String == "rebuilt" && first["articles"] as? Int == 8)
        try fixture.write(5, "Смотрите [статью](kb-77).")
        let second = try json(tool)
        #expect(second["update"] as? String == "updated" && second["changed"] as? Int == 1)
        let problems = try #require(second["problems"] as? [[String: Any]])
        #expect(problems.count == 1 && problems.first?["line"] as? Int == 15)
        #expect(tool.end(by: SIGTERM) == (.exit, 0))
    }

    @Test func `a held lock is waited for`() throws {
        let fixture = try IndexFixture(articles: 8)
        let tool = try watching(fixture)
        let lock = open(fixture.index + "/write.lock", O_RDWR | O_CLOEXEC)
        try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
        try fixture.write(1, "Теперь здесь про яхонты.")
        try tool.line("Индекс сейчас обновляет другой процесс")
        close(lock)
        #expect(try tool.line("Поколение 2: ").contains("изменено 1"))
        #expect(tool.end(by: SIGTERM) == (.exit, 0))
    }

    private func json(_ tool: RunningTool) throws -> [String: Any] {
        let line = try tool.line("{")
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
}
