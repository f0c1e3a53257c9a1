/// What is asked of a model.
public struct ChatRequest: Hashable, Sendable {
    /// The conversation, oldest first; not empty.
    public let messages: [ChatMessage]
    /// Whose budget it counts against and who waits for it.
    ///
    /// An identifier, not a name: it stays in this process.
    public let operatorID: String
    /// The randomness of the answer from 0 to 2; `nil` for the provider's setting.
    public let temperature: Double?
    /// The most tokens the answer may have; `nil` for the provider's setting.
    ///
    /// A provider's smaller limit wins.
    public let maxTokens: Int?
    /// What a server may know a repeated request by: 1…64 letters, digits and hyphens of ASCII; otherwise, and when `nil`, a random UUID is taken.
    public let idempotencyKey: String?

    /// Makes a request.
    public init(
        messages: [ChatMessage], operatorID: String, temperature: Double? = nil, maxTokens: Int? = nil,
        idempotencyKey: String? = nil
    ) {
        self.messages = messages
        self.operatorID = operatorID
        self.temperature = temperature
        self.maxTokens = maxTokens
        self.idempotencyKey = idempotencyKey
    }

    /// The same request with a key that all its attempts share.
    func withIdempotencyKey(random: RandomSource) -> ChatRequest {
        let given = idempotencyKey ?? ""
        let isUsable = (1...64).contains(given.utf8.count) && given.utf8.allSatisfy(Self.isKeyByte)
        return ChatRequest(
            messages: messages, operatorID: operatorID, temperature: temperature, maxTokens: maxTokens,
            idempotencyKey: isUsable ? given : random.uuid())
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
