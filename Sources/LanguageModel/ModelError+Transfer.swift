extension ModelError {
    /// Says in the module's words how a transfer failed.
    ///
    /// - Source: the numbers are CURLcodes, https://curl.se/libcurl/c/libcurl-errors.html.
    init(end: Transfer.End, provider: String) {
        switch end {
        // A complete answer is no failure; whoever asks has found that it lacks something.
        case .complete: self = .malformed(provider: provider, defect: .unfinished)
        case .deadline: self = .timeout(provider: provider, limit: .deadline)
        case .notStarted: self = .configuration(provider: provider, setting: "transport")
        case .failed(_, _, isHeadTooLarge: true): self = .tooLarge(provider: provider, part: .head, limit: 65_536)
        case .failed(let code, let wasConnected, _):
            self =
                switch code {
                case 28: .timeout(provider: provider, limit: wasConnected ? .deadline : .connect)
                // Handshake, engine, certificates, ciphers, verification, bundle, issuer, pins, client certificates.
                case 35, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98:
                    .tls(provider: provider, code: code)
                // What came was not HTTP/1 or 2: HTTP/0.9 is refused as 1.
                case 1, 8: .malformed(provider: provider, defect: .notHTTP)
                case 3: .configuration(provider: provider, setting: "baseURL")
                default: .connection(provider: provider, code: code)
                }
        }
    }
}
