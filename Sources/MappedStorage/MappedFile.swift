import Glibc

/// A file mapped read-only into memory.
///
/// The file must not be changed or truncated while it is mapped: a truncated mapping kills the process on access. Index
/// files are therefore written once, switched by name and only ever unlinked.
///
/// `@unchecked Sendable`: the mapping is never written to and is unmapped only when the last reference goes.
@safe public final class MappedFile: @unchecked Sendable {
    /// The path the file was opened by, for messages.
    public let path: String
    private let base: UnsafeRawPointer?
    /// The length of the file in bytes at the time of opening.
    public let byteCount: Int

    /// Maps a file.
    ///
    /// - Throws: `.notFound`, or `.system` when the file cannot be opened or mapped.
    public init(path: String) throws(StorageError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .notFound(file: path) : .system(operation: "open", file: path, code: errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw .system(operation: "stat", file: path, code: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .system(operation: "map", file: path, code: EINVAL)
        }
        let count = Int(status.st_size)
        var mapped: UnsafeRawPointer?
        if count > 0 {
            guard let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
                unsafe address != MAP_FAILED
            else { throw .system(operation: "map", file: path, code: errno) }
            unsafe mapped = UnsafeRawPointer(address)
        }
        self.path = path
        unsafe base = unsafe mapped
        byteCount = count
    }

    deinit {
        if let base = unsafe base { unsafe munmap(UnsafeMutableRawPointer(mutating: base), byteCount) }
    }

    /// Gives the bytes to `body`.
    ///
    /// The span is bounds-checked and must not outlive the call.
    @inlinable
    public func withBytes<Result, Failure: Error>(
        _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(unsafe RawSpan(_unsafeBytes: buffer))
    }

    @usableFromInline var buffer: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: base, count: base == nil ? 0 : byteCount)
    }
}
