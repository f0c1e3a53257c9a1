import Foundation
import MappedStorage
import TestSupport
import Testing

@Suite struct MappedFileTests {
    @Test(arguments: [0, 1, 4095, 4096, 4097])
    func `a file is mapped as it is`(count: Int) throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(seed: UInt64(count))
        let bytes = generator.bytes(count)
        let path = try folder.write("file", bytes)
        #expect(try MappedFile(path: path).byteCount == count)
        #expect(try TextFile.readBytes(of: path, limit: count) == bytes)
    }

    @Test func `a missing file, a folder and a path under a file are errors that name the path`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("file", [1])
        #expect(throws: StorageError.notFound(file: folder.path + "/no")) { try MappedFile(path: folder.path + "/no") }
        #expect(throws: StorageError.system(operation: "map", file: folder.path, code: EINVAL)) {
            try MappedFile(path: folder.path)
        }
        #expect(throws: StorageError.system(operation: "open", file: file + "/x", code: ENOTDIR)) {
            try MappedFile(path: file + "/x")
        }
    }

    @Test func `an unlinked file stays readable while it is mapped`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("file", [1, 2, 3])
        let file = try MappedFile(path: path)
        try FileManager.default.removeItem(atPath: path)
        #expect(file.withBytes { Checksum.crc32($0) } == Checksum.crc32([1, 2, 3]))
    }

    @Test func `a file above the limit is not read`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("file", [1, 2, 3])
        #expect(throws: StorageError.tooLarge(file: path, byteCount: 3, limit: 2)) {
            try TextFile.readBytes(of: path, limit: 2)
        }
    }

    @Test func `the checksum has the published check value`() {
        // The catalogue of parametrised CRC algorithms gives CBF43926 for CRC-32/ISO-HDLC over "123456789".
        #expect(Checksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(Checksum.crc32([]) == 0)
    }
}
