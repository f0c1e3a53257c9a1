import Glibc

/// The few file operations the storage needs, each durable when it returns.
public enum FileSystem {
    /// Writes a new file and syncs it to the disk.
    ///
    /// The name becomes durable with the next `syncDirectory` of its folder.
    ///
    /// - Throws: `.system` (disk full, read-only, exists already, …). A half-written file is removed.
    public static func writeNewFile(_ path: String, bytes: [UInt8]) throws(StorageError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system(operation: "create", file: path, code: errno) }
        defer { close(descriptor) }
        do throws(StorageError) {
            try writeAll(bytes, to: descriptor, path: path)
            guard fsync(descriptor) == 0 else { throw StorageError.system(operation: "fsync", file: path, code: errno) }
        } catch {
            unsafe unlink(path)
            throw error
        }
    }

    /// Replaces a file as a whole: readers see the old or the new content, also after a power loss.
    ///
    /// - Throws: `.system`; the old file is then untouched, unless `operation` is `fsync`: then the new one may not be
    ///   durable yet.
    public static func replaceFile(_ path: String, bytes: [UInt8]) throws(StorageError) {
        let temporary = path + ".new"
        unsafe unlink(temporary)
        try writeNewFile(temporary, bytes: bytes)
        guard unsafe rename(temporary, path) == 0 else {
            let code = errno
            unsafe unlink(temporary)
            throw .system(operation: "rename", file: path, code: code)
        }
        try syncDirectory(parent(of: path))
    }

    /// Makes the names in a folder durable.
    public static func syncDirectory(_ path: String) throws(StorageError) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(operation: "open", file: path, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(operation: "fsync", file: path, code: errno) }
    }

    /// Creates a folder and its parents, each durable; a folder that exists is no error.
    public static func createDirectory(_ path: String) throws(StorageError) {
        var prefix = path.hasPrefix("/") ? "/" : ""
        for component in path.split(separator: "/") {
            prefix += component
            if unsafe mkdir(prefix, 0o755) == 0 {
                try syncDirectory(parent(of: prefix))
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

    /// The names in a folder, sorted; without `.` and `..`.
    ///
    /// - Throws: `.notFound` or `.system`.
    public static func names(in path: String) throws(StorageError) -> [String] {
        guard let directory = unsafe opendir(path) else {
            throw errno == ENOENT ? .notFound(file: path) : .system(operation: "list", file: path, code: errno)
        }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Removes a folder of plain files.
    public static func removeFlatDirectory(_ path: String) throws(StorageError) {
        for name in try names(in: path) {
            let file = path + "/" + name
            guard unsafe unlink(file) == 0 else { throw .system(operation: "remove", file: file, code: errno) }
        }
        guard unsafe rmdir(path) == 0 else { throw .system(operation: "remove", file: path, code: errno) }
    }

    /// Whether something exists at the path.
    public static func exists(_ path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }

    /// The folder of a path; `.` for a bare name.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(StorageError) {
        var done = 0
        while done < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw .system(operation: "write", file: path, code: errno)
            }
            done += written
        }
    }
}
