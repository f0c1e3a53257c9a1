import Foundation
import LanguageModel
import ReplySuggestion
import TestSupport
import Testing

struct ModelSettingsFileTests {
    @Test func `every field is read`() throws {
        let settings = try SettingsSample.parse(SettingsSample.text)
        #expect(settings.version == "7")
        #expect(settings.company == "Тихая Гавань")
        #expect(settings.deadline == .milliseconds(12_500))
        #expect(settings.cacheEntryCount == 0)
        #expect(settings.providers == [Self.own, Self.yandex, Self.gigaChat])
        var spending = SpendingPolicy()
        spending.operatorTokens = 1000
        spending.operatorMoney = 1_500_000
        spending.dayTokens = 20_000
        spending.dayMoney = 99_000_001
        spending.secondsFromUTC = -12_600
        #expect(settings.spending == spending)
    }

    @Test func `what is left out is as built in`() throws {
        let settings = try SettingsSample.parse(SettingsSample.least)
        let provider = ProviderConfiguration(
            name: "own", service: .openAICompatible, baseURL: "http://127.0.0.1:8000/v1", model: "qwen")
        #expect(settings == ModelSettings(version: "1", providers: [provider]))
        #expect(settings.deadline == .seconds(20))
        #expect(settings.company.isEmpty)
        #expect(settings.cacheEntryCount == 1000)
        #expect(settings.spending == SpendingPolicy())
    }

    @Test func `the services of a cloud have their own addresses and do not ask for usage`() throws {
        let text = """
            version: "1"
            providers:
              - {name: a, service: yandex, folder_id: b1g, model: yandexgpt, key: none}
              - {name: b, service: gigachat, scope: GIGACHAT_API_PERS, model: GigaChat-2, key: {environment: KEY}}
            """
        let providers = try SettingsSample.parse(text).providers
        #expect(providers.map(\.baseURL) == [ChatService.yandexBaseURL, ChatService.gigaChatBaseURL])
        #expect(providers.map(\.service) == [.yandex(folderID: "b1g"), .gigaChat(scope: "GIGACHAT_API_PERS")])
        #expect(providers.map(\.parameters.asksForUsage) == [false, false])
        #expect(providers.map(\.key) == [.none, .environment("KEY")])
    }

    @Test func `a company without a name is written as quotes around nothing`() throws {
        #expect(try SettingsSample.parse("company: \"\"\n" + SettingsSample.least).company.isEmpty)
    }

    @Test func `line ends of Windows and a byte order mark change nothing`() throws {
        let windows = "\u{FEFF}" + SettingsSample.text.replacing("\n", with: "\r\n")
        #expect(try SettingsSample.parse(windows) == SettingsSample.parse(SettingsSample.text))
        let wrong = SettingsSample.problems(windows.replacing("deadline: 12.5", with: "deadline: 1000"))
        #expect(wrong.map(\.line) == [3])
    }

    @Test func `an alias repeats the settings of another provider`() throws {
        let text =
            SettingsSample.least + """

                    limits: &limits {idle: 3}
                  - {name: two, service: openai_compatible, base_url: "http://b/v1", model: m, limits: *limits}
                """
        let providers = try SettingsSample.parse(text).providers
        #expect(providers.map(\.limits.idle) == [.seconds(3), .seconds(3)])
    }

    @Test(arguments: [
        ("0.4", 400_000), ("0.000001", 1), ("0.1", 100_000), ("0.29", 290_000), ("1.10", 1_100_000),
        ("2.0000000", 2_000_000), ("100000", 100_000_000_000), ("0", 0), ("99999.999999", 99_999_999_999),
    ])
    func `a price becomes millionths exactly`(written: String, millionths: Int) throws {
        let text =
            SettingsSample.least + "\n    price: {prompt_per_thousand: \(written), completion_per_thousand: \(written)}"
        let price = try SettingsSample.parse(text).providers[0].price
        #expect(price == TokenPrice(promptPerThousand: millionths, completionPerThousand: millionths))
    }

    @Test(arguments: [("+00:00", 0), ("-12:00", -43_200), ("+14:00", 50_400), ("+05:45", 20_700)])
    func `a time zone is an offset`(written: String, seconds: Int) throws {
        // As plain text too: YAML 1.1 would read it as a number to the base of sixty.
        for text in ["\"\(written)\"", written] {
            let spending = "spending: {utc_offset: \(text)}\n"
            #expect(try SettingsSample.parse(spending + SettingsSample.least).spending.secondsFromUTC == seconds)
        }
    }

    @Test func `a provider takes what the file gives`() async throws {
        let folder = try TemporaryFolder()
        let key = try folder.write("key", Array("secret".utf8))
        let transport = try CurlTransport()
        let text = SettingsSample.text.replacing("/run/secrets/yandex", with: key)
        for configuration in try SettingsSample.parse(text).providers {
            _ = try ModelProvider(
                configuration: configuration, transport: transport, environment: ["OWN_KEY": "a", "GIGA_KEY": "b"])
        }
        await transport.shutDown()
        withExtendedLifetime(folder) {}
    }

    // MARK: The example

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func example() throws -> ModelSettings {
        let path = Self.root.resolvingSymlinksInPath().appendingPathComponent("prompts/models.example.yaml").path
        return try ModelSettingsFile.parse(Array(try #require(FileManager.default.contents(atPath: path))), path: path)
    }

    @Test func `the example can be used`() throws {
        let settings = try example()
        #expect(settings.providers.map(\.name) == ["Свой сервер", "YandexGPT", "GigaChat"])
        #expect(settings.spending.dayMoney == 2_500_500_000)
        #expect(settings.spending.secondsFromUTC == SpendingPolicy().secondsFromUTC)
        #expect(settings.deadline == ModelSettings(version: "", providers: []).deadline)
        #expect(settings.cacheEntryCount == ModelSettings(version: "", providers: []).cacheEntryCount)
    }

    @Test func `what the example calls defaults are the defaults`() throws {
        let first = try #require(try example().providers.first)
        #expect(
            first
                == ProviderConfiguration(
                    name: first.name, service: .openAICompatible, baseURL: first.baseURL, model: first.model))
    }

    // MARK: What the sample says

    private static var own: ProviderConfiguration {
        var provider = ProviderConfiguration(
            name: "own", service: .openAICompatible, baseURL: "https://llm.example.ru/v1", model: "qwen")
        provider.key = .environment("OWN_KEY")
        provider.caBundle = "/etc/own.pem"
        provider.proxy = .url("http://user:word@proxy.example.ru:3128")
        provider.headers = [.init(name: "X-Tenant", value: "support"), .init(name: "X-Team", value: "5")]
        provider.parameters.temperature = nil
        provider.parameters.maxTokens = 300
        provider.parameters.tokenLimitField = .maxCompletionTokens
        provider.parameters.asksForUsage = false
        provider.limits.connect = .seconds(1)
        provider.limits.firstText = .milliseconds(2500)
        provider.limits.idle = .seconds(3)
        provider.limits.trailer = .milliseconds(250)
        provider.limits.lineByteCount = 2048
        provider.limits.bodyByteCount = 4096
        provider.limits.textByteCount = 1024
        provider.price = TokenPrice(promptPerThousand: 400_000, completionPerThousand: 1_000_001)
        provider.retries = RetryPolicy(
            attemptCount: 2, base: .milliseconds(100), longest: .seconds(1), budgetPercent: 10)
        provider.circuit.consecutiveFailures = 3
        provider.circuit.failureShare = 0.25
        provider.circuit.minimumRequests = 20
        provider.circuit.window = .seconds(60)
        provider.circuit.pause = .seconds(10)
        provider.circuit.slowFirstText = .seconds(4)
        provider.concurrency = ConcurrencyPolicy(placeCount: 2, queueLength: 10, queueLengthPerOperator: 1)
        return provider
    }

    private static var yandex: ProviderConfiguration {
        var provider = ProviderConfiguration(
            name: "yandex", service: .yandex(folderID: "b1g"), baseURL: "https://yandex.example.ru/v1",
            model: "yandexgpt")
        provider.key = .file("/run/secrets/yandex")
        provider.proxy = .environment
        return provider
    }

    private static var gigaChat: ProviderConfiguration {
        var provider = ProviderConfiguration(
            name: "giga", service: .gigaChat(scope: "GIGACHAT_API_CORP", tokenURL: "https://token.example.ru/oauth"),
            baseURL: "https://giga.example.ru/v1", model: "GigaChat-2")
        provider.key = .environment("GIGA_KEY")
        return provider
    }
}
