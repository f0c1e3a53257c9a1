import Foundation
import TestSupport
import Testing

@testable import MappedStorage

@Suite struct FileSystemTests {
    @Test func `a new file has the bytes and is never overwritten`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/new"
        try FileSystem.writeNewFile(path, bytes: [1, 2, 3])
        #expect(try folder.read("new") == [1, 2, 3])
        #expect(throws: StorageError.system(operation: "create", file: path, code: EEXIST)) {
            try FileSystem.writeNewFile(path, bytes: [4])
        }
        #expect(try folder.read("new") == [1, 2, 3])
        try FileSystem.writeNewFile(folder.path + "/empty", bytes: [])
        #expect(try folder.read("empty") == [])
    }

    @Test func `a file is replaced as a whole and a leftover of a crash does not matter`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("file", [1])
        _ = try folder.write("file.new", [9, 9, 9])
        try FileSystem.replaceFile(path, bytes: [2, 3])
        #expect(try folder.read("file") == [2, 3])
        #expect(try FileSystem.names(in: folder.path) == ["file"])
        try FileSystem.replaceFile(folder.path + "/other", bytes: [4])
        #expect(try folder.read("other") == [4])
    }

    @Test func `a mapped file keeps its old content while it is replaced`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("file", [1, 2])
        let old = try MappedFile(path: path)
        try FileSystem.replaceFile(path, bytes: [7, 8, 9])
        #expect(old.withBytes { Checksum.crc32($0) } == Checksum.crc32([1, 2]))
        #expect(try TextFile.readBytes(of: path, limit: 3) == [7, 8, 9])
    }

    @Test func `a replacement that fails leaves the old file and no other`() throws {
        let folder = try TemporaryFolder()
        let target = folder.path + "/folder"
        try FileSystem.createDirectory(target)
        #expect(throws: StorageError.system(operation: "rename", file: target, code: EISDIR)) {
            try FileSystem.replaceFile(target, bytes: [1])
        }
        #expect(try FileSystem.names(in: folder.path) == ["folder"])
        let path = try folder.write("file", [1])
        try FileSystem.createDirectory(path + ".new")
        #expect(throws: StorageError.self) { try FileSystem.replaceFile(path, bytes: [2]) }
        #expect(try folder.read("file") == [1])
    }

    @Test(arguments: ["/proc/sufler/file", "/dev/null/file"])
    func `a place that takes no files is an error`(path: String) throws {
        #expect(throws: StorageError.self) { try FileSystem.writeNewFile(path, bytes: [1]) }
        #expect(throws: StorageError.self) { try FileSystem.replaceFile(path, bytes: [1]) }
        #expect(throws: StorageError.self) { try FileSystem.createDirectory(path) }
        #expect(throws: StorageError.self) { try FileSystem.syncDirectory(path) }
        #expect(throws: StorageError.self) { try FileSystem.names(in: path) }
        #expect(throws: StorageError.self) { try FileSystem.removeFlatDirectory(path) }
        #expect(!FileSystem.exists(path))
    }

    @Test func `folders are created with their parents, once`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a/b//c/"
        try FileSystem.createDirectory(path)
        try FileSystem.createDirectory(path)
        #expect(FileSystem.exists(folder.path + "/a/b/c"))
        let file = try folder.write("file", [])
        #expect(throws: StorageError.system(operation: "create folder", file: file, code: ENOTDIR)) {
            try FileSystem.createDirectory(file)
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
        try FileSystem.createDirectory(folder.path + "/outer/inner")
        #expect(throws: StorageError.self) { try FileSystem.removeFlatDirectory(folder.path + "/outer") }
        _ = try folder.write("outer/inner/file", [1])
        try FileSystem.removeFlatDirectory(folder.path + "/outer/inner")
        try FileSystem.removeFlatDirectory(folder.path + "/outer")
        #expect(try FileSystem.names(in: folder.path) == [])
    }

    @Test(arguments: [("/a/b", "/a"), ("/a", "/"), ("a", "."), ("a/b", "a"), ("", ".")])
    func `the parent of a path`(path: String, parent: String) {
        #expect(FileSystem.parent(of: path) == parent)
    }
}
