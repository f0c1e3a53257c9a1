import Synchronization
import Testing

@testable import LanguageModel

struct AccessTokenSourceTests {
    private let time = VirtualClock()

    /// Gives tokens "1", "2", … of half an hour, or fails.
    private final class Endpoint: Sendable {
        let count = Mutex(0)
        let failure = Mutex<ModelError?>(nil)
        let clock: ModelClock
        init(clock: ModelClock) { self.clock = clock }

        @Sendable func fetch(before limit: MonotonicTime) async throws(ModelError) -> AccessToken {
            let number = count.withLock { count in
                count += 1
                return count
            }
            for _ in 0..<10 { await Task.yield() }
            if let failure = failure.withLock({ $0 }) { throw failure }
            return AccessToken(Secret("\(number)"), life: .seconds(1800), now: clock.now())
        }
    }

    private func token(_ source: AccessTokenSource) async throws(ModelError) -> String {
        try await source.token(before: time.now + .seconds(60)).value
    }

    @Test func `many at once have one token fetched`() async throws {
        let endpoint = Endpoint(clock: time.clock)
        let source = AccessTokenSource(clock: time.clock, provider: "тест", fetch: endpoint.fetch)
        await withTaskGroup(of: String?.self) { group in
            for _ in 0..<200 { group.addTask { try? await token(source) } }
            for await token in group { #expect(token == "1") }
        }
        #expect(endpoint.count.withLock { $0 } == 1)
    }

    @Test func `a token is renewed two minutes before its end`() async throws {
        let endpoint = Endpoint(clock: time.clock)
        let source = AccessTokenSource(clock: time.clock, provider: "тест", fetch: endpoint.fetch)
        #expect(try await token(source) == "1")
        time.advance(by: .seconds(1679))
        #expect(try await token(source) == "1")
        time.advance(by: .seconds(1))
        #expect(try await token(source) == "2")
    }

    @Test func `an old token serves while a new one cannot be had, until its end`() async throws {
        let endpoint = Endpoint(clock: time.clock)
        let source = AccessTokenSource(clock: time.clock, provider: "тест", fetch: endpoint.fetch)
        #expect(try await token(source) == "1")
        let failure = ModelError.status(provider: "тест", code: 503, retryAfter: nil)
        endpoint.failure.withLock { $0 = failure }
        time.advance(by: .seconds(1700))
        #expect(try await token(source) == "1")
        time.advance(by: .seconds(95))
        await #expect(throws: failure) { try await token(source) }
    }

    @Test func `a failure is told to all who wait, instead of asked for again`() async {
        let endpoint = Endpoint(clock: time.clock)
        endpoint.failure.withLock { $0 = .status(provider: "тест", code: 401, retryAfter: nil) }
        let source = AccessTokenSource(clock: time.clock, provider: "тест", fetch: endpoint.fetch)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask { await #expect(throws: ModelError.self) { try await token(source) } }
            }
        }
        #expect(endpoint.count.withLock { $0 } == 1)
        time.advance(by: .seconds(1))
        await #expect(throws: ModelError.self) { try await token(source) }
        #expect(endpoint.count.withLock { $0 } == 2)
    }

    @Test func `one who had too little time does not fail the others`() async throws {
        let endpoint = Endpoint(clock: time.clock)
        endpoint.failure.withLock { $0 = .timeout(provider: "тест", limit: .deadline) }
        let source = AccessTokenSource(clock: time.clock, provider: "тест", fetch: endpoint.fetch)
        await #expect(throws: ModelError.timeout(provider: "тест", limit: .deadline)) { try await token(source) }
        endpoint.failure.withLock { $0 = nil }
        #expect(try await token(source) == "2")
    }

    @Test func `a token that was not taken is not shown again`() async throws {
        let endpoint = Endpoint(clock: time.clock)
        let source = AccessTokenSource(clock: time.clock, provider: "тест", fetch: endpoint.fetch)
        #expect(try await token(source) == "1")
        await source.forget()
        #expect(try await token(source) == "2")
    }

    @Test(arguments: [-100, 0, 30]) func `a wrong clock at either end does not make every request fetch one`(life: Int)
    {
        let token = AccessToken(Secret("x"), life: .seconds(life), now: time.now)
        #expect(token.renewal - time.now == .seconds(45))
    }
}
