import Foundation

/// A token that ends.
struct AccessToken: Sendable {
    /// A token is renewed so long before its end, or when three quarters of its life are over if that is later.
    static let renewalMargin = Duration.seconds(120)
    /// A token is not used so shortly before its end.
    static let safetyMargin = Duration.seconds(5)
    /// A token that has just been given is good for a while, whatever the clocks at both ends say.
    static let shortestLife = Duration.seconds(60)
    /// The longest life that is believed.
    static let longestLife = Duration.seconds(86_400)

    let secret: Secret
    /// When a new one is fetched.
    let renewal: MonotonicTime
    /// When it is not used any more.
    let end: MonotonicTime

    init(_ secret: Secret, life: Duration, now: MonotonicTime) {
        let life = min(max(life, Self.shortestLife), Self.longestLife)
        self.secret = secret
        renewal = now + (life - min(Self.renewalMargin, life / 4))
        end = now + (life - Self.safetyMargin)
    }
}

/// Where GigaChat gives tokens for an authorization key.
///
/// - Source: https://developers.sber.ru/docs/ru/gigachat/api/reference/rest/post-token; the form with `tok` and `exp` as in
///   https://github.com/ai-forever/gigachat.
struct AccessTokenEndpoint: Sendable {
    /// The most bytes of an answer.
    private static let byteLimit = 1 << 16

    let configuration: ProviderConfiguration
    let url: String
    let scope: String
    let secret: Secret
    let transport: CurlTransport
    let clock: ModelClock
    let random: RandomSource

    /// Fetches a token.
    @Sendable func fetch(before limit: MonotonicTime) async throws(ModelError) -> AccessToken {
        let request = OutboundRequest(
            url: url,
            headers: [
                "Authorization: Basic " + secret.value, "RqUID: " + random.uuid(), "Accept: application/json",
                "Content-Type: application/x-www-form-urlencoded",
            ], body: Array(("scope=" + scope).utf8), caBundle: configuration.caBundle, proxy: configuration.proxy,
            connectLimit: configuration.limits.connect)
        let transfer = transport.start(request, deadline: limit)
        defer { transfer.close() }
        return try token(in: try await body(of: transfer, limit: limit))
    }

    private func body(of transfer: Transfer, limit: MonotonicTime) async throws(ModelError) -> [UInt8] {
        let provider = configuration.name
        var body: [UInt8] = []
        while true {
            switch await transfer.next(until: limit) {
            case .head(let head):
                guard (200...299).contains(head.status) else {
                    let wait = RetryAfter.duration(in: head, now: clock.millisecondsSince1970())
                    throw .status(provider: provider, code: head.status, retryAfter: wait)
                }
            case .bytes(let bytes, _):
                body += bytes
                guard body.count <= Self.byteLimit else {
                    throw .tooLarge(provider: provider, part: .body, limit: Self.byteLimit)
                }
            case .end(.complete): return body
            case .end(let end): throw ModelError(end: end, provider: provider)
            case .limitReached: throw .timeout(provider: provider, limit: .firstText)
            case .cancelled: throw .cancelled
            }
        }
    }

    private func token(in body: [UInt8]) throws(ModelError) -> AccessToken {
        let value: Any
        do {
            value = try JSONSerialization.jsonObject(with: Data(body), options: [])
        } catch {
            throw .malformed(provider: configuration.name, defect: .notJSON)
        }
        guard let object = value as? [String: Any],
            let token = object["access_token"] as? String ?? object["tok"] as? String, !token.isEmpty,
            token.isHeaderText, let end = object["expires_at"] as? Double ?? object["exp"] as? Double
        else { throw .malformed(provider: configuration.name, defect: .wrongSchema) }
        // Milliseconds since 1970; a number that would lie in 1973 or before is taken for seconds.
        let milliseconds = end < 100_000_000_000 ? end * 1000 : end
        let life = Duration.seconds((milliseconds - Double(clock.millisecondsSince1970())) / 1000)
        return AccessToken(Secret(token), life: life, now: clock.now())
    }
}
