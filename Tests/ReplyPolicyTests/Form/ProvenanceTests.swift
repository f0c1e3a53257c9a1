import Foundation
import ReplyPolicy
import Testing

@Suite struct ProvenanceTests {
    private let provenance = Provenance(
        sentences: [
            .init(utf8Range: 0..<24, origin: .courtesy),
            .init(utf8Range: 25..<60, origin: .article(id: "kb-0301", utf8Range: 100..<135)),
            .init(utf8Range: 61..<80, origin: .model(name: "gigachat", promptVersion: "reply-3")),
            .init(utf8Range: 81..<99, origin: .person(name: "Анна")),
        ], responsible: "Анна")

    @Test func `it survives being written and read`() throws {
        let data = try JSONEncoder().encode(provenance)
        #expect(try JSONDecoder().decode(Provenance.self, from: data) == provenance)
    }

    @Test func `only what is quoted from articles counts as quoted`() {
        #expect(provenance.quotedRanges == [25..<60])
    }

    @Test func `sentences without an origin are named`() {
        #expect(provenance.unattributed([0..<24, 25..<60, 81..<120, 130..<140]) == [81..<120, 130..<140])
    }

    @Test func `the line names the program and the person`() throws {
        #expect(
            DisclosureLine.standard.text(assistant: "Суфлёр", person: "Анна К.")
                == "Ответ подготовлен с помощью программы «Суфлёр», проверил и отправил сотрудник: Анна К.")
        let own = try DisclosureLine(template: "Отвечает {сотрудник}.")
        #expect(own.text(assistant: "Суфлёр", person: "Анна\nК.") == "Отвечает Анна К.")
    }

    @Test func `a name that looks like a place is not filled in`() {
        let line = DisclosureLine.standard.text(assistant: "{сотрудник}", person: "{помощник}")
        #expect(line.contains("«{сотрудник}»") && line.hasSuffix("{помощник}."))
    }

    @Test func `a line without a responsible person is refused`() {
        #expect(throws: DisclosureLine.TemplateError.noResponsiblePerson) {
            try DisclosureLine(template: "Ответ программы")
        }
        #expect(throws: DisclosureLine.TemplateError.tooLong) { try DisclosureLine(template: "{сотрудник}\n") }
        #expect(throws: DisclosureLine.TemplateError.tooLong) {
            try DisclosureLine(template: "{сотрудник}" + String(repeating: "а", count: 300))
        }
    }
}
