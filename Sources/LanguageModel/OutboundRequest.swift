/// Where outbound requests go through.
///
/// A proxy's URL is not shown: it may hold a password.
public enum ProxySetting: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// Straight to the server, whatever the environment says.
    case none
    /// What `https_proxy`, `http_proxy` and `no_proxy` of the environment say.
    case environment
    /// A proxy's URL: `http://`, `https://`, `socks5h://`.
    case url(String)

    /// Which of the three.
    public var description: String {
        switch self {
        case .none: "none"
        case .environment: "environment"
        case .url: "url: <hidden>"
        }
    }

    /// Without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// An HTTP POST.
///
/// Its strings have been checked for control characters.
struct OutboundRequest: Sendable {
    var url: String
    /// Lines of the form `Name: value`.
    var headers: [String]
    var body: [UInt8]
    /// The path of a PEM file with the only certificates to trust; `nil` for the system's.
    var caBundle: String?
    var proxy: ProxySetting
    var connectLimit: Duration
}
