import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct StoredFieldsTests {
    private func payload(_ records: [[UInt8]]) -> [UInt8] {
        var writer = StoredFieldsWriter()
        for record in records { writer.add(record) }
        return writer.payload()
    }

    private func reader(_ payload: [UInt8], count: Int, _ folder: TemporaryFolder) throws -> StoredFieldsReader {
        let file = try MappedFile(path: try folder.write("stored", [9, 9, 9] + payload))
        return try StoredFieldsReader(file: file, payload: 3..<3 + payload.count, documentCount: count)
    }

    @Test(arguments: [[], [[]], [[1]], [[1, 2, 3], [], [4]], [[], [], [5, 6]]] as [[[UInt8]]])
    func `records come back as they were`(records: [[UInt8]]) throws {
        let folder = try TemporaryFolder()
        let reader = try reader(payload(records), count: records.count, folder)
        #expect(try records.indices.map { try reader.record(of: DocID(UInt32($0))) } == records)
    }

    @Test func `the documented example is the bytes that are written`() {
        // CRC-32 of "а" in UTF-8 (D0 B0) and of nothing.
        let records: [[UInt8]] = [[0xD0, 0xB0], []]
        var table = ByteWriter()
        table.writeInteger(UInt64(2))
        table.writeInteger(Checksum.crc32([0xD0, 0xB0]))
        table.writeInteger(UInt64(2))
        table.writeInteger(UInt32(0))
        let checksum = Checksum.crc32(table.bytes)
        table.writeInteger(checksum)
        #expect(payload(records) == [0xD0, 0xB0] + table.bytes)
    }

    @Test func `a damaged record is found when it is read, by its place, and the others are served`() throws {
        let folder = try TemporaryFolder()
        var bytes = payload([[1, 2, 3], [4, 5], [6]])
        bytes[3] ^= 1
        let reader = try reader(bytes, count: 3, folder)
        #expect(try reader.record(of: DocID(0)) == [1, 2, 3])
        #expect(try reader.record(of: DocID(2)) == [6])
        let expected = StorageError.corrupt(
            file: folder.path + "/stored", byteOffset: 6, expected: "the checksum of the 2 stored bytes of document 1")
        #expect(throws: expected) { try reader.record(of: DocID(1)) }
    }

    @Test func `every damage of the table is found at opening`() throws {
        let folder = try TemporaryFolder()
        let sound = payload([[1, 2, 3], [4, 5], [6]])
        for index in 6..<sound.count {
            var bytes = sound
            bytes[index] ^= 0x80
            #expect(throws: StorageError.self, "byte \(index)") { try reader(bytes, count: 3, folder) }
        }
        for count in [0, 1, 2, 4, 100] {
            #expect(throws: StorageError.self, "\(count) records") { try reader(sound, count: count, folder) }
        }
        #expect(throws: StorageError.self) { try reader([], count: 0, folder) }
    }
}
