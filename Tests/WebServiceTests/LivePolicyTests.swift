import ReplyPolicy
import Synchronization
import Testing
import WebService

struct LivePolicyTests {
    private struct Broken: Error {}

    /// A file that tests change.
    private final class File: Sendable {
        struct State {
            var stamp = "1"
            var version: String? = "1"
            var reads = 0
        }

        let state = Mutex(State())

        var source: LivePolicy.Source {
            LivePolicy.Source(
                stamp: { self.state.withLock { $0.stamp } },
                read: {
                    let version = self.state.withLock { state in
                        state.reads += 1
                        return state.version
                    }
                    guard let version else { throw Broken() }
                    var policy = Policy()
                    policy.version = version
                    return policy
                })
        }

        func write(_ version: String?, stamp: String) {
            state.withLock { ($0.version, $0.stamp) = (version, stamp) }
        }
    }

    @Test func `a changed file decides from the next request on`() throws {
        let file = File()
        let live = try LivePolicy(source: file.source, checkInterval: .zero)
        #expect(live.engine().policy.version == "1")
        file.write("2", stamp: "2")
        #expect(live.engine().policy.version == "2")
        _ = live.engine()
        #expect(file.state.withLock { $0.reads } == 2)
    }

    @Test func `a file that has become invalid changes nothing and is told once`() throws {
        let file = File()
        let failures = Mutex(0)
        let live = try LivePolicy(source: file.source, checkInterval: .zero) { _ in failures.withLock { $0 += 1 } }
        file.write(nil, stamp: "2")
        for _ in 0..<3 { #expect(live.engine().policy.version == "1") }
        #expect(failures.withLock { $0 } == 1)
        file.write("3", stamp: "3")
        #expect(live.engine().policy.version == "3")
    }

    @Test func `nothing is looked at within the check interval`() throws {
        let file = File()
        let live = try LivePolicy(source: file.source, checkInterval: .seconds(3600))
        file.write("2", stamp: "2")
        #expect(live.engine().policy.version == "1")
    }

    @Test func `a file that cannot be read at the start is an error`() {
        let file = File()
        file.write(nil, stamp: "1")
        #expect(throws: Broken.self) { try LivePolicy(source: file.source) }
    }
}
