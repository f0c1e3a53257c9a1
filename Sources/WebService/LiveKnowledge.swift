public import ReplySuggestion
public import Retrieval
import Synchronization

/// The knowledge that requests are answered from: the latest generation of the index.
///
/// When the index is rebuilt or updated, the next request after the check interval sees the new generation; requests under way keep the old one.
/// While one request opens a new generation, the others go on with the old one: none waits for another. A new generation that cannot be opened
/// changes nothing: the old one goes on.
public final class LiveKnowledge: Sendable {
    /// One generation, ready to answer.
    public struct Generation: Sendable {
        /// Searches.
        public let searcher: KnowledgeSearcher
        /// Makes suggestions.
        public let suggester: ReplySuggester

        /// Pairs a searcher with a suggester over it.
        public init(searcher: KnowledgeSearcher, suggester: ReplySuggester) {
            self.searcher = searcher
            self.suggester = suggester
        }
    }

    /// Where generations come from.
    public struct Source: Sendable {
        /// The number of the current generation.
        public let currentNumber: @Sendable () throws -> UInt64
        /// Opens the current generation, given the one that is open already.
        public let open: @Sendable (Generation?) throws -> Generation

        /// Makes a source.
        public init(
            currentNumber: @escaping @Sendable () throws -> UInt64,
            open: @escaping @Sendable (Generation?) throws -> Generation
        ) {
            self.currentNumber = currentNumber
            self.open = open
        }
    }

    private struct State: Sendable {
        var generation: Generation
        var lastCheck: ContinuousClock.Instant
        var isChecking = false
    }

    private let source: Source
    private let checkInterval: Duration
    private let onFailure: @Sendable (any Error) -> Void
    private let state: Mutex<State>

    /// Opens the current generation.
    ///
    /// - Parameters:
    ///   - source: where generations come from.
    ///   - checkInterval: how often the current number is read at most.
    ///   - onFailure: told when a newer generation cannot be opened.
    /// - Throws: what the source throws.
    public init(
        source: Source,
        checkInterval: Duration = .seconds(1),
        onFailure: @escaping @Sendable (any Error) -> Void = { _ in }
    ) throws {
        self.source = source
        self.checkInterval = checkInterval
        self.onFailure = onFailure
        state = Mutex(State(generation: try source.open(nil), lastCheck: .now))
    }

    /// The latest generation that could be opened.
    public func current() -> Generation {
        let (known, isDue) = state.withLock { state in
            let isDue = !state.isChecking && ContinuousClock.now - state.lastCheck >= checkInterval
            if isDue { state.isChecking = true }
            return (state.generation, isDue)
        }
        guard isDue else { return known }
        let newest = newest(known)
        state.withLock { state in
            state.generation = newest
            state.lastCheck = .now
            state.isChecking = false
        }
        return newest
    }

    private func newest(_ known: Generation) -> Generation {
        do {
            return try source.currentNumber() == known.searcher.generation ? known : try source.open(known)
        } catch {
            onFailure(error)
            return known
        }
    }
}
