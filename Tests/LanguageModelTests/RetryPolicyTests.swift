import Synchronization
import TestSupport
import Testing

@testable import LanguageModel

/// A seeded random source.
final class SeededRandom: Sendable {
    private let generator: Mutex<SeededGenerator>
    init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }
    var source: RandomSource { RandomSource { self.generator.withLock { $0.next() } } }
}

struct RetryPolicyTests {
    private let policy = RetryPolicy(base: .milliseconds(200), longest: .seconds(1))

    @Test(arguments: [(1, 200.0), (2, 400), (3, 800), (4, 1000), (60, 1000)])
    func `waits are spread evenly from zero to a doubling ceiling`(retry: Int, ceiling: Double) {
        let random = SeededRandom(seed: 7).source
        let count = 2000
        let waits = (0..<count).map { _ in
            Double(policy.wait(beforeRetry: retry, retryAfter: nil, random: random).wholeNanoseconds) / 1e6 / ceiling
        }.sorted()
        #expect((waits.first ?? -1) >= 0 && (waits.last ?? 2) < 1)
        // Kolmogorov–Smirnov: the largest distance to the even distribution; 1.628/√n is passed once in a hundred by chance (p = 0.01).
        var distance = 0.0
        for (index, wait) in waits.enumerated() {
            let below = Double(index) / Double(count)
            let above = Double(index + 1) / Double(count)
            distance = max(distance, abs(wait - below), abs(above - wait))
        }
        #expect(distance < 1.628 / Double(count).squareRoot())
    }

    @Test func `what the server asks for is never undercut`() {
        let random = SeededRandom(seed: 1).source
        for _ in 0..<100 {
            #expect(policy.wait(beforeRetry: 1, retryAfter: .seconds(9), random: random) >= .seconds(9))
        }
    }

    @Test func `no policy sends more than three times`() {
        #expect(RetryPolicy(attemptCount: 50).attemptCount == 3)
        #expect(RetryPolicy(attemptCount: 0).attemptCount == 1)
    }

    @Test(arguments: [1, 4, 5, 6, 50, 200, 1000])
    func `retries never exceed a fifth of the first requests`(count: Int) {
        let budget = RetryBudget(percent: 20)
        var retries = 0
        for _ in 0..<count {
            budget.deposit()
            if budget.withdraw() { retries += 1 }
        }
        #expect(retries == count / 5)
    }

    @Test func `a quiet time does not pay for a storm`() {
        let budget = RetryBudget(percent: 20)
        for _ in 0..<10_000 { budget.deposit() }
        var retries = 0
        while budget.withdraw() { retries += 1 }
        #expect(retries == RetryBudget.capacity)
    }

    @Test(arguments: [
        (ModelError.status(provider: "", code: 400, retryAfter: nil), false),
        (.status(provider: "", code: 401, retryAfter: nil), false),
        (.status(provider: "", code: 403, retryAfter: nil), false),
        (.status(provider: "", code: 404, retryAfter: nil), false),
        (.status(provider: "", code: 422, retryAfter: nil), false),
        (.status(provider: "", code: 307, retryAfter: nil), false),
        (.status(provider: "", code: 408, retryAfter: nil), true),
        (.status(provider: "", code: 429, retryAfter: nil), true),
        (.status(provider: "", code: 500, retryAfter: nil), true),
        (.status(provider: "", code: 529, retryAfter: nil), true),
        (.failedInStream(provider: "", code: 400), false), (.failedInStream(provider: "", code: nil), true),
        (.tls(provider: "", code: 60), false), (.cancelled, false), (.refused(provider: ""), false),
        (.timeout(provider: "", limit: .connect), true), (.timeout(provider: "", limit: .idle), false),
        (.timeout(provider: "", limit: .deadline), false),
    ])
    func `what is worth another try`(error: ModelError, isWorth: Bool) {
        #expect(error.isWorthRetrying == isWorth)
    }

    @Test func `random UUIDs have version 4 and the variant of RFC 9562`() {
        let random = SeededRandom(seed: 3).source
        var seen: Set<String> = []
        for _ in 0..<200 {
            let uuid = Array(random.uuid())
            #expect(uuid.count == 36 && uuid[14] == "4" && "89ab".contains(uuid[19]))
            #expect([8, 13, 18, 23].allSatisfy { uuid[$0] == "-" })
            seen.insert(String(uuid))
        }
        #expect(seen.count == 200)
    }
}
