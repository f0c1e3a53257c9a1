/// A text whose personal data gave way to placeholders.
public struct MaskedText: Equatable, Sendable {
    /// A placeholder and what it stands for.
    public struct Placeholder: Equatable, Sendable {
        /// As it is written: `[ТЕЛЕФОН_1]`.
        public let text: String
        /// The kind of data; `nil` for the customer's own text that looked like a placeholder.
        public let kind: PersonalDataKind?
        /// What it replaced: half-open, in UTF-8 bytes of the original text.
        public let originalUTF8Range: Range<Int>
        /// Where it stands: half-open, in UTF-8 bytes of the masked text.
        public let maskedUTF8Range: Range<Int>
    }

    /// The masked text.
    public let text: String
    /// Its placeholders, in order.
    public let placeholders: [Placeholder]
}

/// A text whose placeholders gave way to the values they stand for.
public struct UnmaskedText: Equatable, Sendable {
    /// A placeholder that was found in the text.
    public struct Placeholder: Equatable, Sendable {
        /// As the mask writes it, `[ТЕЛЕФОН_1]`, for one that was restored; as it stands in the text for one that was left.
        public let text: String
        /// The kind of data; `nil` for the customer's own text that looked like a placeholder.
        public let kind: PersonalDataKind?
        /// Where its value, or it itself, stands: half-open, in UTF-8 bytes of the unmasked text.
        public let utf8Range: Range<Int>
    }

    /// The text with values.
    public let text: String
    /// What was restored, in order.
    public let restored: [Placeholder]
    /// What looks like a placeholder, but stands for nothing known, in order; it stays in the text.
    public let left: [Placeholder]
}
