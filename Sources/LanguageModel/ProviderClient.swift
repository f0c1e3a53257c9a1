/// Asks a provider once: no retries, no other provider.
struct ProviderClient: Sendable {
    /// What a single request brought.
    struct Answer: Sendable {
        let text: String
        let finishReason: FinishReason
        /// The server's count.
        let usage: TokenUsage?
    }

    /// Why a single request brought nothing, and what must be known to decide what comes next.
    struct Failure: Error {
        let error: ModelError
        /// Bytes of text that the receiver was told; > 0 forbids another try.
        var deliveredByteCount = 0
    }

    let configuration: ProviderConfiguration
    private let transport: CurlTransport
    private let clock: ModelClock
    private let authorization: Authorization

    /// Checks the settings and fetches the key.
    ///
    /// - Throws: `.configuration`.
    init(
        configuration: ProviderConfiguration, transport: CurlTransport, clock: ModelClock, random: RandomSource,
        environment: [String: String]
    ) throws(ModelError) {
        try configuration.check()
        let secret = try configuration.key.secret(provider: configuration.name, environment: environment)
        self.configuration = configuration
        self.transport = transport
        self.clock = clock
        authorization = Authorization(
            configuration: configuration, secret: secret, transport: transport, clock: clock, random: random)
    }

    /// Asks once.
    ///
    /// - Parameters:
    ///   - request: with its idempotency key.
    ///   - deadline: when it is given up.
    ///   - receiver: is told the pieces.
    ///   - onFirstProgress: is told how long the model took to begin, once.
    /// - Returns: the answer.
    /// - Throws: why there is none.
    func answer(
        _ request: ChatRequest, before deadline: Deadline, receiver: @escaping ChatModel.Receiver,
        onFirstProgress: @Sendable (Duration) -> Void
    ) async throws(Failure) -> Answer {
        let outbound: OutboundRequest
        do throws(ModelError) {
            outbound = try await outboundRequest(request, before: deadline)
        } catch {
            throw Failure(error: error)
        }
        let start = clock.now()
        let transfer = transport.start(outbound, deadline: deadline.instant)
        defer { transfer.close() }
        var reading = AnswerReading(
            configuration: configuration, transfer: transfer, clock: clock, start: start, deadline: deadline)
        do throws(ModelError) {
            return try await reading.run(receiver: receiver, onFirstProgress: onFirstProgress)
        } catch {
            if case .status(_, 401, _) = error { await authorization.forget() }
            throw Failure(error: error, deliveredByteCount: reading.text.utf8.count)
        }
    }

    private func outboundRequest(
        _ request: ChatRequest, before deadline: Deadline
    ) async throws(ModelError) -> OutboundRequest {
        let body = try ChatRequestBody(request, configuration: configuration).bytes(provider: configuration.name)
        var headers = configuration.fixedHeaders
        headers += try await authorization.headers(before: min(deadline.instant, deadline.firstText))
        if let key = request.idempotencyKey {
            headers.append("Idempotency-Key: " + key)
            headers.append("X-Request-ID: " + key)
        }
        return OutboundRequest(
            url: configuration.completionsURL, headers: headers, body: body, caBundle: configuration.caBundle,
            proxy: configuration.proxy, connectLimit: configuration.limits.connect)
    }
}
