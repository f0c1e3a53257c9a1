/// A message of a prompt.
public struct PromptTurn: Equatable, Sendable {
    /// Who speaks; the raw values are those of chat completion APIs.
    public enum Role: String, CaseIterable, Sendable {
        /// The rules.
        case system
        /// The task, or the task of an example.
        case user
        /// The answer of an example.
        case assistant
    }

    /// Who speaks.
    public let role: Role
    /// What is said.
    public let text: String

    /// Makes a turn.
    public init(role: Role, text: String) {
        self.role = role
        self.text = text
    }
}

/// What a model is to write with.
public struct PromptParameters: Equatable, Sendable {
    /// From 0, always the likeliest word, to 2.
    public let temperature: Double
    /// The most tokens of the answer.
    public let maxTokens: Int

    /// Makes parameters.
    public init(temperature: Double, maxTokens: Int) {
        self.temperature = temperature
        self.maxTokens = maxTokens
    }
}

/// A prompt with all values filled in, ready to be sent, and the names by which it is found again.
public struct RenderedPrompt: Equatable, Sendable {
    /// The template's name: `reply`.
    public let name: String
    /// The template's version.
    public let version: Int
    /// The hash of the template's file.
    public let templateHash: ContentHash
    /// The rules, the examples and the task, in the order in which they are sent; the last one is the user's.
    public let turns: [PromptTurn]
    /// The template's parameters.
    public let parameters: PromptParameters

    /// The hash of exactly what is sent: for each turn its role, a byte FF, its text, a byte FF.
    ///
    /// - Complexity: O(bytes of the turns).
    public var contentHash: ContentHash {
        var hash = ContentHash()
        for turn in turns {
            hash.combine(turn.role.rawValue.utf8)
            hash.combine(CollectionOfOne(0xFF))
            hash.combine(turn.text.utf8)
            hash.combine(CollectionOfOne(0xFF))
        }
        return hash
    }
}
