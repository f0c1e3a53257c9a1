import LanguageModel
import Testing

extension NetworkTests {
    /// Marks in the key, the question and the answers, looked for in everything that could be logged.
    struct ConfidentialityTests {
        private static let marks = [
            "KEY-CANARY-5521", "PROMPT-CANARY-7730", "ANSWER-CANARY-9917", "HEADER-CANARY-1144",
        ]

        private func expectNoMark(in value: Any, _ place: String) {
            var dumped = ""
            dump(value, to: &dumped)
            for text in [String(describing: value), String(reflecting: value), dumped] {
                for mark in Self.marks { #expect(!text.contains(mark), "\(mark) in \(place)") }
            }
        }

        @Test func `no error and no description shows a key, a question or an answer`() async throws {
            let fixture = try ModelFixture()
            let body =
                #"{"error":{"message":"bad key KEY-CANARY-5521 for PROMPT-CANARY-7730 ANSWER-CANARY-9917","code":401}}"#
            let scripts: [[Step]] =
                [400, 401, 429, 500].map { AnswerText.whole("\($0) ANSWER-CANARY-9917", body) } + [
                    AnswerText.whole("200 OK", body), AnswerText.whole("200 OK", "<b>ANSWER-CANARY-9917"),
                    AnswerText.whole("200 OK", "data: ANSWER-CANARY-9917\n\n"),
                    AnswerText.whole("200 OK", "event: error\ndata: {\"message\":\"ANSWER-CANARY-9917\"}\n\n"),
                    [.send(AnswerText.streamHead + AnswerText.chunk(AnswerText.delta("ANSWER-CANARY-9917"))), .close],
                    [.send(Array("ANSWER-CANARY-9917\r\n\r\n".utf8)), .close], [.hang],
                    AnswerText.whole("307 Moved", "", fields: ["Location: http://ANSWER-CANARY-9917/"]),
                ]
            let asked = ChatRequest(
                messages: [ChatMessage(role: .user, content: "PROMPT-CANARY-7730")], operatorID: "op")
            for (index, steps) in scripts.enumerated() {
                let server = try ScriptedModelServer(script: { _ in steps })
                var configuration = ModelFixture.configuration(server.url())
                configuration.key = .environment("KEY")
                configuration.headers = [.init(name: "api-key", value: "HEADER-CANARY-1144")]
                let provider = try fixture.provider(configuration, environment: ["KEY": "KEY-CANARY-5521"])
                let chain = FallbackChain(providers: [provider], budget: SpendingBudget(policy: SpendingPolicy()))
                guard case .failure(let error) = await chain.model.outcome(of: asked) else {
                    Issue.record("script \(index) was answered")
                    continue
                }
                #expect(server.log.requests.first?.fields["authorization"] == "Bearer KEY-CANARY-5521")
                expectNoMark(in: error, "the error of script \(index)")
                expectNoMark(in: error.message, "the message of script \(index)")
                #expect(server.log.requests.first?.fields["api-key"] == "HEADER-CANARY-1144")
                expectNoMark(in: provider, "the provider")
                expectNoMark(in: configuration, "the settings")
                expectNoMark(in: chain, "the chain")
                expectNoMark(in: chain.model, "the model")
                expectNoMark(in: fixture.transport, "the transport")
                await server.stop()
            }
            await fixture.transport.shutDown()
        }

        @Test(arguments: [301, 302, 303, 307, 308]) func `a redirect is not followed`(code: Int) async throws {
            let fixture = try ModelFixture()
            let other = try ScriptedModelServer(script: { _ in AnswerText.stream(["Да."]) })
            let place = other.url()
            let server = try ScriptedModelServer(
                script: { _ in AnswerText.whole("\(code) Moved", "", fields: ["Location: " + place]) })
            guard
                case .failure(let error) = await (try fixture.chain(ModelFixture.configuration(server.url()))).outcome()
            else {
                Issue.record("answered")
                return
            }
            #expect(error.label == "status.\(code)")
            await fixture.transport.shutDown()
            #expect(other.log.requests.isEmpty && other.log.peerClosings.isEmpty)
            await server.stop()
            await other.stop()
        }

        @Test func `a key shows nothing of itself`() {
            let secret = Secret("KEY-CANARY-5521")
            expectNoMark(in: secret, "a key")
            expectNoMark(in: [secret], "a list of keys")
            expectNoMark(in: ProxySetting.url("http://user:KEY-CANARY-5521@proxy"), "a proxy")
            #expect("\(secret)" == "<hidden>")
        }
    }
}
