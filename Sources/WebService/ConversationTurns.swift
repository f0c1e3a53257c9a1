import Synchronization

/// Which request is the latest of each conversation: when a newer one comes, nobody waits for the older one any more.
final class ConversationTurns: Sendable {
    private struct Turn: Sendable {
        let number: UInt64
        let onStale: @Sendable () -> Void
    }

    private struct State: Sendable {
        var turns: [String: Turn] = [:]
        var lastNumber: UInt64 = 0
    }

    private let state = Mutex(State())

    /// How many conversations have a request under way.
    var count: Int { state.withLock { $0.turns.count } }

    /// Runs the work of a request as the latest of its conversation.
    ///
    /// - Parameters:
    ///   - conversation: its name; `nil` for a request that no other one makes stale.
    ///   - work: is cancelled when a newer request of the conversation begins.
    /// - Returns: whether it was still the latest at its end.
    func run(_ conversation: String?, _ work: @escaping @Sendable () async -> Void) async -> Bool {
        guard let conversation else {
            await work()
            return true
        }
        let (stale, signal) = AsyncStream.makeStream(of: Never.self)
        let number = begin(conversation) { signal.finish() }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await work() }
            group.addTask { for await _ in stale {} }
            // Whichever ends first ends the other.
            await group.next()
            group.cancelAll()
        }
        return end(conversation, number)
    }

    private func begin(_ conversation: String, onStale: @escaping @Sendable () -> Void) -> UInt64 {
        let (number, older) = state.withLock { state in
            state.lastNumber += 1
            let older = state.turns.updateValue(
                Turn(number: state.lastNumber, onStale: onStale), forKey: conversation)
            return (state.lastNumber, older)
        }
        older?.onStale()
        return number
    }

    private func end(_ conversation: String, _ number: UInt64) -> Bool {
        state.withLock { state in
            guard state.turns[conversation]?.number == number else { return false }
            state.turns[conversation] = nil
            return true
        }
    }
}
