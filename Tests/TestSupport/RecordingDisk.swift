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

    /// Starts with nothing written down.
    public init() {}

    /// What was done so far, in order.
    public var log: [Operation] { state.withLock { $0.log } }

    /// Writes down that the writer was told of a generation.
    public func acknowledge(_ generation: Int) {
        state.withLock { $0.log.append(.acknowledgement(generation)) }
    }

    /// The operations to give to the code under test: those of `underlying`, and what succeeded is written down.
    public func recording(_ underlying: FileOperations = .withoutSync) -> FileOperations {
        var operations = underlying
        operations.create = { [self] (path) throws(StorageError) in
            let descriptor = try underlying.create(path)
            didCreate(path)
            return descriptor
        }
        operations.write = { [self] (bytes, descriptor, path) throws(StorageError) in
            let count = try underlying.write(bytes, descriptor, path)
            didWrite(unsafe bytes.extracting(0..<count).withUnsafeBytes { unsafe Array($0) }, path)
            return count
        }
        operations.sync = { [self] (descriptor, path) throws(StorageError) in
            try underlying.sync(descriptor, path)
            state.withLock { $0.log.append($0.written[path].map(Operation.syncFile) ?? .syncDirectory(path)) }
        }
        operations.rename = { [self] (path, newPath) throws(StorageError) in
            try underlying.rename(path, newPath)
            didTakeName(path, .rename(path: path, newPath: newPath))
        }
        operations.remove = { [self] (path) throws(StorageError) in
            try underlying.remove(path)
            didTakeName(path, .remove(path: path))
        }
        return operations
    }

    private func didCreate(_ path: String) {
        state.withLock {
            $0.written[path] = $0.fileCount
            $0.log.append(.create(path: path, file: $0.fileCount))
            $0.fileCount += 1
        }
    }

    private func didWrite(_ bytes: [UInt8], _ path: String) {
        state.withLock {
            guard let file = $0.written[path] else { preconditionFailure("a write to \(path), which nobody created") }
            $0.log.append(.write(file: file, bytes: bytes))
        }
    }

    private func didTakeName(_ path: String, _ operation: Operation) {
        state.withLock {
            $0.written[path] = nil
            $0.log.append(operation)
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
