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

    /// Maps all files before it reads any: a writer that publishes all the time must not take away the last while the first is being checked.
    init(manifest: IndexManifest, store: IndexStore, reusing previous: OpenIndex?) throws(StorageError) {
        self.manifest = manifest
        var mapped: [MappedSegment] = []
        for record in manifest.segments { mapped.append(try MappedSegment(record, store: store, reusing: previous)) }
        var segments: [OpenSegment] = []
        for segment in mapped { segments.append(try OpenSegment(segment)) }
        self.segments = segments
        byteCount = segments.reduce(manifest.sealed().count) { $0 + $1.byteCount }
    }
}

/// A segment whose files are mapped and were not read yet, unless they were open before.
struct MappedSegment {
    enum Source<Opened> {
        case open(Opened)
        case mapped(MappedFile)
    }

    let record: SegmentRecord
    let segment: Source<SegmentFileReader>
    let deletions: Source<DocumentFilter>?

    init(_ record: SegmentRecord, store: IndexStore, reusing previous: OpenIndex?) throws(StorageError) {
        self.record = record
        let open = previous?.segments.first {
            $0.record.number == record.number && $0.record.headerChecksum == record.headerChecksum
                && $0.record.byteCount == record.byteCount
        }
        segment =
            if let open { .open(open.file) } else {
                .mapped(try MappedFile(path: store.path(of: .segment(record.number))))
            }
        guard let deletions = record.deletions else {
            self.deletions = nil
            return
        }
        if let open, open.record.deletions == deletions, let set = open.deletions {
            self.deletions = .open(set)
        } else {
            let name = IndexFile.deletions(generation: deletions.generation, segment: record.number)
            self.deletions = .mapped(try MappedFile(path: store.path(of: name)))
        }
    }
}

/// One open segment and its deletions.
struct OpenSegment: Sendable {
    let record: SegmentRecord
    let file: SegmentFileReader
    let deletions: DocumentFilter?

    init(_ mapped: MappedSegment) throws(StorageError) {
        record = mapped.record
        file =
            switch mapped.segment {
            case .open(let reader): reader
            case .mapped(let file): try SegmentFileReader(file, record: mapped.record)
            }
        deletions =
            switch (mapped.deletions, mapped.record.deletions) {
            case (.open(let deletions), _): deletions
            case (.mapped(let file), let record?):
                try DeletionsFile.read(file, record: record, segment: mapped.record)
            default: nil
            }
    }

    var byteCount: Int {
        guard let deletions else { return record.byteCount }
        let frame = SealedFile.headerByteCount + SealedFile.footerByteCount
        return record.byteCount + frame + 16 + deletions.words.count * 8
    }
}
