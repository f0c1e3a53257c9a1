import Foundation
import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct IndexDirectoryTests {
    private func directory(_ folder: TemporaryFolder) -> IndexDirectory {
        IndexDirectory(path: folder.path + "/index", operations: .withoutSync)
    }

    private func writer(_ documents: [IndexDocument]) throws -> IndexWriter {
        try Fixtures.writer(documents, schema: Fixtures.schema())
    }

    private func names(_ folder: TemporaryFolder) throws -> [String] {
        try FileSystem.names(in: folder.path + "/index").filter { $0 != IndexFile.lockName }
    }

    @Test func `a commit is opened with its documents and user data`() throws {
        let folder = try TemporaryFolder()
        let directory = IndexDirectory(path: folder.path + "/new/index")
        #expect(try directory.commit(try writer(Fixtures.documents), userData: [4, 2]) == 1)
        let snapshot = try directory.openSnapshot()
        #expect(snapshot.userData == [4, 2])
        #expect(snapshot.generation == 1)
        #expect(try snapshot.storedBytes(of: DocID(0)) == [1, 2])
        #expect(try snapshot.search(Fixtures.query("курьеры"), limit: 5).map(\.docID) == [DocID(1)])
        let names = try FileSystem.names(in: folder.path + "/new/index")
        #expect(names == ["current.sfl", "segment-00000001.sfl", "write.lock"])
        let bytes = try names.filter { $0 != "write.lock" }.reduce(0) { try $0 + folder.read("new/index/" + $1).count }
        #expect(snapshot.byteCount == bytes)
        #expect(try snapshot.verify().byteCount == bytes)
    }

    @Test func `an update adds a segment, deletes documents and keeps the rest as they were`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        try directory.commit(try writer(Fixtures.documents), userData: [1])
        let base = try directory.openSnapshot()
        let added = IndexDocument(fields: [["Курьер"], ["Курьер опоздал"]], stored: [7, 7])
        let updated = try directory.update(base, deleting: [DocID(1)], adding: writer([added]), userData: [2])
        #expect(updated.generation == 2)
        #expect(updated.documentCount == 4 && updated.liveDocumentCount == 3)
        #expect(updated.segments.map(\.number) == [1, 2])
        #expect(updated.segments.map(\.firstDocument) == [0, 3])
        #expect(updated.segments.map(\.userData) == [[1], [2]])
        #expect((0..<3).map(updated.segments[0].isDeleted) == [false, true, false])
        #expect(try updated.search(Fixtures.query("курьер"), limit: 5).map(\.docID) == [DocID(3)])
        #expect(try updated.storedBytes(of: DocID(3)) == [7, 7])
        #expect(updated.manifest.pivots == base.manifest.pivots)
        let opened = try directory.openSnapshot()
        #expect(opened.manifest == updated.manifest)
        #expect(try IndexDigest(opened) == IndexDigest(updated))
        let bytes = try names(folder).reduce(0) { try $0 + folder.read("index/" + $1).count }
        #expect(opened.byteCount == bytes && updated.byteCount == bytes)
        // The base is as it was.
        #expect(try base.search(Fixtures.query("курьер"), limit: 5).map(\.docID) == [DocID(1)])
    }

    @Test func `a segment that loses its last document is dropped`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        try directory.commit(try writer(Fixtures.documents))
        var snapshot = try directory.openSnapshot()
        snapshot = try directory.update(snapshot, deleting: [], adding: writer(Fixtures.documents), userData: [])
        snapshot = try directory.update(snapshot, deleting: [DocID(0), DocID(2)], adding: writer([]), userData: [])
        #expect(snapshot.segments.map(\.liveDocumentCount) == [1, 3])
        snapshot = try directory.update(
            snapshot, deleting: [DocID(1), DocID(0), DocID(5)], adding: writer([]), userData: [])
        #expect(snapshot.segments.map(\.number) == [2])
        #expect(snapshot.documentCount == 3 && snapshot.liveDocumentCount == 2)
        #expect(try names(folder) == ["current.sfl", "deletions-00000004-00000002.sfl", "segment-00000002.sfl"])
        snapshot = try directory.update(
            snapshot, deleting: (0..<3).map { DocID($0) }, adding: writer([]), userData: [])
        #expect(snapshot.segments.isEmpty && snapshot.documentCount == 0)
        #expect(try names(folder) == ["current.sfl"])
        #expect(try snapshot.search(Fixtures.query("заказ"), limit: 5) == [])
        snapshot = try directory.update(snapshot, deleting: [], adding: writer(Fixtures.documents), userData: [3])
        #expect(try directory.openSnapshot().search(Fixtures.query("заказ"), limit: 5).count == 2)
    }

    @Test func `a merge keeps the order of the documents and drops the deleted`() throws {
        let folder = try TemporaryFolder()
        let directory = IndexDirectory(
            path: folder.path + "/index", operations: .withoutSync,
            mergePolicy: MergePolicy(mergeFactor: 3, smallDocumentCount: 100))
        try directory.commit(try writer(Fixtures.documents), userData: [1])
        var snapshot = try directory.openSnapshot()
        for number in 0..<2 {
            #expect(try directory.mergeIfNeeded(snapshot, mergingUserData: { _ in [] })?.generation == nil)
            let document = IndexDocument(fields: [["Заказ"], ["номер\(number)"]], stored: [UInt8(10 + number)])
            snapshot = try directory.update(
                snapshot, deleting: [DocID(UInt32(number))], adding: writer([document]), userData: [2])
        }
        let before = try snapshot.search(Fixtures.query("возврат"), limit: 5).map(\.score)
        let merged = try #require(try directory.mergeIfNeeded(snapshot) { $0.flatMap(\.userData) })
        #expect(merged.segments.map(\.userData) == [[1, 2, 2]])
        #expect(merged.documentCount == 3 && merged.liveDocumentCount == 3)
        #expect(try (0..<3).map { try merged.storedBytes(of: DocID($0)) } == [[0xFF], [10], [11]])
        #expect(try names(folder) == ["current.sfl", "segment-00000004.sfl"])
        #expect(try merged.verify().documentCount == 3)
        #expect(try merged.search(Fixtures.query("возврат"), limit: 5).count == before.count)
        #expect(try IndexDigest(directory.openSnapshot()) == IndexDigest(merged))
    }

    @Test func `a base that is not current any more is refused and nothing changes`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        try directory.commit(try writer(Fixtures.documents))
        let stale = try directory.openSnapshot()
        try directory.commit(try writer(Fixtures.documents))
        let current = try names(folder)
        #expect(throws: IndexError.staleSnapshot(generation: 1, current: 2)) {
            try directory.update(stale, deleting: [DocID(0)], adding: writer(Fixtures.documents), userData: [])
        }
        let merging = IndexDirectory(
            path: folder.path + "/index", operations: .withoutSync,
            mergePolicy: MergePolicy(mergeFactor: 1, smallDocumentCount: 100))
        #expect(throws: IndexError.staleSnapshot(generation: 1, current: 2)) {
            try merging.mergeIfNeeded(stale) { _ in [] }
        }
        #expect(try names(folder) == current)
        #expect(try directory.currentGeneration() == 2)
    }

    @Test func `documents of another schema are refused`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        try directory.commit(try writer(Fixtures.documents))
        let base = try directory.openSnapshot()
        let other = try Fixtures.writer(Fixtures.documents, schema: Fixtures.schema(k1: 2))
        let error = IndexError.invalidSchema(
            reason: "the index has other fields or layers than the documents to add")
        do throws(IndexError) {
            _ = try directory.update(base, deleting: [], adding: other, userData: [])
            Issue.record("the update went through")
        } catch let found {
            #expect(found == error)
        }
    }

    @Test func `open segments are not read again`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        try directory.commit(try writer(Fixtures.documents))
        let first = try directory.openSnapshot()
        let second = try directory.update(first, deleting: [], adding: writer(Fixtures.documents), userData: [])
        let reopened = try directory.openSnapshot(reusing: first)
        #expect(reopened.manifest == second.manifest)
        #expect(reopened.files.segments[0].file.file === first.files.segments[0].file.file)
        #expect(reopened.files.segments[1].file.file !== second.files.segments[1].file.file)
        let same = try directory.openSnapshot(reusing: second)
        #expect(same.files.segments[1].file.file === second.files.segments[1].file.file)
        // After a rebuild nothing of the old is taken.
        try directory.commit(try writer(Fixtures.documents))
        let rebuilt = try directory.openSnapshot(reusing: second)
        #expect(rebuilt.generation == 3 && rebuilt.segments.map(\.number) == [3])
    }

    @Test func `a folder without a manifest is no index`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        let missing = IndexError.noIndex(directory: folder.path + "/index")
        #expect(throws: missing) { try directory.openSnapshot() }
        try directory.commit(try writer(Fixtures.documents))
        try FileManager.default.removeItem(atPath: folder.path + "/index/current.sfl")
        #expect(throws: missing) { try directory.openSnapshot() }
        #expect(try directory.commit(try writer(Fixtures.documents)) == 2)
        #expect(try names(folder) == ["current.sfl", "segment-00000002.sfl"])
    }

    @Test func `the old generation goes and an open snapshot of it still searches`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        try directory.commit(try writer(Fixtures.documents))
        let old = try directory.openSnapshot()
        #expect(try directory.commit(try writer([])) == 2)
        #expect(try names(folder) == ["current.sfl", "segment-00000002.sfl"])
        #expect(try old.search(Fixtures.query("заказ"), limit: 5).count == 2)
        #expect(try old.verify().documentCount == 3)
        #expect(try directory.openSnapshot().documentCount == 0)
    }

    @Test func `a second writer is refused by name and changes nothing`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        try directory.commit(try writer(Fixtures.documents))
        let base = try directory.openSnapshot()
        let path = folder.path + "/index/write.lock"
        let locked = IndexError.storage(
            .locked(file: path, holder: ProcessInfo.processInfo.processIdentifier))
        do {
            let lock = try FileLock(path: path)
            #expect(throws: locked) { try directory.commit(try writer([])) }
            #expect(throws: locked) {
                try directory.update(base, deleting: [DocID(0)], adding: writer([]), userData: [])
            }
            _ = consume lock
        }
        #expect(try directory.currentGeneration() == 1)
        #expect(try names(folder) == ["current.sfl", "segment-00000001.sfl"])
        #expect(try directory.commit(try writer([])) == 2)
    }

    @Test func `what a crash left unfinished is ignored, then cleaned`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        try directory.commit(try writer(Fixtures.documents))
        for name in ["segment-00000007.sfl", "deletions-00000008-00000001.sfl", "current.sfl.new"] {
            _ = try folder.write("index/" + name, [1, 2, 3])
        }
        _ = try folder.write("index/notes.txt", [1])
        #expect(try directory.openSnapshot().generation == 1)
        #expect(try directory.commit(try writer([])) == 9)
        #expect(try names(folder) == ["current.sfl", "notes.txt", "segment-00000009.sfl"])
    }

    @Test func `every damage of the manifest is an error that the next commit repairs`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        try directory.commit(try writer(Fixtures.documents))
        let base = try directory.openSnapshot()
        _ = try folder.write("index/current.sfl", [1, 2, 3])
        #expect(throws: IndexError.self) { try directory.openSnapshot() }
        #expect(throws: IndexError.self) {
            try directory.update(base, deleting: [DocID(0)], adding: writer([]), userData: [])
        }
        #expect(try directory.commit(try writer(Fixtures.documents)) == 2)
        #expect(try directory.openSnapshot().generation == 2)
    }

    @Test func `an index of version 1 is refused by name, and a commit replaces it`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        try FileSystem().createDirectory(folder.path + "/index/generation-00000003")
        _ = try folder.write("index/generation-00000003/terms.sfl", [1])
        let pointer = SealedFile.seal(magic: "SFLCURNT", version: 1, payload: [3, 0, 0, 0, 0, 0, 0, 0])
        let path = try folder.write("index/current.sfl", pointer)
        let expected = IndexError.storage(.incompatibleVersion(file: path, found: 1, supported: 2))
        #expect(throws: expected) { try directory.openSnapshot() }
        #expect(throws: expected) { try directory.currentGeneration() }
        #expect(try directory.commit(try writer(Fixtures.documents)) == 4)
        #expect(try names(folder) == ["current.sfl", "segment-00000004.sfl"])
    }

    @Test func `a generation after which none can follow is an error, not a trap`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        try directory.commit(try writer(Fixtures.documents))
        _ = try folder.write("index/segment-\(UInt64.max).sfl", [1])
        #expect(throws: IndexError.self) { try directory.commit(try writer([])) }
        #expect(try directory.openSnapshot().generation == 1)
    }

    @Test func `what cannot be removed does not undo a commit`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        try directory.commit(try writer(Fixtures.documents))
        try FileSystem().createDirectory(folder.path + "/index/segment-00000005.sfl/inner")
        try FileSystem().createDirectory(folder.path + "/index/generation-00000003/inner")
        #expect(try directory.commit(try writer([])) == 6)
        #expect(try directory.openSnapshot().generation == 6)
        #expect(!FileSystem.exists(folder.path + "/index/segment-00000001.sfl"))
    }

    @Test func `a place that takes no index is an error`() throws {
        let folder = try TemporaryFolder()
        let directory = directory(folder)
        _ = try folder.write("index", [1])
        #expect(throws: IndexError.self) { try directory.commit(try writer(Fixtures.documents)) }
        #expect(throws: IndexError.noIndex(directory: folder.path + "/index")) { try directory.openSnapshot() }
    }
}
