import MappedStorage
import SearchIndex
import TestSupport
import Testing

@testable import Retrieval

@Suite struct PassageRecordTests {
    private static func record(file: PassageRecord.SourceFile?) -> PassageRecord {
        PassageRecord(
            heading: .init(section: "Раздел", path: ["Название", "Глава ё"]), ordinal: 200, text: "Текст 👍 с \0 нулём.",
            sourceRange: 70_000..<70_400,
            textStart: 200,
            units: [
                PassageUnit(kind: .sentence, textRange: 0..<10, sourceRange: 70_000..<70_012, startsBlock: true),
                PassageUnit(kind: .cell, textRange: 11..<11, sourceRange: 70_020..<70_020, startsBlock: true),
                PassageUnit(kind: .cell, textRange: 15..<18, sourceRange: 70_020..<70_400, startsBlock: false),
            ], file: file)
    }

    private static let first = record(file: .init(path: "a/b.md", source: "---\nid: kb-1\n---\n\u{FEFF}текст"))

    @Test func `a record comes back as it was written`() throws {
        let empty = PassageRecord(
            heading: .init(section: "", path: []), ordinal: 0, text: "", sourceRange: 0..<0, textStart: 0, units: [],
            file: nil)
        for record in [Self.first, Self.record(file: nil), empty] {
            #expect(try PassageRecord(decoding: record.encoded()) == record)
        }
    }

    @Test func `the heading is read without the rest`() throws {
        let heading = try PassageRecord.Heading(decoding: Self.first.encoded())
        #expect(heading == Self.first.heading)
        #expect(heading.title == "Название")
    }

    @Test func `every truncation is corrupt, but the one that leaves the file out`() throws {
        let bytes = Self.first.encoded()
        let withoutFile = Self.record(file: nil).encoded().count
        for count in 0..<bytes.count where count != withoutFile {
            expectCorrupt(Array(bytes.prefix(count)), "\(count) bytes")
        }
        #expect(try PassageRecord(decoding: Array(bytes.prefix(withoutFile))) == Self.record(file: nil))
    }

    @Test func `bytes after the end are corrupt`() {
        expectCorrupt(Self.first.encoded() + [0], "one byte more")
    }

    @Test func `a range that ends before its start is corrupt`() {
        // no section, ordinal, no headings, empty text, start 5, end 4, start in the plain text
        expectCorrupt([0, 0, 0, 0, 5, 4, 0], "5..<4")
    }

    @Test func `a count of headings that the bytes cannot hold is corrupt`() {
        expectCorrupt([0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F], "4 294 967 295 headings")
    }

    @Test func `seeded damage never traps`() {
        var random = SeededGenerator(seed: 21)
        let bytes = Self.first.encoded()
        for round in 0..<4_000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                _ = FoundPassage(try PassageRecord(decoding: damaged))
            } catch .index(.storage(.corrupt(let file, _, _))) {
                #expect(file == "stored record", "seed 21, round \(round)")
            } catch {
                Issue.record("seed 21, round \(round): \(error)")
            }
        }
    }

    private func expectCorrupt(_ bytes: [UInt8], _ place: String) {
        let error = #expect(throws: RetrievalError.self, "\(place)") { try PassageRecord(decoding: bytes) }
        if case .index(.storage(.corrupt(let file, _, _))) = error, file == "stored record" { return }
        Issue.record("\(place): \(String(describing: error))")
    }
}
