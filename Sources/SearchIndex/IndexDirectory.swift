public import MappedStorage

/// A folder that holds an index: built once, updated in place by generations, read by any number of processes.
///
/// One writer at a time publishes generations; readers open the current one and keep it as long as they like. Each of the writing functions returns when
/// its generation would survive a power loss, and leaves the generation before in place when it throws.
public struct IndexDirectory: Sendable {
    private let store: IndexStore
    private let mergePolicy: MergePolicy

    /// Names a folder; nothing is touched yet.
    public init(path: String) {
        self.init(path: path, operations: .system)
    }

    init(path: String, operations: FileOperations, mergePolicy: MergePolicy = MergePolicy()) {
        store = IndexStore(path: path, operations: operations)
        self.mergePolicy = mergePolicy
    }

    /// The path of the folder.
    public var path: String { store.path }

    /// Replaces the whole index by the writer's documents, which set its pivots.
    ///
    /// What was there before may be damaged or of another version. Its files are then removed; those that cannot be are no error and left to the
    /// next commit.
    ///
    /// - Parameters:
    ///   - writer: the documents.
    ///   - userData: bytes to get back from the snapshot, opaque to the index.
    /// - Returns: the number of the generation.
    /// - Throws: `.storage(.locked)` when another writer is at work; `.storage(.system)` when the disk refuses, and the current generation is as
    ///   before; `.storage(.notDurable)` when the disk took everything but did not confirm the last step.
    @discardableResult
    public func commit(_ writer: consuming IndexWriter, userData: [UInt8] = []) throws(IndexError) -> UInt64 {
        let segment = writer.segment
        let schema = segment.schema
        let pivots = segment.pivots()
        let content = segment.finish(pivots: pivots, userData: userData)
        return try store.replace(with: content, schema: schema, pivots: pivots).generation
    }

    /// Deletes documents of an index and adds others as a segment of its own.
    ///
    /// The documents that stay are not touched: the cost is that of the new documents and a few syncs. Segments without documents are dropped. If
    /// there is nothing to delete or add, nothing is written.
    ///
    /// - Parameters:
    ///   - base: the current generation.
    ///   - documents: documents of `base`; those deleted already are allowed.
    ///   - writer: the new documents, of the same schema.
    ///   - userData: bytes to get back from the new segment, opaque to the index.
    /// - Returns: the new generation, open.
    /// - Throws: as ``commit(_:userData:)``; `.staleSnapshot` when `base` is not the current generation any more; `.invalidSchema` when the
    ///   writer's schema is another; `.tooManyDocuments`.
    public func update(
        _ base: IndexSnapshot, deleting documents: [DocID], adding writer: consuming IndexWriter, userData: [UInt8]
    ) throws(IndexError) -> IndexSnapshot {
        let segment = writer.segment
        guard segment.schema == base.manifest.schema else {
            throw .invalidSchema(reason: "the index has other fields or layers than the documents to add")
        }
        let isEmpty = segment.documentCount == 0
        let content = segment.finish(pivots: base.manifest.pivots, userData: userData)
        let manifest = try store.update(base.files, deleting: documents, adding: isEmpty ? nil : content)
        return try open(manifest, reusing: base)
    }

    /// Merges neighbouring segments, or frees one of many deleted documents, if the merge policy finds that due.
    ///
    /// One merge a call: call again until the result is `nil`.
    ///
    /// - Parameters:
    ///   - base: the current generation.
    ///   - mergingUserData: makes the user data of the merged segment from its parts, whose deleted documents it will not have.
    /// - Returns: the new generation, open; `nil` when no merge is due.
    /// - Throws: as ``update(_:deleting:adding:userData:)``; `.storage(.corrupt)` when a segment is damaged.
    public func mergeIfNeeded(
        _ base: IndexSnapshot, mergingUserData: ([IndexSegment]) -> [UInt8]
    ) throws(IndexError) -> IndexSnapshot? {
        let sizes = base.segments.map {
            MergePolicy.Size(documentCount: $0.documentCount, liveDocumentCount: $0.liveDocumentCount)
        }
        guard let range = mergePolicy.choose(sizes) else { return nil }
        let segments = Array(base.segments[range])
        guard segments.reduce(0, { $0 + $1.liveDocumentCount }) <= IndexWriter.maxDocuments else { return nil }
        let merger = SegmentMerger(
            segments.map { segment in
                SegmentMerger.Part(segment: segment.reader) { !segment.isDeleted($0) }
            })
        let sections = try mappingStorageErrors { () throws(StorageError) in try merger.sections() }
        let content = SegmentContent(
            documentCount: merger.documentCount, tokenCount: 0, totalLengths: [],
            sections: sections + [(.userdata, mergingUserData(segments))])
        let manifest = try store.merge(base.files, range, into: merger.documentCount == 0 ? nil : content)
        return try open(manifest, reusing: base)
    }

    /// Opens the current generation.
    ///
    /// - Parameter previous: an older snapshot of this folder; what it has open and the current generation still has is not read again.
    /// - Returns: `previous` itself when it is current.
    /// - Throws: `.noIndex` when the folder holds none; `.storage` when a file is missing, damaged or of another version.
    public func openSnapshot(reusing previous: IndexSnapshot? = nil) throws(IndexError) -> IndexSnapshot {
        let files = try store.open(reusing: previous?.files)
        if let previous, previous.manifest == files.manifest { return previous }
        return try IndexSnapshot(files, reusing: previous)
    }

    /// Reads every byte of the current generation's files, also when some of them cannot be opened.
    ///
    /// - Returns: for each file that is missing or damaged what was found first; nothing when all bytes are as they were written. What a faulty writer
    ///   sealed is found by ``IndexSnapshot/verify()``.
    /// - Throws: `.noIndex`; `.storage` when the manifest itself cannot be read.
    public func damage() throws(IndexError) -> [StorageError] {
        try store.damage()
    }

    /// The number of the current generation.
    ///
    /// - Throws: `.noIndex` when there is none; `.storage` when its manifest is damaged or of another version.
    public func currentGeneration() throws(IndexError) -> UInt64 {
        try store.manifest().generation
    }

    /// Opens what was just published; `base` itself when nothing was.
    private func open(
        _ manifest: IndexManifest, reusing base: IndexSnapshot
    ) throws(IndexError) -> IndexSnapshot {
        if manifest == base.manifest { return base }
        let files = try mappingStorageErrors { () throws(StorageError) in
            try OpenIndex(manifest: manifest, store: store, reusing: base.files)
        }
        return try IndexSnapshot(files, reusing: base)
    }
}
