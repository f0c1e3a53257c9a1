import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct SegmentFileTests {
    /// Opaque sections of the given lengths, in the order of their kinds.
    private func content(_ byteCounts: [Int], seed: UInt64 = 1) -> SegmentContent {
        var generator = SeededGenerator(seed: seed)
        return SegmentContent(
            documentCount: 3, tokenCount: 0, totalLengths: [],
            sections: zip(SegmentSection.allCases, byteCounts).map { ($0, generator.bytes($1)) })
    }

    private func write(
        _ content: SegmentContent, number: UInt64 = 7, to folder: TemporaryFolder
    ) throws -> (path: String, record: SegmentRecord) {
        let image = SegmentFileImage(content, number: number)
        let bytes = Array(image.pieces.joined())
        #expect(bytes.count == image.byteCount)
        let record = SegmentRecord(
            number: number, documentCount: 3, byteCount: image.byteCount, headerChecksum: image.headerChecksum,
            deletions: nil)
        return (try folder.write("segment", bytes), record)
    }

    @Test(arguments: [[0, 0, 0, 0, 0], [1, 2, 3, 4, 5], [8, 16, 0, 24, 0], [100, 1, 999, 7, 4096]])
    func `sections come back as they were, each at a multiple of 8`(byteCounts: [Int]) throws {
        let folder = try TemporaryFolder()
        let content = content(byteCounts)
        let (path, record) = try write(content, to: folder)
        let reader = try SegmentFileReader(MappedFile(path: path), record: record)
        for (section, bytes) in content.sections {
            let found = try #require(reader.sections[section])
            #expect(try found.bytes(at: 0, count: found.byteCount) == bytes)
            #expect(found.range.lowerBound % 8 == 0)
            try reader.check(section)
        }
    }

    @Test func `the layout is the documented one`() throws {
        let folder = try TemporaryFolder()
        let content = content([1, 0, 2, 3, 4])
        let (path, _) = try write(content, to: folder)
        let bytes = try TextFile.readBytes(of: path, limit: 1000)
        // 24 bytes, 5 sections of 24, checksum, 4 zero bytes; sections at 152, 160, 160, 168, 176.
        #expect(bytes.count == 180)
        #expect(Array(bytes[0..<24]) == Array("SFLSEGMT".utf8) + [2, 0, 0, 0, 5, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0])
        let offsets = [152, 160, 160, 168, 176]
        for (index, section) in content.sections.enumerated() {
            var entry = ByteWriter()
            entry.writeInteger(UInt32(index + 1))
            entry.writeInteger(Checksum.crc32(section.bytes))
            entry.writeInteger(UInt64(offsets[index]))
            entry.writeInteger(UInt64(section.bytes.count))
            let start = 24 + index * 24
            #expect(Array(bytes[start..<start + 24]) == entry.bytes)
            #expect(Array(bytes[offsets[index]..<offsets[index] + section.bytes.count]) == section.bytes)
        }
        var checksum = ByteWriter()
        checksum.writeInteger(Checksum.crc32(Array(bytes[0..<144])))
        #expect(Array(bytes[144..<152]) == checksum.bytes + [0, 0, 0, 0])
        #expect(Array(bytes[153..<160]) == [UInt8](repeating: 0, count: 7))
    }

    @Test func `stored records are left alone at opening and checked on demand`() throws {
        let folder = try TemporaryFolder()
        let (path, record) = try write(content([5, 5, 5, 50, 5]), to: folder)
        var bytes = try folder.read("segment")
        let sound = try SegmentFileReader(MappedFile(path: path), record: record)
        let offset = try #require(sound.sections[.stored]?.range.lowerBound)
        bytes[offset + 20] ^= 1
        _ = try folder.write("segment", bytes)
        let reader = try SegmentFileReader(MappedFile(path: path), record: record)
        try reader.check(.postings)
        let what = "the checksum of the section stored"
        #expect(throws: StorageError.corrupt(file: path, byteOffset: offset, expected: what)) {
            try reader.check(.stored)
        }
    }

    @Test func `a file of another version, segment or length than the manifest says is refused`() throws {
        let folder = try TemporaryFolder()
        let (path, record) = try write(content([5, 5, 5, 5, 5]), to: folder)
        var bytes = try folder.read("segment")
        let (count, checksum) = (record.byteCount, record.headerChecksum)
        let file = try MappedFile(path: path)
        for other in [
            SegmentRecord(number: 8, documentCount: 3, byteCount: count, headerChecksum: checksum),
            SegmentRecord(number: 7, documentCount: 3, byteCount: count + 1, headerChecksum: checksum),
            SegmentRecord(number: 7, documentCount: 3, byteCount: count, headerChecksum: ~checksum),
        ] {
            let error = #expect(throws: StorageError.self) { try SegmentFileReader(file, record: other) }
            guard case .corrupt(path, _, _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
        bytes[8] = 3
        var resealed = ByteWriter()
        resealed.writeInteger(Checksum.crc32(Array(bytes[0..<144])))
        bytes.replaceSubrange(144..<148, with: resealed.bytes)
        _ = try folder.write("segment", bytes)
        #expect(throws: StorageError.incompatibleVersion(file: path, found: 3, supported: 2)) {
            try SegmentFileReader(MappedFile(path: path), record: record)
        }
    }
}
