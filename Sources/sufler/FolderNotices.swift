import KnowledgeBase
import MappedStorage

/// Waits for edits in the folder of articles: by the system's notices, or by looking at it every second where there are none.
struct FolderNotices {
    /// How long after a change nothing must happen until it counts as over: editors write a file in several steps.
    private static let quietMilliseconds: Int32 = 10
    /// How long changes are collected that follow each other without a pause.
    private static let longestWait = Duration.milliseconds(200)
    private static let pollMilliseconds: Int32 = 1000

    private let root: String
    private let stop: StopSignal
    private var watcher: FolderWatcher?
    /// Why the folder is looked at every second; `nil` when it is not.
    private(set) var failure: StorageError?

    init(root: String, stop: StopSignal) {
        self.root = root
        self.stop = stop
        start()
    }

    /// Watches folders, given relative to the root; those that are watched stay.
    ///
    /// - Returns: whether some folder is new: what happened in it before is not told.
    mutating func watch(_ folders: [String]) -> Bool {
        if watcher == nil { start() }
        guard watcher != nil else { return false }
        var hasNew = false
        do throws(StorageError) {
            for folder in folders {
                let path = folder.isEmpty ? root : root + "/" + folder
                if try watcher?.watch(path, label: folder) == true { hasNew = true }
            }
            failure = nil
        } catch {
            poll(because: error)
        }
        return hasNew
    }

    /// Looks at the folder every second from now on.
    mutating func poll(because error: StorageError) {
        watcher = nil
        failure = error
    }

    /// Waits for the next changes and until they are over.
    ///
    /// - Parameter retries: whether to come back after a second without any.
    /// - Returns: what changed; `nil` when the process is to stop.
    mutating func next(retries: Bool) -> FolderWatcher.Changes? {
        guard watcher != nil else {
            let wake = FolderWatcher.wait(forReadable: stop.descriptor, milliseconds: Self.pollMilliseconds)
            return wake == .stopped ? nil : Self.everything
        }
        var changes = FolderWatcher.Changes()
        let clock = ContinuousClock()
        var deadline: ContinuousClock.Instant?
        while deadline.map({ clock.now < $0 }) ?? true {
            let pause = changes.isEmpty ? (retries ? Self.pollMilliseconds : nil) : Self.quietMilliseconds
            switch watcher?.wait(orReadable: stop.descriptor, milliseconds: pause) {
            case .stopped: return nil
            case .timedOut, nil: return changes
            case .changed: break
            }
            do throws(StorageError) {
                if let later = try watcher?.changes() { changes.merge(later) }
            } catch {
                poll(because: error)
                return Self.everything
            }
            if deadline == nil { deadline = clock.now + Self.longestWait }
        }
        return changes
    }

    private static var everything: FolderWatcher.Changes {
        var changes = FolderWatcher.Changes()
        changes.needsRescan = true
        return changes
    }

    private mutating func start() {
        do throws(StorageError) {
            watcher = try FolderWatcher()
        } catch {
            failure = error
        }
    }
}
