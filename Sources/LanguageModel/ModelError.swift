/// Why a model gave no answer.
///
/// The name of a provider is the configured one. No case carries text of a request, of an answer or of a key.
public indirect enum ModelError: Error, Hashable, Sendable {
    /// Which time limit was reached.
    public enum Limit: Hashable, Sendable {
        /// Making the connection, TLS included.
        case connect
        /// The first words.
        case firstText
        /// Between two pieces of the answer.
        case idle
        /// The deadline of the whole request.
        case deadline
        /// Waiting for a free place.
        case queue
    }

    /// What was wrong with an answer.
    public enum Defect: Hashable, Sendable {
        /// The answer is not HTTP.
        case notHTTP
        /// The body is neither a stream of events nor JSON.
        case notAnAnswer
        /// A piece is not JSON, or not in UTF-8.
        case notJSON
        /// A piece is JSON of another form.
        case wrongSchema
        /// The body is compressed, which was not asked for.
        case compressed
        /// The answer ended without saying that it was complete.
        case unfinished
        /// The answer is complete and has no text.
        case noText
    }

    /// What was too large.
    public enum Part: Hashable, Sendable {
        /// The head of the answer.
        case head
        /// One line or one event.
        case line
        /// The bytes of the whole answer.
        case body
        /// The text of the answer.
        case text
    }

    /// Which budget is used up.
    public enum Budget: Hashable, Sendable {
        /// Tokens of the operator for this day.
        case operatorTokens
        /// Money of the operator for this day.
        case operatorMoney
        /// Tokens of all operators for this day.
        case dayTokens
        /// Money of all operators for this day.
        case dayMoney
    }

    /// The settings are unusable: which one of which provider.
    case configuration(provider: String, setting: String)
    /// The server could not be reached, or the connection broke; `code` is a CURLcode.
    case connection(provider: String, code: Int)
    /// TLS failed: no trust in the certificate, or no TLS at the other end; `code` is a CURLcode.
    case tls(provider: String, code: Int)
    /// A time limit was reached.
    case timeout(provider: String, limit: Limit)
    /// The server answered with a status other than 200…299; redirects too, they are not followed.
    case status(provider: String, code: Int, retryAfter: Duration?)
    /// The server sent an error inside an answer that had begun well; `code` if it was a number.
    case failedInStream(provider: String, code: Int?)
    /// The answer cannot be read.
    case malformed(provider: String, defect: Defect)
    /// The answer is larger than allowed, in bytes.
    case tooLarge(provider: String, part: Part, limit: Int)
    /// The provider's filter refused to answer.
    case refused(provider: String)
    /// The provider failed too often of late and is not asked before so long.
    case circuitOpen(provider: String, retryIn: Duration)
    /// Too many requests wait for this provider.
    case queueFull(provider: String)
    /// The operator's or the day's budget does not suffice.
    case budgetExceeded(Budget)
    /// The task was cancelled.
    case cancelled
    /// Every provider of the chain failed; why, in the order they were asked. Empty when none is configured.
    case noProviderAnswered([ModelError])
}
