public import KnowledgeBase
import MappedStorage
public import SearchIndex

/// Keeps an index equal to a knowledge base by writing only what changed.
///
/// A changed article becomes a new segment, its old passages are marked as deleted. The updated index ranks as one built from scratch with the same
/// average lengths would, but for the idf: deleted passages count in it until their segment is merged, which small segments are soon and large ones
/// when a fifth of their passages is deleted.
///
/// One updater at a time can write to a folder. It keeps the generation that it wrote last open.
public struct KnowledgeUpdater: Sendable {
    private struct State: Sendable {
        let snapshot: IndexSnapshot
        let table: ArticleTable
    }

    private let directory: IndexDirectory
    private let schema: IndexSchema
    /// `nil` when there is nothing that can be updated.
    private var state: State?

    /// Opens the current generation of a folder.
    ///
    /// One that is missing, damaged, of plain documents, or of another version or schema is no error: it is replaced by the first update. To see damage
    /// everywhere the whole index is read.
    ///
    /// - Throws: `.index` when the index cannot be read for another reason.
    public init(directory: IndexDirectory) throws(RetrievalError) {
        self.directory = directory
        schema = try mappingIndexErrors { () throws(IndexError) in try IndexSchema.product() }
        let damage = try Self.ifReadable { () throws(RetrievalError) in
            try mappingIndexErrors { () throws(IndexError) in try directory.damage() }
        }
        guard damage?.isEmpty == true else { return }
        try reopen()
    }

    /// Takes up the generation that another writer has published meanwhile.
    ///
    /// - Throws: as ``init(directory:)``.
    public mutating func reopen() throws(RetrievalError) {
        let old = state
        state = try Self.ifReadable { () throws(RetrievalError) in
            let snapshot = try mappingIndexErrors { () throws(IndexError) in
                try directory.openSnapshot(reusing: old?.snapshot)
            }
            return State(snapshot: snapshot, table: try ArticleTable(snapshot, reusing: old?.table))
        }
        if let opened = state, opened.snapshot.manifest.schema != schema || !opened.table.isOfArticles { state = nil }
    }

    /// Makes the index hold the articles, whatever it held before.
    ///
    /// - Parameters:
    ///   - articles: all articles of the knowledge base, each `id` once.
    ///   - progress: called with the number of articles analysed.
    /// - Returns: what changed.
    /// - Throws: `.index` when the disk refuses, another writer is at work or has been; the index is then as before.
    public mutating func update(
        to articles: [Article], progress: (Int) -> Void = { _ in }
    ) throws(RetrievalError) -> KnowledgeUpdate {
        guard let state else { return try rebuild(from: articles, progress: progress) }
        return try apply(ArticleChanges(from: state.table, to: articles), articles, state, progress)
    }

    /// Makes the index hold the articles, knowing those that it held after the last update.
    ///
    /// - Parameters:
    ///   - old: the articles of the last update that succeeded, ascending by `id`.
    ///   - articles: all articles now, ascending by `id`.
    /// - Returns: what changed.
    /// - Throws: as ``update(to:progress:)``.
    public mutating func update(from old: [Article], to articles: [Article]) throws(RetrievalError) -> KnowledgeUpdate {
        guard let state else { return try rebuild(from: articles) }
        return try apply(ArticleChanges(from: old, to: articles), articles, state) { _ in }
    }

    /// Builds the index from scratch.
    ///
    /// - Returns: what changed.
    /// - Throws: as ``update(to:progress:)``.
    public mutating func rebuild(
        from articles: [Article], progress: (Int) -> Void = { _ in }
    ) throws(RetrievalError) -> KnowledgeUpdate {
        var indexer = try KnowledgeIndexer(schema: schema)
        for (index, article) in articles.enumerated() {
            try indexer.add(article)
            progress(index + 1)
        }
        let tokens = indexer.tokenCount
        _ = try indexer.commit(to: directory)
        let snapshot = try mappingIndexErrors { () throws(IndexError) in try directory.openSnapshot() }
        let opened = State(snapshot: snapshot, table: try ArticleTable(snapshot))
        state = opened
        return report(.rebuilt, ArticleChanges(added: articles), opened, tokenCount: tokens)
    }

    /// Merges segments as far as that is due.
    ///
    /// Searching does not wait for it, so it is not part of an update.
    ///
    /// - Returns: the update with the generation that holds its articles now.
    /// - Throws: as ``update(to:progress:)``; `.index(.storage(.corrupt))` when a segment is damaged.
    public mutating func mergeIfNeeded(after update: KnowledgeUpdate) throws(RetrievalError) -> KnowledgeUpdate {
        var update = update
        while let current = state {
            let merged = try mappingIndexErrors { () throws(IndexError) in
                try directory.mergeIfNeeded(current.snapshot, mergingUserData: current.table.mergedUserData)
            }
            guard let merged else { break }
            state = State(snapshot: merged, table: try ArticleTable(merged, reusing: current.table))
            update.generation = merged.generation
            update.byteCount = merged.byteCount
        }
        return update
    }

    private mutating func apply(
        _ changes: ArticleChanges, _ articles: [Article], _ base: State, _ progress: (Int) -> Void
    ) throws(RetrievalError) -> KnowledgeUpdate {
        if changes.isEmpty { return report(.unchanged, changes, base, tokenCount: 0) }
        if changes.isMost(of: base.table.articleCount) { return try rebuild(from: articles, progress: progress) }
        var indexer = try KnowledgeIndexer(schema: schema)
        for (index, article) in (changes.changed + changes.added).enumerated() {
            try indexer.add(article)
            progress(index + 1)
        }
        let tokens = indexer.tokenCount
        let outdated = Set(changes.changed.map(\.id.rawValue) + changes.removed)
        let deleted = base.table.rows.filter { outdated.contains(base.table.id(of: $0)) }
            .flatMap { base.table.documents(of: $0) }.map { DocID(UInt32($0)) }
        let snapshot = try indexer.update(base.snapshot, deleting: deleted, in: directory)
        let updated = State(snapshot: snapshot, table: try ArticleTable(snapshot, reusing: base.table))
        state = updated
        return report(.updated, changes, updated, tokenCount: tokens)
    }

    private func report(
        _ kind: KnowledgeUpdate.Kind, _ changes: ArticleChanges, _ state: State, tokenCount: UInt64
    ) -> KnowledgeUpdate {
        KnowledgeUpdate(
            kind: kind, generation: state.snapshot.generation, addedCount: changes.added.count,
            changedCount: changes.changed.count, removedCount: changes.removed.count,
            articleCount: state.table.articleCount, passageCount: state.snapshot.liveDocumentCount,
            tokenCount: tokenCount, byteCount: state.snapshot.byteCount)
    }

    /// What `body` returns; `nil` when it finds no index, or one that only a new one can replace.
    private static func ifReadable<Value>(
        _ body: () throws(RetrievalError) -> Value
    ) throws(RetrievalError) -> Value? {
        do throws(RetrievalError) {
            return try body()
        } catch .index(.noIndex), .incompatibleRecords, .index(.storage(.corrupt)), .index(.storage(.notFound)),
            .index(.storage(.incompatibleVersion))
        {
            return nil
        }
    }
}
