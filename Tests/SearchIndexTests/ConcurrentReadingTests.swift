import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

/// Readers open and search while a writer updates, merges and rebuilds.
@Suite struct ConcurrentReadingTests {
    private static let steps = Nightly.isOn ? 1000 : 80

    @Test func `readers that open while a writer publishes always get a whole generation`() async throws {
        let folder = try TemporaryFolder()
        let directory = IndexDirectory(folder, mergePolicy: MergePolicy(mergeFactor: 4, smallDocumentCount: 50))
        let schema = try Fixtures.schema()
        try directory.commit(try Fixtures.writer(documents(0..<5), schema: schema))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try write(directory, schema) }
            for reader in 0..<3 { group.addTask { try read(directory, keepsSegments: reader > 0) } }
            try await group.waitForAll()
        }
        let left = try FileSystem.names(in: folder.path).filter { $0 != IndexFile.lockName }
        #expect(try Set(left) == directory.openSnapshot().manifest.fileNames)
    }

    /// Five documents are alive at any time: those of five numbers in a row.
    private func documents(_ numbers: Range<Int>) -> [IndexDocument] {
        numbers.map { IndexDocument(fields: [["заказ"], ["номер\($0)"]], stored: [UInt8($0 % 251)]) }
    }

    private func write(_ directory: IndexDirectory, _ schema: IndexSchema) throws {
        var snapshot = try directory.openSnapshot()
        for step in 0..<Self.steps {
            if step % 20 == 19 {
                try directory.commit(try Fixtures.writer(documents(step..<step + 5), schema: schema))
                snapshot = try directory.openSnapshot()
            }
            let live = snapshot.segments.flatMap { segment in
                (0..<segment.documentCount).filter { !segment.isDeleted($0) }.map { segment.firstDocument + $0 }
            }
            snapshot = try directory.update(
                snapshot, deleting: [DocID(UInt32(live[0]))],
                adding: try Fixtures.writer(documents(step + 5..<step + 6), schema: schema), userData: [])
            while let merged = try directory.mergeIfNeeded(snapshot, mergingUserData: { _ in [] }) { snapshot = merged }
        }
        // The mark by which readers know the end.
        _ = try directory.update(
            snapshot, deleting: [], adding: try Fixtures.writer(documents(0..<1), schema: schema), userData: [0xED])
    }

    private func read(_ directory: IndexDirectory, keepsSegments: Bool) throws {
        var snapshot = try directory.openSnapshot()
        let query = try Fixtures.query("заказ")
        while snapshot.segments.last?.userData != [0xED], !Task.isCancelled {
            let last = snapshot.generation
            snapshot = try directory.openSnapshot(reusing: keepsSegments ? snapshot : nil)
            try #require(snapshot.generation >= last)
            let isLast = snapshot.segments.last?.userData == [0xED]
            try #require(snapshot.liveDocumentCount == (isLast ? 6 : 5))
            let hits = try snapshot.search(query, limit: 10)
            try #require(hits.count == snapshot.liveDocumentCount)
            let stored = try hits.map(\.docID).sorted().map { Int(try snapshot.storedBytes(of: $0)[0]) }.prefix(5)
            let first = try #require(stored.first)
            try #require(stored.enumerated().allSatisfy { ($0.offset + first) % 251 == $0.element }, "\(stored)")
        }
    }
}
