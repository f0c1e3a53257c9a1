public import KnowledgeBase
public import SearchIndex

/// Builds a generation of the index from articles or plain documents.
///
/// A passage is a document of the index.
public struct KnowledgeIndexer: ~Copyable {
    private var writer: IndexWriter
    private var articles = SegmentArticlesWriter()

    /// Starts an empty generation with the product's schema, or another for comparisons.
    ///
    /// - Parameter schema: the product's if it is `nil`.
    /// - Throws: `.index` when the analyser cannot be opened.
    public init(schema: IndexSchema? = nil) throws(RetrievalError) {
        do {
            let chosen = if let schema { schema } else { try IndexSchema.product() }
            writer = try IndexWriter(schema: chosen)
        } catch {
            throw .index(error)
        }
    }

    /// Passages added so far.
    public var passageCount: Int { writer.documentCount }

    /// Tokens of everything added so far.
    public var tokenCount: UInt64 { writer.tokenCount }

    /// Adds an article with its passages.
    ///
    /// Title, tags, customers' questions and headings are searched with every passage.
    ///
    /// - Throws: `.index` for a text that is too long.
    public mutating func add(_ article: Article) throws(RetrievalError) {
        for passage in article.passages {
            let record = PassageRecord(
                heading: .init(section: article.section, path: passage.headingPath),
                ordinal: passage.ordinal,
                text: passage.text,
                sourceRange: passage.sourceRange,
                textStart: passage.utf8Range.lowerBound,
                units: PassageUnit.units(of: passage, in: article.plainText),
                file: passage.ordinal == 0 ? .init(path: article.path, source: article.source) : nil
            )
            try add(
                title: [article.title],
                questions: article.questions + article.tags,
                headings: Array(passage.headingPath.dropFirst()),
                body: passage.text,
                record
            )
        }
        articles.add(ArticleEntry(article))
    }

    /// Adds a plain document as an article of one passage.
    ///
    /// - Throws: `.index` for a text that is too long.
    public mutating func add(_ document: PlainDocument) throws(RetrievalError) {
        let record = PassageRecord(
            heading: .init(section: "", path: document.title.isEmpty ? [] : [document.title]),
            ordinal: 0,
            text: document.text,
            sourceRange: 0..<document.text.utf8.count,
            textStart: 0,
            units: [],
            file: nil
        )
        try add(title: [document.title], questions: [], headings: [], body: document.text, record)
        articles.add(ArticleEntry(id: document.id))
    }

    /// Adds the articles of another indexer after those of this one, with the result as if all had been added here.
    ///
    /// It must have the same schema.
    ///
    /// - Throws: `.index(.tooManyDocuments)`.
    public mutating func append(_ other: consuming KnowledgeIndexer) throws(RetrievalError) {
        articles.append(other.articles)
        do {
            try writer.append(other.writer)
        } catch {
            throw .index(error)
        }
    }

    /// Writes the generation and makes it the current one.
    ///
    /// - Returns: its number.
    /// - Throws: `.index` when the disk refuses or another writer is at work.
    public consuming func commit(to directory: IndexDirectory) throws(RetrievalError) -> UInt64 {
        let table = articles.encoded()
        do {
            return try directory.commit(writer, userData: table)
        } catch {
            throw .index(error)
        }
    }

    /// Adds what was added here to a generation as a segment of its own and deletes some of its documents.
    consuming func update(
        _ base: IndexSnapshot, deleting documents: [DocID], in directory: IndexDirectory
    ) throws(RetrievalError) -> IndexSnapshot {
        let table = articles.encoded()
        do {
            return try directory.update(base, deleting: documents, adding: writer, userData: table)
        } catch {
            throw .index(error)
        }
    }

    /// Words of a text that stand in for a missing title.
    private static let leadWords = 6

    private static func lead(of body: String) -> String {
        body.split(maxSplits: leadWords, whereSeparator: \.isWhitespace).prefix(leadWords).joined(separator: " ")
    }

    private mutating func add(
        title: [String], questions: [String], headings: [String], body: String, _ record: PassageRecord
    ) throws(RetrievalError) {
        let lead = title.contains { !$0.isEmpty } ? [] : [Self.lead(of: body)]
        let document = IndexDocument(fields: [title, questions, headings, [body], lead], stored: record.encoded())
        do {
            try writer.add(document)
        } catch {
            throw .index(error)
        }
    }
}
