public import KnowledgeBase
import Retrieval
public import SearchIndex

/// What building an index cost.
public struct IndexingMeasurement: Equatable, Sendable {
    /// The generation made.
    public let generation: UInt64
    /// Documents of a plain collection, or articles.
    public let documentCount: Int
    /// Documents of the index: passages.
    public let passageCount: Int
    /// Tokens of all fields.
    public let tokenCount: UInt64
    /// UTF-8 bytes of the titles and texts read; of articles: of titles and passages.
    public let textByteCount: Int
    /// From the first document read to the durable commit.
    public let seconds: Double

    /// Documents per second.
    public var documentsPerSecond: Double { Double(documentCount) / max(seconds, 1e-9) }
    /// Tokens per second.
    public var tokensPerSecond: Double { Double(tokenCount) / max(seconds, 1e-9) }
}

extension IndexingMeasurement {
    /// Indexes a file of plain documents.
    ///
    /// - Parameters:
    ///   - corpusPath: the file.
    ///   - directory: where the index goes.
    ///   - schema: another schema than the product's, for comparisons.
    ///   - progress: called with the number of documents done.
    /// - Returns: the counts and the time.
    /// - Throws: `RetrievalError` and `StorageError`, with file and line.
    public static func index(
        corpusPath: String,
        into directory: IndexDirectory,
        schema: IndexSchema? = nil,
        progress: (Int) -> Void = { _ in }
    ) throws -> IndexingMeasurement {
        let clock = ContinuousClock()
        let start = clock.now
        var indexer = try KnowledgeIndexer(schema: schema)
        var documents = 0
        var textBytes = 0
        try PlainDocumentFile(path: corpusPath).forEachDocument { document in
            try indexer.add(document)
            documents += 1
            textBytes += document.title.utf8.count + document.text.utf8.count
            progress(documents)
        }
        return try finish(indexer, into: directory, documents: documents, textBytes: textBytes) {
            (clock.now - start).microseconds / 1e6
        }
    }

    /// Indexes articles.
    ///
    /// - Throws: `RetrievalError`.
    public static func index(
        articles: [Article],
        into directory: IndexDirectory,
        progress: (Int) -> Void = { _ in }
    ) throws -> IndexingMeasurement {
        let clock = ContinuousClock()
        let start = clock.now
        var indexer = try KnowledgeIndexer()
        for (index, article) in articles.enumerated() {
            try indexer.add(article)
            progress(index + 1)
        }
        let textBytes = articles.reduce(0) { bytes, article in
            article.passages.reduce(bytes + article.title.utf8.count) { $0 + $1.text.utf8.count }
        }
        return try finish(indexer, into: directory, documents: articles.count, textBytes: textBytes) {
            (clock.now - start).microseconds / 1e6
        }
    }

    static func finish(
        _ indexer: consuming KnowledgeIndexer,
        into directory: IndexDirectory,
        documents: Int,
        textBytes: Int,
        seconds: () -> Double
    ) throws -> IndexingMeasurement {
        let passages = indexer.passageCount
        let tokens = indexer.tokenCount
        let generation = try indexer.commit(to: directory)
        return IndexingMeasurement(
            generation: generation,
            documentCount: documents,
            passageCount: passages,
            tokenCount: tokens,
            textByteCount: textBytes,
            seconds: seconds()
        )
    }
}
