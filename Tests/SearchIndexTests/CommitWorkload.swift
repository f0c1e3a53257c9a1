import Foundation
import Glibc
import MappedStorage
import TestSupport

@testable import SearchIndex

/// A random history of commits, updates and merges, some of which fail, and what each generation holds.
struct CommitWorkload {
    private static let policy = MergePolicy(mergeFactor: 3, smallDocumentCount: 4)

    private let recorder = RecordingDisk()
    private let path: String
    private let schema: IndexSchema
    private var generator: SeededGenerator
    /// What the generations that were published or tried hold; a number is taken again when its commit failed.
    private var digests: [Int: [IndexDigest]] = [:]
    private var acknowledged: [Int] = []
    private var documentNumber = 0
    /// Commits that failed.
    private(set) var failureCount = 0

    init(path: String, seed: UInt64) throws {
        self.path = path
        schema = try Fixtures.schema()
        generator = SeededGenerator(seed: seed)
    }

    /// What was done to the disk.
    var log: [RecordingDisk.Operation] { recorder.log }

    /// What a generation of the history may hold.
    func digests(of generation: Int) -> [IndexDigest] { digests[generation] ?? [] }

    /// The generation that was acknowledged next.
    func acknowledged(after generation: Int) -> Int? { acknowledged.filter { $0 > generation }.min() }

    mutating func run(steps: Int) throws {
        try rebuild()
        for step in 1..<steps {
            switch step % 6 {
            case 5: try rebuild()
            case 2, 3: try failUpdate()
            default: try update()
            }
        }
    }

    private func directory(_ operations: FileOperations = .withoutSync) -> IndexDirectory {
        IndexDirectory(path: path, operations: recorder.recording(operations), mergePolicy: Self.policy)
    }

    private mutating func rebuild() throws {
        try directory().commit(try writer(documents(3)), userData: [1])
        try acknowledge(try directory().openSnapshot())
    }

    private mutating func update() throws {
        let base = try directory().openSnapshot()
        var snapshot = try directory().update(
            base, deleting: someDocuments(of: base), adding: try writer(documents(1)), userData: [2])
        try acknowledge(snapshot)
        while let merged = try directory().mergeIfNeeded(snapshot, mergingUserData: { $0.flatMap(\.userData) }) {
            snapshot = merged
            try acknowledge(snapshot)
        }
    }

    /// An update whose disk refuses an operation, after it was tried on a copy to know what it would have made.
    private mutating func failUpdate() throws {
        let copy = try TemporaryFolder()
        for name in try FileSystem.names(in: path) {
            try FileManager.default.copyItem(atPath: path + "/" + name, toPath: copy.path + "/" + name)
        }
        let base = try directory().openSnapshot()
        let deleted = someDocuments(of: base)
        let added = documents(1)
        let twin = IndexDirectory(copy, mergePolicy: Self.policy)
        let made = try twin.update(
            twin.openSnapshot(), deleting: deleted, adding: try writer(added), userData: [3])
        digests[Int(made.generation), default: []].append(try IndexDigest(made))
        // The folder's last sync is the ninth operation, or a later one when there are deletions.
        let disk = FailingDisk(at: Int.random(in: 0..<16, using: &generator), code: EIO, extent: .once)
        do throws(IndexError) {
            try acknowledge(
                try directory(disk.operations).update(
                    base, deleting: deleted, adding: try writer(added), userData: [3]))
        } catch {
            failureCount += 1
        }
    }

    private mutating func someDocuments(of snapshot: IndexSnapshot) -> [DocID] {
        (0..<snapshot.documentCount).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
            .map { DocID(UInt32($0)) }
    }

    private mutating func documents(_ count: Int) -> [IndexDocument] {
        (0..<count).map { _ in
            documentNumber += 1
            return IndexDocument(
                fields: [["заказ"], ["номер\(documentNumber) курьер"]],
                stored: generator.bytes(documentNumber % 3 == 0 ? 700 : 20))
        }
    }

    private func writer(_ documents: [IndexDocument]) throws(IndexError) -> IndexWriter {
        var writer = try IndexWriter(schema: schema)
        for document in documents { try writer.add(document) }
        return writer
    }

    private mutating func acknowledge(_ snapshot: IndexSnapshot) throws(IndexError) {
        let generation = Int(snapshot.generation)
        digests[generation, default: []].append(try IndexDigest(snapshot))
        acknowledged.append(generation)
        recorder.acknowledge(generation)
    }
}

/// What can be got out of an index: enough to tell generations apart.
struct IndexDigest: Equatable {
    private var live: [[UInt8]] = []
    private let userData: [[UInt8]]
    private let hits: [ScoredDocument]

    init(_ snapshot: IndexSnapshot) throws(IndexError) {
        userData = snapshot.segments.map(\.userData)
        var query = Query()
        for term in ["заказ", "номер3", "курьер"] { query.add(QueryTerm(layer: 0, term: term)) }
        hits = try snapshot.search(query, limit: 100)
        for segment in snapshot.segments {
            for document in 0..<segment.documentCount where !segment.isDeleted(document) {
                live.append(try snapshot.storedBytes(of: DocID(UInt32(segment.firstDocument + document))))
            }
        }
    }
}
