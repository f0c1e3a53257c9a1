/// A provider with all that keeps it from doing harm when it fails: places, retries, a circuit breaker.
///
/// It is made once and shared by all requests.
public final class ModelProvider: Sendable {
    /// An answer and what to book for it.
    struct Success: Sendable {
        let answer: ProviderClient.Answer
        let charge: TokenUsage
        let attempts: Int
    }

    /// Why there is none.
    struct Failure: Error {
        let error: ModelError
        /// Whether the receiver was told text: then nobody else must be asked.
        var hasDelivered = false
        /// What the provider may have charged, guessed.
        var charge = TokenUsage.zero
        var attempts = 0
    }

    /// How it is asked.
    public var configuration: ProviderConfiguration { client.configuration }
    private let client: ProviderClient
    private let clock: ModelClock
    private let random: RandomSource
    private let gate: FairGate
    private let breaker: CircuitBreaker
    private let budget: RetryBudget

    /// Checks the settings and fetches the key.
    ///
    /// - Parameters:
    ///   - configuration: how it is asked.
    ///   - transport: the connections, shared by all providers.
    ///   - environment: where keys may be found.
    ///   - clock: the time.
    ///   - random: random numbers.
    /// - Throws: `.configuration` with the setting that cannot be used.
    public init(
        configuration: ProviderConfiguration, transport: CurlTransport, environment: [String: String],
        clock: ModelClock = .system, random: RandomSource = .system
    ) throws(ModelError) {
        client = try ProviderClient(
            configuration: configuration, transport: transport, clock: clock, random: random, environment: environment)
        self.clock = clock
        self.random = random
        gate = FairGate(policy: configuration.concurrency, provider: configuration.name, clock: clock)
        breaker = CircuitBreaker(policy: configuration.circuit, provider: configuration.name, clock: clock)
        budget = RetryBudget(percent: configuration.retries.budgetPercent)
    }

    /// Whether a request would be sent: the circuit is closed, or a probe is due.
    public var isAvailable: Bool { breaker.closedUntil == nil }

    /// How many requests wait for a place.
    public var waitingCount: Int { gate.waitingCount }

    /// Answers a request, trying again where that makes sense.
    func reply(
        to request: ChatRequest, before deadline: Deadline, receiver: @escaping ChatModel.Receiver
    ) async throws(Failure) -> Success {
        // Nobody waits for a place at a provider that would not be asked then.
        if let until = breaker.closedUntil {
            throw Failure(error: .circuitOpen(provider: configuration.name, retryIn: until - clock.now()))
        }
        let place: FairGate.Place
        do throws(ModelError) {
            place = try await gate.enter(operatorID: request.operatorID, before: deadline.firstText)
        } catch {
            throw Failure(error: error)
        }
        defer { place.leave() }
        var charge = TokenUsage.zero
        var attempt = 0
        while true {
            do throws(ProviderClient.Failure) {
                let permit = try admit(isFirst: attempt == 0)
                attempt += 1
                let answer = try await tryOnce(request, deadline, permit, receiver)
                return Success(answer: answer, charge: self.charge(for: answer, of: request), attempts: attempt)
            } catch {
                charge = larger(charge, self.charge(for: error, of: request))
                let failure = Failure(
                    error: error.error, hasDelivered: error.deliveredByteCount > 0, charge: charge, attempts: attempt)
                guard await waitToRetry(after: failure, deadline) else { throw failure }
            }
        }
    }

    private func admit(isFirst: Bool) throws(ProviderClient.Failure) -> CircuitBreaker.Permit {
        do throws(ModelError) {
            let permit = try breaker.admit()
            if isFirst { budget.deposit() }
            return permit
        } catch {
            throw ProviderClient.Failure(error: error)
        }
    }

    private func tryOnce(
        _ request: ChatRequest, _ deadline: Deadline, _ permit: CircuitBreaker.Permit,
        _ receiver: @escaping ChatModel.Receiver
    ) async throws(ProviderClient.Failure) -> ProviderClient.Answer {
        let firstText = FirstProgress()
        do throws(ProviderClient.Failure) {
            let answer = try await client.answer(request, before: deadline, receiver: receiver) { [breaker] delay in
                firstText.delay = delay
                breaker.noteProgress(permit)
            }
            breaker.record(.success(firstTextAfter: firstText.delay), of: permit)
            return answer
        } catch {
            breaker.record(error.error.countsAgainstProvider ? .failure : .neither, of: permit)
            throw error
        }
    }

    /// Whether another try makes sense; waits for its time if so.
    private func waitToRetry(after failure: Failure, _ deadline: Deadline) async -> Bool {
        let policy = configuration.retries
        guard failure.error.isWorthRetrying, !failure.hasDelivered, failure.attempts < policy.attemptCount else {
            return false
        }
        let wait = policy.wait(
            beforeRetry: failure.attempts, retryAfter: failure.error.retryAfter, random: random)
        let time = clock.now() + wait
        // Without time for an answer there is no use in waiting; another provider may use it better. The budget is asked last: what it gives must be sent.
        guard time < deadline.firstText, breaker.closedUntil.map({ $0 <= time }) ?? true, budget.withdraw() else {
            return false
        }
        return await clock.wait(time)
    }

    // MARK: Costs

    private func charge(for answer: ProviderClient.Answer, of request: ChatRequest) -> TokenUsage {
        if let usage = answer.usage, usage.totalTokens > 0 { return usage }
        return estimatedCharge(textByteCount: answer.text.utf8.count, of: request)
    }

    private func charge(for failure: ProviderClient.Failure, of request: ChatRequest) -> TokenUsage {
        guard failure.error.mayHaveBeenCharged else { return .zero }
        return estimatedCharge(textByteCount: failure.deliveredByteCount, of: request)
    }

    private func estimatedCharge(textByteCount: Int, of request: ChatRequest) -> TokenUsage {
        TokenUsage(
            promptTokens: TokenUsage.estimatedPromptTokens(of: request.messages),
            completionTokens: TokenUsage.estimatedTokens(ofUTF8Count: textByteCount), isEstimated: true)
    }

    /// Attempts share an idempotency key: together they cost as much as the dearest.
    private func larger(_ left: TokenUsage, _ right: TokenUsage) -> TokenUsage {
        left.totalTokens >= right.totalTokens ? left : right
    }
}
