import MappedStorage

/// The files of an index folder: opens generations and publishes new ones, without looking into the segments' sections.
///
/// ```
/// INDEX/write.lock                         held (flock) by the one writer
/// INDEX/current.sfl                        sealed manifest of the current generation; replaced by rename
/// INDEX/segment-00000007.sfl               one immutable segment
/// INDEX/deletions-00000009-00000007.sfl    which documents of segment 7 are deleted, as generation 9 says
/// ```
/// Publishing writes and syncs the new files, syncs the folder, writes and syncs the new manifest, renames it over the old one and syncs the
/// folder. Whatever happens before the renaming leaves the old generation in place. Then files that the new generation does not name
/// are removed; a reader that has them open keeps its mappings.
struct IndexStore: Sendable {
    /// The path of the folder.
    let path: String
    let files: FileSystem

    /// Names a folder; nothing is touched yet.
    init(path: String, operations: FileOperations = .system) {
        self.path = path
        files = FileSystem(operations: operations)
    }

    func path(of file: IndexFile) -> String { path + "/" + file.name }

    /// The manifest of the current generation.
    ///
    /// - Throws: `.noIndex` when there is none; `.storage` when it is damaged or of another version.
    func manifest() throws(IndexError) -> IndexManifest {
        do throws(StorageError) {
            return try IndexManifest(path: path(of: .manifest))
        } catch .notFound {
            throw .noIndex(directory: path)
        } catch .system(operation: "open", _, _) where !FileSystem.exists(path(of: .manifest)) {
            // The folder itself is a plain file.
            throw .noIndex(directory: path)
        } catch {
            throw .storage(error)
        }
    }

    /// Opens the current generation.
    ///
    /// Segments and deletions that `previous` has open and that still belong to the index are not read again.
    ///
    /// - Throws: `.noIndex`; `.storage` when a file is missing, damaged or of another version.
    func open(reusing previous: OpenIndex? = nil) throws(IndexError) -> OpenIndex {
        var manifest = try manifest()
        while true {
            if let previous, previous.manifest == manifest { return previous }
            do throws(StorageError) {
                return try OpenIndex(manifest: manifest, store: self, reusing: previous)
            } catch {
                // A writer may have published and cleaned between reading the manifest and opening the files.
                let latest = try self.manifest()
                guard case .notFound = error, latest != manifest else { throw .storage(error) }
                manifest = latest
            }
        }
    }
}

/// One generation with all its files open and checked.
struct OpenIndex: Sendable {
    let manifest: IndexManifest
    let segments: [OpenSegment]
    /// Bytes of all files.
    let byteCount: Int

    init(manifest: IndexManifest, store: IndexStore, reusing previous: OpenIndex?) throws(StorageError) {
        self.manifest = manifest
        var segments: [OpenSegment] = []
        for record in manifest.segments {
            let open = previous?.segments.first { $0.record.number == record.number }
            segments.append(try OpenSegment(record, store: store, reusing: open))
        }
        self.segments = segments
        byteCount = segments.reduce(manifest.sealed().count) { $0 + $1.byteCount }
    }
}

/// One open segment and its deletions.
struct OpenSegment: Sendable {
    let record: SegmentRecord
    let file: SegmentFileReader
    let deletions: DocumentFilter?

    init(_ record: SegmentRecord, store: IndexStore, reusing open: OpenSegment?) throws(StorageError) {
        self.record = record
        if let open, open.record.headerChecksum == record.headerChecksum, open.record.byteCount == record.byteCount {
            file = open.file
        } else {
            file = try SegmentFileReader(path: store.path(of: .segment(record.number)), record: record)
        }
        guard let deletionsRecord = record.deletions else {
            deletions = nil
            return
        }
        if let open, open.record.deletions == deletionsRecord {
            deletions = open.deletions
        } else {
            let name = IndexFile.deletions(generation: deletionsRecord.generation, segment: record.number)
            deletions = try DeletionsFile.open(path: store.path(of: name), record: deletionsRecord, segment: record)
        }
    }

    var byteCount: Int {
        guard let deletions else { return record.byteCount }
        let frame = SealedFile.headerByteCount + SealedFile.footerByteCount
        return record.byteCount + frame + 16 + deletions.words.count * 8
    }
}
