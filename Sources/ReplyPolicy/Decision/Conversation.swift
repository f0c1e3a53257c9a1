/// What the policy knows of a conversation: its messages, the channel, and what is on record of the customer.
public struct Conversation: Equatable, Sendable {
    /// Who wrote a message.
    public enum Author: Equatable, Sendable {
        /// The customer, or what speaks for them.
        case customer
        /// A person of the contact centre.
        case operatorNamed(String)
        /// A rule, without a person.
        case machine
    }

    /// A message as it was written.
    public struct Message: Equatable, Sendable {
        /// Who wrote it.
        public let author: Author
        /// The text.
        public let text: String

        /// Makes a message.
        public init(author: Author, text: String) {
            self.author = author
            self.text = text
        }
    }

    /// What is on record of a customer.
    public struct Customer: Equatable, Sendable {
        /// The groups they belong to, by the names of the policy: `vip`, `corporate`.
        public let groups: Set<String>
        /// Whether they refused to be served with the help of a machine.
        public let refusesMachine: Bool

        /// Makes a record; nothing is known of most customers.
        public init(groups: Set<String> = [], refusesMachine: Bool = false) {
            self.groups = groups
            self.refusesMachine = refusesMachine
        }
    }

    /// The messages, oldest first.
    public let messages: [Message]
    /// Where the conversation takes place.
    public let channel: Channel
    /// What is on record of the customer.
    public let customer: Customer
    /// The name of the person who will answer, if it is known.
    public let operatorName: String?

    /// Makes a conversation.
    public init(
        messages: [Message], channel: Channel = .webChat, customer: Customer = Customer(), operatorName: String? = nil
    ) {
        self.messages = messages
        self.channel = channel
        self.customer = customer
        self.operatorName = operatorName
    }

    /// A conversation of one message of a customer.
    public init(_ text: String, channel: Channel = .webChat, customer: Customer = Customer()) {
        self.init(messages: [Message(author: .customer, text: text)], channel: channel, customer: customer)
    }

    /// What is to be answered: the customer's messages since anybody answered, joined by line feeds; empty when there are none.
    public var question: String {
        let unanswered = messages.reversed().prefix { $0.author == .customer }
        return unanswered.reversed().map(\.text).joined(separator: "\n")
    }

    /// The customer's messages before the one to be answered, oldest first.
    public var earlierQuestions: [String] {
        let count = messages.reversed().prefix { $0.author == .customer }.count
        return messages.dropLast(count).filter { $0.author == .customer }.map(\.text)
    }
}
