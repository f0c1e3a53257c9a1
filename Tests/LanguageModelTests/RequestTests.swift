import Foundation
import LanguageModel
import Synchronization
import TestSupport
import Testing

extension NetworkTests {
    /// What goes out, by provider.
    struct RequestTests {
        private func served(
            _ script: @escaping ScriptedModelServer.Script = { _ in AnswerText.stream(["Да."]) },
            _ body: (ModelFixture, ScriptedModelServer) async throws -> Void
        ) async throws {
            let fixture = try ModelFixture()
            let server = try ScriptedModelServer(script: script)
            try await body(fixture, server)
            await server.stop()
            await fixture.transport.shutDown()
        }

        private func object(_ request: ReceivedRequest) throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any])
        }

        @Test func `a request has the form of the published schema, and every character arrives`() async throws {
            try await served { fixture, server in
                let reply = try await fixture.chain(ModelFixture.configuration(server.url())).outcome().get()
                #expect(reply.usage == TokenUsage(promptTokens: 12, completionTokens: 5))
                #expect(reply.attempts == 1 && reply.provider == "тест" && reply.finishReason == .stop)
                let request = try #require(server.log.requests.first)
                #expect(RequestChecker.problems(in: request.body) == [])
                #expect(request.path == "/v1/chat/completions")
                #expect(request.fields["content-type"] == "application/json")
                #expect(request.fields["authorization"] == nil)
                #expect(request.fields["expect"] == nil && request.fields["accept-encoding"] == nil)
                let messages = try #require(try object(request)["messages"] as? [[String: String]])
                #expect(messages.map { $0["content"] } == ModelFixture.request.messages.map { $0.content })
            }
        }

        @Test(arguments: [true, false]) func `parameters go where they belong`(isNewer: Bool) async throws {
            try await served { fixture, server in
                var configuration = ModelFixture.configuration(server.url() + "/")
                configuration.parameters.tokenLimitField = isNewer ? .maxCompletionTokens : .maxTokens
                configuration.parameters.temperature = isNewer ? nil : 0.2
                configuration.parameters.asksForUsage = !isNewer
                configuration.headers = [.init(name: "X-Team", value: "поддержка")]
                let asked = ChatRequest(
                    messages: [ChatMessage(role: .user, content: "?")], operatorID: "op", temperature: 5, maxTokens: 50,
                    idempotencyKey: "suggestion-7")
                _ = try await fixture.chain(configuration).outcome(of: asked).get()
                let request = try #require(server.log.requests.first)
                #expect(RequestChecker.problems(in: request.body) == [])
                #expect(request.path == "/v1/chat/completions")
                #expect(request.fields["x-team"] == "поддержка")
                #expect(request.fields["idempotency-key"] == "suggestion-7")
                let object = try object(request)
                #expect(object["max_completion_tokens"] as? Int == (isNewer ? 50 : nil))
                #expect(object["max_tokens"] as? Int == (isNewer ? nil : 50))
                // Out of range is brought into range; what a model refuses is not sent at all.
                #expect(object["temperature"] as? Double == (isNewer ? nil : 2))
                #expect((object["stream_options"] == nil) == isNewer)
            }
        }

        @Test func `a key that could end a header line is replaced`() async throws {
            try await served { fixture, server in
                let asked = ChatRequest(
                    messages: [ChatMessage(role: .user, content: "?")], operatorID: "op",
                    idempotencyKey: "a\r\nX-Evil: 1")
                _ = try await fixture.chain(ModelFixture.configuration(server.url())).outcome(of: asked).get()
                let request = try #require(server.log.requests.first)
                #expect(request.fields["x-evil"] == nil)
                #expect(request.fields["idempotency-key"]?.count == 36)
            }
        }

        @Test func `a key comes from the environment or a file`() async throws {
            let folder = try TemporaryFolder()
            let path = folder.path + "/key"
            try "  file-key-1\n".write(toFile: path, atomically: true, encoding: .utf8)
            for (source, key) in [
                (SecretSource.environment("MODEL_KEY"), "environment-key"), (.file(path), "file-key-1"),
            ] {
                try await served { fixture, server in
                    var configuration = ModelFixture.configuration(server.url())
                    configuration.key = source
                    let model = try fixture.chain([configuration], environment: ["MODEL_KEY": "environment-key"])
                    _ = try await model.outcome().get()
                    #expect(server.log.requests.first?.fields["authorization"] == "Bearer " + key)
                }
            }
        }

        @Test func `Yandex is told the folder, the model's URI and not to log`() async throws {
            try await served { fixture, server in
                var configuration = ProviderConfiguration(
                    name: "yandex", service: .yandex(folderID: "b1g"), baseURL: server.url(), model: "yandexgpt")
                configuration.key = .environment("KEY")
                configuration.limits = ModelFixture.limits
                _ = try await fixture.chain([configuration], environment: ["KEY": "AQVN"]).outcome().get()
                let request = try #require(server.log.requests.first)
                #expect(RequestChecker.problems(in: request.body) == [])
                #expect(request.fields["openai-project"] == "b1g")
                #expect(request.fields["x-data-logging-enabled"] == "false")
                #expect(request.fields["authorization"] == "Bearer AQVN")
                #expect(try object(request)["model"] as? String == "gpt://b1g/yandexgpt/latest")
            }
        }

        @Test func `GigaChat is asked with a token that one request fetched`() async throws {
            let script: ScriptedModelServer.Script = { request in
                if request.path == "/oauth" {
                    let end = Int64(Date().timeIntervalSince1970 * 1000) + 1_800_000
                    return [.wait(milliseconds: 20)]
                        + AnswerText.whole("200 OK", #"{"access_token":"token-1","expires_at":\#(end)}"#)
                }
                return AnswerText.stream(["Да."])
            }
            try await served(script) { fixture, server in
                var configuration = ProviderConfiguration(
                    name: "gigachat",
                    service: .gigaChat(scope: "GIGACHAT_API_B2B", tokenURL: "http://127.0.0.1:\(server.port)/oauth"),
                    baseURL: server.url(), model: "GigaChat-2")
                configuration.key = .environment("KEY")
                configuration.limits = ModelFixture.limits
                let model = try fixture.chain([configuration], environment: ["KEY": "YTpi"])
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<4 { group.addTask { #expect((try? await model.outcome().get().text) == "Да.") } }
                }
                let tokenRequests = server.log.requests.filter { $0.path == "/oauth" }
                #expect(tokenRequests.count == 1)
                let request = try #require(tokenRequests.first)
                #expect(request.fields["authorization"] == "Basic YTpi")
                #expect(request.fields["rquid"]?.count == 36)
                #expect(String(decoding: request.body, as: UTF8.self) == "scope=GIGACHAT_API_B2B")
                for request in server.log.requests where request.path != "/oauth" {
                    #expect(request.fields["authorization"] == "Bearer token-1")
                    #expect(RequestChecker.problems(in: request.body) == [])
                }
            }
        }

        @Test func `a token that is refused is fetched anew by the next request, and nothing is tried again`()
            async throws
        {
            let shared = Shared(0)
            let script: ScriptedModelServer.Script = { request in
                if request.path == "/oauth" {
                    shared.change { $0 += 1 }
                    return AnswerText.whole("200 OK", #"{"tok":"token-\#(shared.value)","exp":99999999999999}"#)
                }
                return request.fields["authorization"] == "Bearer token-2"
                    ? AnswerText.stream(["Да."]) : AnswerText.error("401 No")
            }
            try await served(script) { fixture, server in
                var configuration = ProviderConfiguration(
                    name: "gigachat", service: .gigaChat(scope: "X", tokenURL: "http://127.0.0.1:\(server.port)/oauth"),
                    baseURL: server.url(), model: "GigaChat-2")
                configuration.key = .environment("KEY")
                configuration.limits = ModelFixture.limits
                let model = try fixture.chain([configuration], environment: ["KEY": "YTpi"])
                guard case .failure(let error) = await model.outcome() else {
                    Issue.record("answered")
                    return
                }
                #expect(error.label == "status.401")
                #expect(try await model.outcome().get().text == "Да.")
                #expect(server.log.requests.count == 4)
            }
        }

        @Test func `a proxy is asked for the server's whole address`() async throws {
            try await served { fixture, server in
                var configuration = ModelFixture.configuration("http://model.invalid/v1")
                configuration.proxy = .url("http://127.0.0.1:\(server.port)")
                _ = try await fixture.chain(configuration).outcome().get()
                #expect(server.log.requests.first?.path == "http://model.invalid/v1/chat/completions")
            }
        }

        @Test func `connections are used again`() async throws {
            try await served { fixture, server in
                let model = try fixture.chain(ModelFixture.configuration(server.url()))
                for _ in 0..<20 { _ = try await model.outcome().get() }
                #expect(Set(server.log.requests.map(\.connection)).count == 1)
            }
        }

        @Test(arguments: [
            ("baseURL", "ftp://host/v1"), ("baseURL", "https://user:secret@host/v1"), ("baseURL", "host"),
            ("baseURL", "https://host/v1?key=1"), ("model", "a\nb"), ("model", ""), ("headers", "Host"),
            ("headers", "X: y"),
            ("temperature", "2.5"), ("maxTokens", "0"), ("MISSING", ""), ("/no/such/key", ""), ("folderID", ""),
        ])
        func `settings that cannot be used are named`(setting: String, value: String) async throws {
            let fixture = try ModelFixture()
            var configuration = ModelFixture.configuration("https://host/v1")
            switch setting {
            case "baseURL": configuration.baseURL = value
            case "model": configuration.model = value
            case "headers": configuration.headers = [.init(name: value, value: "x")]
            case "temperature": configuration.parameters.temperature = 2.5
            case "maxTokens": configuration.parameters.maxTokens = 0
            case "folderID": configuration.service = .yandex(folderID: value)
            case "MISSING": configuration.key = .environment(setting)
            default: configuration.key = .file(setting)
            }
            #expect(throws: ModelError.configuration(provider: "тест", setting: setting)) {
                try fixture.provider(configuration)
            }
            await fixture.transport.shutDown()
        }

        @Test func `a bundle of certificates that is not there is an error of TLS`() async throws {
            try await served { fixture, server in
                var configuration = ModelFixture.configuration(server.url(scheme: "https"))
                configuration.caBundle = "/no/such/bundle.pem"
                guard case .failure(let error) = await (try fixture.chain(configuration)).outcome() else {
                    Issue.record("answered")
                    return
                }
                #expect(error.label == "tls")
            }
        }
    }
}
