import ArgumentParser
import Foundation
import LanguageModel
import ReplySuggestion

/// Which language models are asked, and with which prompts.
struct ModelOptions: ParsableArguments {
    @Option(
        name: .long,
        help:
            "Settings of language models. Default: $SUFLER_MODELS, else prompts/models.yaml if it is there, else none."
    )
    var models: String?

    @OptionGroup var prompts: PromptOptions

    /// The path of the settings; `nil` when no model is configured.
    var path: String? {
        if let named = models ?? Self.environment { return named }
        return FileManager.default.fileExists(atPath: Self.usualPath) ? Self.usualPath : nil
    }

    /// Opens the models; `nil` when none is configured.
    func open() throws -> OpenModels? {
        guard let path else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandError.fileNotFound(path: path)
        }
        let settings = try ModelSettingsFile.parse(Array(data), path: path)
        return try OpenModels(settings, prompts: try prompts.library())
    }

    private static let usualPath = "prompts/models.yaml"

    private static var environment: String? {
        ProcessInfo.processInfo.environment["SUFLER_MODELS"].flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// Where prompts are read from.
struct PromptOptions: ParsableArguments {
    @Option(name: .long, help: "Folder of the prompts.")
    var prompts = "prompts"

    /// The newest version of each prompt of the folder.
    func library() throws -> PromptLibrary {
        guard let names = FileManager.default.enumerator(atPath: prompts) else {
            throw CommandError.fileNotFound(path: prompts)
        }
        var files: [(path: String, bytes: [UInt8])] = []
        for case let name as String in names where name.hasSuffix(".md") && !name.contains("/") {
            let path = prompts + "/" + name
            guard let data = FileManager.default.contents(atPath: path) else {
                throw CommandError.fileNotFound(path: path)
            }
            files.append((path, Array(data)))
        }
        return try PromptLibrary(files: files)
    }
}

/// Models with their connections.
struct OpenModels: Sendable {
    /// Asks them.
    let access: ModelAccess

    private let transport: CurlTransport

    init(_ settings: ModelSettings, prompts: PromptLibrary) throws {
        let transport = try CurlTransport()
        let environment = ProcessInfo.processInfo.environment
        var providers: [ModelProvider] = []
        for configuration in settings.providers {
            providers.append(
                try ModelProvider(configuration: configuration, transport: transport, environment: environment))
        }
        let chain = FallbackChain(providers: providers, budget: SpendingBudget(policy: settings.spending))
        access = ModelAccess(
            model: chain.model, prompts: prompts, company: settings.company, patience: settings.deadline,
            cachedReplyCount: settings.cacheEntryCount, settingsVersion: settings.version)
        self.transport = transport
    }

    /// Closes the connections.
    func close() async { await transport.shutDown() }
}
