/// Something that answers conversations: a chain of providers, or a stand-in.
public struct ChatModel: Sendable {
    /// Is told each event in order, and is waited for: a slow receiver slows the server.
    public typealias Receiver = @Sendable (ChatEvent) async -> Void

    /// Answers a request before a deadline, or says why it cannot.
    public typealias Answering =
        @Sendable (ChatRequest, Deadline, @escaping Receiver) async throws(ModelError) -> ChatReply

    /// What is done.
    private let answering: Answering
    private let availability: @Sendable () -> Bool

    /// Makes a model of its operation.
    ///
    /// - Parameters:
    ///   - isAvailable: whether asking makes sense just now.
    ///   - answering: what is done.
    public init(isAvailable: @escaping @Sendable () -> Bool = { true }, answering: @escaping Answering) {
        self.answering = answering
        availability = isAvailable
    }

    /// Whether asking makes sense just now; when it does not, a request would fail at once, and the work for it can be saved.
    public var isAvailable: Bool { availability() }

    /// Answers a request.
    ///
    /// Cancelling the task closes the connection to the server at once and throws `.cancelled`.
    ///
    /// - Parameters:
    ///   - request: the conversation.
    ///   - deadline: when the answer must be complete; the call returns then at the latest, whatever the server does.
    ///   - receiver: is told the pieces as they come. After an error the pieces told so far are not an answer.
    /// - Returns: the whole answer.
    /// - Throws: why there is none; the caller then stays with the extractive draft.
    public func reply(
        to request: ChatRequest, before deadline: Deadline, receiver: @escaping Receiver = { _ in }
    ) async throws(ModelError) -> ChatReply {
        try await answering(request, deadline, receiver)
    }
}
