/// Keeps a token and has a new one fetched in time, by one request at a time.
actor AccessTokenSource {
    /// After a failure all who ask get it so long, instead of asking the server one after another.
    static let failureMemory = Duration.seconds(1)

    private let clock: ModelClock
    private let provider: String
    private let fetch: @Sendable (MonotonicTime) async throws(ModelError) -> AccessToken
    private let turn: FairGate
    private var token: AccessToken?
    private var failure: (error: ModelError, until: MonotonicTime)?
    private var isFetching = false

    init(
        clock: ModelClock, provider: String,
        fetch: @escaping @Sendable (MonotonicTime) async throws(ModelError) -> AccessToken
    ) {
        self.clock = clock
        self.provider = provider
        self.fetch = fetch
        turn = FairGate(
            policy: ConcurrencyPolicy(placeCount: 1, queueLength: 10_000, queueLengthPerOperator: 10_000),
            provider: provider, clock: clock)
    }

    /// A token that is good now.
    ///
    /// - Parameter limit: until when it may take.
    /// - Returns: the token.
    /// - Throws: why there is none.
    func token(before limit: MonotonicTime) async throws(ModelError) -> Secret {
        // While another renews it, the old one is used.
        if let token, clock.now() < (isFetching ? token.end : token.renewal) { return token.secret }
        let place = try await turn.enter(operatorID: "", before: limit)
        defer { place.leave() }
        // Another may have fetched it, or failed to, while this one waited.
        if let token, clock.now() < token.renewal { return token.secret }
        if let failure, clock.now() < failure.until { return try oldSecret(or: failure.error) }
        isFetching = true
        defer { isFetching = false }
        do throws(ModelError) {
            let new = try await fetch(limit)
            token = new
            failure = nil
            return new.secret
        } catch {
            if isWorthRemembering(error) { failure = (error, clock.now() + Self.failureMemory) }
            return try oldSecret(or: error)
        }
    }

    /// Does not use the token again.
    func forget() { token = nil }

    /// One who gave up says nothing about the server: another may have more time.
    private func isWorthRemembering(_ error: ModelError) -> Bool {
        switch error {
        case .cancelled, .timeout(_, .firstText), .timeout(_, .deadline): false
        default: true
        }
    }

    /// The token that should have been renewed, as long as it is good.
    private func oldSecret(or error: ModelError) throws(ModelError) -> Secret {
        guard let token, error != .cancelled, clock.now() < token.end else { throw error }
        return token.secret
    }
}
