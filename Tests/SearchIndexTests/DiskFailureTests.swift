import Glibc
import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

/// Each operation of a commit fails in turn: the commit says so, the old generation stays, nothing is left behind.
@Suite struct DiskFailureTests {
    /// What is done on top of an index of two segments.
    enum Change: CaseIterable {
        case rebuild, update, merge
    }

    private static let policy = MergePolicy(mergeFactor: 2, smallDocumentCount: 100)

    private func directory(_ path: String, _ operations: FileOperations) -> IndexDirectory {
        IndexDirectory(path: path, operations: operations, mergePolicy: Self.policy)
    }

    /// An index of two segments, one of them with a deleted document.
    private func prepare(_ path: String) throws {
        let directory = directory(path, .withoutSync)
        let schema = try Fixtures.schema()
        try directory.commit(try Fixtures.writer(Fixtures.documents, schema: schema), userData: [1])
        let base = try directory.openSnapshot()
        _ = try directory.update(
            base, deleting: [DocID(1)], adding: try Fixtures.writer(Fixtures.documents, schema: schema), userData: [2])
    }

    private func perform(_ change: Change, _ directory: IndexDirectory) throws -> UInt64 {
        let base = try directory.openSnapshot()
        let writer = try Fixtures.writer(Array(Fixtures.manyDocuments.prefix(20)), schema: base.manifest.schema)
        switch change {
        case .rebuild: return try directory.commit(writer)
        case .update:
            return try directory.update(base, deleting: [DocID(0), DocID(4)], adding: writer, userData: []).generation
        case .merge:
            let merged = try directory.mergeIfNeeded(base) { $0.flatMap(\.userData) }
            return try #require(merged).generation
        }
    }

    private func names(_ path: String) throws -> Set<String> {
        Set(try FileSystem.names(in: path)).subtracting([IndexFile.lockName])
    }

    @Test(arguments: Change.allCases, [ENOSPC, EIO, EDQUOT])
    func `a failing operation fails the commit and leaves the old generation and no other file`(
        change: Change, code: Int32
    ) throws {
        var failing = 0
        while try failOnce(change, at: failing, code) { failing += 1 }
        #expect(failing >= 10, "a commit has at least ten operations, \(change) had \(failing)")
    }

    /// Returns `false` when the change has no such operation.
    private func failOnce(_ change: Change, at failing: Int, _ code: Int32) throws -> Bool {
        let folder = try TemporaryFolder()
        try prepare(folder.path)
        let before = try IndexDigest(directory(folder.path, .withoutSync).openSnapshot())
        let namesBefore = try names(folder.path)
        let disk = FailingDisk(at: failing, code: code, extent: .once)
        let place: Comment = "\(change), operation \(failing), code \(code)"
        do {
            let generation = try perform(change, directory(folder.path, disk.operations))
            // What fails after the commit, or was not needed, does not matter to it.
            try #require(disk.failures.allSatisfy { $0.hasPrefix("remove ") }, "\(place): \(disk.failures)")
            #expect(try directory(folder.path, .withoutSync).currentGeneration() == generation, place)
            if disk.failures.isEmpty { return false }
        } catch let error as IndexError {
            switch error {
            case .storage(.system(_, _, code)): #expect(try names(folder.path) == namesBefore, place)
            case .storage(.notDurable(folder.path + "/current.sfl", code)): break
            default: Issue.record("\(place): \(error)")
            }
            #expect(try IndexDigest(directory(folder.path, .withoutSync).openSnapshot()) == before, place)
        }
        #expect(disk.violations.isEmpty, place)
        try checkHealthy(change, folder.path, place)
        return true
    }

    @Test(arguments: Change.allCases, [ENOSPC, EIO])
    func `a disk that dies for good leaves an index that opens`(change: Change, code: Int32) throws {
        for failing in 0..<40 {
            let folder = try TemporaryFolder()
            try prepare(folder.path)
            let disk = FailingDisk(at: failing, code: code, extent: .fromThenOn)
            let place: Comment = "\(change), from operation \(failing), code \(code)"
            do {
                _ = try perform(change, directory(folder.path, disk.operations))
                #expect(disk.failures.allSatisfy { $0.hasPrefix("remove ") }, "\(place): \(disk.failures)")
            } catch is IndexError {
                #expect(!disk.failures.isEmpty, place)
            }
            #expect(disk.violations.isEmpty, place)
            _ = try directory(folder.path, .withoutSync).openSnapshot().verify()
            try checkHealthy(change, folder.path, place)
        }
    }

    /// The next commit on a healthy disk succeeds and cleans up.
    private func checkHealthy(_ change: Change, _ path: String, _ place: Comment) throws {
        let directory = directory(path, .withoutSync)
        let base = try directory.openSnapshot()
        let next = try directory.update(
            base, deleting: [DocID(0)], adding: Fixtures.writer(Fixtures.documents, schema: base.manifest.schema),
            userData: [])
        _ = try next.verify()
        #expect(next.generation > base.generation, place)
        #expect(try names(path) == next.manifest.fileNames, place)
    }

    @Test func `a disk that takes a few bytes at a time is written to the end`() throws {
        let folder = try TemporaryFolder()
        var operations = FileOperations.withoutSync
        operations.write = { (bytes, descriptor, path) throws(StorageError) in
            try FileOperations.system.write(bytes.extracting(0..<min(7, bytes.byteCount)), descriptor, path)
        }
        try directory(folder.path, operations).commit(
            try Fixtures.writer(Fixtures.documents, schema: Fixtures.schema()), userData: [1, 2, 3])
        let snapshot = try directory(folder.path, .withoutSync).openSnapshot()
        _ = try snapshot.verify()
        #expect(snapshot.userData == [1, 2, 3])
    }

    @Test func `a first commit whose last sync fails leaves no index`() throws {
        let folder = try TemporaryFolder()
        // Segment: create, writes, sync; folder; manifest: remove, create, write, sync, rename; folder.
        var last = 0
        while true {
            let path = folder.path + "/\(last)"
            let disk = FailingDisk(at: last, code: EIO, extent: .once)
            let writer = try Fixtures.writer(Fixtures.documents, schema: Fixtures.schema())
            var failure: IndexError?
            do throws(IndexError) {
                try directory(path, disk.operations).commit(writer)
            } catch {
                failure = error
            }
            if failure == .storage(.notDurable(file: path + "/current.sfl", code: EIO)) {
                #expect(throws: IndexError.noIndex(directory: path)) {
                    try directory(path, .withoutSync).openSnapshot()
                }
                return
            }
            last += 1
            try #require(last < 100, "no operation was the last sync")
        }
    }
}
