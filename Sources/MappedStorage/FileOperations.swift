/// The five operations of the system on which durability rests.
///
/// Everything that the storage changes on a disk goes through them, so that tests can record the operations, make them fail and work out what
/// a power loss between any two of them may leave. Creating a folder is the one exception: it is followed by a `sync` of its parent.
public struct FileOperations: Sendable {
    /// Creates an empty file and opens it for writing.
    ///
    /// Throws when the path exists already.
    public var create: @Sendable (_ path: String) throws(StorageError) -> Int32
    /// Appends bytes to a file that was just created; returns how many of them were taken: at least one, maybe not all.
    public var write: @Sendable (_ bytes: RawSpan, _ descriptor: Int32, _ path: String) throws(StorageError) -> Int
    /// Waits until the bytes of a file, or the names in a folder, are on the disk.
    ///
    /// Must not be called again on a descriptor for which it failed: the system may have dropped the bytes and then report success.
    public var sync: @Sendable (_ descriptor: Int32, _ path: String) throws(StorageError) -> Void
    /// Gives a file another name; a file of that name is replaced in the same instant.
    public var rename: @Sendable (_ path: String, _ newPath: String) throws(StorageError) -> Void
    /// Removes the name of a file.
    ///
    /// Its bytes stay as long as somebody has it open or mapped.
    public var remove: @Sendable (_ path: String) throws(StorageError) -> Void

    /// Makes a set of operations.
    public init(
        create: @escaping @Sendable (_ path: String) throws(StorageError) -> Int32,
        write: @escaping @Sendable (_ bytes: RawSpan, _ descriptor: Int32, _ path: String) throws(StorageError) -> Int,
        sync: @escaping @Sendable (_ descriptor: Int32, _ path: String) throws(StorageError) -> Void,
        rename: @escaping @Sendable (_ path: String, _ newPath: String) throws(StorageError) -> Void,
        remove: @escaping @Sendable (_ path: String) throws(StorageError) -> Void
    ) {
        self.create = create
        self.write = write
        self.sync = sync
        self.rename = rename
        self.remove = remove
    }

    /// The operating system's own.
    public static let system = FileOperations(
        create: SystemCalls.create, write: SystemCalls.write, sync: SystemCalls.sync, rename: SystemCalls.rename,
        remove: SystemCalls.remove)
}
