import LanguageModel
import TestSupport
import Testing

extension NetworkTests {
    /// Retries, the circuit, the chain and the budgets over real connections.
    struct ResilienceTests {
        /// Answers by the number of the request, from 1.
        private func numbered(_ answer: @escaping @Sendable (Int) -> [Step]) -> ScriptedModelServer.Script {
            let count = Shared(0)
            return { _ in
                count.change { $0 += 1 }
                return answer(count.value)
            }
        }

        private func configuration(_ server: ScriptedModelServer, name: String = "тест") -> ProviderConfiguration {
            var configuration = ModelFixture.withoutCircuit(ModelFixture.configuration(server.url(), name: name))
            configuration.retries = RetryPolicy(base: .milliseconds(10), longest: .milliseconds(40), budgetPercent: 100)
            return configuration
        }

        private func label(_ outcome: Outcome) -> String {
            switch outcome {
            case .success: "answer"
            case .failure(let error): error.label
            }
        }

        @Test(arguments: [
            (500, 3), (502, 3), (503, 3), (529, 3), (429, 3), (408, 3), (400, 1), (401, 1), (403, 1), (404, 1),
            (422, 1), (307, 1),
        ])
        func `three attempts at most, and one where another cannot help`(code: Int, attempts: Int) async throws {
            let fixture = try ModelFixture()
            let server = try ScriptedModelServer(script: { _ in AnswerText.error("\(code) No") })
            let provider = try fixture.provider(configuration(server))
            // A budget of one retry for each request, filled by requests before.
            let model = FallbackChain(providers: [provider], budget: SpendingBudget(policy: SpendingPolicy())).model
            for _ in 0..<4 { _ = await model.outcome() }
            let before = server.log.requests.count
            #expect(label(await model.outcome()) == "status.\(code)")
            #expect(server.log.requests.count - before <= 3)
            if attempts == 1 { #expect(server.log.requests.count - before == 1) }
            await server.stop()
            await fixture.transport.shutDown()
        }

        @Test func `a retry has the same idempotency key, and its cost is counted once`() async throws {
            let fixture = try ModelFixture()
            // The first request is worked on, and so charged, but its answer is lost.
            let server = try ScriptedModelServer(
                script: numbered { $0 == 1 ? [.send(AnswerText.streamHead), .reset] : AnswerText.stream(["Да."]) })
            let budget = SpendingBudget(policy: SpendingPolicy())
            let model = FallbackChain(providers: [try fixture.provider(configuration(server))], budget: budget).model
            let reply = try await model.outcome().get()
            #expect(reply.attempts == 2)
            let keys = server.log.requests.map { $0.fields["idempotency-key"] ?? "" }
            #expect(keys.count == 2 && Set(keys).count == 1)
            #expect(budget.spending == Spending(tokens: 17))
            await server.stop()
            await fixture.transport.shutDown()
        }

        @Test func `nothing is tried again after the first words`() async throws {
            let fixture = try ModelFixture()
            let broken: [Step] = [
                .send(AnswerText.streamHead + AnswerText.chunk(AnswerText.delta("Да"))), .wait(milliseconds: 20),
                .reset,
            ]
            let first = try ScriptedModelServer(script: { _ in broken })
            let second = try ScriptedModelServer(script: { _ in AnswerText.stream(["Нет."]) })
            let model = try fixture.chain([configuration(first), configuration(second, name: "запас")])
            let received = Received()
            #expect(label(await model.outcome { received.note($0) }) == "connection")
            #expect(received.events == [.started(provider: "тест"), .text("Да")])
            #expect(first.log.requests.count == 1 && second.log.requests.isEmpty)
            await first.stop()
            await second.stop()
            await fixture.transport.shutDown()
        }

        @Test func `Retry-After is honoured when there is time, and not waited for when there is none`() async throws {
            let fixture = try ModelFixture()
            let server = try ScriptedModelServer(
                script: numbered {
                    switch $0 {
                    case 1: AnswerText.error("429 No", fields: ["Retry-After: 0.3"])
                    case 3: AnswerText.error("429 No", fields: ["Retry-After: 5"])
                    default: AnswerText.stream(["Да."])
                    }
                })
            let model = try fixture.chain(configuration(server))
            let start = ModelClock.system.now()
            #expect(try await model.outcome().get().attempts == 2)
            #expect(ModelClock.system.now() - start >= .milliseconds(300))
            let second = ModelClock.system.now()
            #expect(label(await model.outcome()) == "status.429")
            #expect(ModelClock.system.now() - second < .milliseconds(300))
            await server.stop()
            await fixture.transport.shutDown()
        }

        @Test(arguments: [429, 500, 503, 529]) func `a storm from 200 clients stays within the budget of retries`(
            code: Int
        ) async throws {
            let fixture = try ModelFixture()
            let server = try ScriptedModelServer(script: { _ in AnswerText.error("\(code) No") })
            var configuration = configuration(server)
            configuration.retries = RetryPolicy(base: .milliseconds(20), longest: .milliseconds(200))
            let model = try fixture.chain(configuration)
            let attempts = Shared<[Int]>([])
            await withTaskGroup(of: Void.self) { group in
                for client in 0..<200 {
                    group.addTask {
                        let key = "client-\(client)"
                        let asked = ChatRequest(
                            messages: ModelFixture.request.messages, operatorID: key, idempotencyKey: key)
                        _ = await model.outcome(of: asked, within: .seconds(5))
                    }
                }
            }
            let requests = server.log.requests
            for (_, mine) in Dictionary(grouping: requests, by: { $0.fields["idempotency-key"] ?? "" }) {
                attempts.change { $0.append(mine.count) }
            }
            #expect(attempts.value.count == 200)
            #expect((attempts.value.max() ?? 0) <= 3)
            #expect(requests.count <= 240, "amplification \(Double(requests.count) / 200)")
            #expect(requests.count > 200, "nothing was tried again")
            await server.stop()
            await fixture.transport.shutDown()
        }

        @Test
        func
            `the circuit opens within five failures, the fallback is instant while it is open, and it closes when all is well`()
            async throws
        {
            let fixture = try ModelFixture()
            let isHealthy = Shared(false)
            let first = try ScriptedModelServer(
                script: { _ in isHealthy.value ? AnswerText.stream(["Первая."]) : AnswerText.error("503 No") })
            let second = try ScriptedModelServer(script: { _ in AnswerText.stream(["Вторая."]) })
            var primary = ModelFixture.configuration(first.url())
            primary.circuit.pause = .milliseconds(300)
            primary.retries = RetryPolicy(attemptCount: 1)
            let provider = try fixture.provider(primary)
            let spare = try fixture.provider(ModelFixture.configuration(second.url(), name: "запас"))
            let model = FallbackChain(providers: [provider, spare], budget: SpendingBudget(policy: SpendingPolicy()))
                .model
            for _ in 0..<5 { #expect(try await model.outcome().get().text == "Вторая.") }
            #expect(first.log.requests.count == 5 && !provider.isAvailable)
            // While it is open the first costs nothing: measured by a chain of its own, without the second's answer.
            let alone = FallbackChain(providers: [provider], budget: SpendingBudget(policy: SpendingPolicy())).model
            var times: [Duration] = []
            for _ in 0..<50 where !provider.isAvailable {
                let start = ModelClock.system.now()
                #expect(label(await alone.outcome()) == "circuitOpen")
                times.append(ModelClock.system.now() - start)
            }
            #expect((times.sorted().dropFirst(times.count / 2).first ?? .seconds(1)) <= .milliseconds(10))
            isHealthy.change { $0 = true }
            let healthy = ModelClock.system.now()
            while try await model.outcome().get().text != "Первая." {}
            #expect(ModelClock.system.now() - healthy <= .milliseconds(900))
            #expect(provider.isAvailable)
            await first.stop()
            await second.stop()
            await fixture.transport.shutDown()
        }

        @Test func `one of two providers is enough`() async throws {
            let fixture = try ModelFixture()
            let refusing = try DeadPort.refusing()
            let second = try ScriptedModelServer(script: { _ in AnswerText.stream(["Да."]) })
            let model = try fixture.chain([
                ModelFixture.configuration("http://127.0.0.1:\(refusing.port)/v1"),
                ModelFixture.configuration(second.url(), name: "запас"),
            ])
            for _ in 0..<(Nightly.isOn ? 1000 : 50) { #expect(try await model.outcome().get().provider == "запас") }
            await second.stop()
            await fixture.transport.shutDown()
        }

        @Test func `a provider that stalls leaves time for the next`() async throws {
            let fixture = try ModelFixture()
            let first = try ScriptedModelServer(script: { _ in [.hang] })
            let second = try ScriptedModelServer(script: { _ in AnswerText.stream(["Да."]) })
            var primary = ModelFixture.configuration(first.url())
            primary.limits.firstText = .seconds(60)
            let model = try fixture.chain([primary, ModelFixture.configuration(second.url(), name: "запас")])
            #expect(try await model.outcome(within: .milliseconds(1000)).get().provider == "запас")
            await first.stop()
            await second.stop()
            await fixture.transport.shutDown()
        }

        @Test func `when all fail the error says why for each, in order`() async throws {
            let fixture = try ModelFixture()
            let first = try ScriptedModelServer(script: { _ in AnswerText.error("401 No") })
            let second = try ScriptedModelServer(script: { _ in AnswerText.whole("200 OK", "<html>") })
            let model = try fixture.chain([
                ModelFixture.configuration(first.url()), ModelFixture.configuration(second.url(), name: "запас"),
            ])
            #expect(label(await model.outcome()) == "status.401+malformed.notAnAnswer")
            #expect(
                label(
                    await FallbackChain(providers: [], budget: SpendingBudget(policy: SpendingPolicy())).model.outcome()
                ) == "")
            await first.stop()
            await second.stop()
            await fixture.transport.shutDown()
        }

        @Test func `a budget is exact to a request`() async throws {
            let fixture = try ModelFixture()
            let server = try ScriptedModelServer(script: { _ in AnswerText.stream(["Да."]) })
            var policy = SpendingPolicy()
            policy.operatorTokens = 2000
            let budget = SpendingBudget(policy: policy)
            let model = FallbackChain(providers: [try fixture.provider(configuration(server))], budget: budget).model
            var sent = 0
            while case .success = await model.outcome(), sent < 200 { sent += 1 }
            // Each costs 17; one more must not fit with the most it could cost: 700 for the answer and under 120 for the question.
            #expect(budget.spending.tokens == sent * 17)
            #expect(budget.spending.tokens > 2000 - 820 - 17 && budget.spending.tokens <= 2000)
            #expect(label(await model.outcome()) == "budget.operatorTokens")
            #expect(server.log.requests.count == sent)
            await server.stop()
            await fixture.transport.shutDown()
        }

        @Test func `what waits for a place gives up at its deadline`() async throws {
            let fixture = try ModelFixture()
            let server = try ScriptedModelServer(script: { _ in [.hang] })
            var configuration = configuration(server)
            configuration.concurrency = ConcurrencyPolicy(placeCount: 1, queueLength: 1, queueLengthPerOperator: 1)
            configuration.limits.firstText = .seconds(5)
            let provider = try fixture.provider(configuration)
            let model = FallbackChain(providers: [provider], budget: SpendingBudget(policy: SpendingPolicy())).model
            async let inside = model.outcome(within: .milliseconds(1000))
            #expect(await server.wait { $0.requests.count == 1 })
            async let waiting = model.outcome(within: .milliseconds(300))
            while provider.waitingCount == 0 { await Task.yield() }
            #expect(label(await model.outcome()) == "queueFull")
            #expect(label(await waiting) == "timeout.queue")
            #expect(label(await inside) == "timeout.deadline")
            await server.stop()
            await fixture.transport.shutDown()
        }
    }
}
