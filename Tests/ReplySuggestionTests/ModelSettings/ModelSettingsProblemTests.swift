import ReplySuggestion
import Testing

struct ModelSettingsProblemTests {
    typealias Kind = ModelSettingsProblem.Kind

    /// A slip of the pen in `SettingsSample.text`, and what is said about it.
    struct Slip: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let line: Int
        let kind: Kind
        var testDescription: String { new.isEmpty ? "without " + old : new }

        init(_ old: String, _ new: String, _ line: Int, _ kind: Kind) {
            self.old = old
            self.new = new
            self.line = line
            self.kind = kind
        }
    }

    @Test(arguments: forms + numbers + providers + connections + keys)
    func `a slip is named with its line`(slip: Slip) throws {
        let range = try #require(SettingsSample.text.range(of: slip.old))
        let problems = SettingsSample.problems(SettingsSample.text.replacingCharacters(in: range, with: slip.new))
        #expect(problems.map(\.line) == [slip.line])
        #expect(problems.map(\.kind) == [slip.kind])
        for problem in problems {
            #expect(problem.message.hasSuffix("."))
            #expect(problem.remedy.contains { ("А"..."я").contains($0) })
        }
    }

    @Test func `a problem is told in Russian with its remedy`() throws {
        let problems = SettingsSample.problems(
            SettingsSample.least.replacing("version", with: "versoin") + "\n    key: sk-1\n    limits: {idle: 0.05}")
        #expect(
            problems.map { "\($0.line): \($0.message) \($0.remedy)" } == [
                "1: Нет поля «version». Добавьте «version: …»; образец — prompts/models.example.yaml.",
                "1: Поле «versoin» неизвестно. Здесь возможны поля: version, company, providers, deadline, "
                    + "cache_entry_count, spending.",
                "7: В поле «providers.key» записан сам ключ, а в файле настроек ему не место. Положите ключ в "
                    + "переменную окружения или в отдельный файл и запишите «key: {environment: ИМЯ}» или "
                    + "«key: {file: /путь}». Если этот файл уже кто-то видел, замените ключ.",
                "8: Значение поля «providers.limits.idle» должно быть от 0.1 до 120. Исправьте число; удалите строку, "
                    + "чтобы действовало значение по умолчанию.",
            ])
    }

    private static let root = ["version", "company", "providers", "deadline", "cache_entry_count", "spending"]

    private static let forms: [Slip] = [
        Slip("version: \"7\"\n", "", 1, .missingField(path: "version")),
        Slip("version: \"7\"", "version:", 1, .emptyField(path: "version")),
        Slip("version: \"7\"", "version: \" \"", 1, .wrongType(path: "version", expected: .text)),
        Slip("version: \"7\"", "version: [7]", 1, .wrongType(path: "version", expected: .text)),
        Slip("company: Тихая", "company: \"Тихая\\nГавань\" #", 2, invalid("company", .controlCharacters)),
        Slip("Тихая Гавань", String(repeating: "А", count: 101), 2, .tooLong(path: "company", limit: 100)),
        Slip("deadline: 12.5", "timeout: 12.5", 3, .unknownField(path: "timeout", known: root)),
        Slip("deadline: 12.5", "sk-1: 12.5", 3, .unknownField(path: nil, known: root)),
        Slip("deadline: 12.5", "version: 8", 3, .repeatedField(firstLine: 1)),
        Slip("      connect: 1\n", "      idle: 1\n", 30, .repeatedField(firstLine: 28)),
        Slip("{environment: OWN_KEY}", "{file: /a, file: /b}", 16, .repeatedField(firstLine: 16)),
    ]

    private static let numbers: [Slip] = [
        Slip("12.5", "0.5", 3, .outOfRange(path: "deadline", least: "1", most: "120")),
        Slip("12.5", "121", 3, .outOfRange(path: "deadline", least: "1", most: "120")),
        Slip("12.5", "-1", 3, .outOfRange(path: "deadline", least: "1", most: "120")),
        Slip("12.5", "99999999999999999999999", 3, .outOfRange(path: "deadline", least: "1", most: "120")),
        Slip("12.5", "12,5", 3, .wrongType(path: "deadline", expected: .number)),
        Slip("12.5", "12 s", 3, .wrongType(path: "deadline", expected: .number)),
        Slip("12.5", "1e1", 3, .wrongType(path: "deadline", expected: .number)),
        Slip("12.5", ".inf", 3, .wrongType(path: "deadline", expected: .number)),
        Slip("12.5", "[1]", 3, .wrongType(path: "deadline", expected: .number)),
        Slip("12.5", "12.1234567", 3, .tooPrecise(path: "deadline")),
        Slip("count: 0", "count: 1.5", 4, .wrongType(path: "cache_entry_count", expected: .wholeNumber)),
        Slip("count: 0", "count: -1", 4, .outOfRange(path: "cache_entry_count", least: "0", most: "1000000")),
        Slip(
            "tokens: 1000", "tokens: 0", 6,
            .outOfRange(path: "spending.operator_tokens", least: "1", most: "100000000000")),
        Slip(
            "roubles: 1.5", "roubles: 0", 7,
            .outOfRange(path: "spending.operator_roubles", least: "0.01", most: "1000000000")),
        Slip("tokens: 1000", "tokens: 1_000", 6, .wrongType(path: "spending.operator_tokens", expected: .wholeNumber)),
        Slip("\"-03:30\"", "Europe/Moscow", 10, invalid("spending.utc_offset", .notOffset)),
        Slip("-03:30", "+03:60", 10, invalid("spending.utc_offset", .notOffset)),
        Slip("-03:30", "+14:01", 10, invalid("spending.utc_offset", .notOffset)),
        Slip("-03:30", "+3:00", 10, invalid("spending.utc_offset", .notOffset)),
        Slip(
            "temperature: none", "temperature: 2.1", 23,
            .outOfRange(path: "providers.parameters.temperature", least: "0", most: "2")),
        Slip("usage: false", "usage: no", 26, .wrongType(path: "providers.parameters.asks_for_usage", expected: .flag)),
        Slip(
            "field: max_completion_tokens", "field: tokens", 25,
            .unknownChoice(
                path: "providers.parameters.token_limit_field", choices: ["max_tokens", "max_completion_tokens"])),
        Slip(
            "attempt_count: 2", "attempt_count: 4", 39,
            .outOfRange(path: "providers.retries.attempt_count", least: "1", most: "3")),
        Slip(
            "connect: 1", "connect: 0", 28,
            .outOfRange(path: "providers.limits.connect", least: "0.1", most: "60")),
        Slip(
            "      completion_per_thousand: 1.000001\n", "", 35,
            .missingField(path: "providers.price.completion_per_thousand")),
    ]

    private static let providers: [Slip] = [
        Slip("name: yandex", "name: own", 54, .repeatedProvider(firstLine: 12)),
        Slip("    model: qwen\n", "", 12, .missingField(path: "providers.model")),
        Slip("    base_url: https://llm.example.ru/v1\n", "", 12, .missingField(path: "providers.base_url")),
        Slip("    folder_id: b1g\n", "", 54, .missingField(path: "providers.folder_id")),
        Slip("    key: {file: /run/secrets/yandex}\n", "", 54, .missingField(path: "providers.key")),
        Slip("    key: {environment: GIGA_KEY}\n", "", 61, .missingField(path: "providers.key")),
        Slip("{environment: GIGA_KEY}", "none", 67, .missingField(path: "providers.key")),
        Slip(
            "service: openai_compatible", "service: openai", 13,
            .unknownChoice(path: "providers.service", choices: ["openai_compatible", "yandex", "gigachat"])),
        Slip(
            "GIGACHAT_API_CORP", "GIGACHAT", 64,
            .unknownChoice(
                path: "providers.scope", choices: ["GIGACHAT_API_PERS", "GIGACHAT_API_B2B", "GIGACHAT_API_CORP"])),
        Slip(
            "model: yandexgpt", "model: yandexgpt\n    scope: GIGACHAT_API_CORP", 59,
            .fieldOfOtherService(path: "providers.scope", service: "gigachat")),
        Slip(
            "model: qwen", "model: qwen\n    folder_id: b1g", 16,
            .fieldOfOtherService(path: "providers.folder_id", service: "yandex")),
        Slip("model: qwen", "model: qwen\n      proxy none", 15, invalid("providers.model", .spaces)),
    ]

    private static let connections: [Slip] = [
        Slip("https://llm.example.ru/v1", "llm.example.ru/v1", 14, invalid("providers.base_url", .notURL)),
        Slip("https://llm.example.ru/v1", "ftp://llm.example.ru", 14, invalid("providers.base_url", .notURL)),
        Slip("https://llm.example.ru/v1", "https://модель.рф/v1", 14, invalid("providers.base_url", .notURL)),
        Slip("https://llm.example.ru/v1", "https://a:99999/v1", 14, invalid("providers.base_url", .notURL)),
        Slip("https://llm.", "https://me:word@llm.", 14, invalid("providers.base_url", .urlWithPassword)),
        Slip("example.ru/v1", "example.ru/v1?key=1", 14, invalid("providers.base_url", .urlWithQuery)),
        Slip("example.ru/v1", "example.ru/chat/completions/", 14, invalid("providers.base_url", .urlWithEndpoint)),
        Slip("https://token.example.ru/oauth", "token", 65, invalid("providers.token_url", .notURL)),
        Slip("ca_bundle: /etc/own.pem", "ca_bundle: own.pem", 17, invalid("providers.ca_bundle", .notPath)),
        Slip("ca_bundle: /etc/own.pem", "ca_bundle: ~/own.pem", 17, invalid("providers.ca_bundle", .notPath)),
        Slip("http://user:word@", "ftp://user:word@", 18, invalid("providers.proxy", .notProxy)),
        Slip("X-Tenant: support", "X Tenant: support", 20, invalid("providers.headers", .notHeaderName)),
        Slip("X-Tenant: support", "authorization: Bearer a", 20, invalid("providers.headers", .authorizationHeader)),
        Slip("X-Tenant: support", "Content-Type: a", 20, invalid("providers.headers", .ownHeader)),
        Slip("X-Tenant: support", "x-team: 6", 21, invalid("providers.headers", .repeatedHeader)),
        Slip("X-Tenant: support", "X-Team: 6", 21, .repeatedField(firstLine: 20)),
        Slip("X-Tenant: support", "X-Tenant:", 20, .emptyField(path: "providers.headers")),
        Slip("X-Tenant: support", "X-Tenant: [support]", 20, .wrongType(path: "providers.headers", expected: .text)),
        Slip(
            "proxy: environment", "headers: {X-Data-Logging-Enabled: true}", 60,
            invalid("providers.headers", .ownHeader)),
    ]

    private static let keys: [Slip] = [
        Slip("{environment: OWN_KEY}", "sk-1", 16, .literalKey(path: "providers.key")),
        Slip("{environment: OWN_KEY}", "{value: sk-1}", 16, .unknownKeySource(path: "providers.key")),
        Slip("{environment: OWN_KEY}", "{}", 16, .unknownKeySource(path: "providers.key")),
        Slip("{environment: OWN_KEY}", "[sk-1]", 16, .unknownKeySource(path: "providers.key")),
        Slip("{environment: OWN_KEY}", "{environment: A, file: /b}", 16, .unknownKeySource(path: "providers.key")),
        Slip("OWN_KEY", "sk-1", 16, invalid("providers.key.environment", .notVariableName)),
        Slip("OWN_KEY", "1A", 16, invalid("providers.key.environment", .notVariableName)),
        Slip("OWN_KEY", "", 16, .emptyField(path: "providers.key.environment")),
        Slip("/run/secrets/yandex", "AQVN1", 59, invalid("providers.key.file", .notPath)),
    ]

    private static func invalid(_ path: String, _ fault: ModelSettingsProblem.ValueFault) -> Kind {
        .invalidValue(path: path, fault: fault)
    }

    // MARK: YAML

    @Test(arguments: [
        ("version: 1\ncompany: a: b", 2, ModelSettingsProblem.YAMLFault.misplacedColon),
        ("version: 1\ncompany\ndeadline: 2", 2, .missingColon),
        ("version: 1\n  company: a", 2, .misplacedColon),
        ("providers:\n    - a\n  - b", 3, .indentation),
        ("version: 1\nspending:\n\tday_tokens: 1", 3, .tab),
        ("version: 1\ncompany: @a", 2, .unquoted),
        ("version: 1\ncompany: \"a\ndeadline: 2\n", 2, .unclosed),
        ("version: 1\nproviders: [a\ndeadline: 2\n", 2, .unclosed),
        ("version: 1\nspending: {day_tokens: 1\ndeadline: 2\n", 2, .unclosed),
        ("version: 1\nspending: *a", 2, .undefinedAlias),
        ("version: 1\ncompany: a\u{1}", 2, .controlCharacter),
        ("version: 1\n---\nversion: 2", 2, .severalDocuments),
        ("version: 1\ncompany: \"\\q\"", 2, .other),
    ])
    func `a file that is not YAML is refused with the line`(
        text: String, line: Int, fault: ModelSettingsProblem.YAMLFault
    ) {
        let problems = SettingsSample.problems(text)
        #expect(problems.map(\.kind) == [.invalidYAML(fault)])
        #expect(problems.map(\.line) == [line])
    }

    @Test(arguments: ["", "# nothing yet\n", "~", "{}"])
    func `an empty file lacks what must be there`(text: String) {
        let kinds = SettingsSample.problems(text).map(\.kind)
        #expect(kinds == [.missingField(path: "version"), .missingField(path: "providers")])
    }

    @Test func `a file of another kind is refused`() {
        #expect(SettingsSample.problems("- a").map(\.kind) == [.wrongType(path: "", expected: .fields)])
        #expect(SettingsSample.problems([0xFF]).map(\.kind) == [.notUTF8])
        let limit = ModelSettingsFile.maxByteCount
        let large = SettingsSample.least + "\n#" + String(repeating: "a", count: limit)
        #expect(SettingsSample.problems(large).map(\.kind) == [.tooLarge(limit: limit)])
        let deep = String(repeating: "[", count: limit)
        #expect(SettingsSample.problems(deep).map(\.kind) == [.invalidYAML(.other)])
    }

    @Test func `the list of providers is a list that is not empty`() {
        let text = "version: 1\nproviders:"
        #expect(SettingsSample.problems(text).map(\.kind) == [.emptyField(path: "providers")])
        #expect(SettingsSample.problems(text + " []").map(\.kind) == [.noProviders])
        #expect(
            SettingsSample.problems(text + " {a: b}").map(\.kind) == [.wrongType(path: "providers", expected: .list)])
        let spending = SettingsSample.problems("spending: 5\n" + SettingsSample.least)
        #expect(spending.map(\.kind) == [.wrongType(path: "spending", expected: .fields)])
        #expect(
            SettingsSample.problems(text + "\n  - qwen").map(\.kind) == [
                .wrongType(path: "providers", expected: .fields)
            ])
    }

    @Test func `all problems are told at once in the order of their lines`() {
        let text = """
            version:
            deadline: 500
            deadline: 600
            providers:
              - name: a
                service: yandex
                modell: b
                key: sk-1
                limits: {idle: x}
                limits: {idle: y}
              - service: gigachat
                model: c
                model: d
            """
        let problems = SettingsSample.problems(text)
        // The first provider lacks its folder and its model; the second its name, scope and key.
        #expect(problems.map(\.line) == [1, 2, 3, 5, 5, 7, 8, 9, 10, 11, 11, 11, 13])
    }
}
