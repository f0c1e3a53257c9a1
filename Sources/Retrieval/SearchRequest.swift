public import KnowledgeBase

/// What to search, for whom and on which day.
public struct SearchRequest: Equatable, Sendable {
    /// The longest text that is searched, in UTF-8 bytes.
    public static let maxTextBytes = 1 << 16

    /// Which articles may be found.
    public enum Scope: Equatable, Sendable {
        /// Public articles in force: what a customer may be told.
        case customers
        /// Public and internal articles in force.
        case operators
        /// All articles, out of force ones too.
        case everything
    }

    /// The customer's message or the operator's words.
    public let text: String
    /// At most so many hits; ≥ 1.
    public let limit: Int
    /// Which articles may be found.
    public let scope: Scope
    /// The day on which articles must be in force.
    public let today: CalendarDate

    /// Makes a request.
    public init(text: String, limit: Int = 10, scope: Scope = .operators, today: CalendarDate) {
        self.text = text
        self.limit = max(1, limit)
        self.scope = scope
        self.today = today
    }
}
