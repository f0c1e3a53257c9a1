import Testing

@testable import LanguageModel

struct ModelErrorTests {
    private static let all: [ModelError] =
        [
            .configuration(provider: "п", setting: "baseURL"), .connection(provider: "п", code: 7),
            .tls(provider: "п", code: 60),
            .failedInStream(provider: "п", code: nil), .failedInStream(provider: "п", code: 503),
            .refused(provider: "п"),
            .circuitOpen(provider: "п", retryIn: .milliseconds(4200)), .queueFull(provider: "п"), .cancelled,
            .noProviderAnswered([]), .noProviderAnswered([.refused(provider: "п"), .tls(provider: "р", code: 60)]),
        ]
        + [.connect, .firstText, .idle, .deadline, .queue].map { .timeout(provider: "п", limit: $0) }
        + [.notHTTP, .notAnAnswer, .notJSON, .wrongSchema, .compressed, .unfinished, .noText].map {
            .malformed(provider: "п", defect: $0)
        }
        + [.head, .line, .body, .text].map { .tooLarge(provider: "п", part: $0, limit: 10) }
        + [.operatorTokens, .operatorMoney, .dayTokens, .dayMoney].map { .budgetExceeded($0) }
        + [302, 400, 401, 404, 429, 500].map { .status(provider: "п", code: $0, retryAfter: .seconds(3)) }

    @Test func `every error has a sentence of its own in Russian`() {
        for error in Self.all {
            let message = error.message
            #expect(message.hasSuffix("."), "\(message)")
            #expect(message.unicodeScalars.contains { ("а"..."я").contains($0) }, "\(message)")
            // An error without a provider in its name has none in its message.
            #expect(!message.contains("«»"), "\(message)")
        }
        #expect(Set(Self.all.map(\.message)).count == Self.all.count)
    }

    @Test func `a wait is rounded up to whole seconds`() {
        let error = ModelError.circuitOpen(provider: "п", retryIn: .milliseconds(4200))
        #expect(error.message.contains("через 5 с."))
    }

    @Test(arguments: [
        (28, true, "timeout.deadline"), (28, false, "timeout.connect"), (7, false, "connection"),
        (6, false, "connection"),
        (35, false, "tls"), (60, false, "tls"), (77, false, "tls"), (1, true, "malformed.notHTTP"),
        (8, true, "malformed.notHTTP"),
        (18, true, "connection"), (52, true, "connection"), (56, true, "connection"),
        (3, false, "configuration.baseURL"),
    ])
    func `curl's codes have their classes`(code: Int, wasConnected: Bool, label: String) {
        let end = Transfer.End.failed(code: code, wasConnected: wasConnected, isHeadTooLarge: false)
        #expect(ModelError(end: end, provider: "п").label == label)
    }

    @Test func `what is the request's own fault is not held against the provider`() {
        for code in [400, 413, 422] {
            #expect(!ModelError.status(provider: "п", code: code, retryAfter: nil).countsAgainstProvider)
        }
        for code in [401, 403, 404, 429, 500, 529] {
            #expect(ModelError.status(provider: "п", code: code, retryAfter: nil).countsAgainstProvider)
        }
        #expect(!ModelError.cancelled.countsAgainstProvider)
    }
}
