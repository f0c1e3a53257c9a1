import Retrieval
public import SearchIndex

extension IndexingMeasurement {
    /// Indexes a file of plain documents, several parts of it at the same time; the index is, byte for byte, that of one thread.
    ///
    /// Each task reads its part of the file and builds an index of it; the parts are then joined and written by one.
    /// Memory grows with the parts as they are joined.
    ///
    /// - Parameters:
    ///   - corpusPath: the file.
    ///   - directory: where the index goes.
    ///   - schema: another schema than the product's, for comparisons.
    ///   - threads: parts; at least 1. More than the machine has cores are of no use.
    /// - Returns: the counts and the time.
    /// - Throws: `RetrievalError` and `StorageError`, with file and line: the first in the order of the file.
    public static func index(
        corpusPath: String, into directory: IndexDirectory, schema: IndexSchema? = nil, threads: Int
    ) async throws -> IndexingMeasurement {
        let clock = ContinuousClock()
        let start = clock.now
        let file = PlainDocumentFile(path: corpusPath)
        let parts = CorpusPart.split(try file.documentLines(), into: threads)
        await withTaskGroup { group in
            for part in parts { group.addTask { part.index(file, schema) } }
        }
        var indexer = try KnowledgeIndexer(schema: schema)
        for part in parts { try indexer.append(part.takeIndexer()) }
        return try finish(
            indexer,
            into: directory,
            documents: parts.reduce(0) { $0 + $1.documentCount },
            textBytes: parts.reduce(0) { $0 + $1.textByteCount },
            seconds: { (clock.now - start).microseconds / 1e6 }
        )
    }
}

/// A row of documents of a corpus and what became of it.
///
/// Unchecked: what varies is written by the one task that ``index(_:_:)`` runs in, and read by the task that waited for the end of that one.
private final class CorpusPart: @unchecked Sendable {
    let documentCount: Int
    private let lines: Range<Int>
    private(set) var textByteCount = 0
    private var indexer: KnowledgeIndexer?
    private var failure: (any Error)?

    private init(lines: Range<Int>, documentCount: Int) {
        self.lines = lines
        self.documentCount = documentCount
    }

    /// Parts of equal numbers of documents, as far as that goes; none of them is empty.
    static func split(_ documentLines: [Int], into count: Int) -> [CorpusPart] {
        let size = max(1, (documentLines.count + count - 1) / max(1, count))
        return stride(from: 0, to: documentLines.count, by: size).map { start in
            let end = min(start + size, documentLines.count)
            let lines = documentLines[start]..<(documentLines[end - 1] + 1)
            return CorpusPart(lines: lines, documentCount: end - start)
        }
    }

    /// Indexes the part; call it once.
    func index(_ file: PlainDocumentFile, _ schema: IndexSchema?) {
        do {
            var indexer = try KnowledgeIndexer(schema: schema)
            try file.forEachDocument(inLines: lines) { document in
                try indexer.add(document)
                textByteCount += document.title.utf8.count + document.text.utf8.count
            }
            self.indexer = consume indexer
        } catch {
            failure = error
        }
    }

    /// The index of the part, or what stopped it; call it once, after ``index(_:_:)`` has returned.
    func takeIndexer() throws -> KnowledgeIndexer {
        if let failure { throw failure }
        guard let taken = indexer.take() else { preconditionFailure("the part was indexed and not taken yet") }
        return taken
    }
}
