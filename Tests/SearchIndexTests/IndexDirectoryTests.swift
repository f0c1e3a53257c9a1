import Foundation
import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct IndexDirectoryTests {
    private func commit(_ documents: [IndexDocument], to folder: TemporaryFolder) throws -> UInt64 {
        let writer = try Fixtures.writer(documents, schema: Fixtures.schema())
        return try IndexDirectory(path: folder.path + "/index").commit(writer, userData: [4, 2])
    }

    private func index(_ folder: TemporaryFolder) -> IndexDirectory { IndexDirectory(path: folder.path + "/index") }

    private func generations(_ folder: TemporaryFolder) throws -> [String] {
        try FileSystem.names(in: folder.path + "/index").filter { $0.hasPrefix("generation-") }
    }

    @Test func `a commit is opened with its documents and user data`() throws {
        let folder = try TemporaryFolder()
        #expect(try commit(Fixtures.documents, to: folder) == 1)
        let snapshot = try index(folder).openSnapshot()
        #expect(snapshot.userData == [4, 2])
        #expect(snapshot.manifest.generation == 1)
        #expect(try snapshot.storedBytes(of: DocID(0)) == [1, 2])
        #expect(try snapshot.search(Fixtures.query("курьеры"), limit: 5).map(\.docID) == [DocID(1)])
        let names = try FileSystem.names(in: folder.path + "/index/generation-00000001")
        #expect(names == IndexFile.allCases.map(\.fileName).sorted())
        let bytes = try names.reduce(0) { try $0 + folder.read("index/generation-00000001/" + $1).count }
        #expect(snapshot.byteCount == bytes)
        #expect(try snapshot.verify().byteCount == bytes)
    }

    @Test func `a folder without a pointer is no index`() throws {
        let folder = try TemporaryFolder()
        let missing = IndexError.noIndex(directory: folder.path + "/index")
        #expect(throws: missing) { try index(folder).openSnapshot() }
        _ = try commit(Fixtures.documents, to: folder)
        try FileManager.default.removeItem(atPath: folder.path + "/index/current.sfl")
        #expect(throws: missing) { try index(folder).openSnapshot() }
        #expect(try commit(Fixtures.documents, to: folder) == 2)
        #expect(try generations(folder) == ["generation-00000002"])
    }

    @Test func `the old generation goes and an open snapshot of it still searches`() throws {
        let folder = try TemporaryFolder()
        _ = try commit(Fixtures.documents, to: folder)
        let old = try index(folder).openSnapshot()
        #expect(try commit([], to: folder) == 2)
        #expect(try generations(folder) == ["generation-00000002"])
        #expect(try old.search(Fixtures.query("заказ"), limit: 5).count == 2)
        #expect(try old.verify().documentCount == 3)
        #expect(try index(folder).openSnapshot().manifest.documentCount == 0)
    }

    @Test func `a second writer is refused and changes nothing`() throws {
        let folder = try TemporaryFolder()
        _ = try commit(Fixtures.documents, to: folder)
        let path = folder.path + "/index/write.lock"
        do {
            let lock = try FileLock(path: path)
            #expect(throws: IndexError.storage(.locked(file: path))) { try commit([], to: folder) }
            _ = consume lock
        }
        #expect(try index(folder).currentGeneration() == 1)
        #expect(try generations(folder) == ["generation-00000001"])
        #expect(try commit([], to: folder) == 2)
    }

    @Test func `a generation that a crash left unfinished is ignored, then cleaned`() throws {
        let folder = try TemporaryFolder()
        _ = try commit(Fixtures.documents, to: folder)
        try FileSystem.createDirectory(folder.path + "/index/generation-00000002")
        _ = try folder.write("index/generation-00000002/terms.sfl", [1, 2, 3])
        #expect(try index(folder).openSnapshot().manifest.generation == 1)
        #expect(try commit([], to: folder) == 3)
        #expect(try generations(folder) == ["generation-00000003"])
    }

    @Test func `a crash before the renaming of the pointer leaves the old generation`() throws {
        let folder = try TemporaryFolder()
        _ = try commit(Fixtures.documents, to: folder)
        _ = try folder.write("index/current.sfl.new", [1, 2, 3])
        #expect(try index(folder).openSnapshot().manifest.generation == 1)
        #expect(try commit([], to: folder) == 2)
        #expect(!FileSystem.exists(folder.path + "/index/current.sfl.new"))
    }

    @Test func `every damage of the pointer is an error that the next commit repairs`() throws {
        let folder = try TemporaryFolder()
        _ = try commit(Fixtures.documents, to: folder)
        let pointer = try folder.read("index/current.sfl")
        var damaged = pointer.indices.map { Array(pointer.prefix($0)) } + [pointer + [0]]
        for index in pointer.indices {
            for mask in [UInt8(1), 0xFF] {
                damaged.append(pointer)
                damaged[damaged.count - 1][index] ^= mask
            }
        }
        let path = folder.path + "/index/current.sfl"
        for bytes in damaged {
            _ = try folder.write("index/current.sfl", bytes)
            let error = #expect(throws: IndexError.self) { try index(folder).openSnapshot() }
            guard case .storage(.corrupt(path, _, _)) = error else {
                Issue.record("\(bytes): \(String(describing: error))")
                return
            }
        }
        #expect(try commit(Fixtures.documents, to: folder) == 2)
        #expect(try index(folder).openSnapshot().manifest.generation == 2)
    }

    @Test func `a pointer to a generation that is not there, or sealed with too much, is an error`() throws {
        let folder = try TemporaryFolder()
        _ = try commit(Fixtures.documents, to: folder)
        for payload in [
            [9, 0, 0, 0, 0, 0, 0, 0], [UInt8](repeating: 0xFF, count: 8), [1], [], Array(repeating: 1, count: 9),
        ] {
            let bytes = SealedFile.seal(magic: "SFLCURNT", version: 1, payload: payload)
            _ = try folder.write("index/current.sfl", bytes)
            #expect(throws: IndexError.self, "\(payload)") { try index(folder).openSnapshot() }
        }
        let other = SealedFile.seal(magic: "SFLCURNT", version: 2, payload: [1, 0, 0, 0, 0, 0, 0, 0])
        _ = try folder.write("index/current.sfl", other)
        let path = folder.path + "/index/current.sfl"
        #expect(throws: IndexError.storage(.incompatibleVersion(file: path, found: 2, supported: 1))) {
            try index(folder).openSnapshot()
        }
    }

    @Test func `a generation after which none can follow is an error, not a trap`() throws {
        let folder = try TemporaryFolder()
        _ = try commit(Fixtures.documents, to: folder)
        try FileSystem.createDirectory(folder.path + "/index/generation-\(UInt64.max)")
        #expect(throws: IndexError.self) { try commit([], to: folder) }
        #expect(try index(folder).openSnapshot().manifest.generation == 1)
    }

    @Test func `what cannot be removed does not undo a commit`() throws {
        let folder = try TemporaryFolder()
        _ = try commit(Fixtures.documents, to: folder)
        _ = try folder.write("index/generation-00000005", [1])
        try FileSystem.createDirectory(folder.path + "/index/generation-00000003/inner")
        #expect(try commit([], to: folder) == 6)
        #expect(try index(folder).openSnapshot().manifest.generation == 6)
        #expect(!FileSystem.exists(folder.path + "/index/generation-00000001"))
    }

    @Test func `a place that takes no index is an error`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("index", [1])
        #expect(throws: IndexError.self) { try commit(Fixtures.documents, to: folder) }
        #expect(throws: IndexError.noIndex(directory: folder.path + "/index")) { try index(folder).openSnapshot() }
    }

    @Test func `readers that open while a writer commits always get a whole generation`() async throws {
        let folder = try TemporaryFolder()
        _ = try commit(Fixtures.documents, to: folder)
        let path = folder.path + "/index"
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for _ in 0..<60 {
                    let writer = try Fixtures.writer(Fixtures.documents, schema: Fixtures.schema())
                    try IndexDirectory(path: path).commit(writer)
                }
            }
            for _ in 0..<2 {
                group.addTask {
                    var last: UInt64 = 0
                    while last < 61, !Task.isCancelled {
                        let snapshot = try IndexDirectory(path: path).openSnapshot()
                        try #require(snapshot.manifest.generation >= last)
                        #expect(snapshot.manifest.documentCount == 3)
                        last = snapshot.manifest.generation
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try index(folder).currentGeneration() == 61)
    }
}
