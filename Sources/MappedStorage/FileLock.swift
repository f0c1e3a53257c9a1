import Glibc

/// An exclusive lock between processes, held while the value lives.
///
/// The system releases it when the process dies.
public struct FileLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock, creating the file if needed; never waits.
    ///
    /// - Throws: `.locked` when another holder exists; `.system` when the file cannot be opened.
    public init(path: String) throws(StorageError) {
        let opened = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard opened >= 0 else { throw .system(operation: "open", file: path, code: errno) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(opened)
            throw code == EWOULDBLOCK ? .locked(file: path) : .system(operation: "lock", file: path, code: code)
        }
        descriptor = opened
    }

    deinit {
        close(descriptor)
    }
}
