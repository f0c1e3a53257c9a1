/// What can go wrong with files on disk.
///
/// Every case names the file.
public enum StorageError: Error, Equatable, Sendable {
    /// The file or folder does not exist.
    case notFound(file: String)
    /// The system refused an operation (`open`, `write`, `fsync`, …).
    ///
    /// `code` is `errno`.
    case system(operation: String, file: String, code: Int32)
    /// The bytes of the file are not what was written.
    ///
    /// `byteOffset` is where the first contradiction was seen.
    case corrupt(file: String, byteOffset: Int, expected: String)
    /// The file is sound but of a format version this program does not read.
    case incompatibleVersion(file: String, found: UInt32, supported: UInt32)
    /// A file was replaced and the system could not make that durable; `code` is `errno`.
    ///
    /// What is there after a power loss may be the old or the new content, each complete.
    case notDurable(file: String, code: Int32)
    /// Another writer holds the lock; `holder` is its process number, if it is known.
    case locked(file: String, holder: Int32?)
    /// The file has more bytes than the reader accepts.
    case tooLarge(file: String, byteCount: Int, limit: Int)
}
