import KnowledgeBase
import MappedStorage
import SearchIndex
import TestSupport
import Testing

@testable import Retrieval

/// Indexes whose files are sound and whose content is not this program's.
@Suite struct DamagedIndexTests {
    private func directory(_ folder: TemporaryFolder, stored: [UInt8], userData: [UInt8]) throws -> IndexDirectory {
        var writer = try IndexWriter(schema: try IndexSchema.product())
        try writer.add(IndexDocument(fields: [["чек"], [], [], ["чек"], []], stored: stored))
        let directory = IndexDirectory(path: folder.path)
        try directory.commit(writer, userData: userData)
        return directory
    }

    /// A table of one article of one passage.
    private var table: [UInt8] {
        var writer = ByteWriter()
        writer.writeInteger(UInt32(3))
        writer.writeVarint(1)
        writer.writeInteger(UInt8(0))
        writer.writeString("kb-1")
        return writer.bytes
    }

    @Test func `an index of another program is corrupt`() throws {
        let folder = try TemporaryFolder()
        let directory = try directory(folder, stored: [], userData: [])
        let expected = StorageError.corrupt(
            file: "userdata of segment 1", byteOffset: 0, expected: "an integer of 4 bytes")
        #expect(throws: RetrievalError.index(.storage(expected))) { try KnowledgeSearcher(directory: directory) }
    }

    @Test func `an index of another version is incompatible`() throws {
        let folder = try TemporaryFolder()
        let directory = try directory(folder, stored: [], userData: [1, 0, 0, 0])
        #expect(throws: RetrievalError.incompatibleRecords(found: 1, supported: 3)) {
            try KnowledgeSearcher(directory: directory)
        }
    }

    @Test func `a missing index is named`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: RetrievalError.index(.noIndex(directory: folder.path))) {
            try KnowledgeSearcher(directory: IndexDirectory(path: folder.path))
        }
    }

    @Test func `a damaged record is an error of whatever reads it`() throws {
        let folder = try TemporaryFolder()
        let searcher = try KnowledgeSearcher(directory: try directory(folder, stored: [0x80], userData: table))
        let today = try #require(CalendarDate(iso8601: "2026-11-22"))
        let request = SearchRequest(text: "чек", today: today)
        // The first stage reads no records.
        let first = try KnowledgeSearcher(snapshot: searcher.snapshot, stages: .first)
        #expect(try first.rankArticles(request).map(\.id) == ["kb-1"])
        let expected = RetrievalError.index(
            .storage(.corrupt(file: "stored record", byteOffset: 1, expected: "a variable-length integer")))
        #expect(throws: expected) { try searcher.rankArticles(request) }
        #expect(throws: expected) { try searcher.search(request) }
        #expect(throws: expected) { try searcher.article(id: "kb-1") }
        #expect(throws: expected) { try searcher.evidence(for: "чек", today: today) }
    }

    @Test func `a record without its article's file is no article`() throws {
        let folder = try TemporaryFolder()
        let record: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0]
        let searcher = try KnowledgeSearcher(directory: try directory(folder, stored: record, userData: table))
        #expect(throws: RetrievalError.articleNotFound(id: "kb-1")) { try searcher.article(id: "kb-1") }
    }
}
