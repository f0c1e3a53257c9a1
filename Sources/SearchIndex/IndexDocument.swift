/// A document as it is given to the index: the texts of its fields, and bytes to get back with a hit.
public struct IndexDocument: Sendable {
    /// For each field of the schema, in its order, the texts of that field.
    public let fields: [[String]]
    /// Opaque to the index.
    public let stored: [UInt8]

    /// Makes a document.
    public init(fields: [[String]], stored: [UInt8]) {
        self.fields = fields
        self.stored = stored
    }
}
