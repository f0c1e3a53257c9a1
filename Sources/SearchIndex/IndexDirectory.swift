import MappedStorage

/// A folder that holds index generations and a pointer to the current one.
///
/// ```
/// DIRECTORY/current.sfl              sealed: the number of the current generation
/// DIRECTORY/write.lock               held by the one writer
/// DIRECTORY/generation-00000007/     manifest.sfl terms.sfl postings.sfl norms.sfl stored.sfl userdata.sfl
/// ```
/// A commit writes and syncs the files of a new generation, syncs the folders, then replaces the pointer. Whatever
/// happens before that moment leaves the old generation in place. A generation in use stays readable after its removal:
/// its files are mapped.
public struct IndexDirectory: Sendable {
    /// The path of the folder.
    public let path: String

    private static let pointerMagic = "SFLCURNT"
    private static let pointerName = "current.sfl"

    /// Names a folder; nothing is touched yet.
    public init(path: String) {
        self.path = path
    }

    /// Writes the writer's documents as the next generation and makes it the current one.
    ///
    /// Older and unfinished generations are then removed; one that cannot be removed is no error and left to the next
    /// commit.
    ///
    /// - Parameters:
    ///   - writer: the documents.
    ///   - userData: bytes to get back from the snapshot, opaque to the index.
    /// - Returns: the number of the generation.
    /// - Throws: `.storage(.locked)` when another writer is at work; `.storage(.system)` when the disk refuses.
    ///   The current generation is then as before.
    @discardableResult
    public func commit(_ writer: consuming IndexWriter, userData: [UInt8] = []) throws(IndexError) -> UInt64 {
        do throws(StorageError) {
            try FileSystem.createDirectory(path)
            let lock = try FileLock(path: path + "/write.lock")
            let generation = try nextGeneration()
            let folder = folder(of: generation)
            try FileSystem.createDirectory(folder)
            for file in Self.files(of: writer, generation: generation, userData: userData) {
                try FileSystem.writeNewFile(folder + "/" + file.name, bytes: file.bytes)
            }
            try FileSystem.syncDirectory(folder)
            try FileSystem.syncDirectory(path)
            var pointer = ByteWriter()
            pointer.writeInteger(generation)
            try FileSystem.replaceFile(
                pointerPath,
                bytes: SealedFile.seal(
                    magic: Self.pointerMagic, version: IndexFile.formatVersion, payload: pointer.bytes)
            )
            removeGenerations(except: generation)
            _ = consume lock
            return generation
        } catch {
            throw .storage(error)
        }
    }

    /// The complete files of a generation, by name.
    static func files(
        of writer: consuming IndexWriter, generation: UInt64, userData: [UInt8]
    ) -> [(name: String, bytes: [UInt8])] {
        let segment = writer.segment
        let schema = segment.schema
        let pivots = segment.pivots()
        let content = segment.finish(pivots: pivots, userData: userData)
        var files: [(name: String, bytes: [UInt8])] = []
        func seal(_ file: IndexFile, _ payload: [UInt8]) {
            let bytes = SealedFile.seal(magic: file.magic, version: IndexFile.formatVersion, payload: payload)
            files.append((file.fileName, bytes))
        }
        for (section, bytes) in content.sections {
            if let file = IndexFile(rawValue: section.rawValue) { seal(file, bytes) }
        }
        let manifest = IndexManifest(
            generation: generation,
            documentCount: content.documentCount,
            tokenCount: content.tokenCount,
            schema: schema,
            totalLengths: content.totalLengths,
            pivots: pivots,
            files: files.map {
                .init(name: $0.name, byteCount: $0.bytes.count, checksum: SealedFile.sealChecksum(of: $0.bytes))
            }
        )
        seal(.manifest, manifest.payload())
        return files
    }

    /// Opens the current generation.
    ///
    /// - Throws: `.noIndex` when the folder holds none; `.storage` when a file is missing, damaged or of another
    ///   version.
    public func openSnapshot() throws(IndexError) -> IndexSnapshot {
        var generation = try currentGeneration()
        while true {
            do throws(IndexError) {
                return try IndexSnapshot(folder: folder(of: generation), generation: generation)
            } catch {
                // A commit between reading the pointer and opening the files removes the generation:
                // follow the pointer.
                let latest = try currentGeneration()
                guard case .storage(.notFound) = error, latest != generation else { throw error }
                generation = latest
            }
        }
    }

    /// The number in the pointer.
    ///
    /// - Throws: `.noIndex` when there is no pointer; `.storage` when it is damaged.
    public func currentGeneration() throws(IndexError) -> UInt64 {
        guard FileSystem.exists(pointerPath) else { throw .noIndex(directory: path) }
        return try mappingStorageErrors { () throws(StorageError) in
            let file = try MappedFile(path: pointerPath)
            let payload = try SealedFile.validate(file, magic: Self.pointerMagic, version: IndexFile.formatVersion)
            return try file.withBytes { (bytes) throws(StorageError) in
                var reader = ByteReader(file: file.path, range: payload)
                let generation = try reader.readInteger(UInt64.self, from: bytes)
                guard reader.remaining == 0 else {
                    throw .corrupt(file: file.path, byteOffset: reader.byteOffset, expected: "the end of the pointer")
                }
                return generation
            }
        }
    }

    private var pointerPath: String { path + "/" + Self.pointerName }

    private func folder(of generation: UInt64) -> String {
        let digits = String(generation)
        return path + "/" + Self.folderPrefix + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    }

    private static let folderPrefix = "generation-"

    /// One more than every generation that exists, finished or not.
    private func nextGeneration() throws(StorageError) -> UInt64 {
        let existing = try generations().map(\.number)
        var current: UInt64 = 0
        if FileSystem.exists(pointerPath) {
            do {
                current = try currentGeneration()
            } catch {
                // A damaged pointer must not stop the rebuild that repairs it.
                current = existing.max() ?? 0
            }
        }
        let last = max(current, existing.max() ?? 0)
        guard last < .max else {
            throw .corrupt(file: path, byteOffset: 0, expected: "a generation that another can follow")
        }
        return last + 1
    }

    /// Removes what it can: the commit is done already, and what stays does no harm and is tried again by the next.
    private func removeGenerations(except kept: UInt64) {
        do throws(StorageError) {
            for generation in try generations() where generation.number != kept {
                do throws(StorageError) {
                    try FileSystem.removeFlatDirectory(path + "/" + generation.name)
                } catch {
                    continue
                }
            }
        } catch {
            return
        }
    }

    private func generations() throws(StorageError) -> [(name: String, number: UInt64)] {
        try FileSystem.names(in: path).compactMap { name in
            guard name.hasPrefix(Self.folderPrefix), let number = UInt64(name.dropFirst(Self.folderPrefix.count)) else {
                return nil
            }
            return (name, number)
        }
    }
}
