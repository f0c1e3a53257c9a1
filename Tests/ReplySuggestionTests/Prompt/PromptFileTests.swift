import ReplySuggestion
import Testing

struct PromptFileTests {
    @Test func `a valid file gives its fields and turns`() throws {
        let template = try PromptSample.parse()
        #expect(template.name == "sample")
        #expect(template.version == 2)
        #expect(template.purpose == "Проверка")
        #expect(template.parameters == PromptParameters(temperature: 0.2, maxTokens: 300))
        #expect(template.placeholders.map(\.name) == ["boundary", "company", "passages"])
        #expect(template.placeholders.map(\.mayBeEmpty) == [false, true, false])
        #expect(template.placeholders.map(\.isData) == [false, false, true])
    }

    @Test func `the hash does not depend on line ends and a byte order mark`() throws {
        let plain = try PromptSample.parse().contentHash
        let windows = PromptSample.text.replacing("\n", with: "\r\n")
        #expect(try PromptSample.parse("\u{FEFF}" + windows).contentHash == plain)
        #expect(try PromptSample.parse(PromptSample.text.replacing("Напиши.", with: "Напиши")).contentHash != plain)
        #expect(plain == ContentHash(PromptSample.text))
    }

    static let spoiled: [(old: String, new: String, line: Int, kind: PromptProblem.Kind)] = [
        ("version: 2", "version: 3", 3, .versionMismatch(field: 3, file: 2)),
        ("name: sample", "name: other", 2, .nameMismatch(field: "other", file: "sample")),
        ("purpose: Проверка\n", "", 1, .missingField(name: "purpose")),
        ("  max_tokens: 300\n", "", 14, .missingField(name: "parameters.max_tokens")),
        (
            "purpose: Проверка", "purpose: Проверка\nmodel: big", 5,
            .unknownField(name: "model", known: ["name", "version", "purpose", "placeholders", "parameters"])
        ),
        ("temperature: 0.2", "temperature: hot", 15, .wrongType(field: "temperature", expected: "число от 0.0 до 2.0")),
        (
            "max_tokens: 300", "max_tokens: 3.5", 16,
            .wrongType(field: "max_tokens", expected: "целое число от 1 до 32768")
        ),
        (
            "may_be_empty: true", "may_be_empty: 1", 10,
            .wrongType(field: "may_be_empty", expected: "«true» или «false»")
        ),
        (
            "Ответ", "Ответ {{name}}", 29,
            .undeclaredPlaceholder(name: "name", known: ["boundary", "company", "passages"])
        ),
        ("{{passages}}", "Данные", 11, .unusedPlaceholder(name: "passages")),
        ("Ответ", "Ответ {{", 29, .invalidTag(.unclosed)),
        ("Ответ", "Ответ {{>company}}", 29, .invalidTag(.unsupported(tag: "{{>company}}"))),
        ("Ответ", "Ответ {{{company}}}", 29, .invalidTag(.unsupported(tag: "{{{company}}"))),
        ("Ответ", "Ответ {{=<% %>=}}", 29, .invalidTag(.unsupported(tag: "{{=<% %>=}}"))),
        ("Ответ", "Ответ {{#company}}", 29, .invalidTag(.unclosedSection(name: "company"))),
        ("Ответ", "Ответ {{/company}}", 29, .invalidTag(.unexpectedClose(name: "company"))),
        ("# assistant\n\nОтвет\n\n", "", 27, .wrongOrder(found: "user", expected: "assistant")),
        ("# system", "# правила", 19, .unknownSection(name: "правила")),
        ("\n# system", "Текст\n# system", 18, .textBeforeSections),
        ("Ответ\n", "\n", 27, .emptySection(name: "assistant")),
    ]

    @Test(arguments: spoiled.indices)
    func `a mistake is named with its line`(index: Int) {
        let (old, new, line, kind) = Self.spoiled[index]
        #expect(PromptSample.text.contains(old))
        let problems = PromptSample.problems(replacing: old, with: new)
        #expect(problems.contains { $0.line == line && $0.kind == kind }, "\(problems)")
        #expect(problems.map(\.line) == problems.map(\.line).sorted())
        for problem in problems {
            #expect(problem.message.hasSuffix("."))
            #expect(problem.remedy.hasPrefix("Пожалуйста, "))
        }
    }

    @Test(arguments: [
        "sample.md", "sample.v02.md", "sample.v0.md", "Sample.v2.md", "sample.v2.txt", "v2.md", "обед.v2.md",
    ])
    func `other names of files are refused`(name: String) {
        let problems = PromptSample.problems(PromptSample.text, path: "prompts/" + name)
        #expect(problems.map(\.kind) == [.invalidFileName(name: name)])
    }

    @Test func `broken YAML and a repeated field are named with the line in the file`() {
        let broken = PromptSample.problems(replacing: "purpose: Проверка", with: "purpose: \"Проверка")
        #expect(broken.contains { if case .invalidYAML = $0.kind { $0.line == 4 } else { false } }, "\(broken)")
        let repeated = PromptSample.problems(replacing: "purpose: Проверка", with: "version: 2\npurpose: Проверка")
        #expect(repeated.contains { $0.line == 4 && $0.kind == .invalidYAML(reason: "duplicate field version") })
    }

    @Test func `data must be declared with a boundary`() {
        let text = PromptSample.text.replacing("  boundary:\n    description: Граница\n", with: "")
            .replacing(" Граница {{boundary}}.", with: "")
        let problems = PromptSample.problems(text)
        #expect(problems.map(\.kind) == [.dataWithoutBoundary(name: "passages")])
        #expect(problems.map(\.line) == [9])
    }

    @Test func `a file that is no prompt at all is refused`() {
        #expect(PromptSample.problems("").map(\.kind) == [.missingFrontMatter])
        #expect(PromptSample.problems("---\nname: x\n").map(\.kind) == [.unclosedFrontMatter])
        #expect(PromptSample.problems("---\n- a\n---\n").map(\.kind).contains(.missingSection(name: "system")))
        #expect(throws: PromptFileError.self) { try PromptFile.parse([0x2D, 0xFF], path: PromptSample.path) }
        let large = [UInt8](repeating: 0x2D, count: PromptFile.maxByteCount + 1)
        #expect(throws: PromptFileError.self) { try PromptFile.parse(large, path: PromptSample.path) }
    }

    @Test func `every truncation of a file gives a template or problems`() {
        let bytes = Array(PromptSample.text.utf8)
        var valid = 0
        for count in bytes.indices {
            do throws(PromptFileError) {
                _ = try PromptFile.parse(Array(bytes[..<count]), path: PromptSample.path)
                valid += 1
            } catch {
                #expect(!error.problems.isEmpty)
            }
        }
        // Only cuts in the last paragraph leave a valid file: from behind {{passages}} on, never inside a character.
        #expect((3...30).contains(valid))
    }
}
