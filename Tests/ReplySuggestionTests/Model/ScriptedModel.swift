import Foundation
import LanguageModel
import ReplySuggestion
import Synchronization

/// A model of this process that says what a test wants and remembers what it was asked.
final class ScriptedModel: Sendable {
    /// What it does when it is asked.
    enum Behaviour: Sendable {
        /// Says a text in pieces of so many characters.
        case says(String, pieces: Int = 7, finish: FinishReason = .stop)
        /// Fails after some text.
        case fails(ModelError, after: String = "")
        /// Says the text of the last user's turn back, which is what an obedient model may leak.
        case repeatsTheQuestion
    }

    private let behaviour: Behaviour
    private let state = Mutex<[ChatRequest]>([])

    init(_ behaviour: Behaviour) { self.behaviour = behaviour }

    /// What it was asked, in order.
    var requests: [ChatRequest] { state.withLock { $0 } }

    /// All text that would have left the process.
    var sentText: String { requests.flatMap(\.messages).map(\.content).joined(separator: "\n") }

    /// The access to it with the project's prompts.
    func access(cachedReplyCount: Int = 0, company: String = "") throws -> ModelAccess {
        ModelAccess(
            model: model, prompts: try ProjectPrompts.library(), company: company,
            cachedReplyCount: cachedReplyCount)
    }

    private var model: ChatModel {
        ChatModel { [self] request, _, receiver throws(ModelError) in
            state.withLock { $0.append(request) }
            switch behaviour {
            case .says(let text, let count, let finish): return await say(text, count, finish, receiver)
            case .repeatsTheQuestion: return await say(request.messages.last?.content ?? "", 9, .stop, receiver)
            case .fails(let error, let text):
                if !text.isEmpty { _ = await say(text, 5, .stop, receiver) }
                throw error
            }
        }
    }

    private func say(
        _ text: String, _ count: Int, _ finish: FinishReason, _ receiver: ChatModel.Receiver
    ) async -> ChatReply {
        await receiver(.started(provider: "test"))
        var rest = text[...]
        while !rest.isEmpty {
            await receiver(.text(String(rest.prefix(count))))
            rest = rest.dropFirst(count)
        }
        return ChatReply(
            text: text, finishReason: finish, usage: TokenUsage(promptTokens: 900, completionTokens: 40),
            provider: "test", model: "scripted-1", cost: 120, attempts: 1)
    }
}

/// The prompts of the project.
enum ProjectPrompts {
    static func library() throws -> PromptLibrary {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let folder = root.appendingPathComponent("prompts")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
        return try PromptLibrary(
            files: names.map { ($0, Array(try Data(contentsOf: folder.appendingPathComponent($0)))) })
    }
}

/// Keeps what a receiver is told.
final class ReceivedEvents: Sendable {
    private let state = Mutex<[SuggestionEvent]>([])

    var all: [SuggestionEvent] { state.withLock { $0 } }

    @Sendable func receive(_ event: SuggestionEvent) async { state.withLock { $0.append(event) } }

    /// The texts of the model's sentences, and whether each is kept.
    var sentences: [(text: String, isKept: Bool)] {
        all.compactMap { if case .sentence(let sentence, let isKept) = $0 { (sentence.text, isKept) } else { nil } }
    }
}
