import ReplyPolicy
import TextAnalysis

/// A conversation as it may leave the company: personal data masked, marks of prompts disarmed, messages numbered from 1.
struct MaskedConversation {
    /// The most messages that are sent; earlier ones are left out.
    static let maxMessages = 12
    /// The longest message, in UTF-8 bytes; the rest is cut off.
    static let maxMessageBytes = 4_096

    /// The messages that are sent, oldest first, with their numbers in ``Conversation/messages``, from 1.
    let messages: [PromptDatum]
    /// What the placeholders stand for.
    private(set) var mask: PersonalDataMask
    /// The kinds of data that were masked, each once, in the order of their names.
    private(set) var kinds: [PersonalDataKind]

    /// Masks a conversation.
    ///
    /// - Throws: `AnalysisError` when a message cannot be read: then nothing may be sent.
    init(_ conversation: Conversation, engine: PolicyEngine) throws(AnalysisError) {
        let neutralizer = Neutralizer(maxBytes: Self.maxMessageBytes)
        var mask = PersonalDataMask()
        var messages: [PromptDatum] = []
        var kinds: Set<PersonalDataKind> = []
        let first = max(0, conversation.messages.count - Self.maxMessages)
        for (index, message) in conversation.messages.enumerated() {
            // Earlier messages are masked too, so that a value has one placeholder, whatever is left out.
            let masked = try engine.masked(message.text, &mask)
            guard index >= first else { continue }
            kinds.formUnion(masked.placeholders.compactMap(\.kind))
            let text = neutralizer.neutralize(masked.text).text
            messages.append(PromptDatum(Self.label(message.author, index + 1), text))
        }
        (self.messages, self.mask) = (messages, mask)
        self.kinds = kinds.sorted { $0.rawValue < $1.rawValue }
    }

    /// Masks another text of the conversation.
    mutating func masked(_ text: String, _ engine: PolicyEngine) throws(AnalysisError) -> String {
        let masked = try engine.masked(text, &mask)
        kinds = Set(kinds + masked.placeholders.compactMap(\.kind)).sorted { $0.rawValue < $1.rawValue }
        return masked.text
    }

    private static func label(_ author: Conversation.Author, _ number: Int) -> PromptDatum.Label {
        switch author {
        case .customer: .customer(number)
        case .operatorNamed, .machine: .operator(number)
        }
    }
}
