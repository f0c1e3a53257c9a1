import Glibc

/// The calls of the C library behind ``FileOperations/system``, with their errors as values.
enum SystemCalls {
    static func create(_ path: String) throws(StorageError) -> Int32 {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system(operation: "create", file: path, code: errno) }
        return descriptor
    }

    static func write(_ bytes: RawSpan, _ descriptor: Int32, _ path: String) throws(StorageError) -> Int {
        while true {
            let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 || bytes.byteCount == 0 { return count }
            // A system that takes nothing and names no error would be asked for ever.
            guard count < 0, errno == EINTR else {
                throw .system(operation: "write", file: path, code: count < 0 ? errno : EIO)
            }
        }
    }

    static func sync(_ descriptor: Int32, _ path: String) throws(StorageError) {
        guard fsync(descriptor) == 0 else { throw .system(operation: "fsync", file: path, code: errno) }
    }

    static func rename(_ path: String, _ newPath: String) throws(StorageError) {
        guard unsafe Glibc.rename(path, newPath) == 0 else {
            throw .system(operation: "rename", file: newPath, code: errno)
        }
    }

    static func remove(_ path: String) throws(StorageError) {
        guard unsafe unlink(path) == 0 else {
            throw errno == ENOENT ? .notFound(file: path) : .system(operation: "remove", file: path, code: errno)
        }
    }
}
