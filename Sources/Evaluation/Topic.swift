/// One information need of a test collection: an identifier and the text that is searched for.
public struct Topic: Hashable, Sendable {
    /// The identifier that qrels and runs refer to.
    public let id: String
    /// The query text, as a person wrote it.
    public let text: String

    /// Creates a topic.
    ///
    /// Nothing is validated here; qrels and runs validate the identifiers that they hold.
    public init(id: String, text: String) {
        self.id = id
        self.text = text
    }
}
