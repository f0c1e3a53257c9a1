/// Collects the documents of a new index, or of an addition to one, in memory; an ``IndexDirectory`` makes them durable.
public struct IndexWriter: ~Copyable {
    /// The most documents of one writer.
    public static let maxDocuments = SegmentWriter.maxDocuments

    var segment: SegmentWriter

    /// Starts with no documents.
    ///
    /// - Throws: `.analysis` when the analyser cannot be opened.
    public init(schema: IndexSchema) throws(IndexError) {
        segment = try SegmentWriter(schema: schema)
    }

    /// Documents added so far.
    public var documentCount: Int { segment.documentCount }

    /// Tokens of all fields of all documents added so far; a compound identifier counts beside its parts.
    public var tokenCount: UInt64 { segment.tokenCount }

    /// Adds a document.
    ///
    /// - Throws: `.fieldCountMismatch`, `.tooManyDocuments`, or `.analysis` for a text that is too long; the document is then not added.
    public mutating func add(_ document: IndexDocument) throws(IndexError) {
        try segment.add(document)
    }

    /// Adds the documents of a writer of the same schema after those of this one, with the result as if all had been added here.
    ///
    /// So several writers can share the work, each in its own thread.
    ///
    /// - Throws: `.tooManyDocuments`; nothing is then added.
    public mutating func append(_ other: consuming IndexWriter) throws(IndexError) {
        try segment.append(other.segment)
    }
}
