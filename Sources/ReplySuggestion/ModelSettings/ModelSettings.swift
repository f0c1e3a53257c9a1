public import LanguageModel

/// Which language models are asked, in which order, for how long and for how much money.
///
/// `ModelSettingsFile` reads them; nothing in them is a key.
public struct ModelSettings: Equatable, Sendable {
    /// What the author calls this state of the settings.
    public var version: String
    /// The providers, first choice first.
    public var providers: [ProviderConfiguration]
    /// How much may be spent on a day.
    public var spending = SpendingPolicy()
    /// How long one request may take in all: queues, retries and other providers included.
    public var deadline = Duration.seconds(20)
    /// How the company calls itself in replies; may be empty.
    public var company = ""
    /// The most replies that are remembered; 0 for none.
    public var cacheEntryCount = 1_000

    /// Makes settings with the defaults.
    public init(version: String, providers: [ProviderConfiguration]) {
        self.version = version
        self.providers = providers
    }
}
