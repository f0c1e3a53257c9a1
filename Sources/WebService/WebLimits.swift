/// How much a client may send and for how long it may be silent.
enum WebLimits {
    /// Bytes of a request body.
    static let maxBodyBytes = 256 * 1024
    /// Bytes of one header field.
    static let maxHeaderFieldBytes = 8 * 1024
    /// Bytes of all header fields.
    static let maxHeaderListBytes = 16 * 1024
    /// Header fields.
    static let maxHeaderFields = 64
    /// Seconds without a byte before a connection is closed.
    static let idleSeconds: Int64 = 60
    /// Connections at a time.
    static let maxConnections = 512
}
