import MappedStorage
import TestSupport

@testable import SearchIndex

/// A random history of commits, updates and merges, each acknowledged, and what each generation holds.
struct CommitWorkload {
    private let recorder = RecordingDisk()
    private let directory: IndexDirectory
    private let schema: IndexSchema
    private var generator: SeededGenerator
    private var digests: [Int: IndexDigest] = [:]
    private var documentNumber = 0

    init(path: String, seed: UInt64) throws {
        directory = IndexDirectory(
            path: path, operations: recorder.operations,
            mergePolicy: MergePolicy(mergeFactor: 3, smallDocumentCount: 4))
        schema = try Fixtures.schema()
        generator = SeededGenerator(seed: seed)
    }

    /// What was done to the disk.
    var log: [RecordingDisk.Operation] { recorder.log }

    /// What a generation of the history holds; `nil` if there was none.
    func digest(of generation: Int) -> IndexDigest? { digests[generation] }

    /// The generation that was published next.
    func generation(after generation: Int) -> Int? { digests.keys.filter { $0 > generation }.min() }

    mutating func run(steps: Int) throws {
        try rebuild()
        for step in 1..<steps {
            if step == steps / 2 { try rebuild() } else { try update() }
        }
    }

    private mutating func rebuild() throws {
        try directory.commit(try writer(of: 3), userData: [1])
        try acknowledge(try directory.openSnapshot())
    }

    private mutating func update() throws {
        let base = try directory.openSnapshot()
        let deleted = (0..<base.documentCount).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
        var snapshot = try directory.update(
            base, deleting: deleted.map { DocID(UInt32($0)) }, adding: try writer(of: 1), userData: [2])
        try acknowledge(snapshot)
        while let merged = try directory.mergeIfNeeded(snapshot, mergingUserData: { $0.flatMap(\.userData) }) {
            snapshot = merged
            try acknowledge(snapshot)
        }
    }

    private mutating func writer(of count: Int) throws -> IndexWriter {
        var writer = try IndexWriter(schema: schema)
        for _ in 0..<count {
            documentNumber += 1
            try writer.add(
                IndexDocument(
                    fields: [["заказ"], ["номер\(documentNumber) курьер"]],
                    stored: generator.bytes(documentNumber % 3 == 0 ? 700 : 20)))
        }
        return writer
    }

    private mutating func acknowledge(_ snapshot: IndexSnapshot) throws {
        digests[Int(snapshot.generation)] = try IndexDigest(snapshot)
        recorder.acknowledge(Int(snapshot.generation))
    }
}

/// What can be got out of an index: enough to tell generations apart.
struct IndexDigest: Equatable {
    private let userData: [[UInt8]]
    private let live: [[UInt8]]
    private let hits: [ScoredDocument]

    init(_ snapshot: IndexSnapshot) throws {
        userData = snapshot.segments.map(\.userData)
        live = try snapshot.segments.flatMap { segment in
            try (0..<segment.documentCount).filter { !segment.isDeleted($0) }
                .map { try snapshot.storedBytes(of: DocID(UInt32(segment.firstDocument + $0))) }
        }
        hits = try snapshot.search(Fixtures.query("заказ номер3"), limit: 100)
    }
}
