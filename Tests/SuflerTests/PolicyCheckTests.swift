import Foundation
import TestSupport
import Testing

struct PolicyCheckTests {
    private func file(_ text: String) throws -> (folder: TemporaryFolder, path: String) {
        let folder = try TemporaryFolder()
        let file = folder.file("policy.yaml")
        try Data(text.utf8).write(to: file)
        return (folder, file.path)
    }

    /// An index over the articles of the project, made once.
    private static let index = Result {
        let folder = try TemporaryFolder()
        let output = try CommandLineTool.run(["index", "--index", folder.path + "/index", "--today", "2026-11-22"])
        try #require(output.status == 0, "\(output.standardError)")
        return folder
    }

    private func explained(_ arguments: [String]) throws -> CommandLineTool.Output {
        let index = try Self.index.get().path + "/index"
        return try CommandLineTool.run(["policy", "check", "--index", index, "--today", "2026-11-22"] + arguments)
    }

    @Test func `the policy of the project is good`() throws {
        let output = try CommandLineTool.run(["policy", "check"])
        #expect(output.status == 0, "\(output.standardError)")
        #expect(output.standardOutput.contains("годится"))
        #expect(output.standardOutput.contains("машина отвечает сама:   никогда"))
    }

    @Test func `problems are printed with file, line and remedy`() throws {
        let (folder, path) = try file("version: 1\nescalation:\n  topics:\n    human_requested: note\nxyz: 1\n")
        let output = try CommandLineTool.run(["policy", "check", path])
        #expect(output.status == 65)
        let lines = output.standardError.split(separator: "\n")
        #expect(lines.first?.hasPrefix("\(path):4: ошибка: ") == true)
        #expect(lines.last?.hasPrefix("\(path):5: ошибка: Поле «xyz» неизвестно.") == true)
        withExtendedLifetime(folder) {}
    }

    @Test func `a missing file is named`() throws {
        let output = try CommandLineTool.run(["policy", "check", "нет/такого.yaml"])
        #expect(output.status == 66 && output.standardError.contains("нет/такого.yaml"))
    }

    @Test func `a message is explained rule by rule`() throws {
        let output = try explained(["--message", "Как вернуть обувь? Позовите оператора, тел. 8 916 123-45-67"])
        #expect(output.status == 1, "\(output.standardError)")
        for rule in ["customer:", "channel:", "escalation:", "screening:", "retrieval:", "grounding:", "form:"] {
            #expect(output.standardOutput.contains(rule), "\(rule)")
        }
        #expect(output.standardOutput.contains("[ТЕЛЕФОН_1]"))
        #expect(output.standardOutput.contains("НУЖЕН ЧЕЛОВЕК"))
    }

    @Test func `a reply is held against the articles`() throws {
        let message = "Сколько дней хранится заказ в пункте выдачи?"
        let drafted = try #require(try explained(["--json", "--message", message]).json()["draft"] as? [String: Any])
        let sentences = try #require(drafted["sentences"] as? [[String: Any]])
        let quote = try #require(sentences.first { ($0["verdict"] as? String) == "quotation" }?["text"] as? String)
        let output = try explained([
            "--json", "--message", message, "--reply",
            "Здравствуйте! \(quote) Храним 999 дней, звоните 8 999 111-22-33.",
        ])
        #expect(output.status == 0, "\(output.standardOutput) \(output.standardError)")
        let draft = try #require(try output.json()["draft"] as? [String: Any])
        let removed = try #require(draft["removed"] as? [[String: Any]])
        #expect(removed.count == 1)
        #expect((removed.first?["note"] as? String)?.contains("999") == true)
        #expect((draft["text"] as? String)?.contains(quote) == true)
    }

    @Test func `a reply needs its message`() throws {
        #expect(try CommandLineTool.run(["policy", "check", "--reply", "текст"]).status == 64)
    }
}
