import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct IndexManifestTests {
    private func manifest(_ segments: [SegmentRecord], generation: UInt64 = 9) throws -> IndexManifest {
        IndexManifest(generation: generation, schema: try Fixtures.schema(), pivots: [1, 2.5, 300], segments: segments)
    }

    private let first = SegmentRecord(
        number: 3, documentCount: 100, byteCount: 5000, headerChecksum: 0xDEAD_BEEF,
        deletions: DeletionsRecord(generation: 9, count: 99, checksum: 7))
    private let second = SegmentRecord(number: 8, documentCount: 1, byteCount: 152, headerChecksum: 1)

    @Test func `a manifest comes back as it was written`() throws {
        let folder = try TemporaryFolder()
        for segments in [[], [first], [second, first]] {
            let written = try manifest(segments)
            let path = try folder.write("current.sfl", written.sealed())
            #expect(try IndexManifest(path: path) == written)
        }
        let both = try manifest([first, second])
        #expect(both.documentCount == 101 && both.liveDocumentCount == 2 && both.segmentCount == 2)
        #expect(
            both.fileNames == [
                "current.sfl", "segment-00000003.sfl", "deletions-00000009-00000003.sfl", "segment-00000008.sfl",
            ])
    }

    @Test func `what no writer writes is refused`() throws {
        let folder = try TemporaryFolder()
        func record(
            number: UInt64 = 1, documents: Int = 10, bytes: Int = 1, deletions: DeletionsRecord? = nil
        ) -> SegmentRecord {
            SegmentRecord(
                number: number, documentCount: documents, byteCount: bytes, headerChecksum: 0, deletions: deletions)
        }
        let wrong = [
            try manifest([], generation: 0),
            try manifest([record(number: 0)]),
            try manifest([record(number: 10)]),
            try manifest([record(), record()]),
            try manifest([record(documents: 1 << 30), record(number: 2)]),
            try manifest([record(bytes: 1 << 50)]),
            try manifest([record(deletions: DeletionsRecord(generation: 1, count: 0, checksum: 0))]),
            try manifest([record(deletions: DeletionsRecord(generation: 1, count: 10, checksum: 0))]),
            try manifest([record(deletions: DeletionsRecord(generation: 0, count: 1, checksum: 0))]),
            try manifest([record(deletions: DeletionsRecord(generation: 10, count: 1, checksum: 0))]),
            IndexManifest(generation: 1, schema: try Fixtures.schema(), pivots: [1, .nan, 1], segments: []),
            IndexManifest(generation: 1, schema: try Fixtures.schema(), pivots: [1, 0.5, 1], segments: []),
        ]
        for manifest in wrong {
            let path = try folder.write("current.sfl", manifest.sealed())
            let error = #expect(throws: StorageError.self, "\(manifest)") { try IndexManifest(path: path) }
            guard case .corrupt(path, _, _) = error else {
                Issue.record("\(manifest): \(String(describing: error))")
                return
            }
        }
    }

    @Test func `the documented example is the bytes that are written`() throws {
        // docs/index-format.md, "current.sfl", works this out by hand.
        let layer = LayerSchema(name: "stem", analysis: .stem, fieldWeights: [1], k1: 1, b: 0.5, weight: 1)
        let manifest = IndexManifest(
            generation: 9, schema: try IndexSchema(fields: ["body"], layers: [layer]), pivots: [2],
            segments: [
                SegmentRecord(
                    number: 7, documentCount: 3, byteCount: 400, headerChecksum: 0x0403_0201,
                    deletions: DeletionsRecord(generation: 9, count: 1, checksum: 0x0807_0605))
            ])
        let body = Array("body".utf8)
        let stem = Array("stem".utf8)
        var expected: [UInt8] = [9, 0, 0, 0, 0, 0, 0, 0]
        expected += [1, 4] + body
        expected += [1, 4] + stem + [4] + stem + [1]
        expected += [0, 0, 0x80, 0x3F, 0, 0, 0, 0x3F, 0, 0, 0x80, 0x3F, 0, 0, 0, 0x40]
        expected += [1, 7, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0x90, 1, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]
        expected += [1, 9, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 5, 6, 7, 8]
        #expect(manifest.payload() == expected)
    }
}
