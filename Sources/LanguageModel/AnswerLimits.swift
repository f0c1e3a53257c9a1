/// How much an answer may have and how long its parts may take.
public struct AnswerLimits: Hashable, Sendable {
    /// Making the connection, TLS included.
    public var connect: Duration = .seconds(2)
    /// From sending the request to the first words or thoughts of the model.
    ///
    /// Keep-alives do not count.
    public var firstText: Duration = .seconds(8)
    /// Between two pieces; again, keep-alives do not count.
    public var idle: Duration = .seconds(5)
    /// From the reason of the end to the token counts or the end of the stream; then the answer is taken as it is.
    public var trailer: Duration = .milliseconds(500)
    /// Bytes of one line and of one event.
    public var lineByteCount = 1 << 18
    /// Bytes of the whole body.
    public var bodyByteCount = 1 << 22
    /// Bytes of the answer's text in UTF-8.
    public var textByteCount = 1 << 16

    /// The limits that are the default.
    public init() {}
}
