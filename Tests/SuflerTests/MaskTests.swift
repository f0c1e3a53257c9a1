import Foundation
import Testing

struct MaskTests {
    @Test func `a text is printed with placeholders and findings with byte ranges`() throws {
        let output = try CommandLineTool.run(["mask", "Мой телефон 8 916 123-45-67, СНИЛС 112-233-445 95"])
        #expect(output.status == 0, "\(output.standardError)")
        let lines = output.standardOutput.split(separator: "\n")
        #expect(lines.first == "Мой телефон [ТЕЛЕФОН_1], СНИЛС [СНИЛС_1]")
        #expect(output.standardOutput.contains("[ТЕЛЕФОН_1]  "))
        #expect(!output.standardOutput.contains("916"))
    }

    @Test func `ranges are of UTF-8 bytes, half-open, and values are printed on demand only`() throws {
        let text = "Тел. +7 (916) 123-45-67"
        let hidden = try CommandLineTool.run(["mask", "--json", text]).json()
        let finding = try #require((hidden["findings"] as? [[String: Any]])?.first)
        let range = try #require(finding["utf8Range"] as? [Int])
        #expect(String(decoding: Array(text.utf8)[range[0]..<range[1]], as: UTF8.self) == "+7 (916) 123-45-67")
        #expect(finding["kind"] as? String == "phone" && finding["value"] == nil)
        let shown = try CommandLineTool.run(["mask", "--json", "--values", text]).json()
        #expect((shown["findings"] as? [[String: Any]])?.first?["value"] as? String == "+7 (916) 123-45-67")
    }

    @Test func `one value has one placeholder in the lines of a conversation, and only there`() throws {
        let lines = """
            {"id": "1", "conversation": "a", "text": "Звоните 8 916 123-45-67"}
            {"id": "2", "conversation": "a", "text": "Или 8 916 765-43-21, не +7 916 1234567"}

            {"id": "3", "text": "Мой номер 8 916 765-43-21"}
            """
        let output = try CommandLineTool.run(["mask", "--jsonl"], input: Array(lines.utf8))
        #expect(output.status == 0, "\(output.standardError)")
        let masked = try output.standardOutput.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(masked.map { $0["id"] as? String } == ["1", "2", "3"])
        #expect(
            masked.map { $0["masked"] as? String } == [
                "Звоните [ТЕЛЕФОН_1]", "Или [ТЕЛЕФОН_2], не [ТЕЛЕФОН_1]", "Мой номер [ТЕЛЕФОН_1]",
            ])
    }

    @Test func `a line that is no JSON is named and nothing is guessed`() throws {
        let output = try CommandLineTool.run(["mask", "--jsonl"], input: Array("{\"text\": \"а\"}\nтекст\n".utf8))
        #expect(output.status == 65)
        #expect(output.standardError.contains("Строка 2"))
    }

    @Test func `order numbers are masked by the patterns of the policy`() throws {
        let output = try CommandLineTool.run(["mask", "Возврат В-004821 по заказу 123-456-789"])
        #expect(output.standardOutput.hasPrefix("Возврат [НОМЕР_1] по заказу [НОМЕР_2]"), "\(output.standardOutput)")
    }
}
