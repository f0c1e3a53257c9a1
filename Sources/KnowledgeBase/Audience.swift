/// Whom an article may be shown to.
public enum Audience: String, CaseIterable, Hashable, Sendable, Codable {
    /// Customers and operators: the text may be quoted in a reply.
    case `public`
    /// Operators only: the text must not reach a customer.
    case `internal`
}
