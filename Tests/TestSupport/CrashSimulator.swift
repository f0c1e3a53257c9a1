/// Works out what a power loss may leave of one folder's files.
///
/// The model is the worst that POSIX allows: of the bytes written since a file's last sync any may be missing, in any order; of the names made, changed or
/// removed since the folder's last sync each may be kept or lost, whatever became of the others. A rename happens as a whole or not at all.
public struct CrashSimulator {
    /// What the crash does to bytes that were not synced.
    public enum Bytes: CaseIterable, Sendable {
        /// The file ends where it ended at its last sync.
        case lost
        /// All arrived.
        case kept
        /// All up to some byte.
        case tornAtByte
        /// Some sectors of 512 bytes arrived, the others are zero.
        case tornInSectors
        /// Some pages of 4 KiB arrived, the others are zero.
        case tornInPages
        /// The file has its length and what lay on the disk before.
        case garbage
    }

    /// What the crash does to names that were not synced.
    public enum Names: CaseIterable, Sendable {
        case lost
        case kept
        /// Each is kept or lost.
        case scattered
        /// The first few are kept, as a journal does it.
        case ordered
    }

    private struct File {
        var synced: [UInt8] = []
        var unsynced: [UInt8] = []
    }

    private enum NameChange {
        case set(String, Int)
        case move(from: String, to: String, Int)
        case unset(String)
    }

    private let folder: String
    private var files: [Int: File] = [:]
    private var syncedNames: [String: Int] = [:]
    private var currentNames: [String: Int] = [:]
    private var unsyncedNames: [NameChange] = []
    /// The last acknowledgement in the log.
    public private(set) var acknowledged = 0

    /// Starts with an empty folder that is durable.
    public init(folder: String) {
        self.folder = folder
    }

    /// Takes the next operation of the log.
    public mutating func apply(_ operation: RecordingDisk.Operation) {
        switch operation {
        case .create(let path, let file):
            files[file] = File()
            change(.set(path, file))
        case .write(let file, let bytes): files[file]?.unsynced += bytes
        case .syncFile(let file):
            if var content = files[file] {
                content.synced += content.unsynced
                content.unsynced = []
                files[file] = content
            }
        case .syncDirectory(folder):
            syncedNames = currentNames
            unsyncedNames = []
        case .syncDirectory: break
        case .rename(let path, let newPath):
            if let file = currentNames[path] { change(.move(from: path, to: newPath, file)) }
        case .remove(let path): change(.unset(path))
        case .acknowledgement(let generation): acknowledged = generation
        }
    }

    /// The files after a crash now: bytes by path.
    public func image(
        _ names: Names, _ bytes: Bytes, _ generator: inout SeededGenerator
    ) -> [String: [UInt8]] {
        var left = syncedNames
        for change in survivors(names, &generator) { Self.apply(change, to: &left) }
        var image: [String: [UInt8]] = [:]
        for (path, file) in left.sorted(by: { $0.key < $1.key }) {
            let content = files[file] ?? File()
            image[path] = content.synced + remains(of: content.unsynced, bytes, &generator)
        }
        return image
    }

    private mutating func change(_ change: NameChange) {
        Self.apply(change, to: &currentNames)
        unsyncedNames.append(change)
    }

    private static func apply(_ change: NameChange, to names: inout [String: Int]) {
        switch change {
        case .set(let path, let file): names[path] = file
        case .move(let path, let newPath, let file):
            names[path] = nil
            names[newPath] = file
        case .unset(let path): names[path] = nil
        }
    }

    private func survivors(_ names: Names, _ generator: inout SeededGenerator) -> [NameChange] {
        switch names {
        case .lost: []
        case .kept: unsyncedNames
        case .scattered: unsyncedNames.filter { _ in Bool.random(using: &generator) }
        case .ordered: Array(unsyncedNames.prefix(Int.random(in: 0...unsyncedNames.count, using: &generator)))
        }
    }

    private func remains(of bytes: [UInt8], _ kind: Bytes, _ generator: inout SeededGenerator) -> [UInt8] {
        switch kind {
        case .lost: []
        case .kept: bytes
        case .tornAtByte: Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
        case .tornInSectors: torn(bytes, 512, &generator)
        case .tornInPages: torn(bytes, 4096, &generator)
        case .garbage: generator.bytes(bytes.count)
        }
    }

    private func torn(_ bytes: [UInt8], _ size: Int, _ generator: inout SeededGenerator) -> [UInt8] {
        var torn = bytes
        for start in stride(from: 0, to: bytes.count, by: size) where Bool.random(using: &generator) {
            for index in start..<min(start + size, bytes.count) { torn[index] = 0 }
        }
        return torn
    }
}
