import Glibc

/// Tells what happens to the files of folders, by Linux's inotify.
///
/// A folder that is watched tells of its own names only, not of those in its subfolders: each folder is watched by itself. A file that is written is
/// told when it is closed, not at every write. Changes through another name of a file, or on a network by another machine, are not told.
///
/// - Source: inotify(7).
public final class FolderWatcher {
    /// What happened since the last question.
    public struct Changes: Equatable, Sendable {
        /// Files that were written, renamed, removed or given other rights: the folder's label, a slash and the name; the name alone for the label "".
        public var files: Set<String> = []
        /// Whether folders came or went, or something was lost: then all folders are to be looked through.
        public var needsRescan = false

        /// Starts with nothing.
        public init() {}

        /// Whether nothing happened.
        public var isEmpty: Bool { files.isEmpty && !needsRescan }

        /// Adds what happened later.
        public mutating func merge(_ later: Changes) {
            files.formUnion(later.files)
            needsRescan = needsRescan || later.needsRescan
        }
    }

    /// Why a wait ended.
    public enum Wake: Equatable, Sendable {
        /// Something happened in a folder.
        case changed
        /// The other descriptor has something to read, or was closed at its other end.
        case stopped
        /// The time is over.
        case timedOut
    }

    private let descriptor: Int32
    /// Labels of the folders by inotify's number.
    private var labels: [Int32: String] = [:]

    /// Starts without folders.
    ///
    /// - Throws: `.system` when the system has no inotify left to give.
    public init() throws(StorageError) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard descriptor >= 0 else { throw .system(operation: "inotify", file: "", code: errno) }
    }

    deinit { close(descriptor) }

    /// Watches a folder, links followed; one that is watched already may be named again.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - label: what its changes are told by.
    /// - Returns: whether it was not watched before.
    /// - Throws: `.system` when there is no such folder or the system watches too many.
    @discardableResult
    public func watch(_ path: String, label: String) throws(StorageError) -> Bool {
        let number = unsafe inotify_add_watch(descriptor, path, Self.events)
        guard number >= 0 else { throw .system(operation: "inotify", file: path, code: errno) }
        return labels.updateValue(label, forKey: number) == nil
    }

    /// Waits until something happens, another descriptor has something to read, or the time is over.
    ///
    /// - Parameters:
    ///   - stop: the other descriptor.
    ///   - milliseconds: the time; `nil` for ever.
    /// - Returns: why it ended.
    public func wait(orReadable stop: Int32, milliseconds: Int32?) -> Wake {
        Self.wait(for: [stop, descriptor], milliseconds: milliseconds)
    }

    /// Waits without watching anything.
    ///
    /// - Returns: `.stopped` or `.timedOut`.
    public static func wait(forReadable stop: Int32, milliseconds: Int32?) -> Wake {
        wait(for: [stop], milliseconds: milliseconds)
    }

    /// What happened since the last question; does not wait.
    ///
    /// - Throws: `.system` when the notices cannot be read.
    public func changes() throws(StorageError) -> Changes {
        var changes = Changes()
        var buffer = [UInt8](repeating: 0, count: Self.bufferByteCount)
        while true {
            let count = unsafe read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN { return changes }
            guard count > 0 else { throw .system(operation: "inotify", file: "", code: count < 0 ? errno : EIO) }
            note(buffer[..<count], in: &changes)
        }
    }

    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF
            | IN_MOVE_SELF | IN_ONLYDIR)
    /// Room for some hundred notices; one with the longest name has 272 bytes.
    private static let bufferByteCount = 1 << 16
    /// The fixed part of a notice: number, mask, cookie and byte count of the name, 4 bytes each.
    private static let headerByteCount = 16

    private static func wait(for descriptors: [Int32], milliseconds: Int32?) -> Wake {
        var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while true {
            let count = unsafe poll(&polled, nfds_t(polled.count), milliseconds ?? -1)
            // Interrupted by a signal: the wait may then be longer than was asked.
            if count < 0, errno == EINTR { continue }
            if polled[0].revents != 0 { return .stopped }
            return count > 0 ? .changed : .timedOut
        }
    }

    private func note(_ notices: ArraySlice<UInt8>, in changes: inout Changes) {
        var rest = notices
        while rest.count >= Self.headerByteCount {
            let number = Int32(bitPattern: Self.integer(rest, 0))
            let mask = Self.integer(rest, 4)
            let nameByteCount = Int(Self.integer(rest, 12))
            let name = rest.dropFirst(Self.headerByteCount).prefix(nameByteCount).prefix { $0 != 0 }
            rest = rest.dropFirst(Self.headerByteCount + nameByteCount)
            note(number, mask: mask, name: String(decoding: name, as: UTF8.self), in: &changes)
        }
    }

    private func note(_ number: Int32, mask: UInt32, name: String, in changes: inout Changes) {
        if mask & UInt32(IN_IGNORED) != 0 {
            labels[number] = nil
            changes.needsRescan = true
            return
        }
        let isOfFolders = UInt32(IN_Q_OVERFLOW | IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF)
        guard mask & isOfFolders == 0, let label = labels[number] else {
            changes.needsRescan = true
            return
        }
        if !name.isEmpty { changes.files.insert(label.isEmpty ? name : label + "/" + name) }
    }

    private static func integer(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[bytes.startIndex + offset + $1]) << UInt32(8 * $1) }
    }
}
