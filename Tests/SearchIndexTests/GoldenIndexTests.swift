import Foundation
import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

/// Indexes that were written once and are kept: whatever the program becomes, those of its format version open and answer as they did.
///
/// `SUFLER_WRITE_GOLDEN=1 swift test --filter GoldenIndexTests` writes the folder of the current version anew. That is right only for a format that has not been
/// released; a released one gets a new version and a folder of its own.
@Suite struct GoldenIndexTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden/v\(IndexFile.formatVersion)").path
    private static let resultsName = "results.txt"
    private static let isWriting = ProcessInfo.processInfo.environment["SUFLER_WRITE_GOLDEN"] == "1"
    /// Terms of the layers form, stem and root, not texts: what analysis makes of a text may change while the format stays.
    private static let queries: [[(layer: Int, term: String)]] = [
        [(0, "заказ")], [(1, "заказ")], [(0, "курьер"), (0, "номер7")], [(0, "оплата"), (0, "карта")],
        [(0, "номер12"), (1, "склад"), (0, "нет")], [(2, "заказ"), (0, "доставка")], [(0, "нет")],
    ]

    /// What a snapshot answers: a line for the documents and one for each query.
    private func results(_ snapshot: IndexSnapshot) throws -> [String] {
        let segments = try snapshot.segments.map { segment in
            let records = try (0..<segment.documentCount).map { document in
                let stored = try snapshot.storedBytes(of: DocID(UInt32(segment.firstDocument + document)))
                return "\(stored.count)" + (segment.isDeleted(document) ? "-" : "+")
            }
            return "segment \(segment.number), user data \(segment.userData): " + records.joined(separator: " ")
        }
        let answers = try Self.queries.map { terms in
            var query = Query()
            for (layer, term) in terms { query.add(QueryTerm(layer: layer, term: term)) }
            let hits = try snapshot.search(query, limit: 10).map { "\($0.docID.rawValue)" }
            return terms.map { "\($0.layer) \($0.term)" }.joined(separator: ", ") + ": " + hits.joined(separator: " ")
        }
        return ["generation \(snapshot.generation)"] + segments + answers
    }

    /// Three segments, one of them merged, two with deleted documents; a list of several windows of documents.
    private func build(in path: String) throws -> IndexSnapshot {
        let directory = IndexDirectory(
            path: path, operations: .withoutSync, mergePolicy: MergePolicy(mergeFactor: 3, smallDocumentCount: 50))
        let schema = try Fixtures.schema()
        var generator = SeededGenerator(seed: 2)
        let many = (0..<300).map { number in
            IndexDocument(
                fields: [["заказ"], ["номер\(number % 20) " + ["курьер", "склад", "карта"][number % 3]]],
                stored: generator.bytes(Int.random(in: 0...12, using: &generator)))
        }
        try directory.commit(try Fixtures.writer(many, schema: schema), userData: [1])
        var snapshot = try directory.openSnapshot()
        for step in 0..<4 {
            let documents = Fixtures.documents.map {
                IndexDocument(fields: $0.fields, stored: $0.stored + [UInt8(step)])
            }
            snapshot = try directory.update(
                snapshot, deleting: [DocID(UInt32(step * 70)), DocID(UInt32(snapshot.documentCount - 1))],
                adding: Fixtures.writer(documents, schema: schema), userData: [UInt8(10 + step)])
            while let merged = try directory.mergeIfNeeded(snapshot, mergingUserData: { $0.flatMap(\.userData) }) {
                snapshot = merged
            }
        }
        return snapshot
    }

    @Test func `the kept index opens, verifies and answers as when it was written`() throws {
        if Self.isWriting { try write() }
        let snapshot = try IndexDirectory(path: Self.folder).openSnapshot()
        _ = try snapshot.verify()
        let kept = try String(contentsOfFile: Self.folder + "/" + Self.resultsName, encoding: .utf8)
        #expect(try results(snapshot) == kept.split(separator: "\n").map(String.init))
    }

    @Test func `a kept index takes an update`() throws {
        let copy = try TemporaryFolder()
        for name in try FileSystem.names(in: Self.folder) {
            try FileManager.default.copyItem(atPath: Self.folder + "/" + name, toPath: copy.path + "/" + name)
        }
        let directory = IndexDirectory(copy)
        let base = try directory.openSnapshot()
        let updated = try directory.update(
            base, deleting: [DocID(1)], adding: Fixtures.writer(Fixtures.documents, schema: base.manifest.schema),
            userData: [])
        #expect(try updated.verify().liveDocumentCount == base.liveDocumentCount + 2)
    }

    private func write() throws {
        let manager = FileManager.default
        if manager.fileExists(atPath: Self.folder) { try manager.removeItem(atPath: Self.folder) }
        let snapshot = try build(in: Self.folder)
        try manager.removeItem(atPath: Self.folder + "/" + IndexFile.lockName)
        let text = try results(snapshot).map { $0 + "\n" }.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: Self.folder + "/" + Self.resultsName))
    }
}
