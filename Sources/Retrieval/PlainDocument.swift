/// A document without structure, as test collections have them: one passage, no audience, always valid.
public struct PlainDocument: Equatable, Sendable {
    /// The identifier in its collection.
    public let id: String
    /// May be empty.
    public let title: String
    /// The text.
    public let text: String

    /// Makes a document.
    public init(id: String, title: String, text: String) {
        self.id = id
        self.title = title
        self.text = text
    }
}
