import LanguageModel
import Synchronization

/// A clock that moves when it is told to.
final class VirtualClock: Sendable {
    private struct Sleeper {
        let number: Int
        let time: MonotonicTime
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var now = MonotonicTime(nanoseconds: 0)
        var wall: Int64
        var lastNumber = 0
        var sleepers: [Sleeper] = []
        var waits: [Duration] = []
    }

    private let state: Mutex<State>

    /// Starts at a date, by default noon of a day in Moscow.
    init(millisecondsSince1970: Int64 = 1_800_000_000_000 - 1_800_000_000_000 % 86_400_000 + 32_400_000) {
        state = Mutex(State(wall: millisecondsSince1970))
    }

    var now: MonotonicTime { state.withLock { $0.now } }
    var sleeperCount: Int { state.withLock { $0.sleepers.count } }
    /// How long each wait was to be, in the order they began.
    var waits: [Duration] { state.withLock { $0.waits } }

    var clock: ModelClock {
        ModelClock(now: { self.now }, millisecondsSince1970: { self.state.withLock { $0.wall } }, wait: wait)
    }

    /// Lets time pass and wakes who waited for less.
    func advance(by duration: Duration) {
        let awake = state.withLock { state in
            state.now = state.now + duration
            state.wall += duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
            let now = state.now
            let awake = state.sleepers.filter { $0.time <= now }
            state.sleepers.removeAll { $0.time <= now }
            return awake
        }
        for sleeper in awake { sleeper.continuation.resume(returning: true) }
    }

    /// Waits until somebody sleeps.
    func waitForSleepers(_ count: Int) async {
        while sleeperCount < count { await Task.yield() }
    }

    @Sendable private func wait(until time: MonotonicTime) async -> Bool {
        let number = state.withLock { state in
            state.lastNumber += 1
            state.waits.append(time - state.now)
            return state.lastNumber
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver: Bool? = state.withLock { state in
                    if Task.isCancelled { return false }
                    if time <= state.now { return true }
                    state.sleepers.append(Sleeper(number: number, time: time, continuation: continuation))
                    return nil
                }
                if let isOver { continuation.resume(returning: isOver) } else if Task.isCancelled { cancel(number) }
            }
        } onCancel: {
            cancel(number)
        }
    }

    private func cancel(_ number: Int) {
        let sleeper: Sleeper? = state.withLock { state in
            guard let index = state.sleepers.firstIndex(where: { $0.number == number }) else { return nil }
            return state.sleepers.remove(at: index)
        }
        sleeper?.continuation.resume(returning: false)
    }
}
