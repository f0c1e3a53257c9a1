public import MappedStorage
import Synchronization

/// Passes file operations on and writes them down, so that what a crash between any two of them leaves can be worked out.
public final class RecordingDisk: Sendable {
    /// One operation that succeeded.
    ///
    /// A file is known by a number of its own: names come and go.
    public enum Operation: Equatable, Sendable {
        case create(path: String, file: Int)
        case write(file: Int, bytes: [UInt8])
        case syncFile(Int)
        case syncDirectory(String)
        case rename(path: String, newPath: String)
        case remove(path: String)
        /// Not an operation: the writer was told that everything so far is durable.
        case acknowledgement(Int)
    }

    private struct State {
        var log: [Operation] = []
        /// The file that was last created under a path, while it is written.
        var written: [String: Int] = [:]
        var fileCount = 0
    }

    private let state = Mutex(State())
    private let underlying: FileOperations

    /// Passes operations on to `underlying`.
    public init(_ underlying: FileOperations = .withoutSync) {
        self.underlying = underlying
    }

    /// What was done so far, in order.
    public var log: [Operation] { state.withLock { $0.log } }

    /// Writes down that the writer was told of a generation.
    public func acknowledge(_ generation: Int) {
        state.withLock { $0.log.append(.acknowledgement(generation)) }
    }

    /// The operations to give to the code under test.
    public var operations: FileOperations {
        FileOperations(create: create, write: write, sync: sync, rename: rename, remove: remove)
    }

    private func create(_ path: String) throws(StorageError) -> Int32 {
        let descriptor = try underlying.create(path)
        state.withLock {
            $0.written[path] = $0.fileCount
            $0.log.append(.create(path: path, file: $0.fileCount))
            $0.fileCount += 1
        }
        return descriptor
    }

    private func write(_ bytes: RawSpan, _ descriptor: Int32, _ path: String) throws(StorageError) -> Int {
        let count = try underlying.write(bytes, descriptor, path)
        let taken = unsafe bytes.extracting(0..<count).withUnsafeBytes { unsafe Array($0) }
        state.withLock {
            guard let file = $0.written[path] else { preconditionFailure("a write to \(path), which nobody created") }
            $0.log.append(.write(file: file, bytes: taken))
        }
        return count
    }

    private func sync(_ descriptor: Int32, _ path: String) throws(StorageError) {
        try underlying.sync(descriptor, path)
        state.withLock { $0.log.append($0.written[path].map(Operation.syncFile) ?? .syncDirectory(path)) }
    }

    private func rename(_ path: String, _ newPath: String) throws(StorageError) {
        try underlying.rename(path, newPath)
        state.withLock {
            $0.written[path] = nil
            $0.log.append(.rename(path: path, newPath: newPath))
        }
    }

    private func remove(_ path: String) throws(StorageError) {
        try underlying.remove(path)
        state.withLock {
            $0.written[path] = nil
            $0.log.append(.remove(path: path))
        }
    }
}

extension FileOperations {
    /// The operating system's, without waiting for the disk: for tests of everything but the waiting.
    public static let withoutSync: FileOperations = {
        var operations = FileOperations.system
        operations.sync = { _, _ in }
        return operations
    }()
}
