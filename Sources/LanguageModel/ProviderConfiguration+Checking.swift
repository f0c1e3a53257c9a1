import Foundation

extension ProviderConfiguration {
    /// Finds the first setting that cannot be used.
    ///
    /// - Throws: `.configuration` with the setting's name.
    func check() throws(ModelError) {
        try require(!name.isEmpty && name.isHeaderText, "name")
        try require(Self.isUsableURL(baseURL), "baseURL")
        try require(!model.isEmpty && model.isHeaderText, "model")
        try require(parameters.maxTokens >= 1, "maxTokens")
        try require(parameters.temperature.map { (0...2).contains($0) } ?? true, "temperature")
        try require(caBundle?.isHeaderText ?? true, "caBundle")
        for header in headers { try require(Self.isUsable(header), "headers") }
        if case .url(let url) = proxy { try require(!url.isEmpty && url.isHeaderText, "proxy") }
        switch service {
        case .openAICompatible: break
        case .yandex(let folderID): try require(!folderID.isEmpty && folderID.isHeaderText, "folderID")
        case .gigaChat(let scope, let tokenURL):
            try require(key != .none, "key")
            try require(!scope.isEmpty && scope.utf8.allSatisfy(Self.isNameByte), "scope")
            try require(Self.isUsableURL(tokenURL), "tokenURL")
        }
    }

    /// The URL of chat completions.
    var completionsURL: String { (baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL) + "/chat/completions" }

    /// The model as the server knows it.
    var wireModel: String {
        guard case .yandex(let folderID) = service, !model.hasPrefix("gpt://") else { return model }
        return "gpt://" + folderID + "/" + model + (model.contains("/") ? "" : "/latest")
    }

    /// Headers that do not depend on the request.
    var fixedHeaders: [String] {
        var lines = ["Content-Type: application/json", "Accept: text/event-stream, application/json"]
        if case .yandex(let folderID) = service {
            lines.append("OpenAI-Project: " + folderID)
            // Requests are logged by default.
            lines.append("x-data-logging-enabled: false")
        }
        return lines + headers.map { $0.name + ": " + $0.value }
    }

    private func require(_ isUsable: Bool, _ setting: String) throws(ModelError) {
        guard isUsable else { throw .configuration(provider: name.isHeaderText ? name : "", setting: setting) }
    }

    /// An address without a user's name or password in it: those would be shown.
    private static func isUsableURL(_ text: String) -> Bool {
        guard text.isHeaderText, let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty else {
            return false
        }
        return (parts.scheme == "https" || parts.scheme == "http") && parts.user == nil && parts.query == nil
            && parts.fragment == nil
    }

    /// A header that is none of those the client makes itself.
    private static func isUsable(_ header: Header) -> Bool {
        let own = ["content-type", "content-length", "host", "transfer-encoding", "expect", "accept-encoding"]
        return !header.name.isEmpty && header.name.utf8.allSatisfy(isNameByte) && header.value.isHeaderText
            && !header.value.isEmpty && !own.contains(header.name.lowercased())
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
