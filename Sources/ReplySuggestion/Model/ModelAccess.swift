public import LanguageModel

/// Everything that is needed to ask a language model: which one, with which prompts, for how long.
public struct ModelAccess: Sendable {
    /// Answers, or says why not.
    let model: ChatModel
    /// What it is asked with.
    let prompts: PromptLibrary
    /// How the company calls itself in replies; may be empty.
    let company: String
    /// How long one request may take in all.
    let patience: Duration
    /// Replies that were made before.
    let cache: ReplyCache
    /// Names the settings: replies of other settings are not taken from the cache.
    let settingsVersion: String
    /// Random numbers for the boundaries of prompts.
    let random: RandomSource

    /// Puts an access together.
    ///
    /// - Parameters:
    ///   - model: answers, or says why not.
    ///   - prompts: what it is asked with.
    ///   - company: how the company calls itself in replies; may be empty.
    ///   - patience: how long one request may take in all.
    ///   - cachedReplyCount: the most replies that are remembered; 0 for none.
    ///   - settingsVersion: names the settings in the key of the cache.
    ///   - random: random numbers for the boundaries of prompts.
    public init(
        model: ChatModel, prompts: PromptLibrary, company: String = "", patience: Duration = .seconds(20),
        cachedReplyCount: Int = 1_000, settingsVersion: String = "", random: RandomSource = .system
    ) {
        self.model = model
        self.prompts = prompts
        self.company = company
        self.patience = patience
        cache = ReplyCache(maxCount: cachedReplyCount)
        self.settingsVersion = settingsVersion
        self.random = random
    }
}
