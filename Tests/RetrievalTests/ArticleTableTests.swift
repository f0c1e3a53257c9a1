import KnowledgeBase
import MappedStorage
import SearchIndex
import TestSupport
import Testing

@testable import Retrieval

@Suite struct ArticleTableTests {
    private static func entry(_ id: String, passages: Int = 1, isInternal: Bool = false) -> ArticleTable.Entry {
        ArticleTable.Entry(
            id: id, title: "Название \(id)", section: "", isInternal: isInternal, validFrom: 20_260_101,
            expiredSince: 0,
            replacedBy: "", passageCount: passages)
    }

    private static let table = ArticleTable(entries: [
        entry("kb-1", passages: 3), entry("kb-2", isInternal: true), entry("ё👍", passages: 300),
    ])

    @Test func `a table comes back as it was written`() throws {
        #expect(Self.table.firstDocuments == [0, 3, 4, 304])
        #expect(try ArticleTable(decoding: Self.table.encoded(), documentCount: 304) == Self.table)
        let empty = ArticleTable(entries: [])
        #expect(try ArticleTable(decoding: empty.encoded(), documentCount: 0) == empty)
    }

    @Test func `an article is looked up by identifier, of equal ones the first`() {
        #expect(Self.table.index(of: "kb-2") == 1)
        #expect(Self.table.index(of: "kb-3") == nil)
        #expect(ArticleTable(entries: [Self.entry("a"), Self.entry("a")]).index(of: "a") == 0)
    }

    @Test func `every truncation is corrupt`() {
        let bytes = Self.table.encoded()
        for count in 0..<bytes.count { expectCorrupt(Array(bytes.prefix(count)), "\(count) bytes") }
    }

    @Test func `bytes after the end are corrupt`() {
        expectCorrupt(Self.table.encoded() + [0], "one byte more")
    }

    @Test(arguments: [2, 3, 0x80, 0xFF] as [UInt8]) func `an unknown audience is corrupt, not public`(byte: UInt8)
        throws
    {
        var bytes = ArticleTable(entries: [Self.entry("a", isInternal: true)]).encoded()
        // 4 version, 1 count, 1 + 1 id, 1 + 18 title «Название a», 1 section: the audience is byte 27.
        #expect(bytes[27] == 1)
        bytes[27] = byte
        expectCorrupt(bytes, "audience \(byte)", documents: 1)
    }

    @Test func `an article without passages is corrupt`() {
        let table = ArticleTable(entries: [Self.entry("a", passages: 0), Self.entry("b", passages: 2)])
        expectCorrupt(table.encoded(), "no passages", documents: 2)
    }

    @Test(arguments: [0, 303, 305]) func `another number of documents is corrupt`(documents: Int) {
        expectCorrupt(Self.table.encoded(), "\(documents)", documents: documents)
    }

    @Test(arguments: [0, 1, 3, .max] as [UInt32]) func `another version is incompatible`(version: UInt32) {
        var writer = ByteWriter()
        writer.writeInteger(version)
        writer.writeBytes(Self.table.encoded().dropFirst(4))
        #expect(throws: RetrievalError.incompatibleRecords(found: version, supported: 2)) {
            try ArticleTable(decoding: writer.bytes, documentCount: 304)
        }
    }

    @Test func `seeded damage is an error or a table that holds together`() {
        var random = SeededGenerator(seed: 11)
        for round in 0..<4_000 {
            var bytes = Self.table.encoded()
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                let table = try ArticleTable(decoding: bytes, documentCount: 304)
                #expect(table.firstDocuments.last == 304 && table.entries.allSatisfy { $0.passageCount > 0 })
            } catch .index(.storage(.corrupt(let file, _, _))) {
                #expect(file == "userdata.sfl", "seed 11, round \(round)")
            } catch .incompatibleRecords {
                #expect(bytes.prefix(4) != [1, 0, 0, 0], "seed 11, round \(round)")
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
            expectCorrupt([2, 0, 0, 0] + noise, "seed 12, round \(round)", documents: 1_000_003)
        }
    }

    private func expectCorrupt(_ bytes: [UInt8], _ place: String, documents: Int = 304) {
        let error = #expect(throws: RetrievalError.self, "\(place)") {
            try ArticleTable(decoding: bytes, documentCount: documents)
        }
        if case .index(.storage(.corrupt(let file, _, _))) = error, file == "userdata.sfl" { return }
        Issue.record("\(place): \(String(describing: error))")
    }
}
