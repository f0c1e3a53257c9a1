import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

/// An index that was updated against one that was built at once: the naive twin of updates, deletions and merges.
@Suite struct UpdatedIndexTests {
    /// An index with a random past and the documents that went into it.
    private struct History {
        private static let words = [
            "заказ", "курьер", "склад", "карта", "оплата", "возврат", "номер", "срок", "адрес", "чек",
        ]

        let folder: TemporaryFolder
        let schema: IndexSchema
        private(set) var snapshot: IndexSnapshot
        private var generator: SeededGenerator
        /// The documents of each segment, deleted ones included.
        private var documents: [UInt64: [IndexDocument]]

        init(seed: UInt64) throws {
            folder = try TemporaryFolder()
            schema = try Fixtures.schema()
            generator = SeededGenerator(seed: seed)
            let first = Self.documents(300, &generator)
            try IndexDirectory(folder).commit(try Fixtures.writer(first, schema: schema))
            snapshot = try IndexDirectory(folder).openSnapshot()
            documents = [snapshot.generation: first]
        }

        mutating func update() throws {
            let deleted = live.filter { _ in Int.random(in: 0..<10, using: &generator) == 0 }
            let added = Self.documents(Int.random(in: 0...5, using: &generator), &generator)
            snapshot = try IndexDirectory(folder).update(
                snapshot, deleting: deleted, adding: Fixtures.writer(added, schema: schema), userData: [])
            if !added.isEmpty { documents[snapshot.generation] = added }
        }

        /// All documents of the segments, by their numbers.
        var all: [IndexDocument] { snapshot.segments.flatMap { documents[$0.number] ?? [] } }

        /// The numbers of those that are not deleted.
        var live: [DocID] {
            snapshot.segments.flatMap { segment in
                (0..<segment.documentCount).filter { !segment.isDeleted($0) }
                    .map { DocID(UInt32(segment.firstDocument + $0)) }
            }
        }

        /// Documents as one segment with this index's pivots.
        func content(_ documents: [IndexDocument]) throws -> SegmentContent {
            var writer = try SegmentWriter(schema: schema)
            for document in documents { try writer.add(document) }
            return writer.finish(pivots: snapshot.manifest.pivots, userData: [7])
        }

        private static func documents(_ count: Int, _ generator: inout SeededGenerator) -> [IndexDocument] {
            (0..<count).map { _ in
                let title = text(0...2, &generator)
                let body = text(1...30, &generator)
                let stored = generator.bytes(Int.random(in: 0...40, using: &generator))
                return IndexDocument(fields: [[title], [body]], stored: stored)
            }
        }

        private static func text(_ counts: ClosedRange<Int>, _ generator: inout SeededGenerator) -> String {
            let count = Int.random(in: counts, using: &generator)
            return (0..<count).compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " ")
        }
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `after a full merge an updated index has the bytes of one built at once with the same pivots`(
        seed: UInt64
    ) throws {
        var history = try History(seed: seed)
        for _ in 0..<6 { try history.update() }
        let all = history.all
        let live = history.live.map { all[Int($0.rawValue)] }
        #expect(try history.live.map { try history.snapshot.storedBytes(of: $0) } == live.map(\.stored))
        let policy = MergePolicy(mergeFactor: 1, smallDocumentCount: 1_000_000)
        let merged = try #require(
            try IndexDirectory(history.folder, mergePolicy: policy).mergeIfNeeded(history.snapshot) { _ in [7] })
        #expect(merged.segments.count == 1 && merged.documentCount == live.count)
        let file = try #require(merged.files.segments.first?.file)
        for (section, bytes) in try history.content(live).sections {
            let found = try #require(file.sections[section])
            #expect(try found.bytes(at: 0, count: found.byteCount) == bytes, "seed \(seed), section \(section)")
        }
    }

    @Test(arguments: [UInt64(11), 12, 13, 14])
    func `documents of several segments score as in one, and deleted ones are as if filtered`(seed: UInt64) throws {
        var history = try History(seed: seed)
        for _ in 0..<5 { try history.update() }
        #expect(history.snapshot.segments.count > 1)
        #expect(history.snapshot.liveDocumentCount < history.snapshot.documentCount)
        let twinFolder = try TemporaryFolder()
        let twinStore = IndexStore(path: twinFolder.path, operations: .withoutSync)
        _ = try twinStore.replace(
            with: try history.content(history.all), schema: history.schema, pivots: history.snapshot.manifest.pivots)
        let twin = try IndexDirectory(twinFolder).openSnapshot()
        var live = DocumentFilter(documentCount: twin.documentCount)
        for docID in history.live { live.insert(docID) }
        for text in ["заказ", "курьер склад", "оплата картой возврат", "номер срок адрес чек заказ"] {
            let query = try Fixtures.query(text)
            for limit in [1, 10, 1000] {
                let hits = try history.snapshot.search(query, limit: limit)
                #expect(hits == (try twin.search(query, limit: limit, filter: live)), "seed \(seed), \(text)")
                #expect(!hits.isEmpty)
            }
        }
    }
}
