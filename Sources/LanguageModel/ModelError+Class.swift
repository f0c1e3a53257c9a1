extension ModelError {
    /// Whether the same request may succeed at the same provider a moment later.
    ///
    /// 400, 401, 403, 404 and 422 never will. 408, 425, 429 and all of 500…599 may.
    var isWorthRetrying: Bool {
        switch self {
        case .connection, .malformed: true
        case .timeout(_, let limit): limit == .connect || limit == .firstText
        case .status(_, let code, _): Self.isPassing(code)
        case .failedInStream(_, let code): code.map(Self.isPassing) ?? true
        case .configuration, .tls, .tooLarge, .refused, .circuitOpen, .queueFull, .budgetExceeded, .cancelled,
            .noProviderAnswered:
            false
        }
    }

    /// Whether it says something about the provider's health, and not about this request alone.
    ///
    /// A refused key or a missing model counts: every other request would fail too.
    var countsAgainstProvider: Bool {
        switch self {
        case .connection, .tls, .malformed, .tooLarge: true
        case .timeout(_, let limit): limit != .queue
        case .status(_, let code, _): ![400, 413, 422].contains(code)
        case .failedInStream(_, let code): code.map { ![400, 413, 422].contains($0) } ?? true
        case .configuration, .refused, .circuitOpen, .queueFull, .budgetExceeded, .cancelled, .noProviderAnswered:
            false
        }
    }

    /// Whether the server may have worked, and so charged, although no answer came.
    var mayHaveBeenCharged: Bool {
        switch self {
        case .timeout(_, let limit): limit != .connect && limit != .queue
        case .failedInStream, .malformed, .tooLarge, .refused, .cancelled: true
        // A status is an answer that did no work; a connection may have broken after the work.
        case .connection: true
        case .configuration, .tls, .status, .circuitOpen, .queueFull, .budgetExceeded, .noProviderAnswered: false
        }
    }

    /// How long the server asks to be left alone.
    var retryAfter: Duration? {
        if case .status(_, _, let retryAfter) = self { retryAfter } else { nil }
    }

    private static func isPassing(_ status: Int) -> Bool {
        status == 408 || status == 425 || status == 429 || (500...599).contains(status)
    }
}
