import Foundation
import LanguageModel
import Synchronization
import TestSupport

/// What the tests over sockets share: a transport and settings with limits of fractions of a second.
struct ModelFixture: Sendable {
    let transport: CurlTransport

    init() throws { transport = try CurlTransport() }

    /// Settings for a server on the loopback.
    static func configuration(_ url: String, name: String = "тест") -> ProviderConfiguration {
        var configuration = ProviderConfiguration(
            name: name, service: .openAICompatible, baseURL: url, model: "test-model")
        configuration.limits = limits
        configuration.concurrency = ConcurrencyPolicy(
            placeCount: 1000, queueLength: 1000, queueLengthPerOperator: 1000)
        return configuration
    }

    static var limits: AnswerLimits {
        var limits = AnswerLimits()
        limits.connect = .milliseconds(400)
        limits.firstText = .milliseconds(800)
        limits.idle = .milliseconds(500)
        limits.trailer = .milliseconds(100)
        limits.lineByteCount = 1 << 16
        limits.bodyByteCount = 1 << 19
        limits.textByteCount = 1 << 14
        return limits
    }

    /// The circuit never opens.
    static func withoutCircuit(_ configuration: ProviderConfiguration) -> ProviderConfiguration {
        var configuration = configuration
        configuration.circuit.consecutiveFailures = .max
        configuration.circuit.minimumRequests = .max
        return configuration
    }

    func provider(
        _ configuration: ProviderConfiguration, environment: [String: String] = [:]
    ) throws -> ModelProvider {
        try ModelProvider(configuration: configuration, transport: transport, environment: environment)
    }

    func chain(_ configurations: [ProviderConfiguration], environment: [String: String] = [:]) throws -> ChatModel {
        let providers = try configurations.map { try provider($0, environment: environment) }
        return FallbackChain(providers: providers, budget: SpendingBudget(policy: SpendingPolicy())).model
    }

    func chain(_ configuration: ProviderConfiguration) throws -> ChatModel { try chain([configuration]) }

    static let request = ChatRequest(
        messages: [
            ChatMessage(role: .system, content: "Отвечай по статьям."),
            ChatMessage(role: .user, content: "Как вернуть товар? \"Кавычки\" и \\ и \u{1F600}"),
        ], operatorID: "op-1")
}

/// Either end of a request.
typealias Outcome = Result<ChatReply, ModelError>

extension ChatModel {
    /// The outcome as a value.
    func outcome(
        of request: ChatRequest = ModelFixture.request, within duration: Duration = .milliseconds(1500),
        receiver: @escaping Receiver = { _ in }
    ) async -> Outcome {
        do throws(ModelError) {
            return .success(try await reply(to: request, before: Deadline(after: duration), receiver: receiver))
        } catch {
            return .failure(error)
        }
    }
}

/// What the receiver was told.
final class Received: Sendable {
    private let stored = Mutex<[ChatEvent]>([])
    var events: [ChatEvent] { stored.withLock { $0 } }
    var text: String {
        events.map { if case .text(let piece) = $0 { piece } else { "" } }.joined()
    }
    func note(_ event: ChatEvent) { stored.withLock { $0.append(event) } }
}

/// What this process holds of the system's.
enum ProcessResources {
    /// Open sockets; other tests of the process open files, but no sockets that last.
    static var socketCount: Int {
        let folder = "/proc/self/fd"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.count { name in
            (try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + name))?.hasPrefix("socket:")
                == true
        }
    }

    /// Threads of transports.
    static var transportThreadCount: Int {
        let folder = "/proc/self/task"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.count { name in
            (try? String(contentsOfFile: folder + "/" + name + "/comm", encoding: .utf8))?.hasPrefix("language-model")
                == true
        }
    }

    /// Waits a little for the system to take back what was given back.
    static func settle(until isSo: () -> Bool) async -> Bool {
        for _ in 0..<200 {
            if isSo() { return true }
            guard await ModelClock.system.wait(ModelClock.system.now() + .milliseconds(10)) else { return false }
        }
        return isSo()
    }
}

extension ModelError {
    /// A short name of the class, with what distinguishes it; for tables of expectations.
    var label: String {
        switch self {
        case .configuration(_, let setting): "configuration.\(setting)"
        case .connection: "connection"
        case .tls: "tls"
        case .timeout(_, let limit): "timeout.\(limit)"
        case .status(_, let code, _): "status.\(code)"
        case .failedInStream(_, let code): "inStream.\(code.map(String.init) ?? "none")"
        case .malformed(_, let defect): "malformed.\(defect)"
        case .tooLarge(_, let part, _): "tooLarge.\(part)"
        case .refused: "refused"
        case .circuitOpen: "circuitOpen"
        case .queueFull: "queueFull"
        case .budgetExceeded(let budget): "budget.\(budget)"
        case .cancelled: "cancelled"
        case .noProviderAnswered(let errors):
            errors.count == 1 ? errors[0].label : errors.map(\.label).joined(separator: "+")
        }
    }
}
