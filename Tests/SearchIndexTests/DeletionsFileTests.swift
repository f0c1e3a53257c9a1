import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct DeletionsFileTests {
    private func segment(_ documents: Int, number: UInt64 = 5) -> SegmentRecord {
        SegmentRecord(number: number, documentCount: documents, byteCount: 0, headerChecksum: 0)
    }

    private func write(
        _ bytes: [UInt8], count: Int, to folder: TemporaryFolder
    ) throws -> (path: String, record: DeletionsRecord) {
        let checksum = SealedFile.sealChecksum(of: bytes)
        return (try folder.write("deletions", bytes), DeletionsRecord(generation: 1, count: count, checksum: checksum))
    }

    @Test(arguments: [2, 63, 64, 65, 1000])
    func `deletions come back as they were written`(documents: Int) throws {
        let folder = try TemporaryFolder()
        var deletions = DocumentFilter(documentCount: documents)
        for document in stride(from: 0, to: documents - 1, by: 3) { deletions.insert(DocID(UInt32(document))) }
        deletions.insert(DocID(UInt32(documents - 1)))
        let (path, record) = try write(DeletionsFile.seal(deletions, segment: 5), count: deletions.count, to: folder)
        let file = try MappedFile(path: path)
        #expect(try DeletionsFile.read(file, record: record, segment: segment(documents)) == deletions)
        for wrong in [segment(documents + 1), segment(documents, number: 6)] {
            #expect(throws: StorageError.self) { try DeletionsFile.read(file, record: record, segment: wrong) }
        }
    }

    @Test func `the documented example is the bytes that are written`() {
        var deletions = DocumentFilter(documentCount: 3)
        deletions.insert(DocID(1))
        let payload: [UInt8] = [5, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]
        #expect(
            DeletionsFile.seal(deletions, segment: 5)
                == SealedFile.seal(magic: "SFLDELET", version: 2, payload: payload))
    }

    @Test func `bits that do not fit the counts are damage`() throws {
        let folder = try TemporaryFolder()
        for (deleted, bits) in [(1, UInt8(0)), (1, 3), (2, 1), (1, 8), (2, 9)] {
            let counts: [UInt8] = [5, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, UInt8(deleted), 0, 0, 0]
            let payload = counts + [bits, 0, 0, 0, 0, 0, 0, 0]
            let (path, record) = try write(
                SealedFile.seal(magic: "SFLDELET", version: 2, payload: payload), count: deleted, to: folder)
            let error = #expect(throws: StorageError.self) {
                try DeletionsFile.read(MappedFile(path: path), record: record, segment: segment(3))
            }
            guard case .corrupt = error else {
                Issue.record("\(deleted), \(bits): \(String(describing: error))")
                return
            }
        }
    }
}
