import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

/// The order of operations on which durability rests.
@Suite struct CommitProtocolTests {
    /// An operation without what differs from run to run.
    private func name(_ operation: RecordingDisk.Operation, files: [Int: String]) -> String {
        func last(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
        return switch operation {
        case .create(let path, _): "create \(last(path))"
        case .write(let file, _): "write \(files[file] ?? "?")"
        case .syncFile(let file): "sync \(files[file] ?? "?")"
        case .syncDirectory: "sync folder"
        case .rename(let path, let newPath): "rename \(last(path)) \(last(newPath))"
        case .remove(let path): "remove \(last(path))"
        case .acknowledgement(let generation): "acknowledge \(generation)"
        }
    }

    private func names(_ log: [RecordingDisk.Operation]) -> [String] {
        var files: [Int: String] = [:]
        for case .create(let path, let file) in log { files[file] = String(path.split(separator: "/").last ?? "") }
        var names = log.map { name($0, files: files) }
        // Several writes to a file count as one.
        for index in names.indices.dropFirst().reversed() where names[index] == names[index - 1] {
            names.remove(at: index)
        }
        return names
    }

    @Test func `an update of one document syncs five times, in the order of the protocol`() throws {
        let folder = try TemporaryFolder()
        let disk = RecordingDisk()
        let directory = IndexDirectory(path: folder.path, operations: disk.recording())
        let schema = try Fixtures.schema()
        try directory.commit(try Fixtures.writer(Fixtures.documents, schema: schema))
        let first = try directory.update(
            directory.openSnapshot(), deleting: [DocID(0)], adding: Fixtures.writer([], schema: schema), userData: [])
        let start = disk.log.count
        let second = try directory.update(
            first, deleting: [DocID(1)], adding: Fixtures.writer(Fixtures.documents, schema: schema), userData: [])
        #expect(second.generation == 3)
        let found = names(Array(disk.log.dropFirst(start)))
        let deletions = "deletions-00000003-00000001.sfl"
        let expected = [
            "create \(deletions)", "write \(deletions)", "sync \(deletions)",
            "create segment-00000003.sfl", "write segment-00000003.sfl", "sync segment-00000003.sfl",
            "sync folder",
            "create current.sfl.new", "write current.sfl.new", "sync current.sfl.new",
            "rename current.sfl.new current.sfl", "sync folder",
            "remove deletions-00000002-00000001.sfl",
        ]
        #expect(found == expected)
        #expect(found.count { $0.hasPrefix("sync") } == 5)
    }

    @Test func `a change of nothing touches nothing`() throws {
        let folder = try TemporaryFolder()
        let disk = RecordingDisk()
        let directory = IndexDirectory(path: folder.path, operations: disk.recording())
        let schema = try Fixtures.schema()
        try directory.commit(try Fixtures.writer(Fixtures.documents, schema: schema))
        let base = try directory.update(
            directory.openSnapshot(), deleting: [DocID(1)], adding: Fixtures.writer([], schema: schema), userData: [])
        let log = disk.log
        let same = try directory.update(
            base, deleting: [DocID(1)], adding: Fixtures.writer([], schema: schema), userData: [])
        #expect(same.generation == base.generation)
        #expect(try directory.mergeIfNeeded(same, mergingUserData: { _ in [] })?.generation == nil)
        #expect(disk.log == log)
    }
}
