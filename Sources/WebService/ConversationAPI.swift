import ReplyPolicy

/// The body of `POST /v1/suggestions`: a message alone, or with what is known of its conversation.
struct SuggestionRequestBody: Decodable, Sendable {
    /// The message to be answered.
    let message: String
    /// The messages before it, oldest first.
    let earlier: [EarlierMessage]?
    /// `web_chat` if absent.
    let channel: String?
    /// What is on record of the customer.
    let customer: CustomerBody?
    /// The name of the person who will answer.
    let operatorName: String?
    /// Names the conversation: a newer request of the same one makes an older one stale.
    let conversationID: String?
    /// Whose budget a model counts against; an identifier, not a name.
    let operatorID: String?
    /// With `POST /v1/reviews` and `POST /v1/refinements`: the reply to be checked or changed.
    let reply: String?
    /// With `POST /v1/refinements`: what is to be done, by the name of a refinement.
    let refinement: String?
    /// With `POST /v1/summaries`: why a person takes over; `human_requested` if absent.
    let reason: String?

    /// A message before.
    struct EarlierMessage: Decodable, Sendable {
        /// `customer`, `operator` or `machine`.
        let author: String
        let text: String
        /// The operator's name.
        let name: String?
    }

    /// What is on record of a customer.
    struct CustomerBody: Decodable, Sendable {
        let groups: [String]?
        let refusesMachine: Bool?
    }

    /// The conversation.
    ///
    /// - Throws: `.emptyText`; `.unknownChannel`; `.unknownAuthor`.
    func conversation() throws(APIError) -> Conversation {
        guard message.contains(where: { !$0.isWhitespace }) else { throw .emptyText }
        var messages: [Conversation.Message] = []
        for each in earlier ?? [] {
            let author: Conversation.Author
            switch each.author {
            case "customer": author = .customer
            case "operator": author = .operatorNamed(each.name ?? "")
            case "machine": author = .machine
            default: throw .unknownAuthor
            }
            messages.append(.init(author: author, text: each.text))
        }
        guard let channel = Channel(rawValue: channel ?? Channel.webChat.rawValue) else { throw .unknownChannel }
        return Conversation(
            messages: messages + [.init(author: .customer, text: message)],
            channel: channel,
            customer: .init(groups: Set(customer?.groups ?? []), refusesMachine: customer?.refusesMachine ?? false),
            operatorName: operatorName.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
        )
    }
}
