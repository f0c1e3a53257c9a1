import Foundation
import Synchronization
import Testing

/// Runs tests on threads of their own: the tests of other targets keep Swift's pool busy for seconds, and then nothing could be said about time.
struct OwnThreads: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let threads = ThreadExecutor(threadCount: 4)
        defer { threads.stop() }
        try await withTaskExecutorPreference(threads) { try await function() }
    }
}

/// A pool of threads for tasks.
final class ThreadExecutor: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let threadCount: Int

    init(threadCount: Int) {
        self.threadCount = threadCount
        for _ in 0..<threadCount { Thread { [self] in run() }.start() }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        wakeUp.signal()
    }

    /// Ends the threads once nothing is left to do.
    func stop() {
        state.withLock { $0.isStopped = true }
        for _ in 0..<threadCount { wakeUp.signal() }
    }

    private func run() {
        while true {
            wakeUp.wait()
            let (job, isStopped): (UnownedJob?, Bool) = state.withLock { state in
                (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.isStopped)
            }
            if let job { job.runSynchronously(on: asUnownedTaskExecutor()) } else if isStopped { return }
        }
    }
}
