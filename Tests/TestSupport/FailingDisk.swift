public import MappedStorage
import Synchronization

/// Passes file operations on and refuses some of them, as a full or dying disk does.
public final class FailingDisk: Sendable {
    /// Which operations fail.
    public enum Extent: Sendable {
        /// One, and those after it succeed.
        case once
        /// One and all after it: the disk is gone.
        case fromThenOn
    }

    private struct State {
        var operationCount = 0
        var failures: [String] = []
        /// Files, not folders, that were created here.
        var created: Set<String> = []
        /// Those of which a sync failed and that were not created anew since.
        var distrusted: Set<String> = []
        var violations: [String] = []
    }

    private let state = Mutex(State())
    private let underlying: FileOperations
    private let failingOperation: Int
    private let code: Int32
    private let extent: Extent

    /// Fails with `code` at the operation of this number, from 0.
    public init(
        at failingOperation: Int, code: Int32, extent: Extent, _ underlying: FileOperations = .withoutSync
    ) {
        self.failingOperation = failingOperation
        self.code = code
        self.extent = extent
        self.underlying = underlying
    }

    /// What failed, in order: the operation and the file.
    public var failures: [String] { state.withLock { $0.failures } }

    /// What must never be done after a failed sync: asking again, or putting the file in place.
    public var violations: [String] { state.withLock { $0.violations } }

    /// The operations to give to the code under test.
    public var operations: FileOperations {
        FileOperations(create: create, write: write, sync: sync, rename: rename, remove: remove)
    }

    private func create(_ path: String) throws(StorageError) -> Int32 {
        try step("create", path)
        let descriptor = try underlying.create(path)
        state.withLock {
            $0.created.insert(path)
            $0.distrusted.remove(path)
        }
        return descriptor
    }

    private func write(_ bytes: RawSpan, _ descriptor: Int32, _ path: String) throws(StorageError) -> Int {
        do throws(StorageError) {
            try step("write", path)
        } catch {
            // A full disk takes what it can.
            if bytes.byteCount > 1 {
                _ = try underlying.write(bytes.extracting(0..<bytes.byteCount / 2), descriptor, path)
            }
            throw error
        }
        return try underlying.write(bytes, descriptor, path)
    }

    private func sync(_ descriptor: Int32, _ path: String) throws(StorageError) {
        state.withLock {
            if $0.distrusted.contains(path) { $0.violations.append("sync of \(path) after a failed one") }
        }
        do throws(StorageError) {
            try step("fsync", path)
        } catch {
            state.withLock { if $0.created.contains(path) { $0.distrusted.insert(path) } }
            throw error
        }
        try underlying.sync(descriptor, path)
    }

    private func rename(_ path: String, _ newPath: String) throws(StorageError) {
        state.withLock {
            if $0.distrusted.contains(path) { $0.violations.append("renaming of \(path) after a failed sync") }
        }
        try step("rename", newPath)
        try underlying.rename(path, newPath)
    }

    private func remove(_ path: String) throws(StorageError) {
        try step("remove", path)
        try underlying.remove(path)
    }

    private func step(_ operation: String, _ path: String) throws(StorageError) {
        let fails = state.withLock { state in
            let number = state.operationCount
            state.operationCount += 1
            let fails = number == failingOperation || (extent == .fromThenOn && number > failingOperation)
            if fails { state.failures.append("\(operation) \(path)") }
            return fails
        }
        if fails { throw .system(operation: operation, file: path, code: code) }
    }
}
