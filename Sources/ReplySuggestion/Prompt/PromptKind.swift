/// A prompt that the program knows how to fill.
public enum PromptKind: String, CaseIterable, Sendable {
    /// Drafts the reply to a customer from passages.
    case reply
    /// Changes a draft as an operator asks.
    case refine
    /// Sums a conversation up for the person who takes over.
    case handoffSummary = "handoff_summary"

    /// What the program fills in, apart from the boundary: names, and whether the value is data.
    var values: [String: Bool] {
        switch self {
        case .reply: ["passages": true, "conversation": true, "company": false]
        case .refine: ["passages": true, "conversation": true, "draft": true, "instruction": false]
        case .handoffSummary: ["conversation": true, "reason": false]
        }
    }
}
