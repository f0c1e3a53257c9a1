/// A topic in a customer's message that goes to a person, with the words it rests on.
public struct EscalationFinding: Equatable, Sendable {
    /// The topic.
    public let reason: HandoffReason
    /// The words it rests on, a half-open range of UTF-8 bytes in the message; the whole message when it rests on all of it.
    public let utf8Range: Range<Int>
    /// These words as the customer wrote them.
    public let quote: String
    /// A Russian sentence for the operator: what was noticed, with the quote.
    public let explanation: String
    /// How much evidence there is, from 0.5, just enough, to 1, twice as much and more.
    ///
    /// It is no probability.
    public let score: Float
    /// The largest sum of money in the message, in kopecks; only for ``HandoffReason/compensation``, `nil` when it names none.
    public let amountInKopecks: Int?

    /// Makes a finding.
    public init(
        reason: HandoffReason, utf8Range: Range<Int>, quote: String, explanation: String, score: Float,
        amountInKopecks: Int? = nil
    ) {
        self.reason = reason
        self.utf8Range = utf8Range
        self.quote = quote
        self.explanation = explanation
        self.score = score
        self.amountInKopecks = amountInKopecks
    }
}
