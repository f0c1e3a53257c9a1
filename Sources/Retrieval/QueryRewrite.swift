/// A place of a query that is searched in another way than it was typed.
public struct QueryRewrite: Equatable, Sendable {
    /// Why it is searched in another way.
    public enum Kind: String, CaseIterable, Sendable {
        /// Typed on the wrong keyboard layout.
        case layout
        /// Typed in Latin letters, or a Latin name in Russian ones.
        case transliteration
        /// A misspelt word.
        case typo
        /// Two words typed as one.
        case split
        /// One word typed as two; searched beside what was typed.
        case join
        /// Another name of the same thing; searched beside what was typed.
        case synonym
        /// Courtesy, or the number of an order or phone: left out beside other words.
        case ignored

        /// Whether the words as typed are searched too.
        public var isAddition: Bool { self == .join || self == .synonym }
    }

    /// Why.
    public let kind: Kind
    /// As the customer typed it; of a misspelt word's synonym, as the word was corrected.
    public let original: String
    /// As it was searched; empty for what is left out.
    public let rewritten: String
}
