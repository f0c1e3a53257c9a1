/// One message of a conversation with a model.
public struct ChatMessage: Hashable, Sendable {
    /// Who speaks.
    public enum Role: String, Sendable, CaseIterable {
        /// The product's instructions.
        case system
        /// The one who asks.
        case user
        /// The model.
        case assistant
    }

    /// Who speaks.
    public let role: Role
    /// What is said.
    ///
    /// It must be masked already: nothing here looks for personal data.
    public let content: String

    /// Makes a message.
    public init(role: Role, content: String) {
        self.role = role
        self.content = content
    }
}
