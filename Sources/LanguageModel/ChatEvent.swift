/// What is told while a model answers.
public enum ChatEvent: Hashable, Sendable {
    /// The provider of that name has begun to answer; told once, before its first text. From here on nothing is tried again.
    case started(provider: String)
    /// The next piece of the answer; never empty, always whole characters of UTF-8, not always whole words.
    case text(String)
}
