import Foundation
import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

/// Bytes that are not what was written: found when the index is opened or verified, named by file, never served, never a trap.
@Suite struct DamageTests {
    /// The files of ``smallIndex(in:)``, without the lock.
    private static let names = [
        "current.sfl", "deletions-00000002-00000001.sfl", "segment-00000001.sfl", "segment-00000002.sfl",
    ]

    /// An index of two segments and deletions.
    private func smallIndex(in folder: TemporaryFolder) throws -> IndexDirectory {
        let directory = IndexDirectory(folder)
        let schema = try Fixtures.schema()
        try directory.commit(try Fixtures.writer(Fixtures.documents, schema: schema), userData: [1, 2, 3])
        _ = try directory.update(
            directory.openSnapshot(), deleting: [DocID(1)],
            adding: Fixtures.writer(Array(Fixtures.documents.reversed()), schema: schema), userData: [4])
        let found = try FileSystem.names(in: folder.path).filter { $0 != IndexFile.lockName }
        #expect(found == Self.names)
        return directory
    }

    /// What opening and a full check say.
    private func damage(_ directory: IndexDirectory) -> IndexError? {
        do throws(IndexError) {
            _ = try directory.openSnapshot().verify()
            return nil
        } catch {
            return error
        }
    }

    private func isCorrupt(_ error: IndexError?, in path: String) -> Bool {
        if case .storage(.corrupt(path, _, _)) = error { true } else { false }
    }

    @Test(arguments: names)
    func `every flipped byte of a file is found`(name: String) throws {
        let folder = try TemporaryFolder()
        let directory = try smallIndex(in: folder)
        #expect(damage(directory) == nil)
        let sound = try folder.read(name)
        for index in sound.indices {
            for mask in [UInt8(1) << UInt8(index % 8), 0xFF] {
                var bytes = sound
                bytes[index] ^= mask
                let path = try folder.write(name, bytes)
                let error = damage(directory)
                try #require(isCorrupt(error, in: path), "byte \(index), mask \(mask): \(String(describing: error))")
            }
        }
    }

    @Test(arguments: names)
    func `every truncation and every extension of a file is found at opening`(name: String) throws {
        let folder = try TemporaryFolder()
        let directory = try smallIndex(in: folder)
        let sound = try folder.read(name)
        var damaged = sound.indices.map { Array(sound.prefix($0)) }
        damaged += [sound + [0], sound + [UInt8](repeating: 0, count: 4096), sound + sound]
        for bytes in damaged {
            let path = try folder.write(name, bytes)
            let error = #expect(throws: IndexError.self) { try directory.openSnapshot() }
            try #require(isCorrupt(error, in: path), "\(bytes.count) bytes: \(String(describing: error))")
        }
        _ = try folder.write(name, sound)
        #expect(damage(directory) == nil)
    }

    @Test(arguments: names)
    func `a file that is missing is named, and without a manifest there is no index`(name: String) throws {
        let folder = try TemporaryFolder()
        let directory = try smallIndex(in: folder)
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
        let expected =
            name == "current.sfl"
            ? IndexError.noIndex(directory: folder.path) : .storage(.notFound(file: folder.path + "/" + name))
        #expect(throws: expected) { try directory.openSnapshot() }
    }

    @Test(arguments: names.dropFirst())
    func `a sound file of another index is found, also when it is as long`(name: String) throws {
        let folder = try TemporaryFolder()
        let directory = try smallIndex(in: folder)
        let sound = try folder.read(name)
        // The same history with other words, lengths and records, each of as many bytes; the other document is deleted.
        let other = try TemporaryFolder()
        let otherDirectory = IndexDirectory(other)
        let swapped = Fixtures.documents.map { document in
            IndexDocument(
                fields: document.fields.map { $0.map { $0.replacing("а", with: "ю") } },
                stored: document.stored.map { $0 ^ 0x55 })
        }
        let schema = try Fixtures.schema()
        try otherDirectory.commit(try Fixtures.writer(swapped, schema: schema), userData: [9, 9, 9])
        _ = try otherDirectory.update(
            otherDirectory.openSnapshot(), deleting: [DocID(2)],
            adding: Fixtures.writer(Array(swapped.reversed()), schema: schema), userData: [9])
        let foreign = try other.read(name)
        try #require(foreign != sound)
        let path = try folder.write(name, foreign)
        let error = #expect(throws: IndexError.self) { try directory.openSnapshot() }
        #expect(isCorrupt(error, in: path), "\(String(describing: error))")
    }

    @Test func `a segment in the place of another is found`() throws {
        let folder = try TemporaryFolder()
        let directory = try smallIndex(in: folder)
        let path = try folder.write("segment-00000002.sfl", try folder.read("segment-00000001.sfl"))
        let error = #expect(throws: IndexError.self) { try directory.openSnapshot() }
        #expect(isCorrupt(error, in: path))
    }

    @Test func `an old manifest does not open what was cleaned after it`() throws {
        let folder = try TemporaryFolder()
        let directory = try smallIndex(in: folder)
        let old = try folder.read("current.sfl")
        let schema = try Fixtures.schema()
        _ = try directory.update(
            directory.openSnapshot(), deleting: [DocID(0)], adding: Fixtures.writer([], schema: schema), userData: [])
        _ = try folder.write("current.sfl", old)
        let missing = folder.path + "/deletions-00000002-00000001.sfl"
        #expect(throws: IndexError.storage(.notFound(file: missing))) { try directory.openSnapshot() }
    }

    @Test func `the lock file holds nothing that matters`() throws {
        let folder = try TemporaryFolder()
        let directory = try smallIndex(in: folder)
        for bytes in [[], [0xFF], Array("999999999999999999999".utf8)] {
            _ = try folder.write(IndexFile.lockName, bytes)
            #expect(damage(directory) == nil)
        }
        _ = try directory.update(
            directory.openSnapshot(), deleting: [DocID(0)],
            adding: Fixtures.writer([], schema: try Fixtures.schema()), userData: [])
    }

    @Test func `random flips in a larger index are found`() throws {
        let folder = try TemporaryFolder()
        let directory = IndexDirectory(folder)
        let schema = try Fixtures.schema()
        let documents = (0..<(Nightly.isOn ? 4000 : 400)).map { number in
            IndexDocument(
                fields: [
                    ["заказ \(number % 50)"],
                    ["курьер номер\(number % 200) " + String(repeating: "склад ", count: number % 9)],
                ],
                stored: [UInt8](repeating: UInt8(number % 251), count: 300))
        }
        try directory.commit(try Fixtures.writer(documents, schema: schema))
        _ = try directory.update(
            directory.openSnapshot(), deleting: (0..<50).map { DocID($0 * 7) },
            adding: Fixtures.writer(Array(documents.prefix(100)), schema: schema), userData: [])
        let names = try FileSystem.names(in: folder.path).filter { $0 != IndexFile.lockName }
        let sizes = try names.map { try folder.read($0).count }
        let seed: UInt64 = 5
        var generator = SeededGenerator(seed: seed)
        for flip in 0..<(Nightly.isOn ? 20_000 : 600) {
            // Half of the flips by bytes, so that large files get most; half by files, so that small ones get some.
            var place = Int.random(in: 0..<sizes.reduce(0, +), using: &generator)
            var file = 0
            while place >= sizes[file] {
                place -= sizes[file]
                file += 1
            }
            if flip % 2 == 1 { file = Int.random(in: sizes.indices, using: &generator) }
            let offset = Int.random(in: 0..<sizes[file], using: &generator)
            let mask = UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
            let path = folder.path + "/" + names[file]
            try flipByte(of: path, at: offset, mask)
            let error = damage(directory)
            let found = String(describing: error)
            try #require(isCorrupt(error, in: path), "seed \(seed), flip \(flip), \(path) byte \(offset): \(found)")
            try flipByte(of: path, at: offset, mask)
        }
        #expect(damage(directory) == nil)
    }

    private func flipByte(of path: String, at offset: Int, _ mask: UInt8) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: UInt64(offset))
        let byte = try #require(try file.read(upToCount: 1)?.first)
        try file.seek(toOffset: UInt64(offset))
        try file.write(contentsOf: [byte ^ mask])
        try file.close()
    }
}
