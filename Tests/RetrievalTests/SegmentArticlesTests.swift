import MappedStorage
import SearchIndex
import TestSupport
import Testing

@testable import Retrieval

@Suite struct SegmentArticlesTests {
    private static let entries = [
        ArticleEntry(id: "kb-1", validFrom: 20_260_101, contentHash: 7, passageCount: 3),
        ArticleEntry(
            id: "kb-2", isInternal: true, validFrom: 20_260_101, expiredSince: 20_260_201, supersedes: "kb-1",
            contentHash: .max),
        ArticleEntry(id: "ё👍", passageCount: 300),
        ArticleEntry(id: ""),
    ]

    private static func encoded(_ entries: [ArticleEntry]) -> [UInt8] {
        var writer = SegmentArticlesWriter()
        entries.forEach { writer.add($0) }
        return writer.encoded()
    }

    private func decoded(_ bytes: [UInt8], documents: Int) throws -> SegmentArticles {
        try SegmentArticles(decoding: bytes, documentCount: documents, file: "userdata")
    }

    @Test func `articles come back as they were written`() throws {
        let articles = try decoded(Self.encoded(Self.entries), documents: 305)
        let back = articles.rows.indices.map { articles.entry(of: $0, passageCount: articles.documents(of: $0).count) }
        #expect(back == Self.entries)
        #expect(articles.rows.indices.map { articles.documents(of: $0) } == [0..<3, 3..<4, 4..<304, 304..<305])
        #expect([0, 2, 3, 4, 303, 304].map { articles.row(ofDocument: $0) } == [0, 0, 1, 2, 2, 3])
        #expect(articles.supersedingRows == [1])
        #expect(articles.hasRestrictions)
        #expect(articles.hasID(Array("kb-2".utf8), row: 1) && !articles.hasID(Array("kb-2".utf8), row: 0))
        #expect(try decoded(Self.encoded([]), documents: 0).rows.isEmpty)
    }

    @Test func `plain documents take two bytes beside their identifiers`() throws {
        let bytes = Self.encoded([ArticleEntry(id: "1"), ArticleEntry(id: "22")])
        #expect(bytes == [3, 0, 0, 0, 2, 0, 1, 0x31, 0, 2, 0x32, 0x32])
        #expect(try !decoded(bytes, documents: 2).hasRestrictions)
    }

    @Test func `every truncation is corrupt`() {
        let bytes = Self.encoded(Self.entries)
        for count in 0..<bytes.count { expectCorrupt(Array(bytes.prefix(count)), "\(count) bytes") }
    }

    @Test func `bytes after the end are corrupt`() {
        expectCorrupt(Self.encoded(Self.entries) + [0], "one byte more")
    }

    @Test(arguments: [0x20, 0x41, 0x80, 0xFF] as [UInt8]) func `unknown marks are corrupt, not public`(byte: UInt8) {
        var bytes = Self.encoded([ArticleEntry(id: "a", isInternal: true)])
        // 4 version, 1 count: the marks are byte 5.
        #expect(bytes[5] == 1)
        bytes[5] = byte
        expectCorrupt(bytes, "marks \(byte)", documents: 1)
    }

    @Test(arguments: [0, 1] as [UInt8]) func `several passages are at least two`(count: UInt8) {
        expectCorrupt([3, 0, 0, 0, 1, 8, 1, 0x61, count], "\(count) passages", documents: 1)
    }

    @Test func `an identifier that is no UTF-8 is corrupt`() {
        expectCorrupt([3, 0, 0, 0, 1, 0, 1, 0xFF], "FF", documents: 1)
    }

    @Test(arguments: [0, 1, 304, 306]) func `another number of documents is corrupt`(documents: Int) {
        expectCorrupt(Self.encoded(Self.entries), "\(documents)", documents: documents)
    }

    @Test(arguments: [0, 1, 2, .max] as [UInt32]) func `another version is incompatible`(version: UInt32) {
        var writer = ByteWriter()
        writer.writeInteger(version)
        writer.writeBytes(Self.encoded(Self.entries).dropFirst(4))
        #expect(throws: RetrievalError.incompatibleRecords(found: version, supported: 3)) {
            try decoded(writer.bytes, documents: 305)
        }
    }

    @Test func `seeded damage is an error or articles that hold together`() {
        var random = SeededGenerator(seed: 11)
        for round in 0..<4_000 {
            var bytes = Self.encoded(Self.entries)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                let articles = try decoded(bytes, documents: 305)
                let counts = articles.rows.indices.map { articles.documents(of: $0).count }
                #expect(counts.reduce(0, +) == 305 && counts.allSatisfy { $0 > 0 }, "seed 11, round \(round)")
                _ = articles.rows.indices.map { (articles.id(of: $0), articles.supersedes(of: $0)) }
            } catch RetrievalError.index(.storage(.corrupt(let file, _, _))) {
                #expect(file == "userdata", "seed 11, round \(round)")
            } catch RetrievalError.incompatibleRecords {
                #expect(bytes.prefix(4) != [3, 0, 0, 0], "seed 11, round \(round)")
            } catch {
                Issue.record("seed 11, round \(round): \(error)")
            }
        }
    }

    @Test func `random bytes are never a table`() {
        var random = SeededGenerator(seed: 12)
        for round in 0..<2_000 {
            let noise = (0..<Int.random(in: 0...80, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            expectCorrupt([3, 0, 0, 0] + noise, "seed 12, round \(round)", documents: 1_000_003)
        }
    }

    private func expectCorrupt(_ bytes: [UInt8], _ place: String, documents: Int = 305) {
        let error = #expect(throws: RetrievalError.self, "\(place)") { try decoded(bytes, documents: documents) }
        if case .index(.storage(.corrupt(let file, _, _))) = error, file == "userdata" { return }
        Issue.record("\(place): \(String(describing: error))")
    }
}
