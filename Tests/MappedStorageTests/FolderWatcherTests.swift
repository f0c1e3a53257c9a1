import Foundation
import MappedStorage
import TestSupport
import Testing

@Suite struct FolderWatcherTests {
    /// Long enough for any machine; a wait ends as soon as something happens.
    private static let patience: Int32 = 10_000

    private let folder: TemporaryFolder
    private let stop = Pipe()

    init() throws { folder = try TemporaryFolder() }

    private var stopDescriptor: Int32 { stop.fileHandleForReading.fileDescriptor }

    private func changes(_ watcher: FolderWatcher) throws -> FolderWatcher.Changes {
        try #require(watcher.wait(orReadable: stopDescriptor, milliseconds: Self.patience) == .changed)
        return try watcher.changes()
    }

    @Test func `written, renamed and removed files are told by label and name`() throws {
        let watcher = try FolderWatcher()
        #expect(try watcher.watch(folder.path, label: "a/b"))
        #expect(try !watcher.watch(folder.path, label: "a/b"))
        #expect(try watcher.changes().isEmpty)
        _ = try folder.write("статья 1.md", [1])
        #expect(try changes(watcher) == expected(["a/b/статья 1.md"]))
        try FileManager.default.moveItem(at: folder.file("статья 1.md"), to: folder.file("2.md"))
        #expect(try changes(watcher) == expected(["a/b/статья 1.md", "a/b/2.md"]))
        try FileManager.default.removeItem(at: folder.file("2.md"))
        #expect(try changes(watcher) == expected(["a/b/2.md"]))
        #expect(try watcher.changes().isEmpty)
    }

    @Test func `a folder that comes or goes asks for a look at all`() throws {
        let watcher = try FolderWatcher()
        try watcher.watch(folder.path, label: "")
        let inner = folder.file("inner")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
        #expect(try changes(watcher).needsRescan)
        #expect(try watcher.watch(inner.path, label: "inner"))
        try Data([1]).write(to: inner.appendingPathComponent("x.md"))
        #expect(try changes(watcher) == expected(["inner/x.md"]))
        try FileManager.default.removeItem(at: inner)
        #expect(try changes(watcher).needsRescan)
    }

    @Test func `many changes at once are all told`() throws {
        let watcher = try FolderWatcher()
        try watcher.watch(folder.path, label: "")
        let names = (0..<2_000).map { "long name of an article to fill the buffer, number \($0).md" }
        for name in names { _ = try folder.write(name, []) }
        #expect(try changes(watcher).files == Set(names))
    }

    @Test func `a wait ends for the other descriptor, and after its time`() throws {
        let watcher = try FolderWatcher()
        try watcher.watch(folder.path, label: "")
        #expect(watcher.wait(orReadable: stopDescriptor, milliseconds: 0) == .timedOut)
        #expect(FolderWatcher.wait(forReadable: stopDescriptor, milliseconds: 0) == .timedOut)
        stop.fileHandleForWriting.write(Data([0]))
        #expect(watcher.wait(orReadable: stopDescriptor, milliseconds: Self.patience) == .stopped)
        #expect(FolderWatcher.wait(forReadable: stopDescriptor, milliseconds: Self.patience) == .stopped)
    }

    @Test func `what is no folder is refused`() throws {
        let watcher = try FolderWatcher()
        let path = folder.path + "/none"
        #expect(throws: StorageError.system(operation: "inotify", file: path, code: ENOENT)) {
            try watcher.watch(path, label: "")
        }
        let file = try folder.write("file", [1])
        #expect(throws: StorageError.system(operation: "inotify", file: file, code: ENOTDIR)) {
            try watcher.watch(file, label: "")
        }
    }

    private func expected(_ files: Set<String>) -> FolderWatcher.Changes {
        var changes = FolderWatcher.Changes()
        changes.files = files
        return changes
    }
}
