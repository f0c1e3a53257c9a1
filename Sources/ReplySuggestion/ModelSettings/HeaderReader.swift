import LanguageModel

/// Reads the headers of one's own that a provider is sent.
///
/// Problems name neither headers nor values: either may be a key.
struct HeaderReader {
    /// What the client makes itself, in lower case.
    private static let own: Set<String> = [
        "accept", "accept-encoding", "content-length", "content-type", "expect", "host", "idempotency-key",
        "transfer-encoding", "x-request-id",
    ]
    private static let ownOfYandex: Set<String> = ["openai-project", "x-data-logging-enabled"]

    private let taken: Set<String>
    private var names: Set<String> = []

    /// Reads headers for a service; `nil` when it is not known.
    init(service: ChatService?) {
        if case .yandex = service { taken = Self.own.union(Self.ownOfYandex) } else { taken = Self.own }
    }

    /// Reads all headers, in the order of the file.
    mutating func read(
        _ fields: SettingsFields, _ problems: inout [ModelSettingsProblem]
    ) -> [ProviderConfiguration.Header] {
        var headers: [ProviderConfiguration.Header] = []
        for (name, value) in fields.values {
            if let fault = fault(of: name) {
                problems.append(value.problem(.invalidValue(path: fields.path, fault: fault)))
            } else if value.isNull {
                problems.append(value.problem(.emptyField(path: fields.path)))
            } else if let text = value.text(limit: 10_000, &problems) {
                headers.append(ProviderConfiguration.Header(name: name, value: text))
            }
        }
        return headers
    }

    private mutating func fault(of name: String) -> ModelSettingsProblem.ValueFault? {
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte) else { return .notHeaderName }
        let folded = name.lowercased()
        if folded == "authorization" { return .authorizationHeader }
        if taken.contains(folded) { return .ownHeader }
        return names.insert(folded).inserted ? nil : .repeatedHeader
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
