import Foundation
import Glibc
import TestSupport
import Testing

@testable import MappedStorage

@Suite struct FileSystemTests {
    @Test func `a new file has the bytes and is never overwritten`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/new"
        try FileSystem().writeNewFile(path, pieces: [[1, 2, 3]])
        #expect(try folder.read("new") == [1, 2, 3])
        #expect(throws: StorageError.system(operation: "create", file: path, code: EEXIST)) {
            try FileSystem().writeNewFile(path, pieces: [[4]])
        }
        #expect(try folder.read("new") == [1, 2, 3])
        try FileSystem().writeNewFile(folder.path + "/empty", pieces: [])
        #expect(try folder.read("empty") == [])
        try FileSystem().writeNewFile(folder.path + "/pieces", pieces: [[1], [], [2, 3]])
        #expect(try folder.read("pieces") == [1, 2, 3])
    }

    @Test func `a file is replaced as a whole and a leftover of a crash does not matter`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("file", [1])
        _ = try folder.write("file.new", [9, 9, 9])
        try FileSystem().replaceFile(path, bytes: [2, 3])
        #expect(try folder.read("file") == [2, 3])
        #expect(try FileSystem.names(in: folder.path) == ["file"])
        try FileSystem().replaceFile(folder.path + "/other", bytes: [4])
        #expect(try folder.read("other") == [4])
    }

    @Test func `a mapped file keeps its old content while it is replaced`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("file", [1, 2])
        let old = try MappedFile(path: path)
        try FileSystem().replaceFile(path, bytes: [7, 8, 9])
        #expect(old.withBytes { Checksum.crc32($0) } == Checksum.crc32([1, 2]))
        #expect(try TextFile.readBytes(of: path, limit: 3) == [7, 8, 9])
    }

    @Test func `a replacement that fails leaves the old file and no other`() throws {
        let folder = try TemporaryFolder()
        let target = folder.path + "/folder"
        try FileSystem().createDirectory(target)
        #expect(throws: StorageError.system(operation: "rename", file: target, code: EISDIR)) {
            try FileSystem().replaceFile(target, bytes: [1])
        }
        #expect(try FileSystem.names(in: folder.path) == ["folder"])
        let path = try folder.write("file", [1])
        try FileSystem().createDirectory(path + ".new")
        #expect(throws: StorageError.self) { try FileSystem().replaceFile(path, bytes: [2]) }
        #expect(try folder.read("file") == [1])
    }

    @Test(arguments: ["/proc/sufler/file", "/dev/null/file"])
    func `a place that takes no files is an error`(path: String) throws {
        #expect(throws: StorageError.self) { try FileSystem().writeNewFile(path, pieces: [[1]]) }
        #expect(throws: StorageError.self) { try FileSystem().replaceFile(path, bytes: [1]) }
        #expect(throws: StorageError.self) { try FileSystem().createDirectory(path) }
        #expect(throws: StorageError.self) { try FileSystem().syncDirectory(path) }
        #expect(throws: StorageError.self) { try FileSystem.names(in: path) }
        #expect(throws: StorageError.self) { try FileSystem().removeFlatDirectory(path) }
        #expect(!FileSystem.exists(path))
    }

    @Test func `folders are created with their parents, once`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a/b//c/"
        try FileSystem().createDirectory(path)
        try FileSystem().createDirectory(path)
        #expect(FileSystem.exists(folder.path + "/a/b/c"))
        let file = try folder.write("file", [])
        #expect(throws: StorageError.system(operation: "create folder", file: file, code: ENOTDIR)) {
            try FileSystem().createDirectory(file)
        }
    }

    @Test func `names are sorted and without the folder itself`() throws {
        let folder = try TemporaryFolder()
        for name in ["в", "b", ".hidden", "a"] { _ = try folder.write(name, []) }
        #expect(try FileSystem.names(in: folder.path) == [".hidden", "a", "b", "в"])
        let missing = folder.path + "/missing"
        #expect(throws: StorageError.notFound(file: missing)) { try FileSystem.names(in: missing) }
    }

    @Test func `a flat folder is removed and one with folders is not`() throws {
        let folder = try TemporaryFolder()
        try FileSystem().createDirectory(folder.path + "/outer/inner")
        #expect(throws: StorageError.self) { try FileSystem().removeFlatDirectory(folder.path + "/outer") }
        _ = try folder.write("outer/inner/file", [1])
        try FileSystem().removeFlatDirectory(folder.path + "/outer/inner")
        try FileSystem().removeFlatDirectory(folder.path + "/outer")
        #expect(try FileSystem.names(in: folder.path) == [])
    }

    @Test func `a file that could not be written or synced is removed and not asked again`() throws {
        for failing in 0..<3 {
            let folder = try TemporaryFolder()
            let path = folder.path + "/file"
            let disk = FailingDisk(at: failing, code: ENOSPC, extent: .once)
            let operation = ["create", "write", "fsync"][failing]
            #expect(throws: StorageError.system(operation: operation, file: path, code: ENOSPC)) {
                try FileSystem(operations: disk.operations).writeNewFile(path, pieces: [[1, 2, 3]])
            }
            #expect(try FileSystem.names(in: folder.path) == [])
            #expect(disk.violations == [])
        }
    }

    @Test func `a replacement whose folder cannot be synced puts the old content back and says so`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("file", [1])
        // Removing the leftover, create, write, fsync, rename come before it.
        let disk = FailingDisk(at: 5, code: EIO, extent: .once)
        #expect(throws: StorageError.notDurable(file: path, code: EIO)) {
            try FileSystem(operations: disk.operations).replaceFile(path, bytes: [2])
        }
        #expect(disk.failures == ["fsync " + folder.path])
        #expect(try folder.read("file") == [1])
        #expect(try FileSystem.names(in: folder.path) == ["file"])
        let other = folder.path + "/other"
        let again = FailingDisk(at: 5, code: EIO, extent: .fromThenOn)
        #expect(throws: StorageError.notDurable(file: other, code: EIO)) {
            try FileSystem(operations: again.operations).replaceFile(other, bytes: [2])
        }
        // Nothing could be put back on a disk that is gone.
        #expect(try folder.read("other") == [2])
    }

    @Test func `short writes are continued`() throws {
        let folder = try TemporaryFolder()
        var operations = FileOperations.withoutSync
        operations.write = { (bytes, descriptor, path) throws(StorageError) in
            try FileOperations.system.write(bytes.extracting(0..<min(3, bytes.byteCount)), descriptor, path)
        }
        let content = Array(UInt8(0)..<100)
        try FileSystem(operations: operations).writeNewFile(folder.path + "/file", pieces: [content, [7]])
        #expect(try folder.read("file") == content + [7])
    }

    @Test(arguments: [("/a/b", "/a"), ("/a", "/"), ("a", "."), ("a/b", "a"), ("", ".")])
    func `the parent of a path`(path: String, parent: String) {
        #expect(FileSystem.parent(of: path) == parent)
    }
}
