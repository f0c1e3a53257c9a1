import LanguageModel
import TestSupport
import Testing

extension NetworkTests {
    struct FaultTests {
        /// How late a request may return after its deadline: the tests share a machine.
        private static let tolerance = Duration.milliseconds(1000)
        private static let deadline = Duration.milliseconds(1500)

        @Test func `the menu has at least thirty faults`() {
            #expect(Fault.all.count >= 30)
            #expect(Set(Fault.all.map(\.name)).count == Fault.all.count)
        }

        @Test func `every fault ends in time, in an answer or an error of its class, and leaves nothing open`()
            async throws
        {
            let socketCount = ProcessResources.socketCount
            let threadCount = ProcessResources.transportThreadCount
            let repetitions = Nightly.isOn ? 100 : 2
            let fixture = try ModelFixture()
            // Those that flood have a turn of their own: they take the whole machine.
            let quiet = Fault.all.filter { !$0.isFlood }
            let groups = quiet.chunks(of: Nightly.isOn ? 8 : 40) + [Fault.all.filter(\.isFlood)]
            for faults in groups {
                await withTaskGroup(of: Void.self) { group in
                    for fault in faults {
                        group.addTask { await Self.check(fault, fixture: fixture, repetitions: repetitions) }
                    }
                }
            }
            await fixture.transport.shutDown()
            #expect(await ProcessResources.settle { ProcessResources.socketCount <= socketCount })
            #expect(await ProcessResources.settle { ProcessResources.transportThreadCount <= threadCount })
        }

        private static func check(_ fault: Fault, fixture: ModelFixture, repetitions: Int) async {
            do {
                let target = try FaultTarget(fault)
                var configuration = ModelFixture.withoutCircuit(ModelFixture.configuration(target.url))
                // A second attempt would end at the deadline and hide why the first one failed.
                configuration.retries = RetryPolicy(attemptCount: 1)
                let model = try fixture.chain(configuration)
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<repetitions {
                        group.addTask {
                            let start = ModelClock.system.now()
                            let received = Received()
                            let outcome = await model.outcome(within: deadline) { received.note($0) }
                            let time = ModelClock.system.now() - start
                            #expect(time <= deadline + tolerance, "\(fault) took \(time)")
                            expect(outcome, of: fault, received)
                        }
                    }
                }
                await target.stop()
            } catch {
                Issue.record("\(fault): \(error)")
            }
        }

        private static func expect(_ outcome: Outcome, of fault: Fault, _ received: Received) {
            switch outcome {
            case .success(let reply):
                #expect(fault.errors.isEmpty, "\(fault) was answered")
                #expect(reply.text == fault.text, "\(fault)")
                #expect(received.text == reply.text, "\(fault)")
                #expect(received.events.first == .started(provider: "тест"), "\(fault)")
            case .failure(let error):
                #expect(fault.errors.contains(error.label), "\(fault) gave \(error.label)")
            }
        }
    }
}

/// Something to ask that has a fault.
struct FaultTarget {
    let url: String
    private let server: ScriptedModelServer?
    private let port: DeadPort?

    init(_ fault: Fault) throws {
        switch fault.place {
        case .refusingPort, .stallingPort:
            let port = if case .refusingPort = fault.place { try DeadPort.refusing() } else { try DeadPort.stalling() }
            self.port = port
            server = nil
            url = "http://127.0.0.1:\(port.port)/v1"
        case .onAccept(let steps, let scheme):
            let server = try ScriptedModelServer(onAccept: { _ in steps }, script: { _ in [.hang] })
            self.server = server
            port = nil
            url = server.url(scheme: scheme)
        case .onRequest(let script):
            let server = try ScriptedModelServer(script: script)
            self.server = server
            port = nil
            url = server.url()
        }
    }

    func stop() async { await server?.stop() }
}
