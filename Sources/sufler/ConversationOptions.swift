import ArgumentParser
import ReplyPolicy

/// What is known of the conversation beside the message.
struct ConversationOptions: ParsableArguments {
    @Option(name: .long, help: "Channel: \(Channel.allCases.map(\.rawValue).joined(separator: ", ")).")
    var channel = Channel.webChat.rawValue

    @Option(name: .long, help: "A group that the customer is in; may be repeated.")
    var group: [String] = []

    @Flag(name: .long, help: "The customer refused to be served with the help of a machine.")
    var refusesMachine = false

    func validate() throws {
        guard Channel(rawValue: channel) != nil else {
            let known = Channel.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--channel takes one of: \(known).")
        }
    }

    /// A conversation of one message.
    func conversation(_ text: String) -> Conversation {
        Conversation(
            text, channel: Channel(rawValue: channel) ?? .webChat,
            customer: .init(groups: Set(group), refusesMachine: refusesMachine))
    }
}
