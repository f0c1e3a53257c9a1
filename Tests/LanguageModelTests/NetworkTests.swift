import Testing

/// Everything over sockets, one after the other, so that what is counted and measured is one's own.
@Suite(.serialized, .ownThreads) struct NetworkTests {}

extension Trait where Self == OwnThreads {
    /// See `OwnThreads`.
    static var ownThreads: Self { OwnThreads() }
}
