import Glibc

/// An exclusive lock between processes, held while the value lives.
///
/// The system releases it when the process dies. The holder writes its process number into the file, so that others can say whom they wait for.
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
            let holder = Self.holder(in: opened)
            close(opened)
            throw code == EWOULDBLOCK
                ? .locked(file: path, holder: holder) : .system(operation: "lock", file: path, code: code)
        }
        descriptor = opened
        Self.writeHolder(into: opened)
    }

    deinit {
        close(descriptor)
    }

    /// The number only helps people: a disk too full for it must not stop the holder, whose lock is held without it.
    private static func writeHolder(into descriptor: Int32) {
        let text = Array(String(getpid()).utf8)
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = unsafe text.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    /// The process that holds the lock, unless it has not written its number yet.
    private static func holder(in descriptor: Int32) -> Int32? {
        var text = [UInt8](repeating: 0, count: 16)
        let count = unsafe text.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
        return Int32(String(decoding: text.prefix(max(0, count)), as: UTF8.self))
    }
}
