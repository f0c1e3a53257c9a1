import LanguageModel
import TestSupport
import Testing

extension NetworkTests {
    /// Cancelling, slow receivers, and what streaming costs.
    struct StreamingTests {
        private static let endless: [Step] = [
            .send(AnswerText.streamHead),
            .repeated(AnswerText.chunk(AnswerText.delta("слово ")), count: 10_000, everyMilliseconds: 20),
        ]

        @Test func `cancelling closes the connection to the server at once and leaves nothing open`() async throws {
            let socketCount = ProcessResources.socketCount
            let total = Nightly.isOn ? 1000 : 100
            let fixture = try ModelFixture()
            let server = try ScriptedModelServer(script: { _ in Self.endless })
            let model = try fixture.chain(ModelFixture.configuration(server.url()))
            var cancelled = 0
            while cancelled < total {
                let batch = min(50, total - cancelled)
                let begun = Shared(0)
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<batch {
                        group.addTask {
                            let outcome = await model.outcome(within: .seconds(20)) { event in
                                if case .started = event { begun.change { $0 += 1 } }
                            }
                            #expect(outcome == .failure(.cancelled))
                        }
                    }
                    while begun.value < batch { await Task.yield() }
                    group.cancelAll()
                }
                cancelled += batch
                let wanted = cancelled
                #expect(await server.wait(seconds: 1) { $0.peerClosings.count >= wanted }, "not closed within a second")
            }
            #expect(server.log.requests.count == total)
            await fixture.transport.shutDown()
            await server.stop()
            #expect(await ProcessResources.settle { ProcessResources.socketCount <= socketCount })
        }

        @Test func `cancelling before, while connecting and while waiting for a retry ends at once`() async throws {
            let fixture = try ModelFixture()
            let stalling = try DeadPort.stalling()
            let server = try ScriptedModelServer(script: { _ in AnswerText.error("503 No", fields: ["Retry-After: 9"]) }
            )
            var slow = ModelFixture.configuration("http://127.0.0.1:\(stalling.port)/v1")
            slow.limits.connect = .seconds(20)
            var retried = ModelFixture.withoutCircuit(ModelFixture.configuration(server.url()))
            retried.limits.firstText = .seconds(20)
            retried.retries = RetryPolicy(budgetPercent: 100)
            for configuration in [slow, retried] {
                let model = try fixture.chain(configuration)
                let start = ModelClock.system.now()
                await withTaskGroup(of: Void.self) { group in
                    group.addTask {
                        #expect(await model.outcome(within: .seconds(20)) == .failure(.cancelled))
                    }
                    if configuration == retried {
                        #expect(await server.wait { !$0.requests.isEmpty })
                    } else {
                        _ = await ModelClock.system.wait(ModelClock.system.now() + .milliseconds(50))
                    }
                    group.cancelAll()
                }
                #expect(ModelClock.system.now() - start < .seconds(2))
            }
            await server.stop()
            await fixture.transport.shutDown()
        }

        @Test func `a slow receiver loses nothing and is not blamed on the server`() async throws {
            let fixture = try ModelFixture()
            let pieces = (0..<200).map { "\($0) " }
            let server = try ScriptedModelServer(script: { _ in AnswerText.stream(pieces) })
            var configuration = ModelFixture.configuration(server.url())
            configuration.limits.idle = .milliseconds(50)
            let model = try fixture.chain(configuration)
            let received = Received()
            let reply = try await model.outcome(within: .seconds(5)) { event in
                received.note(event)
                if received.events.count % 50 == 2 {
                    _ = await ModelClock.system.wait(ModelClock.system.now() + .milliseconds(100))
                }
            }.get()
            #expect(reply.text == pieces.joined())
            #expect(received.text == pieces.joined())
            await server.stop()
            await fixture.transport.shutDown()
        }

        @Test func `a receiver that stops slows the server instead of filling memory`() async throws {
            let fixture = try ModelFixture()
            let sent = Shared(0)
            let padding = ": " + String(repeating: "x", count: 4000) + "\n"
            let make: @Sendable () -> [UInt8] = {
                sent.change { $0 += 1 }
                return AnswerText.chunk(padding)
            }
            let flood = [Step](repeating: .sendMade(make), count: 10_000)
            let server = try ScriptedModelServer(
                script: { _ in [.send(AnswerText.streamHead + AnswerText.chunk(AnswerText.delta("Да")))] + flood })
            var configuration = ModelFixture.configuration(server.url())
            configuration.limits.bodyByteCount = 1 << 30
            let model = try fixture.chain(configuration)
            let outcome = await model.outcome(within: .milliseconds(800)) { event in
                guard case .text = event else { return }
                _ = await ModelClock.system.wait(ModelClock.system.now() + .milliseconds(700))
            }
            // 40 MB would come in that time; buffers here and in the system hold some.
            #expect(sent.value < 4000, "\(sent.value) pieces of 4 KB were taken")
            guard case .failure(let error) = outcome else {
                Issue.record("answered")
                return
            }
            #expect(["timeout.idle", "timeout.deadline"].contains(error.label))
            await server.stop()
            await fixture.transport.shutDown()
        }

        @Test func `a piece of text takes under a millisecond from the server's hand to the receiver's`() async throws {
            let fixture = try ModelFixture()
            let count = Nightly.isOn ? 5000 : 400
            let stamp: @Sendable () -> [UInt8] = {
                AnswerText.chunk(AnswerText.delta("\(ModelClock.system.now().nanoseconds) "))
            }
            let steps = (0..<count).flatMap { _ in [Step.sendMade(stamp), .wait(milliseconds: 1)] }
            let server = try ScriptedModelServer(
                script: { _ in
                    [.send(AnswerText.streamHead)] + steps + [
                        .send(AnswerText.chunk(AnswerText.finish() + AnswerText.done))
                    ]
                })
            var configuration = ModelFixture.configuration(server.url())
            configuration.limits.textByteCount = 1 << 20
            configuration.limits.bodyByteCount = 1 << 24
            let model = try fixture.chain(configuration)
            let delays = Shared<[Int64]>([])
            _ = try await model.outcome(within: .seconds(60)) { event in
                guard case .text(let text) = event, let sent = Int64(text.dropLast()) else { return }
                delays.change { $0.append(ModelClock.system.now().nanoseconds - sent) }
            }.get()
            let sorted = delays.value.sorted()
            #expect(sorted.count == count)
            // The median: a debug build on a machine that does other things has outliers. Release figures are in docs/language-model.md.
            #expect(sorted[count / 2] < 1_000_000, "median \(sorted[count / 2]) ns")
            if Nightly.isOn { print("per chunk: p50 \(sorted[count / 2]) ns, p99 \(sorted[count * 99 / 100]) ns") }
            await server.stop()
            await fixture.transport.shutDown()
        }

        @Test func `many streams at once all arrive whole`() async throws {
            let fixture = try ModelFixture()
            let pieces = (0..<30).map { "слово\($0) " }
            let server = try ScriptedModelServer(script: { _ in AnswerText.stream(pieces) })
            var configuration = ModelFixture.configuration(server.url())
            configuration.limits = AnswerLimits()
            let model = try fixture.chain(configuration)
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        #expect((try? await model.outcome(within: .seconds(20)).get().text) == pieces.joined())
                    }
                }
            }
            await server.stop()
            await fixture.transport.shutDown()
        }

        @Test func `after shutting down requests fail at once, and the thread is gone`() async throws {
            let threadCount = ProcessResources.transportThreadCount
            let fixture = try ModelFixture()
            let server = try ScriptedModelServer(script: { _ in Self.endless })
            let model = try fixture.chain(ModelFixture.configuration(server.url()))
            async let running = model.outcome(within: .seconds(20))
            #expect(await server.wait { !$0.requests.isEmpty })
            await fixture.transport.shutDown()
            let outcome = await running
            guard case .failure(let error) = outcome else {
                Issue.record("answered")
                return
            }
            #expect(error.label == "configuration.transport")
            guard case .failure = await model.outcome() else {
                Issue.record("answered")
                return
            }
            #expect(await ProcessResources.settle { ProcessResources.transportThreadCount <= threadCount })
            await fixture.transport.shutDown()
            await server.stop()
        }
    }
}
