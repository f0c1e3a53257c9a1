import HTTPTypes
import Hummingbird

/// The operator's page.
///
/// It is one file without outside references; its style and script run by a nonce of the response.
struct ConsolePage: Sendable {
    private let beforeNonces: [String]

    init() {
        let page = String(decoding: PackageResources.console_html, as: UTF8.self)
        beforeNonces = page.split(separator: "{{nonce}}", omittingEmptySubsequences: false).map(String.init)
    }

    func response() -> Response {
        let nonce = Self.nonce()
        let page = beforeNonces.joined(separator: nonce)
        let policy = [
            "default-src 'none'", "style-src 'nonce-\(nonce)'", "script-src 'nonce-\(nonce)'", "connect-src 'self'",
            "img-src data:",
            "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
        ].joined(separator: "; ")
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentSecurityPolicy: policy, .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page))
        )
    }

    /// 128 random bits in hexadecimal.
    private static func nonce() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
