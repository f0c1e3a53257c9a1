import Foundation
import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

/// A power loss between any two operations: the last acknowledged generation opens, or one whose commit was tried since.
@Suite struct CrashTests {
    /// Random images of each moment; the nightly run looks at more.
    private static let imagesPerMoment = Nightly.isOn ? 40 : 4

    /// Every way of losing bytes with every way of losing names.
    private static let kinds = CrashSimulator.Names.allCases.flatMap { names in
        CrashSimulator.Bytes.allCases.map { (names, $0) }
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `whatever a power loss leaves, a complete generation opens`(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var workload = try CommitWorkload(path: folder.path + "/index", seed: seed)
        try workload.run(steps: 12)
        var simulator = CrashSimulator(folder: folder.path + "/index")
        var generator = SeededGenerator(seed: seed)
        var images = 0
        #expect(workload.failureCount > 0, "seed \(seed): no commit failed")
        for (moment, operation) in workload.log.enumerated() {
            simulator.apply(operation)
            for number in 0..<Self.imagesPerMoment {
                let kind = Self.kinds[(moment + number * 5) % Self.kinds.count]
                let image = simulator.image(kind.0, kind.1, &generator)
                let place: Comment = "seed \(seed), moment \(moment) after \(operation), \(kind), image \(number)"
                let opened = try check(image, acknowledged: simulator.acknowledged, workload, place)
                if number == 0, let opened { try checkRepair(opened.directory, opened.snapshot, opened.folder, place) }
                images += 1
            }
        }
        #expect(images > 300, "the simulation looked at \(images) images")
    }

    private func check(
        _ image: [String: [UInt8]], acknowledged: Int, _ workload: CommitWorkload, _ place: Comment
    ) throws -> (directory: IndexDirectory, snapshot: IndexSnapshot, folder: TemporaryFolder)? {
        let crashed = try TemporaryFolder()
        for (path, bytes) in image { _ = try crashed.write(String(path.split(separator: "/").last ?? ""), bytes) }
        let directory = IndexDirectory(path: crashed.path, operations: .withoutSync)
        let opened: IndexSnapshot
        do throws(IndexError) {
            opened = try directory.openSnapshot()
        } catch {
            try #require(error == .noIndex(directory: crashed.path) && acknowledged == 0, place)
            return nil
        }
        let generation = Int(opened.generation)
        let latest = workload.acknowledged(after: acknowledged) ?? .max
        try #require((acknowledged...latest).contains(generation), "\(place): generation \(generation)")
        _ = try opened.verify()
        try #require(workload.digests(of: generation).contains(try IndexDigest(opened)), place)
        return (directory, opened, crashed)
    }

    /// The next commit succeeds and leaves its own files and no others.
    private func checkRepair(
        _ directory: IndexDirectory, _ base: IndexSnapshot, _ folder: TemporaryFolder, _ place: Comment
    ) throws {
        let next = try directory.update(
            base, deleting: [], adding: Fixtures.writer(Fixtures.documents, schema: base.manifest.schema), userData: [])
        try #require(next.generation > base.generation, place)
        let names = try FileSystem.names(in: folder.path).filter { $0 != IndexFile.lockName }
        try #require(Set(names) == next.manifest.fileNames, place)
    }

    @Test func `the simulated disk loses what was not synced`() throws {
        // Without the syncs the protocol must fail: this test would not find a simulator that loses nothing.
        let folder = try TemporaryFolder()
        var workload = try CommitWorkload(path: folder.path + "/index", seed: 1)
        try workload.run(steps: 3)
        let unsynced = workload.log.filter {
            switch $0 {
            case .syncFile, .syncDirectory: false
            default: true
            }
        }
        var simulator = CrashSimulator(folder: folder.path + "/index")
        var generator = SeededGenerator(seed: 1)
        for operation in unsynced { simulator.apply(operation) }
        #expect(simulator.acknowledged > 0)
        #expect(simulator.image(.lost, .lost, &generator).isEmpty)
        let empty = simulator.image(.kept, .lost, &generator)
        #expect(!empty.isEmpty && empty.values.allSatisfy(\.isEmpty))
        let whole = simulator.image(.kept, .kept, &generator)
        let real = try FileSystem.names(in: folder.path + "/index").filter { $0 != IndexFile.lockName }
        #expect(whole.count == real.count)
        for name in real { #expect(try whole[folder.path + "/index/" + name] == folder.read("index/" + name)) }
    }
}
