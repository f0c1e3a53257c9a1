import Foundation
import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct VerificationTests {
    private func index(in folder: TemporaryFolder) throws -> IndexDirectory {
        let directory = IndexDirectory(folder)
        let schema = try Fixtures.schema()
        try directory.commit(try Fixtures.writer(Fixtures.documents, schema: schema))
        _ = try directory.update(
            directory.openSnapshot(), deleting: [DocID(0)],
            adding: Fixtures.writer(Fixtures.manyDocuments, schema: schema), userData: [])
        return directory
    }

    @Test func `the report counts what was read`() throws {
        let folder = try TemporaryFolder()
        let snapshot = try index(in: folder).openSnapshot()
        let report = try snapshot.verify()
        #expect(report.generation == 2 && report.segmentCount == 2)
        #expect(report.documentCount == 143 && report.liveDocumentCount == 142)
        #expect(report.byteCount == snapshot.byteCount)
        #expect(report.termCount == snapshot.termCount)
    }

    @Test func `every damaged file is named, not only the first`() throws {
        let folder = try TemporaryFolder()
        let directory = try index(in: folder)
        #expect(try directory.damage().isEmpty)
        for name in ["segment-00000001.sfl", "segment-00000002.sfl", "deletions-00000002-00000001.sfl"] {
            var bytes = try folder.read(name)
            bytes[bytes.count - 1] ^= 1
            _ = try folder.write(name, bytes)
        }
        let files = try directory.damage().map { error in
            if case .corrupt(let file, _, _) = error { file } else { "\(error)" }
        }
        let expected = ["segment-00000001.sfl", "deletions-00000002-00000001.sfl", "segment-00000002.sfl"]
        #expect(files == expected.map { folder.path + "/" + $0 })
        try FileManager.default.removeItem(atPath: folder.path + "/segment-00000002.sfl")
        #expect(try directory.damage().last == .notFound(file: folder.path + "/segment-00000002.sfl"))
    }

    @Test func `a damaged record does not keep the index from opening, and verification names its place`() throws {
        let folder = try TemporaryFolder()
        let directory = IndexDirectory(folder)
        try directory.commit(try Fixtures.writer(Fixtures.documents, schema: Fixtures.schema()))
        let stored = try #require(try directory.openSnapshot().files.segments[0].file.sections[.stored]?.range)
        var bytes = try folder.read("segment-00000001.sfl")
        bytes[stored.lowerBound + 1] ^= 1
        let path = try folder.write("segment-00000001.sfl", bytes)
        let snapshot = try directory.openSnapshot()
        #expect(try snapshot.storedBytes(of: DocID(2)) == [0xFF])
        let what = "the checksum of the 2 stored bytes of document 0"
        let expected = IndexError.storage(.corrupt(file: path, byteOffset: stored.lowerBound, expected: what))
        #expect(throws: expected) { try snapshot.storedBytes(of: DocID(0)) }
        #expect(throws: expected) { try snapshot.verify() }
        #expect(try directory.damage().count == 1)
    }
}
