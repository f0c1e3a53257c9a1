import LanguageModel
import Synchronization

/// Replies of models by everything that they depend on; the least recently used goes first.
///
/// Keys and replies are masked texts: two customers who ask the same with different data share a reply, and each gets their own data put in.
final class ReplyCache: Sendable {
    /// What a reply depends on.
    struct Key: Hashable, Sendable {
        /// What is asked: the texts of the request in order, without the boundary.
        let texts: [String]
        /// The generation of the index.
        let generation: UInt64
        /// The prompt's name, version and hash.
        let prompt: String
        /// The version of the policy.
        let policyVersion: String
        /// The version of the model's settings.
        let settingsVersion: String
    }

    private struct Entry: Sendable {
        let reply: ChatReply
        var lastUse: UInt64
    }

    private struct State: Sendable {
        var entries: [Key: Entry] = [:]
        var clock: UInt64 = 0
    }

    private let maxCount: Int
    private let state = Mutex(State())

    /// Makes an empty cache.
    init(maxCount: Int) { self.maxCount = max(0, maxCount) }

    /// The reply of a key.
    func reply(for key: Key) -> ChatReply? {
        state.withLock { state in
            guard let reply = state.entries[key]?.reply else { return nil }
            state.clock += 1
            state.entries[key]?.lastUse = state.clock
            return reply
        }
    }

    /// Remembers a reply.
    ///
    /// - Complexity: O(entries) when the cache is full.
    func insert(_ reply: ChatReply, for key: Key) {
        guard maxCount > 0 else { return }
        state.withLock { state in
            state.clock += 1
            state.entries[key] = Entry(reply: reply, lastUse: state.clock)
            guard state.entries.count > maxCount else { return }
            if let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })?.key {
                state.entries[oldest] = nil
            }
        }
    }
}
