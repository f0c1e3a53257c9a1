/// Why a model says that it cannot answer from the passages.
///
/// It is the model's opinion: a reason to show no draft, and no proof of anything.
public enum NoAnswerReason: String, CaseIterable, Sendable {
    /// The passages do not say enough.
    case insufficientEvidence = "insufficient_evidence"
    /// The passages contradict each other.
    case contradiction
    /// The message is not about what the passages are about.
    case offTopic = "off_topic"
    /// None of the reasons that the prompt offers.
    case unstated

    /// What the prompt tells the model to write before the reason.
    public static let form = "НЕТ ОТВЕТА"

    /// The words that the prompt offers for the reason; empty for a reason that it does not offer.
    public var words: String {
        switch self {
        case .insufficientEvidence: "недостаточно сведений"
        case .contradiction: "противоречие"
        case .offTopic: "не по теме"
        case .unstated: ""
        }
    }

    /// The reason in what a model wrote after the form.
    init(in text: String) {
        let text = text.lowercased()
        // «противоречия», «противоречат»; «недостаточно данных»: models inflect and replace the words.
        let beginnings: [(String, NoAnswerReason)] = [
            ("недостаточн", .insufficientEvidence), ("противореч", .contradiction), ("не по теме", .offTopic),
        ]
        self = beginnings.first { text.contains($0.0) }?.1 ?? .unstated
    }
}
