import Glibc
import MappedStorage
import TestSupport
import Testing

@Suite struct FileLockTests {
    @Test func `a second holder is refused until the first lets go`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/lock"
        do {
            let lock = try FileLock(path: path)
            #expect(throws: StorageError.locked(file: path, holder: getpid())) { _ = try FileLock(path: path) }
            // A holder that has not written its number yet is not named.
            _ = try folder.write("lock", [])
            #expect(throws: StorageError.locked(file: path, holder: nil)) { _ = try FileLock(path: path) }
            _ = consume lock
        }
        for _ in 0..<3 { _ = try FileLock(path: path) }
        #expect(FileSystem.exists(path))
    }

    @Test func `a lock in a folder that does not exist is an error`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: StorageError.self) { _ = try FileLock(path: folder.path + "/missing/lock") }
    }
}
