import TestSupport
import Testing

@testable import LanguageModel

struct CircuitBreakerTests {
    private let time = VirtualClock()

    private func breaker(_ change: (inout CircuitPolicy) -> Void = { _ in }) -> CircuitBreaker {
        var policy = CircuitPolicy()
        change(&policy)
        return CircuitBreaker(policy: policy, provider: "тест", clock: time.clock)
    }

    private func isOpen(_ breaker: CircuitBreaker) -> Bool { breaker.closedUntil != nil }

    private func send(_ outcome: CircuitBreaker.Outcome, to breaker: CircuitBreaker) throws {
        breaker.record(outcome, of: try breaker.admit())
    }

    private static let quick = CircuitBreaker.Outcome.success(firstTextAfter: .seconds(1))
    private static let slow = CircuitBreaker.Outcome.success(firstTextAfter: .seconds(7))

    @Test func `five failures in a row open it, four do not`() throws {
        let breaker = breaker()
        for _ in 0..<4 { try send(.failure, to: breaker) }
        #expect(!isOpen(breaker))
        try send(Self.quick, to: breaker)
        for _ in 0..<4 { try send(.failure, to: breaker) }
        #expect(!isOpen(breaker))
        try send(.failure, to: breaker)
        #expect(isOpen(breaker))
        #expect(throws: ModelError.circuitOpen(provider: "тест", retryIn: .seconds(5))) { try breaker.admit() }
    }

    @Test func `more than half of ten open it, half do not`() throws {
        let breaker = breaker()
        for index in 0..<20 { try send(index % 2 == 0 ? Self.quick : .failure, to: breaker) }
        #expect(!isOpen(breaker))
        try send(.failure, to: breaker)
        #expect(isOpen(breaker))
    }

    @Test func `nine requests are too few for a share`() throws {
        let breaker = breaker { $0.consecutiveFailures = 100 }
        for _ in 0..<9 { try send(.failure, to: breaker) }
        #expect(!isOpen(breaker))
        try send(.failure, to: breaker)
        #expect(isOpen(breaker))
    }

    @Test func `outcomes older than the window do not count`() throws {
        let breaker = breaker { $0.consecutiveFailures = 100 }
        for _ in 0..<9 { try send(.failure, to: breaker) }
        time.advance(by: .seconds(31))
        for _ in 0..<9 { try send(.failure, to: breaker) }
        #expect(!isOpen(breaker))
    }

    @Test func `slow successes count for the share and not for the row`() throws {
        let breaker = breaker()
        for _ in 0..<9 { try send(Self.slow, to: breaker) }
        #expect(!isOpen(breaker))
        try send(Self.slow, to: breaker)
        #expect(isOpen(breaker))

        let other = self.breaker()
        for _ in 0..<4 { try send(.failure, to: other) }
        try send(Self.slow, to: other)
        // The slow one did not end the row of failures.
        try send(.failure, to: other)
        #expect(isOpen(other))
    }

    @Test func `one probe every five seconds, and the first that is answered closes it`() throws {
        let breaker = breaker()
        for _ in 0..<5 { try send(.failure, to: breaker) }
        var probes = 0
        // The provider is sick for a minute; requests come every 100 ms.
        for _ in 0..<600 {
            time.advance(by: .milliseconds(100))
            if let permit = try? breaker.admit() {
                probes += 1
                breaker.record(.failure, of: permit)
            }
        }
        #expect(probes == 12)
        // It is well now.
        let healthy = time.now
        while isOpen(breaker) { time.advance(by: .milliseconds(100)) }
        let probe = try breaker.admit()
        #expect(throws: ModelError.self) { try breaker.admit() }
        breaker.noteProgress(probe)
        #expect(time.now - healthy <= .seconds(10))
        for _ in 0..<10 { try send(Self.quick, to: breaker) }
    }

    @Test func `a probe that hangs does not hold up the next`() throws {
        let breaker = breaker()
        for _ in 0..<5 { try send(.failure, to: breaker) }
        time.advance(by: .seconds(5))
        _ = try breaker.admit()
        time.advance(by: .seconds(5))
        breaker.noteProgress(try breaker.admit())
        #expect(!isOpen(breaker))
    }

    @Test func `outcomes of requests from before it opened count for nothing`() throws {
        let breaker = breaker()
        let old = try (0..<50).map { _ in try breaker.admit() }
        for _ in 0..<5 { try send(.failure, to: breaker) }
        time.advance(by: .seconds(5))
        breaker.noteProgress(try breaker.admit())
        for permit in old { breaker.record(.failure, of: permit) }
        #expect(!isOpen(breaker))
    }

    @Test func `what says nothing about the provider changes nothing`() throws {
        let breaker = breaker()
        for _ in 0..<100 { try send(.neither, to: breaker) }
        for _ in 0..<4 { try send(.failure, to: breaker) }
        try send(.neither, to: breaker)
        #expect(!isOpen(breaker))
        try send(.failure, to: breaker)
        #expect(isOpen(breaker))
    }

    @Test(arguments: 0..<20) func `it opens within five failures whatever came before`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let breaker = breaker()
        for _ in 0..<Int.random(in: 0...100, using: &random) {
            let outcomes = [.failure, Self.quick, Self.slow, .neither]
            if let permit = try? breaker.admit() {
                breaker.record(outcomes.randomElement(using: &random) ?? .neither, of: permit)
            }
            time.advance(by: .milliseconds(Int.random(in: 0...2000, using: &random)))
        }
        var failures = 0
        while !isOpen(breaker), let permit = try? breaker.admit() {
            breaker.record(.failure, of: permit)
            failures += 1
            if failures > 5 { break }
        }
        #expect(failures <= 5, "seed \(seed)")
    }
}
