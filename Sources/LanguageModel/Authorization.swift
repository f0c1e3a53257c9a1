/// The headers that prove who asks.
struct Authorization: Sendable {
    private enum Kind: Sendable {
        case none
        case bearer(Secret)
        case token(AccessTokenSource)
    }

    private let kind: Kind

    init(
        configuration: ProviderConfiguration, secret: Secret?, transport: CurlTransport, clock: ModelClock,
        random: RandomSource
    ) {
        guard let secret else {
            kind = .none
            return
        }
        if case .gigaChat(let scope, let tokenURL) = configuration.service {
            let endpoint = AccessTokenEndpoint(
                configuration: configuration, url: tokenURL, scope: scope, secret: secret, transport: transport,
                clock: clock, random: random)
            kind = .token(AccessTokenSource(clock: clock, provider: configuration.name, fetch: endpoint.fetch))
        } else {
            kind = .bearer(secret)
        }
    }

    /// The headers for a request that goes out now.
    func headers(before limit: MonotonicTime) async throws(ModelError) -> [String] {
        switch kind {
        case .none: []
        case .bearer(let secret): ["Authorization: Bearer " + secret.value]
        case .token(let source): ["Authorization: Bearer " + (try await source.token(before: limit)).value]
        }
    }

    /// The server did not take what it was shown: a token is not used again.
    func forget() async {
        if case .token(let source) = kind { await source.forget() }
    }
}
