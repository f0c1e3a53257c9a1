import Foundation
import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct DamageTests {
    private static let names = IndexFile.allCases.map(\.fileName)

    private func isCorrupt(_ error: IndexError?, in path: String) -> Bool {
        if case .storage(.corrupt(path, _, _)) = error { true } else { false }
    }

    @Test(arguments: names)
    func `every flipped byte of a file is found at opening`(name: String) throws {
        let folder = try TemporaryFolder()
        let files = try Fixtures.files(Fixtures.documents, schema: Fixtures.schema(), userData: [1, 2, 3])
        try folder.write(files)
        let sound = try #require(files[name])
        for index in sound.indices {
            for mask in [UInt8(1), 0xFF] {
                var bytes = sound
                bytes[index] ^= mask
                let path = try folder.write(name, bytes)
                let error = #expect(throws: IndexError.self) { try folder.snapshot() }
                try #require(isCorrupt(error, in: path), "byte \(index), mask \(mask): \(String(describing: error))")
            }
        }
    }

    @Test(arguments: names)
    func `every truncation of a file is found at opening`(name: String) throws {
        let folder = try TemporaryFolder()
        let files = try Fixtures.files(Fixtures.documents, schema: Fixtures.schema(), userData: [1, 2, 3])
        try folder.write(files)
        let sound = try #require(files[name])
        for count in sound.indices {
            let path = try folder.write(name, Array(sound.prefix(count)))
            let error = #expect(throws: IndexError.self) { try folder.snapshot() }
            try #require(isCorrupt(error, in: path), "\(count) bytes: \(String(describing: error))")
        }
        _ = try folder.write(name, sound)
        #expect(try folder.snapshot().manifest.documentCount == 3)
    }

    @Test(arguments: names)
    func `a file that is missing or of another version is named`(name: String) throws {
        let folder = try TemporaryFolder()
        let files = try Fixtures.files(Fixtures.documents, schema: Fixtures.schema())
        try folder.write(files)
        let path = folder.path + "/" + name
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: IndexError.storage(.notFound(file: path))) { try folder.snapshot() }
        let kind = try #require(IndexFile.allCases.first { $0.fileName == name })
        let payload = Fixtures.payload(try #require(files[name]))
        _ = try folder.write(name, SealedFile.seal(magic: kind.magic, version: 2, payload: payload))
        #expect(throws: IndexError.storage(.incompatibleVersion(file: path, found: 2, supported: 1))) {
            try folder.snapshot()
        }
    }

    @Test(arguments: names)
    func `a sound file of another generation is named, also when it is as long`(name: String) throws {
        let folder = try TemporaryFolder()
        let schema = try Fixtures.schema()
        // The same shapes with other letters, lengths and records: each file has as many bytes and other ones.
        let first = [
            IndexDocument(fields: [["бббб"], ["вввв вввв"]], stored: [1]),
            IndexDocument(fields: [[], ["гггг"]], stored: [2]),
        ]
        let second = [
            IndexDocument(fields: [["дддд"], ["жжжж"]], stored: [3]),
            IndexDocument(fields: [[], ["зззз зззз"]], stored: [4]),
        ]
        let sound = try Fixtures.files(first, schema: schema, userData: [1])
        let other = try Fixtures.files(second, schema: schema, generation: 2, userData: [2])
        try folder.write(sound)
        _ = try folder.snapshot()
        try #require(sound[name]?.count == other[name]?.count && sound[name] != other[name])
        let path = try folder.write(name, try #require(other[name]))
        let error = #expect(throws: IndexError.self) { try folder.snapshot() }
        #expect(isCorrupt(error, in: path), "\(String(describing: error))")
    }

    @Test func `a generation in the folder of another is refused`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Fixtures.files(Fixtures.documents, schema: Fixtures.schema(), generation: 7))
        let error = #expect(throws: IndexError.self) { try folder.snapshot(generation: 8) }
        #expect(isCorrupt(error, in: folder.path + "/manifest.sfl"))
    }
}
