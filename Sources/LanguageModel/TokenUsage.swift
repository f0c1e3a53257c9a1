/// What a request cost in tokens.
public struct TokenUsage: Hashable, Sendable {
    /// Tokens of the request, ≥ 0.
    public let promptTokens: Int
    /// Tokens of the answer, ≥ 0.
    public let completionTokens: Int
    /// Whether the server did not say and the numbers are guessed from the byte counts.
    public let isEstimated: Bool

    /// Both together.
    public var totalTokens: Int { promptTokens + completionTokens }

    /// Makes a count; negative numbers are taken for 0 and absurd ones for 10⁹.
    public init(promptTokens: Int, completionTokens: Int, isEstimated: Bool = false) {
        self.promptTokens = min(max(promptTokens, 0), 1_000_000_000)
        self.completionTokens = min(max(completionTokens, 0), 1_000_000_000)
        self.isEstimated = isEstimated
    }

    /// Nothing.
    static let zero = TokenUsage(promptTokens: 0, completionTokens: 0)

    /// A guess on the high side: a token of Russian text has 3 to 6 bytes with the usual vocabularies, taken here for 2.
    static func estimatedTokens(ofUTF8Count count: Int) -> Int { (count + 1) / 2 }

    /// The tokens that a conversation may have: its bytes, and 8 a message for the marks around it.
    static func estimatedPromptTokens(of messages: [ChatMessage]) -> Int {
        messages.reduce(0) { $0 + estimatedTokens(ofUTF8Count: $1.content.utf8.count) + 8 }
    }
}
