public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore

/// The service on a socket: HTTP/1.1 with limits on what a client may send, stopped gracefully by SIGTERM or SIGINT.
public struct WebServer: Sendable {
    private let application: Application<RouterResponder<WebContext>>

    /// Binds nothing yet.
    ///
    /// - Parameters:
    ///   - router: the routes.
    ///   - host: the address to bind, such as `127.0.0.1`.
    ///   - port: the port; 0 lets the system choose.
    ///   - logger: gets one line for each failure. Never texts of customers.
    ///   - onRunning: called once with the port when connections are accepted.
    public init(
        router: Router<WebContext>,
        host: String,
        port: Int,
        logger: Logger,
        onRunning: @escaping @Sendable (Int) async -> Void
    ) {
        application = Application(
            router: router,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(WebLimits.idleSeconds),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: WebLimits.maxHeaderFieldBytes,
                        maxHeaderListSize: WebLimits.maxHeaderListBytes,
                        maxHeaderFieldCount: WebLimits.maxHeaderFields
                    )
                )),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                serverName: "sufler",
                availableConnectionsDelegate: MaximumAvailableConnections(WebLimits.maxConnections)
            ),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
            logger: logger
        )
    }

    /// Serves until the process is told to stop; requests under way are answered first.
    ///
    /// - Throws: `IOError` when the address cannot be bound.
    public func run() async throws {
        try await application.runService()
    }
}
