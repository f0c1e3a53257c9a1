import MappedStorage
import TestSupport
import Testing

@Suite struct SealedFileTests {
    private let magic = "TESTFILE"

    private func validate(_ bytes: [UInt8], in folder: TemporaryFolder, version: UInt32 = 3) throws -> Range<Int> {
        let file = try MappedFile(path: try folder.write("sealed", bytes))
        return try SealedFile.validate(file, magic: magic, version: version)
    }

    @Test(arguments: [0, 1, 4, 1000])
    func `what is sealed opens`(count: Int) throws {
        let folder = try TemporaryFolder()
        let sealed = SealedFile.seal(magic: magic, version: 3, payload: [UInt8](repeating: 0xAB, count: count))
        #expect(try validate(sealed, in: folder) == 20..<(20 + count))
    }

    @Test func `the layout is the documented one`() {
        let sealed = SealedFile.seal(magic: magic, version: 0x0102_0304, payload: [7])
        let head = Array("TESTFILE".utf8) + [4, 3, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 7]
        #expect(Array(sealed.prefix(21)) == head)
        let crc = Checksum.crc32(head)
        #expect(Array(sealed.suffix(4)) == (0..<4).map { UInt8(truncatingIfNeeded: crc >> (8 * $0)) })
    }

    @Test func `every flipped bit and every inverted byte is damage`() throws {
        let folder = try TemporaryFolder()
        let sealed = SealedFile.seal(magic: magic, version: 3, payload: Array("груз".utf8))
        for index in sealed.indices {
            for mask in (0..<8).map({ UInt8(1) << UInt8($0) }) + [0xFF] {
                var bytes = sealed
                bytes[index] ^= mask
                let error = #expect(throws: StorageError.self) { try validate(bytes, in: folder) }
                guard case .corrupt(let file, _, _) = error else {
                    Issue.record("byte \(index), mask \(mask): \(String(describing: error))")
                    return
                }
                #expect(file == folder.path + "/sealed")
            }
        }
    }

    @Test func `every truncation and every appended byte is damage`() throws {
        let folder = try TemporaryFolder()
        let sealed = SealedFile.seal(magic: magic, version: 3, payload: Array("груз".utf8))
        for bytes in sealed.indices.map({ Array(sealed.prefix($0)) }) + [sealed + [0], sealed + sealed] {
            let error = #expect(throws: StorageError.self) { try validate(bytes, in: folder) }
            guard case .corrupt = error else {
                Issue.record("\(bytes.count) bytes: \(String(describing: error))")
                return
            }
        }
    }

    @Test func `a sound file of another version is named so, and of another magic is damage`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sealed"
        #expect(throws: StorageError.incompatibleVersion(file: path, found: 2, supported: 3)) {
            try validate(SealedFile.seal(magic: magic, version: 2, payload: [1]), in: folder)
        }
        #expect(throws: StorageError.corrupt(file: path, byteOffset: 0, expected: "the magic TESTFILE")) {
            try validate(SealedFile.seal(magic: "OTHERONE", version: 3, payload: [1]), in: folder)
        }
    }

    @Test func `the checksum of the seal tells files apart, which a checksum over the whole file cannot`() throws {
        let folder = try TemporaryFolder()
        let first = SealedFile.seal(magic: magic, version: 3, payload: [1])
        let second = SealedFile.seal(magic: magic, version: 3, payload: [2])
        #expect(Checksum.crc32(first) == Checksum.crc32(second))
        let file = try MappedFile(path: try folder.write("first", first))
        let seal = try SealedFile.sealChecksum(of: file)
        #expect(seal == SealedFile.sealChecksum(of: first))
        #expect(seal != SealedFile.sealChecksum(of: second))
    }
}
