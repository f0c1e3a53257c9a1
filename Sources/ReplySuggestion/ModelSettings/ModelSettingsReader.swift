import LanguageModel
import Yams

/// Fills settings from the values of their file and notes what is wrong with them.
struct ModelSettingsReader {
    /// The settings; `nil` when the file is not even a set of fields.
    private(set) var settings: ModelSettings?
    /// What is wrong; if there is anything, the settings are not to be used.
    var problems: [ModelSettingsProblem] = []

    /// Notes what an empty file lacks.
    mutating func readNothing() {
        for name in ["version", "providers"] {
            problems.append(ModelSettingsProblem(line: 1, kind: .missingField(path: name)))
        }
    }

    /// Reads the whole file.
    mutating func read(_ root: SettingsValue) {
        if root.isNull { return readNothing() }
        guard var fields = SettingsFields(root, &problems) else { return }
        let version = fields.require("version", &problems)?.text(limit: 100, &problems)
        let company = fields.take("company", &problems)
        let providers = fields.require("providers", &problems).map { readProviders($0) }
        var settings = ModelSettings(version: version ?? "", providers: providers ?? [])
        if let company { settings.company = readCompany(company) }
        fields.seconds("deadline", 1...120, into: &settings.deadline, &problems)
        fields.wholeNumber("cache_entry_count", 0...1_000_000, into: &settings.cacheEntryCount, &problems)
        if let spending = fields.fields("spending", &problems) { settings.spending = readSpending(spending) }
        fields.finish(&problems)
        self.settings = settings
    }

    private mutating func readCompany(_ value: SettingsValue) -> String {
        // Quotes around nothing say that the company is not to be named.
        if SettingsValue.string(of: value.node) == "" { return "" }
        return value.text(limit: 100, &problems) ?? ""
    }

    private mutating func readSpending(_ fields: SettingsFields) -> SpendingPolicy {
        var fields = fields
        var policy = SpendingPolicy()
        // Nothing is no limit to set: 0 could be meant for "no limit", and would refuse every request.
        let tokens = 1...100_000_000_000
        let roubles = 0.01...1_000_000_000
        fields.wholeNumber("operator_tokens", tokens, into: &policy.operatorTokens, &problems)
        fields.roubles("operator_roubles", roubles, into: &policy.operatorMoney, &problems)
        fields.wholeNumber("day_tokens", tokens, into: &policy.dayTokens, &problems)
        fields.roubles("day_roubles", roubles, into: &policy.dayMoney, &problems)
        if let seconds = fields.take("utc_offset", &problems)?.secondsFromUTC(&problems) {
            policy.secondsFromUTC = seconds
        }
        fields.finish(&problems)
        return policy
    }

    private mutating func readProviders(_ value: SettingsValue) -> [ProviderConfiguration] {
        guard case .sequence(let list) = value.node else {
            problems.append(value.problem(.wrongType(path: value.path, expected: .list)))
            return []
        }
        if list.isEmpty { problems.append(value.problem(.noProviders)) }
        var providers: [ProviderConfiguration] = []
        var firstLines: [String: Int] = [:]
        for node in list {
            let item = SettingsValue(node: node, path: value.path, line: node.mark?.line ?? value.line)
            guard let fields = SettingsFields(item, &problems) else { continue }
            var reader = ProviderReader(fields)
            let provider = reader.read(&problems)
            providers.append(provider)
            guard !provider.name.isEmpty else { continue }
            if let line = firstLines[provider.name] {
                problems.append(ModelSettingsProblem(line: reader.nameLine, kind: .repeatedProvider(firstLine: line)))
            } else {
                firstLines[provider.name] = reader.nameLine
            }
        }
        return providers
    }
}
