public import Hummingbird

/// What belongs to one request.
public struct WebContext: RequestContext {
    /// The framework's own part.
    public var coreContext: CoreRequestContextStorage

    /// Makes the context of a request.
    public init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}
