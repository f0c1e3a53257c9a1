import LanguageModel
import Yams

/// Fills the settings of one provider from its fields.
struct ProviderReader {
    private var fields: SettingsFields
    /// The line of the provider's name.
    private(set) var nameLine: Int

    /// Takes the fields of a provider.
    init(_ fields: SettingsFields) {
        self.fields = fields
        nameLine = fields.line
    }

    /// Reads everything.
    ///
    /// - Returns: the settings; to be used only when no problem was noted.
    mutating func read(_ problems: inout [ModelSettingsProblem]) -> ProviderConfiguration {
        let name = fields.require("name", &problems)
        nameLine = name?.line ?? nameLine
        let service = readService(&problems)
        var provider = ProviderConfiguration(
            name: name?.text(limit: 64, &problems) ?? "", service: service ?? .openAICompatible,
            baseURL: readBaseURL(of: service, &problems),
            model: fields.require("model", &problems)?.word(limit: 300, &problems) ?? "")
        provider.key = readKey(of: service, &problems)
        provider.caBundle = fields.take("ca_bundle", &problems)?.filePath(&problems)
        provider.proxy = readProxy(&problems)
        provider.headers = readHeaders(of: service, &problems)
        readParameters(into: &provider.parameters, &problems)
        readLimits(into: &provider.limits, &problems)
        provider.price = readPrice(&problems)
        readRetries(into: &provider.retries, &problems)
        readCircuit(into: &provider.circuit, &problems)
        readConcurrency(into: &provider.concurrency, &problems)
        fields.finish(&problems)
        return provider
    }

    // MARK: Service

    private enum ServiceName: String, CaseIterable {
        case openAICompatible = "openai_compatible"
        case yandex
        case gigaChat = "gigachat"
    }

    private mutating func readService(_ problems: inout [ModelSettingsProblem]) -> ChatService? {
        let names = ServiceName.allCases.map { (word: $0.rawValue, choice: $0) }
        let name = fields.require("service", &problems)?.choice(of: names, &problems)
        switch name {
        case .openAICompatible:
            refuse(["folder_id"], of: .yandex, &problems)
            refuse(["scope", "token_url"], of: .gigaChat, &problems)
            return .openAICompatible
        case .yandex:
            refuse(["scope", "token_url"], of: .gigaChat, &problems)
            let folderID = fields.require("folder_id", &problems)?.word(limit: 100, &problems)
            return .yandex(folderID: folderID ?? "")
        case .gigaChat:
            refuse(["folder_id"], of: .yandex, &problems)
            let scopes = ["GIGACHAT_API_PERS", "GIGACHAT_API_B2B", "GIGACHAT_API_CORP"].map { (word: $0, choice: $0) }
            let scope = fields.require("scope", &problems)?.choice(of: scopes, &problems) ?? ""
            let tokenURL = fields.take("token_url", &problems)?.serverURL(&problems)
            return .gigaChat(scope: scope, tokenURL: tokenURL ?? ChatService.gigaChatTokenURL)
        case nil:
            // Whose fields these are cannot be said.
            for name in ["folder_id", "scope", "token_url"] { _ = fields.take(name, &problems) }
            return nil
        }
    }

    private mutating func refuse(
        _ names: [String], of service: ServiceName, _ problems: inout [ModelSettingsProblem]
    ) {
        for name in names {
            guard let value = fields.takeForeign(name) else { continue }
            problems.append(value.problem(.fieldOfOtherService(path: value.path, service: service.rawValue)))
        }
    }

    private mutating func readBaseURL(
        of service: ChatService?, _ problems: inout [ModelSettingsProblem]
    ) -> String {
        switch service {
        case .openAICompatible: fields.require("base_url", &problems)?.serverURL(&problems) ?? ""
        case .yandex: fields.take("base_url", &problems)?.serverURL(&problems) ?? ChatService.yandexBaseURL
        case .gigaChat: fields.take("base_url", &problems)?.serverURL(&problems) ?? ChatService.gigaChatBaseURL
        case nil: fields.take("base_url", &problems)?.serverURL(&problems) ?? ""
        }
    }

    // MARK: Connection

    /// Where the key is; the key itself is refused, and nothing of the value is shown.
    private mutating func readKey(
        of service: ChatService?, _ problems: inout [ModelSettingsProblem]
    ) -> SecretSource {
        let mayBeMissing = service == nil || service == .openAICompatible
        guard let value = mayBeMissing ? fields.take("key", &problems) : fields.require("key", &problems) else {
            return .none
        }
        if value.isPlain("none") {
            // A proxy may hold Yandex's key; GigaChat's tokens are fetched with it.
            if case .gigaChat = service { problems.append(value.problem(.missingField(path: value.path))) }
            return .none
        }
        guard case .mapping = value.node else {
            let isText = SettingsValue.string(of: value.node) != nil
            problems.append(value.problem(isText ? .literalKey(path: value.path) : .unknownKeySource(path: value.path)))
            return .none
        }
        guard var source = SettingsFields(value, &problems), source.remainingNames.count == 1 else {
            problems.append(value.problem(.unknownKeySource(path: value.path)))
            return .none
        }
        switch source.remainingNames.first {
        case "environment":
            return source.take("environment", &problems)?.variableName(&problems).map { .environment($0) } ?? .none
        case "file": return source.take("file", &problems)?.filePath(&problems).map { .file($0) } ?? .none
        default:
            problems.append(value.problem(.unknownKeySource(path: value.path)))
            return .none
        }
    }

    private mutating func readProxy(_ problems: inout [ModelSettingsProblem]) -> ProxySetting {
        guard let value = fields.take("proxy", &problems) else { return .none }
        if value.isPlain("none") { return .none }
        if value.isPlain("environment") { return .environment }
        return value.proxyURL(&problems).map { .url($0) } ?? .none
    }

    private mutating func readHeaders(
        of service: ChatService?, _ problems: inout [ModelSettingsProblem]
    ) -> [ProviderConfiguration.Header] {
        guard let fields = fields.fields("headers", &problems) else { return [] }
        var reader = HeaderReader(service: service)
        return reader.read(fields, &problems)
    }

    // MARK: What is asked and what it costs

    private mutating func readParameters(
        into parameters: inout ChatParameters, _ problems: inout [ModelSettingsProblem]
    ) {
        guard var fields = fields.fields("parameters", &problems) else { return }
        if let value = fields.take("temperature", &problems) {
            if value.isPlain("none") {
                parameters.temperature = nil
            } else if let millionths = value.number(0...2 * Millionths.one, &problems) {
                parameters.temperature = Double(millionths) / Double(Millionths.one)
            }
        }
        fields.wholeNumber("max_tokens", 1...100_000, into: &parameters.maxTokens, &problems)
        let limitFields = [ChatParameters.TokenLimitField.maxTokens, .maxCompletionTokens]
        if let field = fields.take("token_limit_field", &problems)?
            .choice(of: limitFields.map { (word: $0.rawValue, choice: $0) }, &problems)
        {
            parameters.tokenLimitField = field
        }
        if let flag = fields.take("asks_for_usage", &problems)?.flag(&problems) { parameters.asksForUsage = flag }
        fields.finish(&problems)
    }

    private mutating func readPrice(_ problems: inout [ModelSettingsProblem]) -> TokenPrice {
        guard var fields = fields.fields("price", &problems) else { return .free }
        var prices: [Int] = []
        for name in ["prompt_per_thousand", "completion_per_thousand"] {
            // Half a price would be taken for the whole one.
            prices.append(fields.require(name, &problems)?.number(0...100_000 * Millionths.one, &problems) ?? 0)
        }
        fields.finish(&problems)
        return TokenPrice(promptPerThousand: prices[0], completionPerThousand: prices[1])
    }

    // MARK: Limits and faults

    private mutating func readLimits(into limits: inout AnswerLimits, _ problems: inout [ModelSettingsProblem]) {
        guard var fields = fields.fields("limits", &problems) else { return }
        fields.seconds("connect", 0.1...60, into: &limits.connect, &problems)
        fields.seconds("first_text", 0.1...120, into: &limits.firstText, &problems)
        fields.seconds("idle", 0.1...120, into: &limits.idle, &problems)
        fields.seconds("trailer", 0...30, into: &limits.trailer, &problems)
        fields.wholeNumber("line_byte_count", 1024...1 << 24, into: &limits.lineByteCount, &problems)
        fields.wholeNumber("body_byte_count", 1024...1 << 26, into: &limits.bodyByteCount, &problems)
        fields.wholeNumber("text_byte_count", 1024...1 << 20, into: &limits.textByteCount, &problems)
        fields.finish(&problems)
    }

    private mutating func readRetries(into policy: inout RetryPolicy, _ problems: inout [ModelSettingsProblem]) {
        guard var fields = fields.fields("retries", &problems) else { return }
        fields.wholeNumber("attempt_count", 1...3, into: &policy.attemptCount, &problems)
        fields.seconds("base", 0...10, into: &policy.base, &problems)
        fields.seconds("longest", 0...60, into: &policy.longest, &problems)
        fields.wholeNumber("budget_percent", 0...100, into: &policy.budgetPercent, &problems)
        fields.finish(&problems)
    }

    private mutating func readCircuit(into policy: inout CircuitPolicy, _ problems: inout [ModelSettingsProblem]) {
        guard var fields = fields.fields("circuit", &problems) else { return }
        fields.wholeNumber("consecutive_failures", 1...1000, into: &policy.consecutiveFailures, &problems)
        fields.number("failure_share", 0...1, into: &policy.failureShare, &problems)
        // The breaker remembers 200 requests.
        fields.wholeNumber("minimum_requests", 1...200, into: &policy.minimumRequests, &problems)
        fields.seconds("window", 1...3600, into: &policy.window, &problems)
        fields.seconds("pause", 0.1...3600, into: &policy.pause, &problems)
        fields.seconds("slow_first_text", 0.1...120, into: &policy.slowFirstText, &problems)
        fields.finish(&problems)
    }

    private mutating func readConcurrency(
        into policy: inout ConcurrencyPolicy, _ problems: inout [ModelSettingsProblem]
    ) {
        guard var fields = fields.fields("concurrency", &problems) else { return }
        fields.wholeNumber("place_count", 1...1000, into: &policy.placeCount, &problems)
        fields.wholeNumber("queue_length", 0...10_000, into: &policy.queueLength, &problems)
        fields.wholeNumber("queue_length_per_operator", 0...1000, into: &policy.queueLengthPerOperator, &problems)
        fields.finish(&problems)
    }
}
