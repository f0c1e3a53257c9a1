/// The answer of `GET /readyz`.
struct ReadyAnswer: Encodable, Sendable {
    let status: String
    let generation: UInt64
    let articles: Int
    let passages: Int
    /// Whether a language model is configured.
    let hasModel: Bool
}

/// The answer of `GET /healthz`.
struct HealthAnswer: Encodable, Sendable {
    let status: String
}
