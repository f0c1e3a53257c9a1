import Glibc

/// The few file operations the storage needs, each durable when it returns.
public struct FileSystem: Sendable {
    private let operations: FileOperations

    /// Works through the given operations, by default the operating system's.
    public init(operations: FileOperations = .system) {
        self.operations = operations
    }

    /// Writes a new file of the pieces, one after the other, and syncs it to the disk.
    ///
    /// The pieces are not copied. The name becomes durable with the next ``syncDirectory(_:)`` of its folder.
    ///
    /// - Throws: `.system` (disk full, read-only, exists already, …). A half-written file, or one that the system could not sync, is removed: after
    ///   a failed sync nobody knows what is on the disk, and asking again may lie.
    public func writeNewFile(_ path: String, pieces: [[UInt8]]) throws(StorageError) {
        let descriptor = try operations.create(path)
        defer { close(descriptor) }
        do throws(StorageError) {
            for piece in pieces { try writeAll(piece, to: descriptor, path: path) }
            try operations.sync(descriptor, path)
        } catch {
            removeIfPossible(path)
            throw error
        }
    }

    /// Replaces a file as a whole: readers see the old or the new content, also after a power loss.
    ///
    /// - Throws: `.system`, and the old file is untouched; `.notDurable` when the new content was in place and the system could not make that
    ///   durable. The old content is then put back, if the system allows; after a power loss either may be there.
    public func replaceFile(_ path: String, bytes: [UInt8]) throws(StorageError) {
        let previous = try previousBytes(of: path)
        try moveNewFile(to: path, bytes: bytes)
        do throws(StorageError) {
            try syncDirectory(Self.parent(of: path))
        } catch {
            restore(path, previous)
            guard case .system(_, _, let code) = error else { throw error }
            throw .notDurable(file: path, code: code)
        }
    }

    /// Removes a file; that becomes durable with the next ``syncDirectory(_:)`` of its folder.
    ///
    /// - Throws: `.notFound` or `.system`.
    public func remove(_ path: String) throws(StorageError) {
        try operations.remove(path)
    }

    /// Makes the names in a folder durable.
    ///
    /// - Throws: `.system`.
    public func syncDirectory(_ path: String) throws(StorageError) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(operation: "open", file: path, code: errno) }
        defer { close(descriptor) }
        try operations.sync(descriptor, path)
    }

    /// Creates a folder and its parents, each durable; a folder that exists is no error.
    ///
    /// - Throws: `.system`.
    public func createDirectory(_ path: String) throws(StorageError) {
        var prefix = path.hasPrefix("/") ? "/" : ""
        for component in path.split(separator: "/") {
            prefix += component
            if unsafe mkdir(prefix, 0o755) == 0 {
                try syncDirectory(Self.parent(of: prefix))
            } else if errno != EEXIST {
                throw .system(operation: "create folder", file: prefix, code: errno)
            }
            prefix += "/"
        }
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw .system(operation: "create folder", file: path, code: ENOTDIR)
        }
    }

    /// Removes a folder of plain files.
    ///
    /// - Throws: `.notFound` or `.system`.
    public func removeFlatDirectory(_ path: String) throws(StorageError) {
        for name in try Self.names(in: path) { try operations.remove(path + "/" + name) }
        guard unsafe rmdir(path) == 0 else { throw .system(operation: "remove", file: path, code: errno) }
    }

    private func previousBytes(of path: String) throws(StorageError) -> [UInt8]? {
        do throws(StorageError) {
            return try TextFile.readBytes(of: path, limit: .max)
        } catch .notFound {
            return nil
        } catch .system(operation: "map", _, _) {
            // A folder stands there: renaming will say so.
            return nil
        }
    }

    private func moveNewFile(to path: String, bytes: [UInt8]) throws(StorageError) {
        let temporary = path + ".new"
        removeIfPossible(temporary)
        try writeNewFile(temporary, pieces: [bytes])
        do throws(StorageError) {
            try operations.rename(temporary, path)
        } catch {
            removeIfPossible(temporary)
            throw error
        }
    }

    /// Puts back what was there before a replacement that may not be durable.
    ///
    /// Best effort: the caller reports the replacement's own error, and a system that refuses this too has nothing better to offer.
    private func restore(_ path: String, _ previous: [UInt8]?) {
        do throws(StorageError) {
            if let previous {
                try moveNewFile(to: path, bytes: previous)
            } else {
                try operations.remove(path)
            }
            try syncDirectory(Self.parent(of: path))
        } catch {
            return
        }
    }

    /// Removes a file that is of no use; one that cannot be removed, or is not there, does no harm.
    private func removeIfPossible(_ path: String) {
        do throws(StorageError) {
            try operations.remove(path)
        } catch {
            return
        }
    }

    private func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(StorageError) {
        let all = unsafe bytes.span.bytes
        var done = 0
        while done < bytes.count {
            done += try operations.write(all.extracting(done..<bytes.count), descriptor, path)
        }
    }
}
