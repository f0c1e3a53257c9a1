import Synchronization
import Testing

@testable import LanguageModel

/// A value that tasks share.
final class Shared<Value: Sendable>: Sendable {
    private let stored: Mutex<Value>
    init(_ value: Value) { stored = Mutex(value) }
    var value: Value { stored.withLock { $0 } }
    func change(_ body: (inout Value) -> Void) { stored.withLock { body(&$0) } }
}

struct FairGateTests {
    private struct Inside {
        var now = 0
        var most = 0
    }

    private let time = VirtualClock()
    private var never: MonotonicTime { MonotonicTime(nanoseconds: 0) + .seconds(3600) }

    private func gate(_ placeCount: Int, queue: Int = 100, perOperator: Int = 100) -> FairGate {
        FairGate(
            policy: ConcurrencyPolicy(placeCount: placeCount, queueLength: queue, queueLengthPerOperator: perOperator),
            provider: "тест", clock: time.clock)
    }

    private func enter(_ gate: FairGate, _ operatorID: String, before limit: MonotonicTime? = nil) async -> Result<
        FairGate.Place, ModelError
    > {
        do throws(ModelError) {
            return .success(try await gate.enter(operatorID: operatorID, before: limit ?? never))
        } catch {
            return .failure(error)
        }
    }

    /// Has requests queue in order; each notes its name when it is let in, and leaves at once.
    private func order(of names: [String], at gate: FairGate, behind place: FairGate.Place) async -> [String] {
        let order = Shared<[String]>([])
        await withTaskGroup(of: Void.self) { group in
            for (index, name) in names.enumerated() {
                group.addTask {
                    guard case .success(let place) = await enter(gate, String(name.prefix(1))) else { return }
                    order.change { $0.append(name) }
                    place.leave()
                }
                while gate.waitingCount <= index { await Task.yield() }
            }
            place.leave()
        }
        return order.value
    }

    @Test func `operators take turns, each in the order of their requests`() async throws {
        let gate = gate(1)
        let place = try await enter(gate, "x").get()
        let order = await order(of: ["a1", "a2", "a3", "a4", "b1", "b2", "c1"], at: gate, behind: place)
        #expect(order == ["a1", "b1", "c1", "a2", "b2", "a3", "a4"])
    }

    @Test func `no more are inside than there are places`() async {
        let gate = gate(3)
        let inside = Shared(Inside())
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<60 {
                group.addTask {
                    guard case .success(let place) = await enter(gate, "\(index % 7)") else { return }
                    inside.change { $0 = Inside(now: $0.now + 1, most: max($0.most, $0.now + 1)) }
                    for _ in 0..<5 { await Task.yield() }
                    inside.change { $0.now -= 1 }
                    place.leave()
                    place.leave()
                }
            }
        }
        #expect(inside.value.most == 3)
        #expect(inside.value.now == 0)
        #expect(gate.waitingCount == 0)
    }

    @Test func `a full queue turns away at once, for all and for one operator`() async throws {
        let gate = gate(1, queue: 2, perOperator: 1)
        let place = try await enter(gate, "x").get()
        await withTaskGroup(of: Void.self) { group in
            for (index, name) in ["a", "b"].enumerated() {
                group.addTask { if case .success(let place) = await enter(gate, name) { place.leave() } }
                while gate.waitingCount <= index { await Task.yield() }
            }
            for name in ["a", "c"] {
                guard case .failure(.queueFull) = await enter(gate, name) else {
                    Issue.record("\(name) was let in")
                    continue
                }
            }
            place.leave()
        }
    }

    @Test func `who waits too long is told so, and the queue goes on`() async throws {
        let gate = gate(1)
        let place = try await enter(gate, "x").get()
        let limit = time.now + .seconds(1)
        async let late = enter(gate, "a", before: limit)
        while gate.waitingCount < 1 { await Task.yield() }
        await time.waitForSleepers(1)
        time.advance(by: .seconds(1))
        guard case .failure(.timeout(_, .queue)) = await late else {
            Issue.record("not late")
            return
        }
        #expect(gate.waitingCount == 0)
        place.leave()
        try await enter(gate, "b").get().leave()
    }

    @Test func `who is cancelled leaves the queue`() async throws {
        let gate = gate(1)
        let place = try await enter(gate, "x").get()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                guard case .failure(.cancelled) = await enter(gate, "a") else {
                    Issue.record("not cancelled")
                    return
                }
            }
            while gate.waitingCount < 1 { await Task.yield() }
            group.cancelAll()
        }
        #expect(gate.waitingCount == 0)
        place.leave()
        #expect(time.sleeperCount == 0)
    }

    @Test(arguments: 0..<10) func `cancelling at any moment loses no place`(round: Int) async throws {
        let gate = gate(2)
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<40 {
                group.addTask {
                    if case .success(let place) = await enter(gate, "\(index % 3)") {
                        await Task.yield()
                        place.leave()
                    }
                }
            }
            for _ in 0..<(round * 7) { await Task.yield() }
            group.cancelAll()
        }
        #expect(gate.waitingCount == 0)
        let first = try await enter(gate, "x").get()
        let second = try await enter(gate, "x").get()
        first.leave()
        second.leave()
    }
}
