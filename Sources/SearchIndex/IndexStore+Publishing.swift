import MappedStorage

extension IndexStore {
    /// Replaces the whole index by one segment.
    ///
    /// A manifest that is damaged or of another version is no hindrance: this is what repairs it.
    ///
    /// - Throws: `.storage(.locked)` when another writer is at work; `.storage` when the disk refuses. The current generation is then as before, but
    ///   for `.notDurable`.
    func replace(
        with content: SegmentContent, schema: IndexSchema, pivots: [Float]
    ) throws(IndexError) -> IndexManifest {
        try publish(onTopOf: nil) { (files) throws(IndexError) in
            IndexManifest(
                generation: files.generation, schema: schema, pivots: pivots,
                segments: [try files.writeSegment(content)])
        }
    }

    /// Marks documents of `base` as deleted and adds a segment, if there is content for one.
    ///
    /// Segments that have no document left are dropped. A change of nothing publishes nothing and returns the manifest of `base`.
    ///
    /// - Parameters:
    ///   - base: the current generation.
    ///   - documents: documents of `base`, in any order; those deleted already are allowed.
    ///   - content: the new segment; `nil` for none.
    /// - Returns: the manifest of the new generation.
    /// - Throws: as ``replace(with:schema:pivots:)``, and `.staleSnapshot` when `base` is not the current generation;
    ///   `.tooManyDocuments`.
    func update(
        _ base: OpenIndex, deleting documents: [DocID], adding content: SegmentContent?
    ) throws(IndexError) -> IndexManifest {
        let deletions = base.deletions(adding: documents)
        guard content != nil || !deletions.isEmpty else { return base.manifest }
        let total = base.manifest.documentCount + (content?.documentCount ?? 0)
        guard total <= IndexManifest.maxDocuments else { throw .tooManyDocuments(limit: IndexManifest.maxDocuments) }
        return try publish(onTopOf: base.manifest) { (files) throws(IndexError) in
            var segments: [SegmentRecord] = []
            for (index, var record) in base.manifest.segments.enumerated() {
                if let set = deletions[index] {
                    if set.count == set.documentCount { continue }
                    record.deletions = try files.writeDeletions(set, segment: record.number)
                }
                segments.append(record)
            }
            if let content { segments.append(try files.writeSegment(content)) }
            return base.manifest.next(files.generation, segments: segments)
        }
    }

    /// Puts one segment, or none, in the place of neighbouring ones.
    ///
    /// - Throws: as ``update(_:deleting:adding:)``.
    func merge(
        _ base: OpenIndex, _ range: Range<Int>, into content: SegmentContent?
    ) throws(IndexError) -> IndexManifest {
        try publish(onTopOf: base.manifest) { (files) throws(IndexError) in
            var segments = base.manifest.segments
            let merged = if let content { [try files.writeSegment(content)] } else { [SegmentRecord]() }
            segments.replaceSubrange(range, with: merged)
            return base.manifest.next(files.generation, segments: segments)
        }
    }

    private func publish(
        onTopOf base: IndexManifest?, _ prepare: (inout GenerationFiles) throws(IndexError) -> IndexManifest
    ) throws(IndexError) -> IndexManifest {
        let lock = try mappingStorageErrors { () throws(StorageError) in
            try files.createDirectory(path)
            return try FileLock(path: path + "/" + IndexFile.lockName)
        }
        let outcome = Result { () throws(IndexError) in
            if let base { try checkIsCurrent(base) }
            return try publishLocked(prepare)
        }
        _ = consume lock
        return try outcome.get()
    }

    private func publishLocked(
        _ prepare: (inout GenerationFiles) throws(IndexError) -> IndexManifest
    ) throws(IndexError) -> IndexManifest {
        var written = GenerationFiles(store: self, generation: try nextGeneration())
        do throws(IndexError) {
            let manifest = try prepare(&written)
            try mappingStorageErrors { () throws(StorageError) in
                if !written.paths.isEmpty { try files.syncDirectory(path) }
                try files.replaceFile(path(of: .manifest), bytes: manifest.sealed())
            }
            removeUnused(keeping: manifest)
            return manifest
        } catch .storage(.notDurable(let file, let code)) {
            // After a power loss the new manifest may be there after all: its files must stay. The next commit knows.
            throw .storage(.notDurable(file: file, code: code))
        } catch {
            written.remove()
            throw error
        }
    }

    private func checkIsCurrent(_ base: IndexManifest) throws(IndexError) {
        let current = try manifest()
        guard current == base else {
            throw .staleSnapshot(generation: base.generation, current: current.generation)
        }
    }

    /// One more than every generation of which there is a trace, finished or not.
    private func nextGeneration() throws(IndexError) -> UInt64 {
        let names = try mappingStorageErrors { () throws(StorageError) in try FileSystem.names(in: path) }
        let last = max(names.compactMap { IndexFile(name: $0)?.generation }.max() ?? 0, generationOfManifest())
        guard last < .max else {
            throw .storage(.corrupt(file: path, byteOffset: 0, expected: "a generation that another can follow"))
        }
        return last + 1
    }

    /// The generation of the manifest; 0 for none, or one that cannot be read: that must not stop the rebuild that repairs it.
    private func generationOfManifest() -> UInt64 {
        do throws(IndexError) {
            return try manifest().generation
        } catch {
            return 0
        }
    }

    /// Removes what no manifest names.
    ///
    /// What cannot be removed does no harm and is tried again by the next commit; this one is done already.
    private func removeUnused(keeping manifest: IndexManifest) {
        let kept = manifest.fileNames
        do throws(StorageError) {
            for name in try FileSystem.names(in: path) where !kept.contains(name) {
                if let file = IndexFile(name: name) { removeIfPossible(file) }
            }
        } catch {
            return
        }
    }

    private func removeIfPossible(_ file: IndexFile) {
        do throws(StorageError) {
            if case .versionOneFolder = file {
                try files.removeFlatDirectory(path(of: file))
            } else {
                try files.remove(path(of: file))
            }
        } catch {
            return
        }
    }
}

/// The new files of a generation that is not published yet.
struct GenerationFiles {
    /// The number of the generation.
    let generation: UInt64
    /// What was written and synced so far.
    private(set) var paths: [String] = []
    private let store: IndexStore

    init(store: IndexStore, generation: UInt64) {
        self.store = store
        self.generation = generation
    }

    mutating func writeSegment(_ content: SegmentContent) throws(IndexError) -> SegmentRecord {
        let image = SegmentFileImage(content, number: generation)
        try write(.segment(generation), pieces: image.pieces)
        return SegmentRecord(
            number: generation, documentCount: content.documentCount, byteCount: image.byteCount,
            headerChecksum: image.headerChecksum,
            deletions: nil)
    }

    mutating func writeDeletions(_ deletions: DocumentFilter, segment: UInt64) throws(IndexError) -> DeletionsRecord {
        let bytes = DeletionsFile.seal(deletions, segment: segment)
        try write(.deletions(generation: generation, segment: segment), pieces: [bytes])
        return DeletionsRecord(
            generation: generation, count: deletions.count, checksum: SealedFile.sealChecksum(of: bytes))
    }

    /// Takes back what was written; what cannot be removed is left to the next commit.
    func remove() {
        for path in paths {
            do throws(StorageError) {
                try store.files.remove(path)
            } catch {
                continue
            }
        }
    }

    private mutating func write(_ file: IndexFile, pieces: [[UInt8]]) throws(IndexError) {
        let path = store.path(of: file)
        try mappingStorageErrors { () throws(StorageError) in try store.files.writeNewFile(path, pieces: pieces) }
        paths.append(path)
    }
}

extension IndexManifest {
    /// The manifest of a generation with other segments and all else the same.
    func next(_ generation: UInt64, segments: [SegmentRecord]) -> IndexManifest {
        IndexManifest(generation: generation, schema: schema, pivots: pivots, segments: segments)
    }
}

extension OpenIndex {
    /// The deletions of each segment that loses one of the documents, by its place among the segments.
    func deletions(adding documents: [DocID]) -> [Int: DocumentFilter] {
        var changed: [Int: DocumentFilter] = [:]
        var index = 0
        var first = 0
        for document in documents.map({ Int($0.rawValue) }).sorted() {
            while index < segments.count, document >= first + segments[index].record.documentCount {
                first += segments[index].record.documentCount
                index += 1
            }
            precondition(index < segments.count, "a document of this snapshot")
            let segment = segments[index]
            let old = segment.deletions ?? DocumentFilter(documentCount: segment.record.documentCount)
            let local = DocID(UInt32(document - first))
            guard !(changed[index] ?? old).contains(local) else { continue }
            changed[index, default: old].insert(local)
        }
        return changed
    }
}
